package io.vientro.app;

import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.log.LogUnavailableException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Where the log ends, asked of the store itself and not of the tail: a tail that stands still would
 * always say that there is nothing to read. The store is asked once a second at most, however many
 * gauges and health pages want to know. Thread-safe.
 */
public final class LogEnd {
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final EventLog log;
  private final LogTail tail;

  /** Guarded by this. */
  private OptionalLong next = OptionalLong.empty();

  /** Guarded by this; of {@link System#nanoTime()}. */
  private long asked;

  /** Guarded by this. */
  private boolean known;

  public LogEnd(EventLog log, LogTail tail) {
    this.log = log;
    this.tail = tail;
  }

  /**
   * The position that the next event will take, as of a second ago or later; empty while the store
   * does not answer.
   */
  public synchronized OptionalLong next() {
    if (!known || System.nanoTime() - asked > KEPT_NANOS) {
      next = ask();
      asked = System.nanoTime();
      known = true;
    }
    return next;
  }

  private OptionalLong ask() {
    try {
      return OptionalLong.of(log.nextPosition());
    } catch (LogUnavailableException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * How many events of the log this process's tail has not read; empty while the store does not
   * answer, or before the tail has found the end for the first time.
   */
  public OptionalLong tailLag() {
    var read = tail.nextPosition();
    var end = next();
    return read.isEmpty() || end.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, end.getAsLong() - read.get()));
  }

  /**
   * The position that the next event will take, as far as anybody here knows: the store, or else
   * the tail; 0 if neither does.
   */
  public long known() {
    return Math.max(next().orElse(0), tail.nextPosition().orElse(0L));
  }
}
