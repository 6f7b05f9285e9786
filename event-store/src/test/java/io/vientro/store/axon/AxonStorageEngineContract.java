package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.log.EventLog;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import io.vientro.store.TestStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngineTest;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Axon's own contract for storage engines, on any store. */
abstract class AxonStorageEngineContract extends EventStorageEngineTest {
  private TestStore store;
  private EventLog log;
  private LogEventStorageEngine engine;

  abstract TestStore open();

  @BeforeEach
  void open_store() {
    store = open();
    log = new MongoEventLog(store.database(), MongoLogOptions.defaults());
    engine = new LogEventStorageEngine(log, new Texts());
    setTestSubject(engine);
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      log.close();
      store.close();
    }
  }

  /** The one case that does not apply: there are none, as they would stand outside the hashes. */
  @Test
  @Override
  public void storeAndLoadSnapshot() {
    engine.appendEvents(EventStoreTestUtils.createEvents(2));
    assertThatThrownBy(() -> engine.storeSnapshot(EventStoreTestUtils.createEvent(1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("outside the log's hashes");
    assertThat(engine.readSnapshot(EventStoreTestUtils.AGGREGATE)).isEmpty();
    assertThat(engine.readEvents(EventStoreTestUtils.AGGREGATE).asStream()).hasSize(2);
  }

  /** The contract's messages: texts, each with a time of its own and any metadata. */
  private static final class Texts implements MessageCodec {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();

    @Override
    public List<NewEvent> write(List<? extends EventMessage<?>> messages) {
      return messages.stream().map(this::write).toList();
    }

    private NewEvent write(EventMessage<?> message) {
      return new NewEvent(
          LogMessages.aggregateOf(message),
          LogMessages.sequenceOf(message),
          message.getIdentifier(),
          message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
          "text",
          1,
          json.writeValueAsString(message.getPayload()),
          json.writeValueAsString(message.getMetaData()));
    }

    @Override
    public List<? extends DomainEventMessage<?>> history(List<StoredEvent> stored) {
      return stored.stream().map(s -> domain(s.event())).toList();
    }

    @Override
    public List<? extends TrackedEventMessage<?>> tracked(List<StoredEvent> stored) {
      return stored.stream().map(this::tracked).toList();
    }

    private TrackedEventMessage<?> tracked(StoredEvent stored) {
      var token = new GlobalSequenceTrackingToken(stored.position());
      var event = stored.event();
      var message = domain(event);
      return event.aggregate().equals(event.id())
          ? new GenericTrackedEventMessage<>(
              token, new GenericEventMessage<>(message, message::getTimestamp))
          : new GenericTrackedDomainEventMessage<>(token, message);
    }

    private DomainEventMessage<String> domain(NewEvent event) {
      return new GenericDomainEventMessage<>(
          "type",
          event.aggregate(),
          event.sequence(),
          json.readValue(event.payload(), String.class),
          json.readValue(event.metadata(), MAP),
          event.id(),
          event.at());
    }
  }
}
