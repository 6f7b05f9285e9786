package io.vientro.http.users;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that only a test moves. */
final class MovableTime implements InstantSource {
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
