package io.vientro.query.processor;

import io.vientro.app.LogEnd;
import io.vientro.log.LogTail;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All view processors of this process. They start after everything else and stop first. */
public final class Processors implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Processors.class);

  private final Map<String, ViewProcessor> byView = new LinkedHashMap<>();
  private final List<View> views;
  private final ViewStore store;
  private final LogTail tail;
  private final LogEnd end;
  private final DeadLetters letters;
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("view-dead-letters").factory());
  private volatile boolean running;

  /**
   * What came of trying the letters of a view again.
   *
   * @param view name of the view
   * @param tried aggregates that were tried
   * @param taken those of them that are up to date now
   */
  public record Retried(String view, int tried, int taken) {}

  /**
   * @param queues the queue of each processor, by its name
   * @param log reads with personal values left sealed
   */
  public Processors(
      List<? extends View> views,
      ViewStore store,
      LogEventStore log,
      LogTail tail,
      LogEnd end,
      LogTokenStore tokens,
      Function<String, LogDeadLetterQueue> queues,
      Clock clock) {
    this.letters = new DeadLetters(store);
    this.tail = tail;
    this.end = end;
    this.views = List.copyOf(views);
    this.store = store;
    for (var view : views) {
      byView.put(
          view.view(),
          new ViewProcessor(
              view, store, log, tokens, queues.apply(view.versioned()), letters, clock));
    }
  }

  @Override
  public void start() {
    views.forEach(view -> view.index(store, View.IN_USE));
    byView.values().forEach(ViewProcessor::start);
    retries.scheduleWithFixedDelay(this::retryWhenDue, 1, 1, TimeUnit.SECONDS);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    retries.shutdown();
    byView.values().forEach(ViewProcessor::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void retryWhenDue() {
    for (var processor : byView.values()) {
      try {
        processor.retryWhenDue();
      } catch (RuntimeException e) {
        LOG.warn("the dead letters of {} could not be tried again", processor.view(), e);
      }
    }
  }

  /**
   * Tries the letters of all views again, now, in whichever process this is.
   *
   * @throws RuntimeException if the store does not answer
   */
  public List<Retried> retry() {
    return byView.entrySet().stream()
        .map(
            entry -> {
              var done = entry.getValue().retry();
              return new Retried(entry.getKey(), done.tried(), done.taken());
            })
        .toList();
  }

  /** What waits in the dead-letter queues. */
  public DeadLetters deadLetters() {
    return letters;
  }

  /** Last position in a view; -1 if it is empty. */
  public long position(String view) {
    return processor(view).position();
  }

  /**
   * Waits until a view has taken a position.
   *
   * @return the position it has then, which is smaller than the one wanted if the time was over
   */
  public long await(String view, long wanted, Duration atMost) throws InterruptedException {
    return processor(view).await(wanted, atMost);
  }

  /** Names of all views. */
  public List<String> views() {
    return List.copyOf(byView.keySet());
  }

  public ProcessorStatus status(String view) {
    return processor(view).status(head());
  }

  public List<ProcessorStatus> statuses() {
    return views().stream().map(this::status).toList();
  }

  public LogTail tail() {
    return tail;
  }

  /**
   * The position that the next event will take, as the store says; while it does not answer, as far
   * as this process has seen; 0 if it has seen nothing.
   */
  public long head() {
    return end.known();
  }

  private ViewProcessor processor(String view) {
    var processor = byView.get(view);
    if (processor == null) {
      throw new IllegalArgumentException("no view " + view);
    }
    return processor;
  }
}
