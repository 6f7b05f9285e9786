package io.vientro.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times of one kind, each kept: nothing is rounded into buckets.
 *
 * @param sorted nanoseconds, ascending
 */
public record Latencies(long[] sorted) {

  public static Latencies of(List<Long> nanos) {
    return new Latencies(new ArrayList<>(nanos).stream().mapToLong(n -> n).sorted().toArray());
  }

  /** In any order. */
  public static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** All of them as if measured in one place. */
  public static Latencies merged(List<Latencies> parts) {
    return of(parts.stream().flatMapToLong(part -> Arrays.stream(part.sorted)).toArray());
  }

  public int count() {
    return sorted.length;
  }

  /** The smallest time that so many percent of all do not exceed, in milliseconds. */
  public double millis(double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }

  /** Count, p50, p95, p99 and maximum as cells of a table. */
  public String cells() {
    return count() == 0
        ? "0 | - | - | - | -"
        : String.format(
            Locale.ROOT,
            "%d | %.1f | %.1f | %.1f | %.1f",
            count(),
            millis(50),
            millis(95),
            millis(99),
            millis(100));
  }

  /** The same as members of a JSON object; milliseconds. */
  public String json() {
    return count() == 0
        ? "\"count\":0"
        : String.format(
            Locale.ROOT,
            "\"count\":%d,\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f,\"max\":%.2f",
            count(),
            millis(50),
            millis(95),
            millis(99),
            millis(100));
  }
}
