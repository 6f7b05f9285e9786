package io.vientro.trials.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/**
 * Axon's JDBC engine 4.13.0 on PostgreSQL: its own PostgreSQL tables in a schema of their own,
 * connections from HikariCP. Each append is a transaction, as Axon's Spring set-up gives it, since
 * a unit of work may hold several events; a processor has one transaction for each batch, its read
 * model included.
 */
public final class AxonJdbcPeer implements Peer {
  private final HikariDataSource connections;
  private final JdbcTransactions transactions;
  private final String schema;
  private final EventStorageEngine engine;
  private final TokenStore tokens;
  private final EmbeddedEventStore store;

  /**
   * Opens it, with empty tables.
   *
   * @param url {@code jdbc:postgresql:…}, with user and password as it needs them
   * @param schema is created; {@link #dropSchema()} takes it away
   * @param poolSize most connections at once; HikariCP's own default is 10
   * @throws SQLException if the database does not answer or the schema is there already
   */
  public AxonJdbcPeer(String url, String schema, int poolSize) throws SQLException {
    this.schema = schema;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(poolSize);
    config.addDataSourceProperty("currentSchema", schema);
    connections = new HikariDataSource(config);
    transactions = new JdbcTransactions(connections);
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      connections.close();
      throw e;
    }
    JdbcEventStorageEngine jdbc =
        JdbcEventStorageEngine.builder()
            .connectionProvider(transactions)
            .transactionManager(transactions)
            .eventSerializer(new TextSerializer())
            .snapshotSerializer(new TextSerializer())
            .build();
    jdbc.createSchema(PostgresEventTableFactory.INSTANCE);
    engine = jdbc;
    JdbcTokenStore jdbcTokens =
        JdbcTokenStore.builder()
            .connectionProvider(transactions)
            .serializer(Tokens.serializer())
            .build();
    jdbcTokens.createSchema(PostgresTokenTableFactory.INSTANCE);
    tokens = jdbcTokens;
    store = EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  @Override
  public String name() {
    return "Axon JDBC 4.13.0";
  }

  @Override
  public EventStorageEngine engine() {
    return engine;
  }

  @Override
  public TokenStore tokens() {
    return tokens;
  }

  @Override
  public EventStore store() {
    return store;
  }

  /** For processors: one transaction for each of their units of work. */
  public TransactionManager transactions() {
    return transactions;
  }

  /** The connection of the transaction that this thread is in, or a new one; to be closed. */
  public Connection connection() throws SQLException {
    return transactions.getConnection();
  }

  /** Takes away everything this peer has stored. */
  public void dropSchema() throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
  }

  @Override
  public void close() {
    store.shutDown();
    connections.close();
  }
}
