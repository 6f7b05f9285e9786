package io.vientro.trials.drill;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The store as the applications use it: the same settings of the driver and of the log. */
final class DrillStore implements AutoCloseable {
  private static final String DATABASE = "drill";
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final MongoClient client;

  private DrillStore(MongoClient client) {
    this.client = client;
  }

  static DrillStore connect(String uri) {
    return new DrillStore(
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build()));
  }

  MongoDatabase database() {
    return client.getDatabase(DATABASE);
  }

  /** The log; waits for a store that is not there yet. */
  MongoEventLog log() {
    while (true) {
      try {
        return new MongoEventLog(database(), MongoLogOptions.defaults());
      } catch (LogUnavailableException e) {
        pause();
      }
    }
  }

  /** Between two tries at a store that does not answer. */
  static void pause() {
    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
  }

  @Override
  public void close() {
    client.close();
  }
}
