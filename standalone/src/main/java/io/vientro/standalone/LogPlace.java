package io.vientro.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.embedded.DataFolderException;
import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The store that a log is read from or written to: a data folder, or a durable one. */
final class LogPlace implements AutoCloseable {
  /** The file of an embedded store in its folder. */
  private static final String FILE = "vientro.mv";

  private static final int PATIENCE_SECONDS = 5;

  private final @Nullable EmbeddedStore embedded;
  private final MongoClient client;
  private final MongoDatabase database;
  private final String name;

  private LogPlace(
      @Nullable EmbeddedStore embedded, MongoClient client, String database, String name) {
    this.embedded = embedded;
    this.client = client;
    this.database = client.getDatabase(database);
    this.name = name;
  }

  /**
   * Opens the store.
   *
   * @param progress hears what takes long, a line at a time
   * @throws Refusal if there is none, it is in use, or it does not answer
   */
  static LogPlace open(LogOptions options, Consumer<String> progress) {
    String uri = options.store();
    return uri == null
        ? folder(options.data(), options.verb() == LogOptions.Verb.IMPORT, progress)
        : durable(uri, options.database());
  }

  private static LogPlace folder(Path data, boolean make, Consumer<String> progress) {
    if (!make && !Files.exists(data.resolve(FILE))) {
      throw new Refusal("there is no log in " + data + "; --data or --store says where it is");
    }
    try {
      EmbeddedStore store = EmbeddedStore.open(data, progress);
      return new LogPlace(
          store, MongoClients.create(store.connectionString()), LogKind.DATABASE, data.toString());
    } catch (DataFolderException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  private static LogPlace durable(String uri, String database) {
    ConnectionString where;
    try {
      where = new ConnectionString(uri);
    } catch (IllegalArgumentException | MongoException e) {
      // Told without it: it may hold a password.
      throw new Refusal("--store needs a MongoDB connection string, or env", e);
    }
    String hosts = String.join(", ", where.getHosts());
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(where)
                .build());
    try {
      client.getDatabase(database).runCommand(new Document("ping", 1));
      return new LogPlace(null, client, database, "database " + database + " at " + hosts);
    } catch (MongoSecurityException e) {
      client.close();
      throw new Refusal("the store refuses the account in the connection string", e);
    } catch (MongoException | IllegalArgumentException e) {
      client.close();
      throw new Refusal("the store does not answer at " + hosts + ": " + Failures.line(e), e);
    }
  }

  MongoDatabase database() {
    return database;
  }

  /** For people; holds no secret. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    client.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
