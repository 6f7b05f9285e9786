package io.vientro.store;

import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import java.time.Instant;

/** An encoded event as it would lie in a log. */
final class Stored {
  static final String AGGREGATE = "dossier-1";

  private Stored() {}

  static StoredEvent of(EncodedEvent event) {
    return of(AGGREGATE, event.type(), event.revision(), event.payload());
  }

  static StoredEvent of(String aggregate, String type, int revision, String payload) {
    return new StoredEvent(
        7,
        "commit-1",
        new NewEvent(
            aggregate,
            0,
            "event-1",
            Instant.parse("2026-01-01T00:00:00Z"),
            type,
            revision,
            payload,
            "{}"));
  }
}
