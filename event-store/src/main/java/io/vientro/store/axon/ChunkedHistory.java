package io.vientro.store.axon;

import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The history of one aggregate, read a chunk at a time as it is consumed, so that its length does
 * not matter to memory. What is appended while it is consumed may be in it. Not thread-safe.
 */
final class ChunkedHistory implements DomainEventStream {
  private final LongFunction<List<? extends DomainEventMessage<?>>> chunks;
  private final int size;
  private final Queue<DomainEventMessage<?>> ready = new ArrayDeque<>();
  private long next;
  private boolean ended;
  private @Nullable Long last;

  /**
   * @param chunks gives the events from a sequence on, in order, as many as {@code size} where
   *     there are so many
   */
  ChunkedHistory(LongFunction<List<? extends DomainEventMessage<?>>> chunks, long first, int size) {
    this.chunks = chunks;
    this.next = first;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && !ended) {
      var chunk = chunks.apply(next);
      ready.addAll(chunk);
      ended = chunk.size() < size;
      if (!chunk.isEmpty()) {
        next = chunk.getLast().getSequenceNumber() + 1;
        last = next - 1;
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public DomainEventMessage<?> next() {
    peek();
    return ready.remove();
  }

  @Override
  public DomainEventMessage<?> peek() {
    if (!hasNext()) {
      throw new NoSuchElementException("the history ends before " + next);
    }
    return ready.element();
  }

  /** Of what was read so far; null before the first event, and for good if there is none. */
  @Override
  public @Nullable Long getLastSequenceNumber() {
    return last;
  }
}
