package io.vientro.trials.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of {@link Aim#ALL}, drawn from the figures. */
final class Results {
  private static final String COMMITS = ", commits/s";
  private static final String EVENTS = ", events/s";

  private Results() {}

  /** In the order of the aims; empty where it was not measured. */
  static Map<String, Optional<Double>> of(Figures figures) {
    Map<String, Optional<Double>> values = new LinkedHashMap<>();
    for (Aim aim : Aim.ALL) {
      values.put(aim.key(), value(aim.key(), figures));
    }
    return values;
  }

  private static Optional<Double> value(String key, Figures figures) {
    return switch (key) {
      case "append_vs_block_insert_64" -> appends(figures, AppendStage.OURS_64, AppendStage.BLOCKS);
      case "append_vs_insert_many_64" ->
          appends(figures, AppendStage.OURS_64, AppendStage.INSERT_MANY);
      case "append_vs_axonmongo_64" -> appends(figures, AppendStage.OURS_64, AppendStage.MONGO_64);
      case "append_vs_axonmongo_1" -> appends(figures, AppendStage.OURS_1, AppendStage.MONGO_1);
      case "append_vs_axonjdbc_64" -> appendsAgainstFasterPool(figures);
      case "append_vs_axonjdbc_1" -> appends(figures, AppendStage.OURS_1, AppendStage.JDBC_1);
      case "replay_vs_axonmongo" -> events(figures, ReplayStage.OURS, ReplayStage.MONGO);
      case "replay_vs_axonjdbc" -> events(figures, ReplayStage.OURS, ReplayStage.JDBC);
      case "read_vs_cursor" -> events(figures, ReplayStage.READER, ReplayStage.CURSOR);
      case "tail_p50_ms" -> figures.median(TailStage.NAME + ": p50, ms");
      case "tail_p99_ms" -> figures.median(TailStage.NAME + ": p99, ms");
      case "two_writers_vs_one" -> appends(figures, WritersStage.TWO, WritersStage.ONE);
      case "two_writers_p99_vs_one" ->
          figures.ratio(WritersStage.TWO + ", p99 ms", WritersStage.ONE + ", p99 ms");
      case "bytes_per_event" -> larger(figures);
      case "replay_1m_heap_mb" -> figures.median(LongReplayStage.LARGEST);
      default -> throw new IllegalArgumentException("no figure for " + key);
    };
  }

  private static Optional<Double> appends(Figures figures, String ours, String other) {
    return figures.ratio(ours + COMMITS, other + COMMITS);
  }

  private static Optional<Double> events(Figures figures, String ours, String other) {
    return figures.ratio(ours + EVENTS, other + EVENTS);
  }

  /** The peer is taken with the size of pool that suits it better. */
  private static Optional<Double> appendsAgainstFasterPool(Figures figures) {
    return Stream.of(AppendStage.JDBC_64, AppendStage.JDBC_64_WIDE)
        .flatMap(jdbc -> appends(figures, AppendStage.OURS_64, jdbc).stream())
        .min(Double::compare);
  }

  /** The store's word, or that of the database below it if that is more. */
  private static Optional<Double> larger(Figures figures) {
    return Stream.of(SizeStage.BYTES, SizeStage.FROM_BELOW, SizeStage.GROWTH)
        .flatMap(name -> figures.median(name).stream())
        .max(Double::compare);
  }
}
