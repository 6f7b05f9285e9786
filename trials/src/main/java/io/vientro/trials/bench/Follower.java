package io.vientro.trials.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.LogTail;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailOptions;
import io.vientro.log.TailSubscription;
import io.vientro.measure.Machine;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A process that follows a log and keeps a read model; it notes when each event had its upsert
 * acknowledged, and ends after so many events.
 */
public final class Follower {
  static final String READY = "ready";
  private static final int BATCH = 500;
  private static final int PATIENCE_SECONDS = 30;

  private Follower() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    Writer.quiet();
    Options options =
        new Options(
            arguments, Set.of("uri", "database", "collection", "events", "times"), Set.of());
    String collection = options.text("collection", "log");
    try (MongoClient client = MongoClients.create(options.text("uri", ""))) {
      MongoDatabase database = client.getDatabase(options.text("database", ""));
      ReadModel model = new ReadModel(database, collection + "_model");
      try (var log =
              new MongoEventLog(database, MongoLogOptions.defaults().withCollection(collection));
          var tail = LogTail.start(log, TailOptions.shared());
          var subscription = tail.subscribe(0);
          var times =
              new DataOutputStream(Files.newOutputStream(Path.of(options.text("times", ""))))) {
        Semaphore bell = new Semaphore(0);
        subscription.onAvailable(bell::release);
        while (tail.nextPosition().isEmpty()) {
          Thread.onSpinWait();
        }
        out.println(READY);
        follow(subscription, bell, model, options.number("events", 0), times);
      }
      model.drop();
    }
    out.println("done");
  }

  private static void follow(
      TailSubscription subscription,
      Semaphore bell,
      ReadModel model,
      long events,
      DataOutputStream times)
      throws IOException, InterruptedException {
    while (subscription.position() < events) {
      if (!bell.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing came after " + subscription.position());
      }
      bell.drainPermits();
      for (List<StoredEvent> some = subscription.poll(BATCH);
          !some.isEmpty();
          some = subscription.poll(BATCH)) {
        model.upsert(some.stream().map(Seen::of).toList());
        long now = TailStage.nanos(InstantSource.system());
        model.storeToken(some.getLast().position());
        for (StoredEvent stored : some) {
          times.writeLong(stored.position());
          times.writeLong(now);
        }
      }
    }
  }
}
