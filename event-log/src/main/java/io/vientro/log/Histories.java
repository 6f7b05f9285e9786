package io.vientro.log;

import java.util.HashMap;
import java.util.Map;

/**
 * Checks, event by event in order of position, that each aggregate goes on from 0 without a gap.
 */
final class Histories {
  private final Map<String, Long> nextSequence = new HashMap<>();

  /**
   * @throws LogCorruptedException if the event does not continue its aggregate
   */
  void add(StoredEvent stored) {
    NewEvent event = stored.event();
    long expected = nextSequence.getOrDefault(event.aggregate(), 0L);
    if (event.sequence() != expected) {
      throw new LogCorruptedException(
          stored.position(),
          "%s continues with %d instead of %d"
              .formatted(event.aggregate(), event.sequence(), expected));
    }
    nextSequence.put(event.aggregate(), expected + 1);
  }
}
