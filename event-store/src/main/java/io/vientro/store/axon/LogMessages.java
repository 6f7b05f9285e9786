package io.vientro.store.axon;

import io.vientro.log.StoredCommit;
import io.vientro.store.EventMetadata;
import io.vientro.store.RecordedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;

/** Between events on record and Axon's messages. */
public final class LogMessages {
  /**
   * Key of Axon's metadata under which the event's {@link EventMetadata} stand; owed on every event
   * published.
   */
  public static final String EVENT_METADATA = "eventMetadata";

  /**
   * Key of Axon's metadata for the id of the commit, a text; all events of one unit of work carry
   * the same. Without it the commit gets a random id and cannot be repeated.
   */
  public static final String COMMIT_ID = "commitId";

  private static final String COMMITTED = LogMessages.class.getName() + ".committed";

  private LogMessages() {}

  /**
   * What a unit of work appended, by its resources; empty before it is over, and if it appended
   * nothing.
   */
  public static Optional<StoredCommit> committed(Map<String, Object> resources) {
    return Optional.ofNullable((StoredCommit) resources.get(COMMITTED));
  }

  static void commit(Map<String, Object> resources, StoredCommit commit) {
    resources.put(COMMITTED, commit);
  }

  /** Metadata for the events of one commit. */
  public static MetaData metaData(String commitId, EventMetadata metadata) {
    return MetaData.from(Map.of(COMMIT_ID, commitId, EVENT_METADATA, metadata));
  }

  /**
   * @throws IllegalStateException if the message does not say who did it
   */
  static EventMetadata metadata(EventMessage<?> message) {
    if (message.getMetaData().get(EVENT_METADATA) instanceof EventMetadata metadata) {
      return metadata;
    }
    throw new IllegalStateException(
        "no metadata under '" + EVENT_METADATA + "': " + message.getPayloadType().getName());
  }

  /**
   * The event on record that a message from the log's stream stands for.
   *
   * @throws IllegalArgumentException if the message was not read from the log's stream
   */
  public static RecordedEvent recorded(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message.getPayload() instanceof io.vientro.core.DomainEvent event
        && message.getMetaData().get(COMMIT_ID) instanceof String commitId) {
      return new RecordedEvent(
          position(tracked).orElseThrow(),
          commitId,
          aggregateOf(message),
          sequenceOf(message),
          message.getIdentifier(),
          message.getTimestamp(),
          event,
          metadata(message));
    }
    throw new IllegalArgumentException("not a message of the log: " + message.getIdentifier());
  }

  /** An event without an aggregate takes its own id for one. */
  static String aggregateOf(EventMessage<?> message) {
    return message instanceof DomainEventMessage<?> domain
        ? domain.getAggregateIdentifier()
        : message.getIdentifier();
  }

  static long sequenceOf(EventMessage<?> message) {
    return message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
  }

  private static OptionalLong position(TrackedEventMessage<?> message) {
    var token = message.trackingToken();
    return token == null ? OptionalLong.empty() : token.position();
  }

  static DomainEventMessage<?> domain(RecordedEvent event) {
    return new GenericDomainEventMessage<>(
        kindOf(event.aggregate()),
        event.aggregate(),
        event.sequence(),
        event.event(),
        metaData(event.commitId(), event.metadata()),
        event.id(),
        event.at());
  }

  static TrackedEventMessage<?> tracked(RecordedEvent event) {
    return tracked(new GlobalSequenceTrackingToken(event.position()), event);
  }

  static TrackedEventMessage<?> tracked(TrackingToken token, RecordedEvent event) {
    var message = domain(event);
    return event.aggregate().equals(event.id())
        ? new GenericTrackedEventMessage<>(token, withoutAggregate(message))
        : new GenericTrackedDomainEventMessage<>(token, message);
  }

  private static <T> EventMessage<T> withoutAggregate(DomainEventMessage<T> message) {
    return new GenericEventMessage<>(message, message::getTimestamp);
  }

  /**
   * What the id says before its first dash, for example {@code dossier}; for people who read Axon's
   * messages, nothing rests on it.
   */
  private static String kindOf(String aggregate) {
    var dash = aggregate.indexOf('-');
    return dash < 0 ? aggregate : aggregate.substring(0, dash);
  }
}
