package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;

/** Axon's own contract for dead-letter queues, on any store. */
abstract class AxonDeadLetterContract extends SequencedDeadLetterQueueTest<EventMessage<?>> {
  private static final int LIMIT = 32;

  private TestStore store;

  abstract TestStore open();

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
    store = open();
    var queue =
        new LogDeadLetterQueue(
            store.database(),
            "some-group",
            "some-process",
            new TextLetters(),
            new DeadLetterLimits(LIMIT, LIMIT, Duration.ofMinutes(1)));
    // One of the cases gives a thread 100 ms to begin: connections are made before.
    queue.enqueue("first", generateInitialLetter());
    queue.process(letter -> Decisions.evict());
    return queue;
  }

  @AfterEach
  void close() {
    GenericDeadLetter.clock = Clock.systemUTC();
    if (store != null) {
      store.close();
    }
  }

  @Override
  protected long maxSequences() {
    return LIMIT;
  }

  @Override
  protected long maxSequenceSize() {
    return LIMIT;
  }

  @Override
  protected DeadLetter<EventMessage<?>> generateInitialLetter() {
    return new GenericDeadLetter<>("sequence", generateEvent(), generateThrowable());
  }

  @Override
  protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
    return new GenericDeadLetter<>("sequence", generateEvent());
  }

  @Override
  protected DeadLetter<EventMessage<?>> mapToQueueImplementation(
      DeadLetter<EventMessage<?>> letter) {
    return letter instanceof LogDeadLetter
        ? letter
        : new LogDeadLetter(UUID.randomUUID().toString(), 0, new ObjectId(), letter);
  }

  @Override
  protected void setClock(Clock clock) {
    GenericDeadLetter.clock = clock;
  }

  /** Messages have no equality, and a store keeps milliseconds. */
  @Override
  protected void assertLetter(
      DeadLetter<? extends EventMessage<?>> expected,
      DeadLetter<? extends EventMessage<?>> actual) {
    assertThat(actual.message().getIdentifier()).isEqualTo(expected.message().getIdentifier());
    assertThat(actual.message().getPayload()).isEqualTo(expected.message().getPayload());
    assertThat(actual.message().getMetaData()).isEqualTo(expected.message().getMetaData());
    assertThat(actual.cause()).isEqualTo(expected.cause());
    assertThat(actual.enqueuedAt()).isEqualTo(inMillis(expected.enqueuedAt()));
    assertThat(actual.lastTouched()).isEqualTo(inMillis(expected.lastTouched()));
    assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
  }

  private static Instant inMillis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The contract's messages carry a text, and lie in no log. */
  private static final class TextLetters implements LetterCodec {
    @Override
    public Document keep(EventMessage<?> message) {
      return new Document("text", message.getPayload()).append("e", message.getIdentifier());
    }

    @Override
    public EventMessage<?> restore(Document kept) {
      return new GenericEventMessage<>(
          kept.getString("e"), kept.getString("text"), MetaData.emptyInstance(), Instant.EPOCH);
    }
  }
}
