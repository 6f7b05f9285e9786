package io.vientro.trials.bench;

import io.vientro.log.Commit;
import io.vientro.log.NewEvent;
import io.vientro.trials.peers.Peer;
import io.vientro.trials.peers.TextSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Replaying a peer's events: in its own default way, and through our fold. */
final class PeerReplay {
  private static final int TOGETHER = 500;

  /** For either way of replaying: a peer that has not come to the end by then is stopped. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Time between two events of the history. axon-mongo's token holds every event of the last ten
   * seconds, so a history as dense as it was filled would be unfair to it.
   */
  private static final Duration APART = Duration.ofSeconds(1);

  private final Peer peer;
  private final TransactionManager transactions;

  PeerReplay(Peer peer, TransactionManager transactions) {
    this.peer = peer;
    this.transactions = transactions;
  }

  /** What a handler does with one event. */
  interface Handler {
    void handle(Seen seen) throws Exception;
  }

  /**
   * How far a replay came.
   *
   * @param events taken by the read model
   */
  record Reached(long events, double seconds) {
    double perSecond() {
      return events / seconds;
    }
  }

  /** Puts the same events in as {@link Filling} does, many at a time. Not measured. */
  void fill(int events, int aggregates) {
    History history = new History(new Creates(2), aggregates);
    Instant at = Instant.parse("2020-01-01T00:00:00Z");
    List<DomainEventMessage<String>> some = new ArrayList<>();
    for (int i = 1; i <= events; i++) {
      at = at.plus(APART);
      some.add(message(history.get(), at));
      if (some.size() == TOGETHER || i == events) {
        peer.engine().appendEvents(some);
        some = new ArrayList<>();
      }
    }
  }

  private static DomainEventMessage<String> message(Commit commit, Instant at) {
    NewEvent event = commit.events().getFirst();
    return new GenericDomainEventMessage<>(
        "Dossier",
        event.aggregate(),
        event.sequence(),
        event.payload(),
        TextSerializer.metaData(event.metadata()),
        event.id(),
        at);
  }

  /**
   * Axon's tracking processor as it is configured when nothing is: batches of one event, a token
   * for each.
   *
   * @return from the start of the processor to the last event's commit
   */
  Reached byProcessor(int events, Handler handler) throws InterruptedException {
    Counting counting = new Counting(handler, events);
    TrackingEventProcessor processor =
        TrackingEventProcessor.builder()
            .name("replay")
            .eventHandlerInvoker(counting)
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(peer.store())
            .tokenStore(peer.tokens())
            .transactionManager(transactions)
            .build();
    long begun = System.nanoTime();
    processor.start();
    try {
      counting.await(PATIENCE);
      return counting.stop(begun);
    } finally {
      processor.shutDown();
    }
  }

  /** Counts, and stops handling after the last event wanted. */
  private static final class Counting implements EventHandlerInvoker {
    private final Handler handler;
    private final CountDownLatch end = new CountDownLatch(1);

    /** Guarded by this. */
    private long wanted;

    /** Guarded by this. */
    private long handled;

    /** Guarded by this. */
    private @Nullable Exception failure;

    Counting(Handler handler, long wanted) {
      this.handler = handler;
      this.wanted = wanted;
    }

    void await(Duration patience) throws InterruptedException {
      if (!end.await(patience.toSeconds(), TimeUnit.SECONDS)) {
        end.countDown(); // It is told by the number of events reached.
      }
    }

    /** Nothing is handled after this. */
    synchronized Reached stop(long begun) {
      wanted = 0;
      if (failure != null) {
        throw new IllegalStateException("a handler failed", failure);
      }
      return new Reached(handled, (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
      return true;
    }

    /** The event after the last one tells that the last one's unit of work was committed. */
    @Override
    public synchronized void handle(EventMessage<?> message, Segment segment) throws Exception {
      if (handled >= wanted) {
        end.countDown();
        return;
      }
      try {
        handler.handle(seen((DomainEventMessage<?>) message, handled));
      } catch (Exception e) {
        failure = e;
        end.countDown();
        throw e;
      }
      handled++;
    }
  }

  /** Our fold over the peer's stream, without a processor. */
  Reached byFold(int events, int batchSize, ReadModel model) {
    long begun = System.nanoTime();
    long n = 0;
    try (Stream<? extends TrackedEventMessage<?>> stream =
        peer.engine().readEvents((TrackingToken) null, false)) {
      Iterator<? extends TrackedEventMessage<?>> messages = stream.iterator();
      while (n < events && System.nanoTime() - begun < PATIENCE.toNanos()) {
        List<Seen> batch = new ArrayList<>();
        while (n < events && batch.size() < batchSize && messages.hasNext()) {
          batch.add(seen((DomainEventMessage<?>) messages.next(), n++));
        }
        if (batch.isEmpty()) {
          throw new IllegalStateException(peer.name() + " has only " + n + " events");
        }
        model.take(batch);
      }
    }
    return new Reached(n, (System.nanoTime() - begun) / 1e9);
  }

  private static Seen seen(DomainEventMessage<?> message, long n) {
    return new Seen(message.getAggregateIdentifier(), n, (String) message.getPayload());
  }
}
