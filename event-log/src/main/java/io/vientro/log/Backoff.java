package io.vientro.log;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The pauses and the patience of one operation. Pauses grow and are drawn at random, so that
 * writers which collided do not collide again in step; the longest is short enough that a writer
 * which lost often is not left behind by lucky ones.
 */
final class Backoff {
  private static final long FIRST_MICROS = 500;
  private static final long LONGEST_MICROS = 50_000;

  private final long deadline;
  private int tries;

  Backoff(Duration patience) {
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - deadline >= 0;
  }

  long remainingNanos() {
    return Math.max(0, deadline - System.nanoTime());
  }

  /** Waits a little, less than the remaining patience. The first time it does not wait at all. */
  void pause() {
    if (tries++ == 0) {
      return;
    }
    long ceiling = Math.min(LONGEST_MICROS, FIRST_MICROS << Math.min(tries, 10));
    long nanos = ThreadLocalRandom.current().nextLong(ceiling) * 1_000;
    LockSupport.parkNanos(Math.min(nanos, remainingNanos()));
  }
}
