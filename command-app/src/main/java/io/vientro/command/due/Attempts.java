package io.vientro.command.due;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which entries were asked for and still stand in the index: each waits before it is asked for
 * again, longer each time. Kept in memory and bounded: what is forgotten is asked for once more,
 * which does no harm. Of one thread.
 */
final class Attempts {
  private static final int MOST = 100_000;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private record Attempt(long at, long waitNanos, boolean failed) {}

  private final Map<String, Attempt> byCommit =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Whether an entry still has to wait.
   *
   * @param now of {@link System#nanoTime()}
   */
  boolean waits(DueEntry entry, long now) {
    var last = byCommit.get(entry.commitId());
    return last != null && now - last.at() < last.waitNanos();
  }

  /** Whether an entry waits, or waited, since it failed. */
  boolean failed(DueEntry entry) {
    var last = byCommit.get(entry.commitId());
    return last != null && last.failed();
  }

  /** Whether an entry was asked for before and did not fail. */
  boolean settled(DueEntry entry) {
    var last = byCommit.get(entry.commitId());
    return last != null && !last.failed();
  }

  void asked(DueEntry entry, long now, boolean failed) {
    var last = byCommit.remove(entry.commitId());
    var wait = last == null ? FIRST.toNanos() : Math.min(2 * last.waitNanos(), LONGEST.toNanos());
    byCommit.put(entry.commitId(), new Attempt(now, wait, failed));
  }
}
