package io.vientro.http.users;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses: after five wrong passwords for a name the next try has to wait 1 s,
 * then 2, 4 … up to 60 s. Names that do not exist are treated alike. It forgets a name after a
 * quarter of an hour without a failure, and the longest unused one when there are too many.
 */
final class FailedTries {
  private static final int FREE = 5;
  private static final int LONGEST_SECONDS = 60;
  private static final Duration FORGET = Duration.ofMinutes(15);

  private record Failures(int count, Instant last, Instant until) {}

  private final InstantSource time;
  private final Map<String, Failures> byName;

  FailedTries(InstantSource time, int most) {
    this.time = time;
    this.byName =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > most;
          }
        };
  }

  /** How long this name has to wait before its next try; zero or negative if it need not. */
  synchronized Duration wait(String name) {
    var failures = byName.get(name);
    return failures == null ? Duration.ZERO : Duration.between(time.instant(), failures.until());
  }

  /** How long the next try has to wait after this failure; zero if it need not. */
  synchronized Duration failed(String name) {
    var now = time.instant();
    var before = byName.get(name);
    var count = before == null || before.last().plus(FORGET).isBefore(now) ? 1 : before.count() + 1;
    // Beyond six doublings it is the longest wait anyway.
    var seconds = count < FREE ? 0 : Math.min(LONGEST_SECONDS, 1 << Math.min(count - FREE, 6));
    byName.put(name, new Failures(count, now, now.plusSeconds(seconds)));
    return Duration.ofSeconds(seconds);
  }

  synchronized void succeeded(String name) {
    byName.remove(name);
  }

  synchronized int names() {
    return byName.size();
  }
}
