package io.vientro.trials.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.vientro.log.EventLog;
import io.vientro.log.LogReader;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.measure.Machine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a log through with a fold of constant size; prints its heap at ten places. */
public final class LongReplay {
  private static final int SAMPLES = 10;
  private static final int BATCH = 500;
  private static final double MEGABYTE = 1 << 20;

  private LongReplay() {}

  public static void main(String[] arguments) {
    PrintStream out = Machine.console();
    Writer.quiet();
    Options options =
        new Options(arguments, Set.of("uri", "database", "collection", "events"), Set.of());
    long wanted = options.number("events", 0);
    List<Double> heap = new ArrayList<>();
    long begun = System.nanoTime();
    long characters = 0;
    try (MongoClient client = MongoClients.create(options.text("uri", ""));
        EventLog log =
            new MongoEventLog(
                client.getDatabase(options.text("database", "")),
                MongoLogOptions.defaults().withCollection(options.text("collection", "log")))) {
      LogReader reader = log.reader(0);
      while (reader.position() < wanted) {
        for (StoredEvent stored : reader.next(BATCH)) {
          characters += stored.event().payload().length();
        }
        if (reader.position() >= wanted * (heap.size() + 1) / SAMPLES) {
          heap.add(usedAfterCollection() / MEGABYTE);
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "{\"events\":%d,\"characters\":%d,\"per_second\":%.0f,\"heap_mb\":[%s]}%n",
        wanted,
        characters,
        wanted / ((System.nanoTime() - begun) / 1e9),
        heap.stream()
            .map(used -> String.format(Locale.ROOT, "%.1f", used))
            .collect(Collectors.joining(",")));
  }

  private static long usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
