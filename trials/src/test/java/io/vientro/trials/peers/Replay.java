package io.vientro.trials.peers;

import io.vientro.core.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** A processor of two handlers that is reset: one keeps a view, the other sends letters. */
final class Replay {
  private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  /**
   * @param letters what the handler that disallows replays was given since the reset
   * @param flagged what was delivered as a replay
   */
  record Outcome(List<String> letters, List<String> flagged) {}

  private final BlockingQueue<String> viewed = new LinkedBlockingQueue<>();
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private final List<String> flagged = new CopyOnWriteArrayList<>();

  private Replay() {}

  /**
   * Five events, two seconds and at last half a second apart, are handled; the processor is reset;
   * a sixth event follows.
   */
  static Outcome of(Contestant store) throws InterruptedException {
    return new Replay().run(store);
  }

  private Outcome run(Contestant store) throws InterruptedException {
    store.append(NOON, "dossier-0#0");
    store.append(NOON.plusSeconds(2), "dossier-1#0");
    store.append(NOON.plusSeconds(4), "dossier-2#0");
    store.append(NOON.plusSeconds(6), "dossier-3#0");
    store.append(NOON.plusMillis(6500), "dossier-4#0");
    var executor = Executors.newScheduledThreadPool(2);
    try {
      var processor = processor(store, executor);
      processor.start();
      await(5);
      processor.shutDown();
      letters.clear();
      flagged.clear();
      processor.resetTokens();
      processor.start();
      await(5);
      store.append(NOON.plusSeconds(20), "dossier-5#0");
      await(1);
      processor.shutDown();
      return new Outcome(List.copyOf(letters), List.copyOf(flagged));
    } finally {
      executor.shutdownNow();
    }
  }

  private void await(int count) throws InterruptedException {
    var seen = new ArrayList<String>();
    while (seen.size() < count) {
      var one = viewed.poll(1, TimeUnit.MINUTES);
      if (one == null) {
        throw new AssertionError("only " + seen);
      }
      seen.add(one);
    }
  }

  private PooledStreamingEventProcessor processor(
      Contestant store, ScheduledExecutorService executor) {
    return PooledStreamingEventProcessor.builder()
        .name("letters-and-view")
        .eventHandlerInvoker(
            SimpleEventHandlerInvoker.builder().eventHandlers(new Letters(), new View()).build())
        .messageSource(store.source())
        .tokenStore(store.tokens())
        .transactionManager(NoTransactionManager.INSTANCE)
        .coordinatorExecutor(executor)
        .workerExecutor(executor)
        // Axon would mark what was there before the first start as replayed.
        .initialToken(StreamableMessageSource::createTailToken)
        .initialSegmentCount(1)
        .tokenClaimInterval(Duration.ofMillis(200).toMillis())
        .build();
  }

  /** Comes first, so that what the view has seen was offered here. */
  final class Letters {
    @DisallowReplay
    @EventHandler
    void on(DomainEvent event, EventMessage<?> message) {
      letters.add(Contestant.nameOf(message));
    }
  }

  /** May be built anew at any time. */
  final class View {
    @EventHandler
    void on(DomainEvent event, EventMessage<?> message) {
      if (ReplayToken.isReplay(message)) {
        flagged.add(Contestant.nameOf(message));
      }
      viewed.add(Contestant.nameOf(message));
    }
  }
}
