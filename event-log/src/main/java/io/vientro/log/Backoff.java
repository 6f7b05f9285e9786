package io.vientro.log;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The pauses between failures in a row. They grow and are drawn at random, so that writers which
 * fail together do not come again in step; the longest is short enough that a store which is back
 * is noticed at once. Not thread-safe.
 */
final class Backoff {
  private static final long FIRST_MICROS = 500;
  private static final long LONGEST_MICROS = 50_000;

  private int failures;

  /** All is well again. */
  void reset() {
    failures = 0;
  }

  /** Waits a little. The first time it does not wait at all. */
  void pause() {
    if (failures++ == 0) {
      return;
    }
    long ceiling = Math.min(LONGEST_MICROS, FIRST_MICROS << Math.min(failures, 10));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(ceiling) * 1_000);
  }
}
