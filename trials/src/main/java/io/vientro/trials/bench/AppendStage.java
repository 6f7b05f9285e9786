package io.vientro.trials.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All contestants at appending, in turn, in rounds. */
final class AppendStage {
  static final String OURS_64 = "append: ours, 64 callers";
  static final String OURS_1 = "append: ours, 1 caller";
  static final String BLOCKS = "append: bare driver, ready-made blocks of 64, 1 inserter";
  static final String INSERT_MANY = "append: bare driver, insertMany of 64 documents, 1 inserter";
  static final String MONGO_64 = "append: axon-mongo, 64 callers";
  static final String MONGO_1 = "append: axon-mongo, 1 caller";
  static final String JDBC_64 = "append: Axon JDBC, 64 callers";
  static final String JDBC_64_WIDE = "append: Axon JDBC, 64 callers, pool of 32";
  static final String JDBC_1 = "append: Axon JDBC, 1 caller";

  private static final int MANY = 64;
  private static final int SOME = 4;

  /** The first round also warms up the JVM. */
  private static final int FIRST_WARM_UP = 3;

  /** HikariCP's, and Spring Boot's. */
  private static final int DEFAULT_POOL = 10;

  private static final int WIDE_POOL = 32;

  /** No store here takes more; what is left over is thrown away. */
  private static final int MOST_COMMITS_PER_SECOND = 20_000;

  private static final int MOST_INSERTS_PER_SECOND = 6_000;

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;
  private final Appenders appenders;

  AppendStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
    this.appenders = new Appenders(bed, new Creates(1));
  }

  private interface Opening {
    Appender open() throws Exception;
  }

  private record Contestant(String name, int callers, Opening opening) {}

  void run() throws Exception {
    List<Contestant> contestants = contestants();
    for (int round = 1; round <= scale.rounds(); round++) {
      for (Contestant contestant : contestants) {
        measure(round, contestant);
      }
    }
  }

  private List<Contestant> contestants() {
    int seconds = scale.appendSeconds() + FIRST_WARM_UP * scale.warmUpSeconds();
    int calls = seconds * MOST_COMMITS_PER_SECOND / Appenders.TOGETHER;
    int inserts = seconds * MOST_INSERTS_PER_SECOND;
    List<Contestant> all = new ArrayList<>();
    all.add(new Contestant(OURS_64, MANY, appenders::ours));
    all.add(new Contestant(BLOCKS, 1, () -> appenders.insertOne(calls, Appenders.TOGETHER)));
    all.add(
        new Contestant(
            "append: bare driver, ready-made blocks of 64, 4 inserters",
            SOME,
            () -> appenders.insertOne(calls, Appenders.TOGETHER)));
    all.add(new Contestant(INSERT_MANY, 1, () -> appenders.insertMany(calls)));
    all.add(
        new Contestant(
            "append: bare driver, insertMany of 64 documents, 4 inserters",
            SOME,
            () -> appenders.insertMany(calls)));
    all.add(new Contestant(MONGO_64, MANY, appenders::axonMongo));
    String url = bed.jdbcUrl();
    if (url != null) {
      all.add(new Contestant(JDBC_64, MANY, () -> appenders.axonJdbc(url, DEFAULT_POOL)));
      all.add(new Contestant(JDBC_64_WIDE, MANY, () -> appenders.axonJdbc(url, WIDE_POOL)));
    }
    all.add(new Contestant(OURS_1, 1, appenders::ours));
    all.add(
        new Contestant(
            "append: bare driver, insertOne, 1 caller", 1, () -> appenders.insertOne(inserts, 1)));
    all.add(
        new Contestant(
            "append: bare driver, insertOne, 64 callers",
            MANY,
            () -> appenders.insertOne(inserts, 1)));
    all.add(new Contestant(MONGO_1, 1, appenders::axonMongo));
    if (url != null) {
      all.add(new Contestant(JDBC_1, 1, () -> appenders.axonJdbc(url, 1)));
    }
    return all;
  }

  private void measure(int round, Contestant contestant) throws Exception {
    try (Appender appender = contestant.opening().open()) {
      Callers.run(
          contestant.callers(),
          TimeUnit.SECONDS.toNanos((round == 1 ? FIRST_WARM_UP : 1) * scale.warmUpSeconds()),
          appender::append);
      var outcome =
          Callers.run(
                  contestant.callers(),
                  TimeUnit.SECONDS.toNanos(scale.appendSeconds()),
                  appender::append)
              .withoutFailures(contestant.name());
      figures.add(contestant.name() + ", commits/s", outcome.perSecond());
      figures.add(contestant.name() + ", p50 ms", outcome.latencies().millis(50));
      figures.add(contestant.name() + ", p99 ms", outcome.latencies().millis(99));
      progress.say(
          "round %d, %s: %.0f commits/s, p50 %.2f ms, p99 %.2f ms",
          round,
          contestant.name(),
          outcome.perSecond(),
          outcome.latencies().millis(50),
          outcome.latencies().millis(99));
    }
  }
}
