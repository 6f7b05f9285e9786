package io.vientro.store;

import io.vientro.log.EventLog;
import io.vientro.log.ForwardingEventLog;
import io.vientro.log.StoredEvent;
import java.util.List;

/** Counts what is given out of aggregates' histories. */
public final class CountingLog extends ForwardingEventLog {
  private long given;

  public CountingLog(EventLog log) {
    super(log);
  }

  /** Events of aggregates given out so far. */
  public long given() {
    return given;
  }

  @Override
  public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
    var events = super.aggregate(aggregate, fromSequence, limit);
    given += events.size();
    return events;
  }
}
