package io.vientro.core.decision;

import java.util.List;

/**
 * What a decider answers: the events that follow, or the refusal.
 *
 * @param <E> the aggregate's events
 */
public sealed interface Decision<E> {

  /** The command is done by these events; at least one. */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException(
            "an ignored command does not exist: accept with events or reject");
      }
    }
  }

  /** A rule said no; nothing happens. */
  record Rejected<E>(Rejection rejection) implements Decision<E> {}

  static <E> Decision<E> accept(List<? extends E> events) {
    return new Accepted<>(List.copyOf(events));
  }

  static <E> Decision<E> reject(Rejection rejection) {
    return new Rejected<>(rejection);
  }
}
