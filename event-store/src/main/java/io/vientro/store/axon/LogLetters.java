package io.vientro.store.axon;

import io.vientro.log.EventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/**
 * A letter keeps where its event lies in the log, {@code { p: position, e: id of the event, token:
 * text }}, and never a copy of it: it is read from the log again, so upcasters apply to it, its
 * hash is checked, and a person who was erased is erased from the queue as well.
 */
public final class LogLetters implements LetterCodec {
  private final EventLog log;
  private final RecordedEvents events;
  private final TokenJson json = new TokenJson();

  /**
   * @param codec may be one that leaves personal values sealed, where the handlers expect that
   */
  public LogLetters(EventLog log, EventCodec codec) {
    this.log = log;
    this.events = new RecordedEvents(codec);
  }

  /**
   * @throws IllegalArgumentException if the message does not come from a stream of this log
   */
  @Override
  public Document keep(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null) {
      var token = tracked.trackingToken();
      return new Document("p", LogPositions.of(token))
          .append("e", message.getIdentifier())
          .append("token", json.write(token));
    }
    throw new IllegalArgumentException("not read from the log: " + message.getIdentifier());
  }

  /**
   * @throws LogCorruptedException if another event lies there, or none
   */
  @Override
  public EventMessage<?> restore(Document kept) {
    var event = at(kept.getLong("p"), kept.getString("e"));
    TrackingToken token = json.read(kept.getString("token"));
    return LogMessages.tracked(token, event);
  }

  private RecordedEvent at(long position, String id) {
    var read = log.reader(position).next(1);
    if (read.isEmpty() || !read.getFirst().event().id().equals(id)) {
      throw new LogCorruptedException(position, "a dead letter stands for event " + id + " here");
    }
    return events.of(List.of(read.getFirst())).getFirst();
  }
}
