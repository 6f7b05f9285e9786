package io.vientro.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets other processes have their turn. Whoever has just written knows the head and would win the
 * next race too, while the others still have to read it, and would starve without the winner ever
 * hearing of them. So a busy writer leaves a gap now and then, in which somebody else can be first;
 * and once it has lost a race, it waits after each block of its own until it sees another one's, or
 * has seen none for a few inserts' time. Two busy writers take turns that way. Not thread-safe.
 */
final class Turns {
  /** Between two gaps of a writer that is never idle; a gap takes half an insert's time. */
  private static final long GAP_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Time as the machine counts it, in nanoseconds; never a date. */
  interface Ticks {
    long now();

    void pause(long nanos);

    /** The machine's own. */
    Ticks REAL =
        new Ticks() {
          @Override
          public long now() {
            return System.nanoTime();
          }

          @Override
          public void pause(long nanos) {
            LockSupport.parkNanos(nanos);
          }
        };
  }

  private final Ticks ticks;
  private boolean others;
  private long lastWon;
  private long lastGap;
  private long insertNanos = TimeUnit.MILLISECONDS.toNanos(1);

  Turns(Ticks ticks) {
    this.ticks = ticks;
    this.lastGap = ticks.now();
  }

  /** Another process was first. */
  void lost() {
    others = true;
  }

  /** This process has written a block, in so many nanoseconds. */
  void won(long nanos) {
    lastWon = ticks.now();
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
    long patience = Math.min(3 * insertNanos, LONGEST_WAIT_NANOS);
    long pause = insertNanos / 2; // No insert is over before; after that, look again and again.
    while (others) {
      long remaining = lastWon + patience - ticks.now();
      if (remaining <= 0) {
        others = false;
        break;
      }
      ticks.pause(Math.min(remaining, pause));
      pause = insertNanos / 20;
      Blocks.Head now = look.get();
      if (now.next() > head.next()) {
        lastGap = ticks.now();
        return now;
      }
    }
    leaveGap();
    return head;
  }

  private void leaveGap() {
    long gap = insertNanos / 2;
    long now = ticks.now();
    if (now - lastWon >= gap) {
      lastGap = now;
    } else if (now - lastGap >= GAP_EVERY_NANOS) {
      ticks.pause(gap);
      lastGap = ticks.now();
    }
  }
}
