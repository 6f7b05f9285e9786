package io.vientro.log;

import java.time.Instant;
import java.util.Objects;

/**
 * An event on its way into the log.
 *
 * @param aggregate globally unique id of the aggregate, not beginning with {@code $}; an event
 *     without one takes its own id and sequence 0
 * @param sequence place in the aggregate's own history, from 0, without gaps
 * @param id globally unique id of the event
 * @param at when the event was recorded; UTC, stored with millisecond precision (finer parts are
 *     refused)
 * @param type stable name, for example {@code dossier.submitted}; never the name of a Java class
 * @param revision of the payload's shape under that name, from 1
 * @param payload JSON text, stored and hashed exactly as given
 * @param metadata JSON text, likewise
 */
public record NewEvent(
    String aggregate,
    long sequence,
    String id,
    Instant at,
    String type,
    int revision,
    String payload,
    String metadata) {
  public NewEvent {
    Objects.requireNonNull(aggregate);
    Objects.requireNonNull(id);
    Objects.requireNonNull(at);
    Objects.requireNonNull(type);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(metadata);
    if (aggregate.isEmpty() || id.isEmpty() || type.isEmpty()) {
      throw new IllegalArgumentException("aggregate, id and type of an event must not be empty");
    }
    if (aggregate.startsWith("$")) {
      throw new IllegalArgumentException("a store may read it as an expression: " + aggregate);
    }
    WellFormed.require("aggregate", aggregate);
    WellFormed.require("event id", id);
    WellFormed.require("event type", type);
    WellFormed.require("payload", payload);
    WellFormed.require("metadata", metadata);
    if (sequence < 0 || revision < 1) {
      throw new IllegalArgumentException(
          "sequence starts at 0 and revision at 1: " + sequence + ", " + revision);
    }
    if (at.getNano() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          "the log keeps milliseconds; truncate before appending: " + at);
    }
  }
}
