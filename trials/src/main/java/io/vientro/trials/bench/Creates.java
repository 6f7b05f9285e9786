package io.vientro.trials.bench;

import io.vientro.log.Commit;
import io.vientro.log.NewEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Commits of one event, each the first of a new aggregate. Thread-safe. */
final class Creates {
  static final String TYPE = "dossier.submitted";

  private final Texts texts;
  private final AtomicLong made = new AtomicLong();

  Creates(long seed) {
    this.texts = new Texts(seed);
  }

  Commit next() {
    return commit("dossier-" + UUID.randomUUID(), 0);
  }

  /** A commit that goes on with an aggregate. */
  Commit commit(String aggregate, long sequence) {
    long n = made.getAndIncrement();
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    return new Commit(
        UUID.randomUUID().toString(),
        List.of(
            new NewEvent(
                aggregate,
                sequence,
                UUID.randomUUID().toString(),
                now,
                TYPE,
                1,
                texts.payload(n),
                texts.metadata(n))));
  }
}
