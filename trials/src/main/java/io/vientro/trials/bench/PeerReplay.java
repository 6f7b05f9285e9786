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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
  private static final Duration PATIENCE = Duration.ofMinutes(10);

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
   * @return events per second, from the start of the processor to the last event's commit
   */
  double byProcessor(int events, Handler handler) throws InterruptedException {
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
      if (!counting.await(PATIENCE)) {
        throw new IllegalStateException(peer.name() + " did not replay " + events + " events");
      }
      return events / ((System.nanoTime() - begun) / 1e9);
    } finally {
      processor.shutDown();
    }
  }

  /** Counts, and stops handling after the last event wanted. */
  private static final class Counting implements EventHandlerInvoker {
    private final Handler handler;
    private final long events;
    private final AtomicLong handled = new AtomicLong();
    private final CountDownLatch last = new CountDownLatch(1);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Counting(Handler handler, long events) {
      this.handler = handler;
      this.events = events;
    }

    boolean await(Duration patience) throws InterruptedException {
      boolean done = last.await(patience.toSeconds(), TimeUnit.SECONDS);
      Exception failed = failure.get();
      if (failed != null) {
        throw new IllegalStateException("a handler failed", failed);
      }
      return done;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
      return true;
    }

    /** The event after the last one tells that the last one's unit of work was committed. */
    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
      long n = handled.get();
      if (n >= events) {
        last.countDown();
        return;
      }
      try {
        handler.handle(seen((DomainEventMessage<?>) message, n));
      } catch (Exception e) {
        failure.compareAndSet(null, e);
        last.countDown();
        throw e;
      }
      handled.incrementAndGet();
    }
  }

  /**
   * Our fold over the peer's stream, without a processor.
   *
   * @return events per second
   */
  double byFold(int events, int batchSize, ReadModel model) {
    long begun = System.nanoTime();
    long n = 0;
    try (Stream<? extends TrackedEventMessage<?>> stream =
        peer.engine().readEvents((TrackingToken) null, false)) {
      Iterator<? extends TrackedEventMessage<?>> messages = stream.iterator();
      List<Seen> batch = new ArrayList<>();
      while (n < events && messages.hasNext()) {
        batch.add(seen((DomainEventMessage<?>) messages.next(), n++));
        if (batch.size() == batchSize || n == events) {
          model.take(batch);
          batch = new ArrayList<>();
        }
      }
    }
    return n / ((System.nanoTime() - begun) / 1e9);
  }

  private static Seen seen(DomainEventMessage<?> message, long n) {
    return new Seen(message.getAggregateIdentifier(), n, (String) message.getPayload());
  }
}
