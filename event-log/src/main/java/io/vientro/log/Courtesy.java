package io.vientro.log;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets other processes have their turn. Whoever has just appended knows the head and would win the
 * next race too, while the others still have to read it; so, as long as races are lost at all, a
 * writer waits about as long as an insert takes before its next one. Not thread-safe.
 */
final class Courtesy {
  private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private boolean contended;
  private long lastLost;
  private long insertNanos;

  void lost() {
    contended = true;
    lastLost = System.nanoTime();
  }

  void succeeded(long nanos) {
    insertNanos = nanos;
  }

  /** Waits where others are about, less than the given patience; otherwise returns at once. */
  void pause(long patienceNanos) {
    contended = contended && System.nanoTime() - lastLost < MEMORY_NANOS;
    long ceiling = Math.min(Math.min(2 * insertNanos, LONGEST_NANOS), patienceNanos);
    if (contended && ceiling > 0) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(ceiling));
    }
  }
}
