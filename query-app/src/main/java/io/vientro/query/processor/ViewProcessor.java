package io.vientro.query.processor;

import io.vientro.query.projection.Projector;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogMessages;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one view up to the log. A failing event is never skipped: where the view follows each
 * aggregate by itself, the event waits in the dead-letter queue with what comes after it and is
 * tried again there; elsewhere, or if the store is at fault, the processor lets go, waits a little
 * longer each time, and tries again.
 */
final class ViewProcessor {
  private static final int SEGMENT = 0;
  private static final int BATCH = 500;
  private static final Duration CLAIM_EXTENSION = Duration.ofSeconds(3);
  private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final long FIRST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LONGEST_RETRY_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final String view;
  private final LogTokenStore tokens;
  private final Progress progress;
  private final PooledStreamingEventProcessor processor;
  private final ScheduledExecutorService coordinator;
  private final ScheduledExecutorService worker;
  private final @Nullable Parking parking;
  private final DeadLetters letters;

  /** Of the one thread that tries again by itself. */
  private long retryDelay = FIRST_RETRY_NANOS;

  /** Likewise; of {@link System#nanoTime()}, null before the first time. */
  private @Nullable Long retriedAt;

  /** Likewise. */
  private long parkedBefore;

  /**
   * @param queue of this view's letters
   */
  ViewProcessor(
      View view,
      ViewStore store,
      LogEventStore log,
      LogTokenStore tokens,
      LogDeadLetterQueue queue,
      DeadLetters letters,
      Clock clock) {
    this.view = view.view();
    this.tokens = tokens;
    this.letters = letters;
    this.progress = new Progress(clock);
    var projector = view.projector(store, View.IN_USE);
    this.parking =
        view.isPerAggregate() ? new Parking(view.versioned(), projector, queue, letters) : null;
    this.coordinator = executor("coordinator");
    this.worker = executor("worker");
    this.processor =
        PooledStreamingEventProcessor.builder()
            // A view of another version is other collections, read from the start by another
            // processor.
            .name(view.versioned())
            .eventHandlerInvoker(
                new ProjectionInvoker(
                    parking == null ? messages -> take(projector, messages) : parking::take,
                    progress))
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(new WatchedLog(log, progress))
            .tokenStore(tokens)
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(coordinator)
            .workerExecutor(worker)
            .initialSegmentCount(1)
            .initialToken(StreamableMessageSource::createTailToken)
            .batchSize(BATCH)
            .claimExtensionThreshold(CLAIM_EXTENSION.toMillis())
            .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
            .build();
  }

  private static void take(Projector projector, List<EventMessage<?>> messages) {
    projector.take(messages.stream().map(LogMessages::recorded).toList());
  }

  private ScheduledExecutorService executor(String part) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("view-" + view + "-" + part).factory());
  }

  String view() {
    return view;
  }

  void start() {
    processor.start();
  }

  void stop() {
    processor.shutDown();
    coordinator.shutdown();
    worker.shutdown();
  }

  /** Whether this process works on the view now; otherwise another one does, or nobody. */
  boolean claimed() {
    return !processor.processingStatus().isEmpty();
  }

  /** Last position in the view, whichever process keeps it up; -1 if it is empty. */
  long position() {
    if (progress.position() >= 0 && claimed()) {
      return progress.position();
    }
    var status = processor.processingStatus().get(SEGMENT);
    var claimed = status == null ? OptionalLong.empty() : current(status);
    return claimed.isPresent()
        ? Math.max(progress.position(), claimed.getAsLong())
        : Math.max(progress.position(), tokens.position(processor.getName(), SEGMENT).orElse(-1));
  }

  private static OptionalLong current(EventTrackerStatus status) {
    return status.getCurrentPosition();
  }

  /**
   * Waits until the view has taken a position.
   *
   * @return the position it has then, which is smaller than the one wanted if the time was over
   */
  long await(long wanted, Duration atMost) throws InterruptedException {
    var until = System.nanoTime() + atMost.toNanos();
    while (true) {
      var position = position();
      var left = until - System.nanoTime();
      if (position >= wanted || left <= 0) {
        return position;
      }
      // What another process takes rings no bell here.
      var look = claimed() ? left : Math.min(left, LOOK_EVERY.toNanos());
      progress.await(wanted, look);
    }
  }

  /**
   * Tries the view's letters again, now.
   *
   * @throws RuntimeException if the store does not answer
   */
  Parking.Retried retry() {
    return parking == null ? new Parking.Retried(0, 0) : parking.retry();
  }

  /**
   * Tries again when it is time: once this process has the claim, then every ten seconds, then ever
   * more rarely as long as nothing comes of it.
   */
  void retryWhenDue() {
    if (parking == null || !claimed()) {
      return;
    }
    var parked = parking.parked();
    if (parked != parkedBefore) {
      parkedBefore = parked;
      retryDelay = FIRST_RETRY_NANOS;
    }
    if (retriedAt == null || System.nanoTime() - retriedAt >= retryDelay) {
      var first = retriedAt == null;
      retriedAt = System.nanoTime();
      var done = retry();
      retryDelay =
          first || done.tried() == 0 || done.taken() > 0
              ? FIRST_RETRY_NANOS
              : Math.min(2 * retryDelay, LONGEST_RETRY_NANOS);
    }
  }

  ProcessorStatus status(long head) {
    var position = position();
    return new ProcessorStatus(
        view,
        processor.getName(),
        processor.isRunning(),
        claimed(),
        position,
        Math.max(0, head - 1 - position),
        letters.count(processor.getName()),
        trouble(position));
  }

  private ProcessorStatus.@Nullable Trouble trouble(long position) {
    var trouble = progress.trouble() == null ? progress.unreadable() : progress.trouble();
    if (trouble != null) {
      return new ProcessorStatus.Trouble(trouble.position(), trouble.reason(), trouble.since());
    }
    return processor.isError()
        ? new ProcessorStatus.Trouble(position + 1, "unreadable", null)
        : null;
  }
}
