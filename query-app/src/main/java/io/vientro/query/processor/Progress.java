package io.vientro.query.processor;

import io.vientro.log.LogCorruptedException;
import io.vientro.query.projection.ProjectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far one processor of this process has come, and what holds it up. Thread-safe. */
final class Progress {

  /**
   * What holds a processor up.
   *
   * @param position of the event it stays before
   * @param reason kind of failure; never a value of the event
   * @param since when it failed first, UTC
   */
  record Trouble(long position, String reason, Instant since) {}

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position = -1;
  private volatile @Nullable Trouble trouble;
  private volatile @Nullable Trouble unreadable;

  Progress(Clock clock) {
    this.clock = clock;
  }

  /** Last position taken by this process; -1 if none yet. */
  long position() {
    return position;
  }

  @Nullable Trouble trouble() {
    return trouble;
  }

  void took(long lastPosition) {
    lock.lock();
    try {
      position = Math.max(position, lastPosition);
      trouble = null;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void failed(long batchFrom, Exception e) {
    var at = e instanceof ProjectionException failed ? failed.position() : batchFrom;
    var cause = e instanceof ProjectionException && e.getCause() != null ? e.getCause() : e;
    var before = trouble;
    var since = before != null && before.position() == at ? before.since() : clock.instant();
    trouble = new Trouble(at, cause.getClass().getSimpleName(), since);
  }

  /** The log cannot be read on; until it can be, {@link #unreadable()} tells. */
  void unreadable(RuntimeException e) {
    var at = e instanceof LogCorruptedException corrupted ? corrupted.position() : position + 1;
    var before = unreadable;
    var since = before != null && before.position() == at ? before.since() : clock.instant();
    unreadable = new Trouble(at, e.getClass().getSimpleName(), since);
  }

  void readable() {
    unreadable = null;
  }

  /** Why the log cannot be read on; null if it can be. */
  @Nullable Trouble unreadable() {
    return unreadable;
  }

  /** Waits until this process has taken a position, or the time is over. */
  void await(long wanted, long nanos) throws InterruptedException {
    var left = nanos;
    lock.lock();
    try {
      while (position < wanted && left > 0) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
