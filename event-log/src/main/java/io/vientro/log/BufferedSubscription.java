package io.vientro.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscriber of a {@link LogTail}: fed from the tail's buffer, and from the log itself where that
 * does not reach back.
 */
final class BufferedSubscription implements TailSubscription {
  private static final Logger log = LoggerFactory.getLogger(BufferedSubscription.class);

  private final EventLog source;
  private final RecentEvents recent;
  private final Consumer<BufferedSubscription> leave;

  /** Read from the log, not yet asked for: a reader gives whole blocks. Guarded by this. */
  private final Deque<StoredEvent> pending = new ArrayDeque<>();

  /** Guarded by this; null while the buffer is enough. */
  private @Nullable LogReader catchingUp;

  private volatile long position;
  private volatile boolean closed;
  private volatile Runnable listener = () -> {};

  BufferedSubscription(
      EventLog source, RecentEvents recent, long from, Consumer<BufferedSubscription> leave) {
    if (from < 0) {
      throw new IllegalArgumentException("positions start at 0: " + from);
    }
    this.source = source;
    this.recent = recent;
    this.position = from;
    this.leave = leave;
  }

  @Override
  public synchronized List<StoredEvent> poll(int max) {
    if (closed || max < 1) {
      return List.of();
    }
    List<StoredEvent> events = pending.isEmpty() ? recent.from(position, max) : null;
    if (events == null) {
      events = fromLog(max);
    } else {
      catchingUp = null;
    }
    position += events.size();
    return events;
  }

  private List<StoredEvent> fromLog(int max) {
    if (pending.isEmpty()) {
      if (recent.next() < 0) {
        return List
            .of(); // Before the tail has found the end, there is no telling what is behind it.
      }
      if (catchingUp == null) {
        catchingUp = source.reader(position);
      }
      pending.addAll(catchingUp.next(Math.max(max, LogReader.BATCH)));
    }
    List<StoredEvent> events = new ArrayList<>();
    while (events.size() < max && !pending.isEmpty()) {
      events.add(pending.removeFirst());
    }
    return events;
  }

  @Override
  public boolean available() {
    return !closed && position < recent.next();
  }

  @Override
  public void onAvailable(Runnable newListener) {
    listener = newListener;
    tell();
  }

  /** Tells the listener if there is something for it. */
  void tell() {
    if (available()) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        log.warn("a listener to the log failed", e);
      }
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {
    closed = true;
    listener = () -> {};
    leave.accept(this);
  }
}
