package io.vientro.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The one clock. It can be moved only after it was made movable, which happens when a TRAINING log
 * is opened; a LIVE log always reads the machine's time. Milliseconds, since that is what the log
 * keeps.
 */
public final class VientroClock extends Clock {
  private final Clock real;
  private volatile boolean movable;
  private volatile @Nullable Instant moved;

  public VientroClock() {
    this(Clock.tickMillis(ZoneOffset.UTC));
  }

  /**
   * @param real what to read while not moved
   */
  public VientroClock(Clock real) {
    this.real = real;
  }

  void makeMovable() {
    movable = true;
  }

  /**
   * Stands still at an instant until it is moved again or released.
   *
   * @throws IllegalStateException if the log is LIVE
   */
  public void moveTo(Instant instant) {
    if (!movable) {
      throw new IllegalStateException("the clock of a LIVE log cannot be moved");
    }
    moved = instant;
  }

  /** Reads the machine's time again. */
  public void release() {
    moved = null;
  }

  @Override
  public Instant instant() {
    var at = moved;
    return at == null ? real.instant() : at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants are UTC; dates of the law come from Zone");
  }
}
