package io.vientro.app;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.LogTail;
import io.vientro.log.StoreCapabilities;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What the store is and can do, whether it answers, and whether the log can still be trusted. */
public final class StoreHealth implements HealthIndicator {
  private final MongoDatabase database;
  private final StoreCapabilities capabilities;
  private final LogTail tail;
  private final LogEnd end;

  public StoreHealth(
      MongoDatabase database, StoreCapabilities capabilities, LogTail tail, LogEnd end) {
    this.database = database;
    this.capabilities = capabilities;
    this.tail = tail;
    this.end = end;
  }

  @Override
  public Health health() {
    var health =
        Health.up()
            .withDetail("server", capabilities.server())
            .withDetail("version", capabilities.version())
            .withDetail("changeStreams", capabilities.changeStreams())
            .withDetail("transactions", capabilities.transactions())
            .withDetail("severalProcesses", capabilities.severalProcesses());
    try {
      database.runCommand(new Document("ping", 1));
    } catch (MongoException e) {
      health.down().withDetail("trouble", "the store does not answer");
    }
    end.next().ifPresent(next -> health.withDetail("nextPosition", next));
    end.tailLag().ifPresent(lag -> health.withDetail("tailLag", lag));
    tail.failure()
        .ifPresent(
            failure ->
                health
                    .down()
                    .withDetail("corruptedAt", failure.position())
                    .withDetail("finding", String.valueOf(failure.getMessage())));
    return health.build();
  }
}
