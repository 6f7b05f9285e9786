package io.vientro.query.processor;

import com.mongodb.MongoException;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogUnavailableException;
import io.vientro.query.projection.ProjectionException;
import io.vientro.query.projection.Projector;
import io.vientro.store.RecordedEvent;
import io.vientro.store.axon.LogDeadLetter;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Takes events into a view, and puts aside what it cannot take: the event that failed and all later
 * ones of the same aggregate wait in the dead-letter queue, the other aggregates go on.
 *
 * <p>Two orders make this safe against a crash anywhere and against another process that empties
 * the queue at the same time. What can be taken is taken first, then the rest is put aside, then
 * the token moves: so nothing is tried again before all that came before it is in the view, and an
 * event is in the view or in the queue before its position counts as read. And an aggregate's
 * events go either to the view or behind its letters, never past them; a document takes no position
 * twice, so an event that lies in the queue twice, or in both, does no harm.
 *
 * <p>A store that does not answer puts nothing aside: that is no fault of an event.
 */
final class Parking {
  private static final Logger log = LoggerFactory.getLogger(Parking.class);

  /** After so many failures named within one batch, its events are taken one by one. */
  private static final int NAMED = 8;

  private final String processor;
  private final Projector projector;
  private final LogDeadLetterQueue queue;
  private final DeadLetters letters;
  private final AtomicLong parked = new AtomicLong();

  /**
   * @param projector of a view whose documents each follow from one aggregate
   */
  Parking(String processor, Projector projector, LogDeadLetterQueue queue, DeadLetters letters) {
    this.processor = processor;
    this.projector = projector;
    this.queue = queue;
    this.letters = letters;
  }

  private record Arrived(EventMessage<?> message, RecordedEvent event) {
    static Arrived of(EventMessage<?> message) {
      return new Arrived(message, LogMessages.recorded(message));
    }

    String aggregate() {
      return event.aggregate();
    }

    long position() {
      return event.position();
    }
  }

  private record Failure(long position, Throwable cause) {
    static boolean waits(Map<String, Failure> failed, Arrived it) {
      var failure = failed.get(it.aggregate());
      return failure != null && it.position() >= failure.position();
    }
  }

  /** How many events this process has put aside. */
  long parked() {
    return parked.get();
  }

  /**
   * Takes a batch.
   *
   * @param messages of the log, in the order of their position
   * @throws RuntimeException if the store does not answer, or the queue has no room: then the batch
   *     has to be taken again
   */
  void take(List<EventMessage<?>> messages) {
    var arrived = messages.stream().map(Arrived::of).toList();
    var waiting =
        letters.of(processor, arrived.stream().map(Arrived::aggregate).collect(Collectors.toSet()));
    var failed = project(arrived.stream().filter(it -> !isBehind(waiting, it)).toList());
    for (var it : arrived) {
      if (Failure.waits(failed, it)) {
        var failure = failed.get(it.aggregate());
        park(it, it.position() == failure.position() ? failure.cause() : null);
      } else if (isBehind(waiting, it) && it.position() > waiting.get(it.aggregate()).last()) {
        parkBehind(it);
      }
      // Else it is in the view, or lies in the queue since an earlier attempt at these events.
    }
  }

  private static boolean isBehind(Map<String, DeadLetters.Waiting> waiting, Arrived it) {
    var before = waiting.get(it.aggregate());
    return before != null && it.position() >= before.position();
  }

  /**
   * Takes what can be taken.
   *
   * @return by aggregate, the first event that could not be
   */
  private Map<String, Failure> project(List<Arrived> all) {
    var failed = new HashMap<String, Failure>();
    for (var named = 0; named < NAMED; named++) {
      var rest = all.stream().filter(it -> !Failure.waits(failed, it)).toList();
      try {
        projector.take(rest.stream().map(Arrived::event).toList());
        return failed;
      } catch (RuntimeException e) {
        var culprit = culprit(rest, e);
        if (culprit == null) {
          break;
        }
        failed.put(culprit.aggregate(), new Failure(culprit.position(), cause(e)));
      }
    }
    for (var it : all) {
      if (!Failure.waits(failed, it)) {
        var cause = failure(it);
        if (cause != null) {
          failed.put(it.aggregate(), new Failure(it.position(), cause));
        }
      }
    }
    return failed;
  }

  /** The event that a failure names; null if it names none. */
  private static @Nullable Arrived culprit(List<Arrived> events, RuntimeException e) {
    throwUnlessOfEvent(e);
    return e instanceof ProjectionException named
        ? events.stream().filter(it -> it.position() == named.position()).findFirst().orElse(null)
        : null;
  }

  /** Takes one event; why it could not be taken, or null if it was. */
  private @Nullable Throwable failure(Arrived it) {
    try {
      projector.take(List.of(it.event()));
      return null;
    } catch (RuntimeException e) {
      throwUnlessOfEvent(e);
      return cause(e);
    }
  }

  /** Unless the queue was emptied in the meantime: then nothing is in the event's way any more. */
  private void parkBehind(Arrived it) {
    if (!queue.enqueueIfPresent(it.aggregate(), () -> letter(it, null))) {
      var cause = failure(it);
      if (cause != null) {
        park(it, cause);
      }
    }
  }

  private void park(Arrived it, @Nullable Throwable cause) {
    if (cause != null) {
      log.warn(
          "{} cannot take the event at position {}: it and what follows of its aggregate wait",
          processor,
          it.position(),
          cause);
    }
    queue.enqueue(it.aggregate(), letter(it, cause));
    parked.incrementAndGet();
  }

  private static DeadLetter<? extends EventMessage<?>> letter(
      Arrived it, @Nullable Throwable cause) {
    return cause == null
        ? new GenericDeadLetter<>(it.aggregate(), it.message())
        : new GenericDeadLetter<>(it.aggregate(), it.message(), cause);
  }

  /**
   * What came of trying letters again.
   *
   * @param tried aggregates that were tried
   * @param taken those of them that have no letters any more
   */
  record Retried(int tried, int taken) {}

  /**
   * Tries each aggregate's letters once more, in order, until one fails again. What another process
   * is at is left to it.
   *
   * @throws RuntimeException if the store does not answer; the letters stay
   */
  Retried retry() {
    var tried = new HashSet<String>();
    var taken = 0;
    int before;
    do {
      before = tried.size();
      if (queue.process(
          letter -> !tried.contains(sequence(letter)), letter -> again(letter, tried))) {
        taken++;
      }
    } while (tried.size() > before);
    return new Retried(tried.size(), taken);
  }

  private EnqueueDecision<EventMessage<?>> again(
      DeadLetter<? extends EventMessage<?>> letter, Set<String> tried) {
    tried.add(sequence(letter));
    var cause = failure(Arrived.of(letter.message()));
    return cause == null ? Decisions.evict() : Decisions.requeue(cause);
  }

  private static String sequence(DeadLetter<? extends EventMessage<?>> letter) {
    return ((LogDeadLetter) letter).sequence();
  }

  private static Throwable cause(RuntimeException e) {
    return e instanceof ProjectionException && e.getCause() != null ? e.getCause() : e;
  }

  private static void throwUnlessOfEvent(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException
          || cause instanceof DataAccessException
          || cause instanceof LogUnavailableException
          || cause instanceof LogCorruptedException
          || cause instanceof UncheckedIOException
          || cause instanceof IOException
          || cause instanceof InterruptedException) {
        throw e;
      }
    }
  }
}
