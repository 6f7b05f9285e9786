package io.vientro.trials.bench;

import io.vientro.trials.peers.AxonJdbcPeer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same read model as {@link ReadModel}, where a user of Axon's JDBC engine would have it: in a
 * table beside the events, written in the transaction that writes the token.
 */
final class JdbcReadModel {
  private static final String UPSERT =
      """
      INSERT INTO read_model (aggregate, count, position, payload) VALUES (?, 1, ?, ?)
      ON CONFLICT (aggregate) DO UPDATE
      SET count = read_model.count + 1, position = excluded.position, payload = excluded.payload
      """;

  private final AxonJdbcPeer peer;

  JdbcReadModel(AxonJdbcPeer peer) throws SQLException {
    this.peer = peer;
    try (Connection connection = peer.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE read_model (aggregate varchar PRIMARY KEY, count bigint NOT NULL,"
              + " position bigint NOT NULL, payload text NOT NULL)");
    }
  }

  void takeOne(Seen seen) throws SQLException {
    try (Connection connection = peer.connection();
        var statement = connection.prepareStatement(UPSERT)) {
      statement.setString(1, seen.aggregate());
      statement.setLong(2, seen.position());
      statement.setString(3, seen.payload());
      statement.executeUpdate();
    }
  }

  /**
   * As {@link ReadModel#requireEvents}.
   *
   * @throws IllegalStateException if it did not take exactly so many events
   */
  void requireEvents(long wanted) throws SQLException {
    try (Connection connection = peer.connection();
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT sum(count) FROM read_model")) {
      sum.next();
      if (sum.getLong(1) != wanted) {
        throw new IllegalStateException(
            "the read model took " + sum.getLong(1) + " events instead of " + wanted);
      }
    }
  }
}
