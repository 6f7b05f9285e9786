package io.vientro.command.due;

import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogMessages;
import io.vientro.store.axon.LogTokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index up to the log, in one process at a time: whoever has the claim on its token. A
 * process that dies leaves the claim behind; another one takes it when it has been silent for the
 * token store's claim timeout. No event is skipped: at one that cannot be taken the processor lets
 * go, waits a little longer each time, and tries again.
 */
public final class DueIndexProcessor {
  /** Another layout of the index is another processor, with collections of its own. */
  public static final String NAME = "due_index";

  private static final int SEGMENT = 0;
  private static final int BATCH = 500;

  /** Well below the claim timeout, so that a busy process does not lose its claim. */
  private static final Duration CLAIM_EXTENSION = Duration.ofSeconds(3);

  /** How often a process without the claim asks for it. */
  private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);

  private static final Duration END_PATIENCE = Duration.ofSeconds(5);

  private final LogTokenStore tokens;
  private final PooledStreamingEventProcessor processor;
  private final ScheduledExecutorService coordinator = executor("coordinator");
  private final ScheduledExecutorService worker = executor("worker");
  private volatile long position = -1;
  private volatile @Nullable String trouble;

  /**
   * @param log reads with personal values left sealed
   */
  public DueIndexProcessor(DueIndex index, LogEventStore log, LogTokenStore tokens) {
    this.tokens = tokens;
    this.processor =
        PooledStreamingEventProcessor.builder()
            .name(NAME)
            .eventHandlerInvoker(new Invoker(index))
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(log)
            .tokenStore(tokens)
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(coordinator)
            .workerExecutor(worker)
            .initialSegmentCount(1)
            // From the first event on: Axon would begin at the last one.
            .initialToken(StreamableMessageSource::createTailToken)
            .batchSize(BATCH)
            .claimExtensionThreshold(CLAIM_EXTENSION.toMillis())
            .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
            .build();
  }

  private static ScheduledExecutorService executor(String part) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("due-index-" + part).factory());
  }

  public void start() {
    processor.start();
  }

  /** Ends what is being taken, and gives the claim back. */
  public void stop() {
    processor.shutDown();
    coordinator.shutdown();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean running() {
    return processor.isRunning();
  }

  /** Whether this process keeps the index now; otherwise another one does, or nobody. */
  public boolean claimed() {
    return !processor.processingStatus().isEmpty();
  }

  /**
   * Last position in the index, whichever process keeps it; -1 if it is empty.
   *
   * @throws com.mongodb.MongoException if the store has to be asked and does not answer
   */
  public long position() {
    return claimed() && position >= 0
        ? position
        : Math.max(position, tokens.position(NAME, SEGMENT).orElse(-1));
  }

  /** Kind of failure that holds this process up at the index; null if none does. */
  public @Nullable String trouble() {
    return trouble == null && processor.isError() ? "unreadable" : trouble;
  }

  /** Gives the index the events of a unit of work at once, before its token is written. */
  private final class Invoker implements EventHandlerInvoker {
    private static final String EVENTS = "due-index-events";
    private final DueIndex index;

    Invoker(DueIndex index) {
      this.index = index;
    }

    /** All of them: the position moves on with each. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
      return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
      batch(CurrentUnitOfWork.get()).add(message);
    }

    private List<EventMessage<?>> batch(UnitOfWork<?> unitOfWork) {
      return unitOfWork.getOrComputeResource(
          EVENTS,
          _ -> {
            var events = new ArrayList<EventMessage<?>>();
            unitOfWork.onPrepareCommit(_ -> take(events));
            unitOfWork.afterCommit(_ -> took(events.getLast()));
            return events;
          });
    }

    private void take(List<EventMessage<?>> events) {
      try {
        index.take(events.stream().map(LogMessages::recorded).toList());
      } catch (RuntimeException e) {
        trouble = e.getClass().getSimpleName();
        throw e;
      }
    }

    private void took(EventMessage<?> last) {
      position = Math.max(position, LogMessages.recorded(last).position());
      trouble = null;
    }

    @Override
    public boolean supportsReset() {
      return false;
    }
  }
}
