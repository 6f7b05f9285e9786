package io.vientro.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets other processes have their turn. Whoever has just written knows the head and would win the
 * next race too, while the others still have to read it, and would starve. So, as long as others
 * are about, a writer that has just had its turn waits until it sees another one's block, or until
 * it has seen none for a few inserts' time; then nobody is about any more. Not thread-safe.
 */
final class Turns {
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long FIRST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private boolean others;
  private long lastWon;
  private long insertNanos = FIRST_LOOK_NANOS;

  /** Another process was first. */
  void lost() {
    others = true;
  }

  /** This process has written a block, in so many nanoseconds. */
  void won(long nanos) {
    lastWon = System.nanoTime();
    insertNanos = (3 * insertNanos + nanos) / 4;
  }

  /**
   * Waits for the others where that is due, in vain if need be.
   *
   * @param head after the own last block
   * @param look reads the head; its exceptions are passed on
   * @return the head to write at
   */
  Blocks.Head yield(Blocks.Head head, Supplier<Blocks.Head> look) {
    long patience = Math.min(3 * insertNanos, LONGEST_NANOS);
    while (others) {
      long remaining = lastWon + patience - System.nanoTime();
      if (remaining <= 0) {
        others = false;
        break;
      }
      LockSupport.parkNanos(Math.min(remaining, insertNanos / 4));
      Blocks.Head now = look.get();
      if (now.next() > head.next()) {
        return now;
      }
    }
    return head;
  }
}
