package io.vientro.trials.bench;

/** One writer process against two on the same log, each with 64 callers. */
final class WritersStage {
  static final String ONE = "writers: one process";
  static final String TWO = "writers: two processes together";

  private static final int CALLERS = 64;

  /** Two young JVMs that still compile would share the two cores with the store. */
  private static final int WARM_UP_SECONDS = 10;

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;

  WritersStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
  }

  void run() throws Exception {
    for (int round = 1; round <= scale.rounds(); round++) {
      measure(round, ONE, 1);
      measure(round, TWO, 2);
    }
  }

  private void measure(int round, String name, int processes) throws Exception {
    String collection = bed.freshCollection("writers");
    var place = new Writers.Place(bed.uri(), bed.databaseName(), collection);
    Writers.Outcome outcome;
    try {
      outcome = Writers.run(place, processes, CALLERS, WARM_UP_SECONDS, scale.writerSeconds());
    } finally {
      bed.database().getCollection(collection).drop();
    }
    if (outcome.failures() > 0) {
      throw new IllegalStateException(name + ": " + outcome.failures() + " appends failed");
    }
    figures.add(name + ", commits/s", outcome.perSecond());
    figures.add(name + ", p50 ms", outcome.latencies().millis(50));
    figures.add(name + ", p99 ms", outcome.latencies().millis(99));
    figures.add(name + ", longest ms", outcome.latencies().millis(100));
    progress.say(
        "round %d, %s: %.0f commits/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms %s",
        round,
        name,
        outcome.perSecond(),
        outcome.latencies().millis(50),
        outcome.latencies().millis(99),
        outcome.latencies().millis(100),
        processes > 1 ? outcome.each() : "");
  }
}
