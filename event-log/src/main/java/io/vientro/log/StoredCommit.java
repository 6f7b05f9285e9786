package io.vientro.log;

import java.util.List;

/**
 * A commit as it lies in the log.
 *
 * @param id the commit's id
 * @param events its events in order; positions are contiguous
 */
public record StoredCommit(String id, List<StoredEvent> events) {
  public StoredCommit {
    events = List.copyOf(events);
  }

  public long firstPosition() {
    return events.getFirst().position();
  }

  public long lastPosition() {
    return events.getLast().position();
  }
}
