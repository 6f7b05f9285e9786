package io.vientro.query.processor;

import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Keeps one view up to the log. A failing event is never skipped: the processor lets go, waits a
 * little longer each time, and tries again.
 */
final class ViewProcessor {
  private static final int SEGMENT = 0;
  private static final int BATCH = 500;
  private static final Duration CLAIM_EXTENSION = Duration.ofSeconds(3);
  private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final String view;
  private final LogTokenStore tokens;
  private final Progress progress;
  private final PooledStreamingEventProcessor processor;
  private final ScheduledExecutorService coordinator;
  private final ScheduledExecutorService worker;

  ViewProcessor(View view, ViewStore store, LogEventStore log, LogTokenStore tokens, Clock clock) {
    this.view = view.view();
    this.tokens = tokens;
    this.progress = new Progress(clock);
    this.coordinator = executor("coordinator");
    this.worker = executor("worker");
    this.processor =
        PooledStreamingEventProcessor.builder()
            // A view of another version is other collections, read from the start by another
            // processor.
            .name(view.versioned())
            .eventHandlerInvoker(
                new ProjectionInvoker(view.projector(store, View.IN_USE), progress))
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(log)
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

  ProcessorStatus status(long head) {
    var trouble = progress.trouble();
    var position = position();
    return new ProcessorStatus(
        view,
        processor.getName(),
        processor.isRunning(),
        claimed(),
        position,
        Math.max(0, head - 1 - position),
        trouble == null
            ? (processor.isError()
                ? new ProcessorStatus.Trouble(position + 1, "unreadable", null)
                : null)
            : new ProcessorStatus.Trouble(trouble.position(), trouble.reason(), trouble.since()));
  }
}
