import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times of one kind, each kept: nothing is rounded into buckets.
 *
 * @param sorted nanoseconds, ascending
 */
record Latencies(long[] sorted) {

  static Latencies of(List<Long> nanos) {
    return new Latencies(new ArrayList<>(nanos).stream().mapToLong(n -> n).sorted().toArray());
  }

  int count() {
    return sorted.length;
  }

  /** The smallest time that so many percent of all do not exceed, in milliseconds. */
  double millis(double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }

  /** Count, p50, p95, p99 and maximum as cells of a table. */
  String cells() {
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
  String json() {
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
