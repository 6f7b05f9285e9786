package io.vientro.store;

import io.vientro.core.DomainEvent;
import io.vientro.log.EventLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The state of one aggregate that is read far more often than it changes (calendar, rule pack,
 * registry), folded in memory. Each look asks the log for what is new, so it is never older than
 * the moment of the call. Thread-safe.
 *
 * @param <S> immutable state
 */
public final class FoldedStream<S> {
  private final AggregateHistory history;
  private final String aggregate;
  private final BiFunction<S, DomainEvent, S> evolve;
  private volatile Versioned<S> last;

  /**
   * @param evolve core's evolve; it is given every event of the aggregate once, in order
   */
  public FoldedStream(
      EventLog log,
      EventCodec codec,
      String aggregateId,
      S initial,
      BiFunction<S, DomainEvent, S> evolve) {
    this.history = new AggregateHistory(log, codec);
    this.aggregate = aggregateId;
    this.evolve = evolve;
    this.last = new Versioned<>(initial, -1);
  }

  /** Brings several up to what is in the log now; as long as none has moved, in one question. */
  public static void refresh(EventLog log, Collection<? extends FoldedStream<?>> streams) {
    var byAggregate = new HashMap<String, FoldedStream<?>>();
    var next = new HashMap<String, Long>();
    for (var stream : streams) {
      byAggregate.put(stream.aggregate, stream);
      next.put(stream.aggregate, stream.last.sequence() + 1);
    }
    for (var moved : log.moved(next)) {
      Objects.requireNonNull(byAggregate.get(moved)).current();
    }
  }

  /** The state as it was when it was last looked up; nothing is asked. */
  public Versioned<S> known() {
    return last;
  }

  /** The state with everything that was in the log when this was called. */
  public Versioned<S> current() {
    // The look-up runs outside the lock: readers do not queue behind each other's questions to the
    // store.
    var state = last;
    while (true) {
      var news = history.chunk(aggregate, state.sequence() + 1);
      if (news.isEmpty()) {
        return state;
      }
      state = fold(news);
      if (AggregateHistory.isLast(news)) {
        return state;
      }
    }
  }

  private synchronized Versioned<S> fold(Iterable<RecordedEvent> news) {
    var state = last.state();
    var sequence = last.sequence();
    for (var event : news) {
      if (event.sequence() == sequence + 1) {
        state = evolve.apply(state, event.event());
        sequence = event.sequence();
      }
    }
    last = new Versioned<>(state, sequence);
    return last;
  }
}
