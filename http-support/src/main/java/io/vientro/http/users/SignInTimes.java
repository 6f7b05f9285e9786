package io.vientro.http.users;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes to find out who asks: timer {@code vientro.authentication}, by {@code outcome}.
 * It covers the check of name and password, not the rest of what a request passes at the edge.
 */
final class SignInTimes {
  static final String NAME = "vientro.authentication";
  static final String OUTCOME = "outcome";

  private final Timer remembered;
  private final Timer hashed;
  private final Timer refused;

  SignInTimes(MeterRegistry registry) {
    this.remembered = timer(registry, "remembered");
    this.hashed = timer(registry, "hashed");
    this.refused = timer(registry, "refused");
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder(NAME)
        .description("checks of a name and password")
        .tag(OUTCOME, outcome)
        .register(registry);
  }

  /** The password was known to be right. */
  void remembered(long nanos) {
    remembered.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** The password was right, and that took the slow hash, or waiting for the same name's. */
  void hashed(long nanos) {
    hashed.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Nobody was let in, for whatever reason. */
  void refused(long nanos) {
    refused.record(nanos, TimeUnit.NANOSECONDS);
  }
}
