package io.vientro.store;

import io.vientro.log.EventLog;
import java.util.ArrayList;
import java.util.List;

/** The whole history of one aggregate, from the log itself. */
public final class AggregateHistory {
  private static final int CHUNK = 512;

  private final EventLog log;
  private final RecordedEvents events;

  public AggregateHistory(EventLog log, EventCodec codec) {
    this.log = log;
    this.events = new RecordedEvents(codec);
  }

  /** In the order of their sequence; empty if there is no such aggregate. */
  public List<RecordedEvent> history(String aggregate) {
    return from(aggregate, 0);
  }

  /** As {@link #history}, from a sequence on. */
  public List<RecordedEvent> from(String aggregate, long sequence) {
    var history = new ArrayList<RecordedEvent>();
    while (true) {
      var next = sequence + history.size();
      var chunk = log.aggregate(aggregate, next, CHUNK);
      history.addAll(events.of(chunk));
      if (chunk.size() < CHUNK) {
        return history;
      }
    }
  }
}
