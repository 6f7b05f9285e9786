package io.vientro.trials.bench;

import io.vientro.log.Appended;
import io.vientro.log.EventLog;
import io.vientro.measure.Latencies;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the acknowledgement of a commit in this process to that of the read model's update in
 * another one, at an idle pace. Both run on one machine, so their clocks are one.
 */
final class TailStage {
  static final String NAME = "tail";
  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int SPREAD = (int) TimeUnit.MILLISECONDS.toNanos(40);
  private static final int WARM_UP = 20;

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;

  TailStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
  }

  void run() throws Exception {
    String collection = bed.freshCollection("followed");
    Path times = Files.createTempFile("vientro-tail", ".bin");
    Map<Long, Long> acknowledged = new HashMap<>();
    try (EventLog log = bed.log(collection);
        Child follower =
            Child.start(
                Follower.class,
                List.of(),
                List.of(
                    "--uri",
                    bed.uri(),
                    "--database",
                    bed.databaseName(),
                    "--collection",
                    collection,
                    "--events",
                    Integer.toString(WARM_UP + scale.tailCommits()),
                    "--times",
                    times.toString()))) {
      follower.awaitLine(Follower.READY);
      Creates creates = new Creates(3);
      Random random = new Random(11);
      for (int i = 0; i < WARM_UP + scale.tailCommits(); i++) {
        LockSupport.parkNanos(SHORTEST_PAUSE + random.nextInt(SPREAD));
        Appended appended = log.append(creates.next());
        long now = nanos(InstantSource.system());
        if (i >= WARM_UP) {
          acknowledged.put(appended.commit().lastPosition(), now);
        }
      }
      follower.lastLine();
      add(latencies(acknowledged, times));
    } finally {
      Files.deleteIfExists(times);
      bed.database().getCollection(collection).drop();
    }
  }

  /** Nanoseconds of the wall clock. */
  static long nanos(InstantSource clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private static Latencies latencies(Map<Long, Long> acknowledged, Path times) throws IOException {
    List<Long> latencies = new ArrayList<>();
    try (var in = new DataInputStream(Files.newInputStream(times))) {
      while (true) {
        Long from = acknowledged.remove(in.readLong());
        long to = in.readLong();
        if (from != null) {
          latencies.add(to - from);
        }
      }
    } catch (EOFException end) {
      if (!acknowledged.isEmpty()) {
        throw new IllegalStateException(acknowledged.size() + " commits were not followed", end);
      }
    }
    return Latencies.of(latencies);
  }

  private void add(Latencies latencies) {
    for (int percent : new int[] {50, 95, 99, 100}) {
      figures.add(NAME + ": p" + percent + ", ms", latencies.millis(percent));
    }
    progress.say(
        "tail: p50 %.1f ms, p99 %.1f ms, longest %.1f ms of %d",
        latencies.millis(50), latencies.millis(99), latencies.millis(100), latencies.count());
  }
}
