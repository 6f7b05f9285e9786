package io.vientro.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for a whole process: one thread reads each new event once, checks it, and keeps
 * the last ones for any number of subscribers. Who is further behind reads from the log by itself
 * until it has caught up.
 *
 * <p>When the store does not answer, the tail tries again and again, with growing pauses; {@link
 * #trouble()} tells. When the log cannot be trusted any more, the tail stops for good; {@link
 * #failure()} tells, and no subscriber is given anything from there on.
 */
public final class LogTail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogTail.class);

  private static final long FIRST_BACKOFF_MILLIS = 50;

  private final EventLog source;
  private final TailOptions options;
  private final RecentEvents recent;
  private final List<BufferedSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();

  /** Guarded by {@link #lock}: something was appended since the log was last looked at. */
  private boolean bell;

  private volatile boolean closed;
  private volatile @Nullable LogCorruptedException failure;
  private volatile @Nullable RuntimeException trouble;

  private LogTail(EventLog source, TailOptions options) {
    this.source = source;
    this.options = options;
    this.recent = new RecentEvents(options.bufferedEvents(), options.bufferedCharacters());
    this.thread = Thread.ofPlatform().daemon().name("vientro-log-tail").unstarted(this::follow);
  }

  /**
   * Starts to follow a log from its end. The store need not be there yet.
   *
   * @param source outlives the tail
   */
  public static LogTail start(EventLog source, TailOptions options) {
    LogTail tail = new LogTail(source, options);
    tail.thread.start();
    return tail;
  }

  /**
   * A new place in the log.
   *
   * @param fromPosition the first position wanted; may lie anywhere, also beyond the head
   */
  public TailSubscription subscribe(long fromPosition) {
    BufferedSubscription subscription =
        new BufferedSubscription(source, recent, fromPosition, subscriptions::remove);
    subscriptions.add(subscription);
    return subscription;
  }

  /**
   * The position after the last event the tail has seen; empty until it has found the end of the
   * log.
   */
  public Optional<Long> nextPosition() {
    long next = recent.next();
    return next < 0 ? Optional.empty() : Optional.of(next);
  }

  /** Why the tail has stopped for good; empty as long as the log can be trusted. */
  public Optional<LogCorruptedException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Why the tail cannot read just now; empty once it can again. */
  public Optional<RuntimeException> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void follow() {
    AutoCloseable registration = source.onAppend(this::ring);
    try {
      int failures = 0;
      @Nullable LogReader reader = null;
      while (!closed) {
        try {
          if (reader == null) {
            reader = begin();
          }
          boolean idle = readOn(reader);
          failures = 0;
          trouble = null;
          if (idle) {
            await(options.pollInterval(), true);
          }
        } catch (LogCorruptedException e) {
          failure = e;
          log.error("the log cannot be trusted, following it has stopped", e);
          return;
        } catch (RuntimeException e) {
          if (trouble == null) {
            log.warn("the log cannot be read just now", e);
          }
          trouble = e;
          await(backoff(failures++), false);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      giveBack(registration);
    }
  }

  /** One event back, so that the first new block is held against the hash of the last old one. */
  private LogReader begin() {
    long next = source.nextPosition();
    LogReader reader = source.reader(Math.max(0, next - 1));
    List<StoredEvent> known = next == 0 ? List.of() : reader.next(1);
    recent.startAt(next);
    recent.add(known.stream().filter(event -> event.position() >= next).toList());
    subscriptions.forEach(BufferedSubscription::tell);
    return reader;
  }

  /** Whether nothing new was there. */
  private boolean readOn(LogReader reader) {
    lock.lock();
    try {
      bell = false; // What rings from here on may come too late for this look.
    } finally {
      lock.unlock();
    }
    List<StoredEvent> events = reader.next(LogReader.BATCH);
    if (events.isEmpty()) {
      return true;
    }
    recent.add(events);
    subscriptions.forEach(BufferedSubscription::tell);
    return false;
  }

  private Duration backoff(int failures) {
    long ceiling =
        Math.min(
            options.longestBackoff().toMillis(), FIRST_BACKOFF_MILLIS << Math.min(failures, 20));
    return Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
  }

  private void await(Duration atMost, boolean untilBell) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (nanos > 0 && !closed && !(untilBell && bell)) {
        nanos = rung.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private void ring() {
    lock.lock();
    try {
      bell = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void giveBack(AutoCloseable registration) {
    try {
      registration.close();
    } catch (Exception e) {
      log.warn("the bell could not be given back", e);
    }
  }

  /**
   * Stops the thread and waits for it, a few seconds at most. Subscriptions get nothing new from
   * then on.
   */
  @Override
  public void close() {
    closed = true;
    ring();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
