package io.vientro.trials.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.measure.Cleaning;
import io.vientro.trials.peers.AxonJdbcPeer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The stores to measure on. Everything is made afresh in databases of this run, and dropped. */
final class Bed implements AutoCloseable {
  private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

  private final String uri;
  private final @Nullable String jdbcUrl;
  private final @Nullable Path folder;
  private final Cleaning cleaning;
  private final MongoClient client;
  private final String name = "bench_" + UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger made = new AtomicInteger();

  /**
   * Opens nothing yet but a client.
   *
   * @param jdbcUrl null if there is none
   * @param cleaning hears what has to go, also when the run is interrupted
   */
  Bed(String uri, @Nullable String jdbcUrl, Cleaning cleaning) {
    this(uri, jdbcUrl, null, cleaning);
  }

  /** An embedded store that keeps its data in a folder. */
  static Bed embedded(String uri, Path folder, Cleaning cleaning) {
    return new Bed(uri, null, folder, cleaning);
  }

  private Bed(String uri, @Nullable String jdbcUrl, @Nullable Path folder, Cleaning cleaning) {
    this.uri = uri;
    this.jdbcUrl = jdbcUrl;
    this.folder = folder;
    this.cleaning = cleaning;
    this.client = MongoClients.create(uri);
    drop(name);
  }

  private void drop(String database) {
    cleaning.before(
        () -> {
          // Another client: an interrupted run may have closed the other one.
          try (MongoClient own = MongoClients.create(uri)) {
            own.getDatabase(database).drop();
          }
        });
  }

  String uri() {
    return uri;
  }

  String databaseName() {
    return name;
  }

  /** Where logs and read models lie; acknowledged by the majority and journaled. */
  MongoDatabase database() {
    return client.getDatabase(name).withWriteConcern(DURABLE);
  }

  /** For who cannot choose the names of collections; to be dropped by the caller. */
  MongoDatabase freshDatabase() {
    String fresh = name + "_" + made.incrementAndGet();
    drop(fresh);
    return client.getDatabase(fresh).withWriteConcern(DURABLE);
  }

  String freshCollection(String kind) {
    return kind + "_" + made.incrementAndGet();
  }

  MongoEventLog log(String collection) {
    return new MongoEventLog(database(), MongoLogOptions.defaults().withCollection(collection));
  }

  /** An empty collection with the log's two unique indexes. */
  <T> MongoCollection<T> likeALog(String collection, Class<T> documents) {
    MongoCollection<T> bare = database().getCollection(collection, documents);
    for (String field : new String[] {"c", "k"}) {
      Bson ascending = Indexes.ascending(field);
      bare.createIndex(ascending, new IndexOptions().unique(true));
    }
    return bare;
  }

  @Nullable String jdbcUrl() {
    return jdbcUrl;
  }

  /** Where an embedded store keeps its data; null for any other. */
  @Nullable Path folder() {
    return folder;
  }

  /** Axon's JDBC engine with empty tables; its schema is dropped when it is closed by us. */
  AxonJdbcPeer freshJdbcPeer(String url, int connections) throws SQLException {
    return new AxonJdbcPeer(url, name + "_" + made.incrementAndGet(), connections);
  }

  @Override
  public void close() {
    client.close();
  }
}
