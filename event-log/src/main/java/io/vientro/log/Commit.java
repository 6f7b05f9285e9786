package io.vientro.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One unit of work: all events of one command, over any number of aggregates. It is stored whole or
 * not at all.
 *
 * @param id globally unique; appending the same id again is answered with what was stored the first
 *     time
 * @param events at least one, in order; the sequences of one aggregate are contiguous within the
 *     commit
 */
public record Commit(String id, List<NewEvent> events) {
  public Commit {
    events = List.copyOf(events);
    if (id.isEmpty() || events.isEmpty()) {
      throw new IllegalArgumentException("a commit has an id and at least one event");
    }
    WellFormed.require("commit id", id);
    Map<String, Long> last = new HashMap<>();
    for (NewEvent event : events) {
      Long before = last.put(event.aggregate(), event.sequence());
      if (before != null && event.sequence() != before + 1) {
        // A unique index does not look inside one document: a sequence given twice would go
        // unnoticed.
        throw new IllegalArgumentException(
            "sequence %d of %s follows %d within one commit"
                .formatted(event.sequence(), event.aggregate(), before));
      }
    }
  }
}
