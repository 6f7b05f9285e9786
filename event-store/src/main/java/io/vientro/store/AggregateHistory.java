package io.vientro.store;

import io.vientro.log.EventLog;
import java.util.List;
import java.util.stream.Stream;

/** The whole history of one aggregate, from the log itself. */
public final class AggregateHistory {
  /** Most events that are read, and held, at a time. */
  static final int CHUNK = 256;

  private final EventLog log;
  private final RecordedEvents events;

  public AggregateHistory(EventLog log, EventCodec codec) {
    this.log = log;
    this.events = new RecordedEvents(codec);
  }

  /** In the order of their sequence; empty if there is no such aggregate. */
  public List<RecordedEvent> history(String aggregate) {
    return stream(aggregate, 0).toList();
  }

  /**
   * From a sequence on, in order, read as it is consumed: however long the history, only a chunk of
   * it is held. What is appended while it is consumed may be in it.
   */
  public Stream<RecordedEvent> stream(String aggregate, long fromSequence) {
    return Stream.iterate(
            chunk(aggregate, fromSequence),
            chunk -> !chunk.isEmpty(),
            chunk -> isLast(chunk) ? List.of() : chunk(aggregate, chunk.getLast().sequence() + 1))
        .flatMap(List::stream);
  }

  /** The next events from a sequence on; see {@link #isLast} whether there may be more. */
  List<RecordedEvent> chunk(String aggregate, long fromSequence) {
    return events.of(log.aggregate(aggregate, fromSequence, CHUNK));
  }

  static boolean isLast(List<RecordedEvent> chunk) {
    return chunk.size() < CHUNK;
  }
}
