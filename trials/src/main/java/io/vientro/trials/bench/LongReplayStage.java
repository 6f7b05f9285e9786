package io.vientro.trials.bench;

import java.util.Arrays;
import java.util.List;

/** A long log, read through by a process of its own whose heap is looked at on the way. */
final class LongReplayStage {
  static final String LARGEST = "long replay: largest heap after collection, MB";
  static final String FIRST = "long replay: heap at the first of ten samples, MB";
  static final String LAST = "long replay: heap at the last of ten samples, MB";
  private static final String PER_SECOND = "long replay: events/s, samples included";
  private static final String HEAP = "-Xmx512m";

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;

  LongReplayStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
  }

  void run() throws Exception {
    String collection = bed.freshCollection("long");
    try {
      progress.say("filling a log with %d events", scale.longReplayEvents());
      Filling.fill(bed, collection, scale.longReplayEvents(), scale.longReplayEvents() / 5);
      progress.say("reading it through, %s", HEAP);
      try (Child child =
          Child.start(
              LongReplay.class,
              List.of(HEAP),
              List.of(
                  "--uri",
                  bed.uri(),
                  "--database",
                  bed.databaseName(),
                  "--collection",
                  collection,
                  "--events",
                  Integer.toString(scale.longReplayEvents())))) {
        String said = child.lastLine();
        double[] samples = Json.numbers(said, "heap_mb");
        figures.add(LARGEST, Arrays.stream(samples).max().orElseThrow());
        figures.add(FIRST, samples[0]);
        figures.add(LAST, samples[samples.length - 1]);
        figures.add(PER_SECOND, Json.number(said, "per_second"));
        progress.say("long replay: %s", said);
      }
    } finally {
      bed.database().getCollection(collection).drop();
    }
  }

  /**
   * Whether the heap did not grow with the log: 32 MB would be 32 bytes for each of a million
   * events. The driver keeps some buffers of the sizes it met, so it is not exactly the same.
   */
  static boolean flat(double first, double last) {
    return last - first <= 32;
  }
}
