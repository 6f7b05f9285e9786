package io.vientro.trials.peers;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One node of an application over an event store. Events are named by aggregate and sequence:
 * {@code dossier-1#0}.
 */
interface Contestant extends AutoCloseable {

  /**
   * Appends the events of one unit of work.
   *
   * @param clock what this node's clock shows when the events are published
   */
  void append(Instant clock, String... events);

  EventStorageEngine engine();

  /** As a processor has it. */
  StreamableMessageSource<TrackedEventMessage<?>> source();

  TokenStore tokens();

  /** Where {@link #tokens()} keeps them. */
  MongoCollection<Document> tokenDocuments();

  @Override
  void close();

  default List<String> history(String aggregate) {
    var events = new ArrayList<String>();
    engine().readEvents(aggregate).forEachRemaining(e -> events.add(nameOf(e)));
    return events;
  }

  /** A reader of the stream; asks the engine as Axon's event store does. */
  default Reader reader(@Nullable TrackingToken from) {
    return new Reader(engine(), from);
  }

  static String nameOf(EventMessage<?> message) {
    if (message instanceof DomainEventMessage<?> domain) {
      return domain.getAggregateIdentifier() + "#" + domain.getSequenceNumber();
    }
    throw new IllegalArgumentException("not of an aggregate: " + message);
  }

  /** Keeps its place and what it was given. */
  final class Reader {
    private final EventStorageEngine engine;
    private final List<String> delivered = new ArrayList<>();
    private @Nullable TrackingToken token;

    private Reader(EventStorageEngine engine, @Nullable TrackingToken from) {
      this.engine = engine;
      this.token = from;
    }

    /** Reads on to the end of the stream. */
    Reader readOn() {
      try (var events = engine.readEvents(token, false)) {
        events.forEach(
            event -> {
              token = event.trackingToken();
              delivered.add(nameOf(event));
            });
      }
      return this;
    }

    /** All that this reader was given, in the order of its coming. */
    List<String> delivered() {
      return delivered;
    }

    @Nullable TrackingToken token() {
      return token;
    }
  }
}
