package io.vientro.store.axon;

import com.mongodb.client.MongoClients;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Prints what it takes to load one aggregate of 10,000 events: in a block of its own each, with
 * events of others between them, the worst a log can hold. Run by hand with the connection string
 * of a store.
 */
final class LongHistoryMeasure {
  private static final int EVENTS = 10_000;
  private static final int ROUNDS = 5;
  private static final double MILLION = 1e6;

  private LongHistoryMeasure() {}

  public static void main(String[] args) {
    var name = "long_history_" + UUID.randomUUID().toString().replace("-", "");
    try (var client = MongoClients.create(args[0])) {
      var database = client.getDatabase(name);
      try (var log = new MongoEventLog(database, MongoLogOptions.defaults())) {
        var codec = new EventCodec(new InMemorySubjectKeys());
        var engine = new LogEventStorageEngine(log, codec, Clock.systemUTC());
        for (int i = 0; i < EVENTS; i++) {
          append(engine, i);
        }
        for (int round = 0; round < ROUNDS; round++) {
          System.out.println("lazily:  " + lazily(engine));
          System.out.println("as list: " + asList(engine));
        }
      } finally {
        database.drop();
      }
    }
  }

  /** A busy machine may keep an answer for longer than the log waits: the same commit once more. */
  private static void append(LogEventStorageEngine engine, int number) {
    var id = "c-" + number;
    try {
      engine.appendEvents(
          List.of(
              Messages.message(id, "dossier-1", number),
              Messages.message(id, "other-" + number, 0)));
    } catch (LogUnavailableException e) {
      append(engine, number);
    } catch (DuplicateCommitException e) {
      // It was appended the first time.
      return;
    }
  }

  private static String lazily(LogEventStorageEngine engine) {
    var before = used();
    var start = System.nanoTime();
    var most = 0L;
    var stream = engine.readEvents("dossier-1", 0);
    for (int i = 0; stream.hasNext(); i++) {
      stream.next();
      if (i % 1000 == 999) {
        var pause = System.nanoTime();
        most = Math.max(most, used() - before);
        start += System.nanoTime() - pause;
      }
    }
    return line(start, most);
  }

  private static String asList(LogEventStorageEngine engine) {
    var before = used();
    var start = System.nanoTime();
    var all = new ArrayList<DomainEventMessage<?>>();
    engine.readEvents("dossier-1", 0).forEachRemaining(all::add);
    var end = System.nanoTime();
    var held = used() - before;
    if (all.size() != EVENTS) {
      throw new IllegalStateException("events: " + all.size());
    }
    return line(start + System.nanoTime() - end, held);
  }

  private static String line(long start, long bytes) {
    var millis = (System.nanoTime() - start) / MILLION;
    return "%.0f ms, %.2f MB held".formatted(millis, bytes / MILLION);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
