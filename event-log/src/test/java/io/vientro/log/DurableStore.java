package io.vientro.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;

/** A database of its own on the durable store that the environment names; dropped when closed. */
public final class DurableStore implements AutoCloseable {
  static final String VARIABLE = "VIENTRO_TEST_MONGO_URI";

  private final MongoClient client;
  private final MongoDatabase database;

  private DurableStore(MongoClient client) {
    this.client = client;
    this.database = client.getDatabase("log_test_" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** Aborts the test, with a message, where no store is named. */
  public static DurableStore openOrAbort() {
    return new DurableStore(MongoClients.create(uriOrAbort()));
  }

  static String uriOrAbort() {
    String uri = System.getenv(VARIABLE);
    assumeTrue(
        uri != null && !uri.isBlank(),
        VARIABLE + " is not set: the log was not tested on a durable store");
    return uri;
  }

  public MongoDatabase database() {
    return database;
  }

  @Override
  public void close() {
    database.drop();
    client.close();
  }
}
