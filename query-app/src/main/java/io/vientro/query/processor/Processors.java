package io.vientro.query.processor;

import io.vientro.app.LogEnd;
import io.vientro.log.LogTail;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** All view processors of this process. They start after everything else and stop first. */
public final class Processors implements SmartLifecycle {
  private final Map<String, ViewProcessor> byView = new LinkedHashMap<>();
  private final List<View> views;
  private final ViewStore store;
  private final LogTail tail;
  private final LogEnd end;
  private volatile boolean running;

  /**
   * @param log reads with personal values left sealed
   */
  public Processors(
      List<? extends View> views,
      ViewStore store,
      LogEventStore log,
      LogTail tail,
      LogEnd end,
      LogTokenStore tokens,
      Clock clock) {
    this.tail = tail;
    this.end = end;
    this.views = List.copyOf(views);
    this.store = store;
    for (var view : views) {
      byView.put(view.view(), new ViewProcessor(view, store, log, tokens, clock));
    }
  }

  @Override
  public void start() {
    views.forEach(view -> view.index(store, View.IN_USE));
    byView.values().forEach(ViewProcessor::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    byView.values().forEach(ViewProcessor::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
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
   * The position that the next event will take, as the store says; while it does not answer, as
   * far as this process has seen; 0 if it has seen nothing.
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
