package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.TailOptions;
import io.vientro.store.CachedSubjectKeys;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's pooled processor over our event store and our token store, on any store. */
abstract class LogProcessorContract {
  /** Longer than any test: an event that arrives was announced, not polled for. */
  private static final long NEVER = Duration.ofHours(1).toMillis();

  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private TestStore store;
  private EventLog log;
  private LogTail tail;
  private LogEventStore events;
  private ScheduledExecutorService executor;

  abstract TestStore open();

  @BeforeEach
  void open_store() {
    store = open();
    log = new MongoEventLog(store.database(), MongoLogOptions.defaults());
    tail = LogTail.start(log, TailOptions.shared());
    var keys = new MongoSubjectKeys(store.database(), Clock.systemUTC());
    var codec = new EventCodec(new CachedSubjectKeys(keys, 100, Duration.ofMinutes(1)));
    events = new LogEventStore(log, tail, codec, Clock.systemUTC());
    executor = Executors.newScheduledThreadPool(2);
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      executor.shutdownNow();
      tail.close();
      log.close();
      store.close();
    }
  }

  @Test
  void a_processor_sees_all_events_in_order_and_a_new_one_without_polling() throws Exception {
    append(0, 40);
    var processor = processor();
    processor.start();
    assertThat(next(40)).isEqualTo(expected(0, 40));
    append(40, 41);
    assertThat(next(1)).isEqualTo(expected(40, 41));
    processor.shutDown();
  }

  @Test
  void a_processor_goes_on_where_it_stopped() throws Exception {
    append(0, 5);
    var first = processor();
    first.start();
    assertThat(next(5)).isEqualTo(expected(0, 5));
    first.shutDown();
    append(5, 8);
    var second = processor();
    second.start();
    assertThat(next(3)).isEqualTo(expected(5, 8));
    second.shutDown();
    assertThat(seen).isEmpty();
  }

  @Test
  void a_reset_processor_is_given_everything_again_and_told_that_it_is_a_replay() throws Exception {
    append(0, 3);
    var processor = processor();
    processor.start();
    next(3);
    processor.shutDown();
    processor.resetTokens();
    processor.start();
    assertThat(next(3))
        .containsExactly("replayed dossier-0#0", "replayed dossier-1#0", "replayed dossier-2#0");
    append(3, 4);
    assertThat(next(1)).isEqualTo(expected(3, 4));
    processor.shutDown();
  }

  private PooledStreamingEventProcessor processor() {
    var invoker = SimpleEventHandlerInvoker.builder().eventHandlers(new Recorder(seen)).build();
    return PooledStreamingEventProcessor.builder()
        .name("recorder")
        .eventHandlerInvoker(invoker)
        .messageSource(events)
        .tokenStore(LogTokenStore.soleProcess(store.database()))
        .transactionManager(NoTransactionManager.INSTANCE)
        .coordinatorExecutor(executor)
        .workerExecutor(executor)
        // Axon would mark what was there before the first start as replayed.
        .initialToken(StreamableMessageSource::createTailToken)
        .initialSegmentCount(1)
        .tokenClaimInterval(NEVER)
        .claimExtensionThreshold(NEVER)
        .batchSize(10)
        .build();
  }

  /** One dossier each, in commits of their own. */
  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      events.publish(Messages.message("c-" + i, "dossier-" + i, 0));
    }
  }

  private static List<String> expected(int from, int to) {
    var expected = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      expected.add("dossier-" + i + "#0");
    }
    return expected;
  }

  private List<String> next(int count) throws InterruptedException {
    var next = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var one = seen.poll(1, TimeUnit.MINUTES);
      assertThat(one).as("event %d of %d", i, count).isNotNull();
      next.add(one);
    }
    return next;
  }

  static final class Recorder {
    private final BlockingQueue<String> seen;

    Recorder(BlockingQueue<String> seen) {
      this.seen = seen;
    }

    @EventHandler
    void on(io.vientro.core.DomainEvent event, EventMessage<?> message) {
      var recorded = LogMessages.recorded(message);
      var replayed = ReplayToken.isReplay(message) ? "replayed " : "";
      seen.add(replayed + recorded.aggregate() + "#" + recorded.sequence());
    }
  }
}
