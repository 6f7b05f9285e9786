package io.vientro.query.processor;

import io.vientro.store.axon.LogEventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as one processor reads it, telling its progress where reading fails: Axon only says that
 * it did.
 */
final class WatchedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final LogEventStore log;
  private final Progress progress;

  WatchedLog(LogEventStore log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Watched(log.openStream(token));
  }

  @Override
  public TrackingToken createTailToken() {
    return log.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return log.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return log.createTokenAt(dateTime);
  }

  @Override
  public TrackingToken createTokenSince(Duration duration) {
    return log.createTokenSince(duration);
  }

  private final class Watched implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> stream;

    Watched(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      try {
        var next = stream.peek();
        progress.readable();
        return next;
      } catch (RuntimeException e) {
        progress.unreadable(e);
        throw e;
      }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      try {
        var available = stream.hasNextAvailable(timeout, unit);
        progress.readable();
        return available;
      } catch (RuntimeException e) {
        progress.unreadable(e);
        throw e;
      }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
