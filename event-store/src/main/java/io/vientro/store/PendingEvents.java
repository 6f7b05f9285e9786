package io.vientro.store;

import io.vientro.log.NewEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Writes core's events as the log takes them, a commit at a time. Thread-safe. */
public final class PendingEvents {
  private final EventCodec codec;

  public PendingEvents(EventCodec codec) {
    this.codec = codec;
  }

  /**
   * In the order given; keys that personal values need are durable when this returns.
   *
   * @param at when they are recorded, the same for all; kept in milliseconds
   * @throws SealingException if a subject was erased before
   */
  public List<NewEvent> of(List<PendingEvent> pending, Instant at) {
    var encoded =
        codec.encode(pending.stream().map(p -> new EventDraft(p.aggregate(), p.event())).toList());
    var inMillis = at.truncatedTo(ChronoUnit.MILLIS);
    // The events of one command carry the same: it is written once.
    var metadata = new HashMap<EventMetadata, String>();
    var news = new ArrayList<NewEvent>(pending.size());
    for (int i = 0; i < pending.size(); i++) {
      var it = pending.get(i);
      var event = encoded.get(i);
      news.add(
          new NewEvent(
              it.aggregate(),
              it.sequence(),
              it.id(),
              inMillis,
              event.type(),
              event.revision(),
              event.payload(),
              metadata.computeIfAbsent(it.metadata(), codec::encode)));
    }
    return news;
  }
}
