package io.vientro.trials.bench;

import io.vientro.log.StoredEvent;

/**
 * What a read model takes of an event, whichever store it comes from.
 *
 * @param position in the log, or its place in the peer's stream
 */
record Seen(String aggregate, long position, String payload) {
  static Seen of(StoredEvent stored) {
    return new Seen(stored.event().aggregate(), stored.position(), stored.event().payload());
  }
}
