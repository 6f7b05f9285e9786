package io.vientro.trials.bench;

import java.util.List;
import java.util.Locale;

/**
 * A key of the result and what it should come to.
 *
 * @param key in the last line of the output
 * @param what it says
 */
record Aim(String key, String what, Bound bound, double value) {
  /** The kind of an aim. */
  enum Bound {
    AT_LEAST,
    AT_MOST,
    NONE
  }

  static final List<Aim> ALL =
      List.of(
          atLeast(
              "append_vs_block_insert_64",
              "commits/s of 64 callers, against the bare driver inserting ready-made blocks of 64",
              0.8),
          atLeast(
              "append_vs_insert_many_64",
              "the same against the bare driver's insertMany of 64 one-commit documents",
              1.4),
          atLeast("append_vs_axonmongo_64", "the same against axon-mongo with 64 callers", 4),
          atLeast("append_vs_axonmongo_1", "commits/s of one caller against axon-mongo's", 1),
          atLeast("append_vs_axonjdbc_64", "64 callers against Axon JDBC with 64", 1.5),
          none(
              "append_vs_axonjdbc_1",
              "one caller against Axon JDBC's; ours pays the gateway's round trip"),
          atLeast(
              "replay_vs_axonmongo",
              "replay into one read model, ours per batch, the peer in its default",
              20),
          atLeast("replay_vs_axonjdbc", "the same against Axon JDBC", 3),
          atLeast("read_vs_cursor", "decoded and checked events/s against a bare cursor", 0.7),
          none(
              "tail_p50_ms",
              "commit acknowledged in one process to read model updated in another, idle"),
          atMost("tail_p99_ms", "the same", 50),
          atLeast("two_writers_vs_one", "two writer processes together against one", 0.8),
          atMost(
              "two_writers_p99_vs_one",
              "p99 of an acknowledged append with two writer processes against one",
              4),
          atMost("bytes_per_event", "on disk, with indexes", 700),
          atMost("replay_1m_heap_mb", "largest heap after collection in the long replay", 512));

  private static Aim atLeast(String key, String what, double value) {
    return new Aim(key, what, Bound.AT_LEAST, value);
  }

  private static Aim atMost(String key, String what, double value) {
    return new Aim(key, what, Bound.AT_MOST, value);
  }

  private static Aim none(String key, String what) {
    return new Aim(key, what, Bound.NONE, Double.NaN);
  }

  boolean metBy(double measured) {
    return switch (bound) {
      case AT_LEAST -> measured >= value;
      case AT_MOST -> measured <= value;
      case NONE -> true;
    };
  }

  /** The bound as a table shows it. */
  String text() {
    String number =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.1f", value);
    return switch (bound) {
      case AT_LEAST -> ">= " + number;
      case AT_MOST -> "<= " + number;
      case NONE -> "none";
    };
  }
}
