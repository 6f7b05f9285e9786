package io.vientro.store.axon;

import io.vientro.log.LogCorruptedException;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailSubscription;
import io.vientro.store.RecordedEvents;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One processor's place behind the process's tail. Read by one thread; the callback comes from the
 * tail's.
 *
 * <p>An event that cannot be decoded fails every look at it until it can be: the processor stays
 * before it, loudly.
 */
final class LogEventStream implements TrackingEventStream {
  private static final int CHUNK = 256;

  private final TailSubscription subscription;
  private final RecordedEvents events;
  private final Supplier<Optional<LogCorruptedException>> failure;
  private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
  private List<StoredEvent> polled = List.of();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition available = lock.newCondition();
  private volatile @Nullable Runnable callback;

  /**
   * @param failure why the tail has stopped for good, if it has
   */
  LogEventStream(
      TailSubscription subscription,
      RecordedEvents events,
      Supplier<Optional<LogCorruptedException>> failure) {
    this.subscription = subscription;
    this.events = events;
    this.failure = failure;
    subscription.onAvailable(this::tell);
  }

  private void tell() {
    lock.lock();
    try {
      available.signalAll();
    } finally {
      lock.unlock();
    }
    var told = callback;
    if (told != null) {
      told.run();
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable newCallback) {
    callback = newCallback;
    // Registered anew, so that what became available in between is told as well.
    subscription.onAvailable(this::tell);
    return true;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    fill();
    return Optional.ofNullable(ready.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    fill();
    var nanos = unit.toNanos(timeout);
    while (ready.isEmpty() && nanos > 0) {
      lock.lock();
      try {
        while (nanos > 0 && !subscription.available()) {
          nanos = available.awaitNanos(nanos);
        }
      } finally {
        lock.unlock();
      }
      fill();
    }
    return !ready.isEmpty();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (ready.isEmpty()) {
      hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
    }
    return ready.remove();
  }

  @Override
  public void close() {
    callback = null;
    subscription.close();
  }

  private void fill() {
    if (!ready.isEmpty()) {
      return;
    }
    if (polled.isEmpty()) {
      polled = subscription.poll(CHUNK);
    }
    if (polled.isEmpty()) {
      // A processor that waits for a tail that has stopped must not look healthy.
      failure
          .get()
          .ifPresent(
              e -> {
                throw new LogCorruptedException(
                    e.position(), "the tail has stopped: " + e.getMessage());
              });
    }
    // Kept until decoded: what was polled is not given again.
    for (var event : events.of(polled)) {
      ready.add(LogMessages.tracked(event));
    }
    polled = List.of();
  }
}
