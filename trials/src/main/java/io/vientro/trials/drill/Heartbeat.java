package io.vientro.trials.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when the drill itself stood still, because somebody stopped it or the machine was busy
 * elsewhere: what is measured then says nothing about the log. Thread-safe.
 */
final class Heartbeat {
  /** Standing still for longer spoils a measurement. */
  static final Duration TOO_LONG = Duration.ofSeconds(1);

  private static final Duration BEAT = Duration.ofMillis(50);

  private long last = System.nanoTime();
  private long longest;

  Heartbeat() {
    Thread.ofPlatform()
        .daemon()
        .name("heartbeat")
        .start(
            () -> {
              while (true) {
                LockSupport.parkNanos(BEAT.toNanos());
                beat();
              }
            });
  }

  private synchronized void beat() {
    long now = System.nanoTime();
    longest = Math.max(longest, now - last);
    last = now;
  }

  /** Whether the drill stood still too long since this was last asked. */
  synchronized boolean missed() {
    beat();
    boolean missed = longest > TOO_LONG.toNanos();
    longest = 0;
    return missed;
  }
}
