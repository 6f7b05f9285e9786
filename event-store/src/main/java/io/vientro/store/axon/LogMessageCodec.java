package io.vientro.store.axon;

import io.vientro.core.DomainEvent;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import io.vientro.store.EventCodec;
import io.vientro.store.PendingEvent;
import io.vientro.store.PendingEvents;
import io.vientro.store.RecordedEvents;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Payloads are core's events, and the clock of the house says when. */
final class LogMessageCodec implements MessageCodec {
  private final PendingEvents pending;
  private final RecordedEvents recorded;
  private final Clock clock;

  LogMessageCodec(EventCodec codec, Clock clock) {
    this.pending = new PendingEvents(codec);
    this.recorded = new RecordedEvents(codec);
    this.clock = clock;
  }

  @Override
  public List<NewEvent> write(List<? extends EventMessage<?>> messages) {
    return pending.of(messages.stream().map(LogMessageCodec::pending).toList(), clock.instant());
  }

  private static PendingEvent pending(EventMessage<?> message) {
    return new PendingEvent(
        LogMessages.aggregateOf(message),
        LogMessages.sequenceOf(message),
        message.getIdentifier(),
        (DomainEvent) message.getPayload(),
        LogMessages.metadata(message));
  }

  @Override
  public List<? extends DomainEventMessage<?>> history(List<StoredEvent> stored) {
    return recorded.of(stored).stream().map(LogMessages::domain).toList();
  }

  @Override
  public List<? extends TrackedEventMessage<?>> tracked(List<StoredEvent> stored) {
    return recorded.of(stored).stream().map(LogMessages::tracked).toList();
  }
}
