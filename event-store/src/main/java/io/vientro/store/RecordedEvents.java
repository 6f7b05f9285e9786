package io.vientro.store;

import io.vientro.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** Reads what lies in the log back into core's events, a list at a time. Thread-safe. */
public final class RecordedEvents {
  private final EventCodec codec;

  public RecordedEvents(EventCodec codec) {
    this.codec = codec;
  }

  /** In the order given; errors as those of {@link EventCodec#decode(List)}. */
  public List<RecordedEvent> of(List<StoredEvent> stored) {
    var decoded = codec.decode(stored);
    var recorded = new ArrayList<RecordedEvent>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      var it = stored.get(i);
      var event = it.event();
      recorded.add(
          new RecordedEvent(
              it.position(),
              it.commitId(),
              event.aggregate(),
              event.sequence(),
              event.id(),
              event.at(),
              decoded.get(i),
              codec.metadata(event.metadata())));
    }
    return recorded;
  }
}
