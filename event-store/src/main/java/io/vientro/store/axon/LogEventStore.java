package io.vientro.store.axon;

import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvents;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on our log. All events of one unit of work become one commit; streams hang on
 * the one tail of the process and say when something is available, so no processor polls.
 */
public final class LogEventStore extends AbstractEventStore {
  private static final String APPENDED = LogEventStore.class.getName() + ".appended";

  private final LogTail tail;
  private final RecordedEvents events;

  /**
   * @param tail follows {@code log}; whoever made it closes it
   * @param clock stamps events as they are appended
   */
  public LogEventStore(EventLog log, LogTail tail, EventCodec codec, Clock clock) {
    super(new Builder().storageEngine(new LogEventStorageEngine(log, codec, clock)));
    this.tail = tail;
    this.events = new RecordedEvents(codec);
  }

  private static final class Builder extends AbstractEventStore.Builder {}

  /**
   * @throws IllegalStateException if the unit of work has appended already: it would be two
   *     commits, and one could be there alone
   */
  @Override
  protected void prepareCommit(List<? extends EventMessage<?>> messages) {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().resources().put(APPENDED, true) != null) {
      throw new IllegalStateException("events published after the unit of work was appended");
    }
    super.prepareCommit(messages);
  }

  /** From the event after the token's position on; from the first if there is no token. */
  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
    var subscription = tail.subscribe(LogPositions.after(trackingToken));
    return new LogEventStream(subscription, events, tail::failure);
  }
}
