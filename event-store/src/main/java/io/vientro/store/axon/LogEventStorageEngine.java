package io.vientro.store.axon;

import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.LogReader;
import io.vientro.log.SequenceConflictException;
import io.vientro.store.EventCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's events in our log: one call of {@link #appendEvents(List)} is one commit. Payloads are
 * core's events, written by the one codec; Axon's serializers and upcasters have no part in it. No
 * snapshots: they would stand outside the hashes.
 */
public final class LogEventStorageEngine implements EventStorageEngine {
  private static final int CHUNK = 256;

  private final EventLog log;
  private final MessageCodec codec;

  /**
   * @param clock stamps all events of one commit, with milliseconds; the time in Axon's messages is
   *     not used
   */
  public LogEventStorageEngine(EventLog log, EventCodec codec, Clock clock) {
    this(log, new LogMessageCodec(codec, clock));
  }

  LogEventStorageEngine(EventLog log, MessageCodec codec) {
    this.log = log;
    this.codec = codec;
  }

  /**
   * Appends one commit, whole or not at all.
   *
   * @throws ConcurrencyException if an aggregate has moved on
   * @throws DuplicateCommitException if a commit with this id is in the log already
   */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> messages) {
    if (messages.isEmpty()) {
      return;
    }
    var commit = new Commit(commitId(messages), codec.write(messages));
    try {
      var appended = log.append(commit);
      if (appended.repeated()) {
        throw new DuplicateCommitException(appended.commit());
      }
      CurrentUnitOfWork.ifStarted(
          unitOfWork -> LogMessages.commit(unitOfWork.root().resources(), appended.commit()));
    } catch (SequenceConflictException e) {
      throw new ConcurrencyException(e.getMessage(), e);
    }
  }

  private static String commitId(List<? extends EventMessage<?>> messages) {
    var ids =
        messages.stream()
            .map(m -> Optional.ofNullable(m.getMetaData().get(LogMessages.COMMIT_ID)))
            .collect(Collectors.toSet());
    if (ids.size() > 1) {
      throw new IllegalArgumentException("one unit of work, several commit ids: " + ids);
    }
    return ids.iterator()
        .next()
        .map(String.class::cast)
        .orElseGet(() -> "random-" + UUID.randomUUID());
  }

  /**
   * @throws UnsupportedOperationException always
   */
  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException("a snapshot would stand outside the log's hashes");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return Optional.empty();
  }

  /** What is there now; it ends at the head, whatever {@code mayBlock} says. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    var reader = log.reader(LogPositions.after(trackingToken));
    return Stream.generate(() -> reader.next(CHUNK))
        .takeWhile(chunk -> !chunk.isEmpty())
        .flatMap(chunk -> codec.tracked(chunk).stream());
  }

  /** Read as it is consumed: however long the history, only a chunk of it is held. */
  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return new ChunkedHistory(
        sequence -> codec.history(log.aggregate(aggregateIdentifier, sequence, CHUNK)),
        firstSequenceNumber,
        CHUNK);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    long next = 0;
    while (true) {
      var chunk = log.aggregate(aggregateIdentifier, next, CHUNK);
      next += chunk.size();
      if (chunk.size() < CHUNK) {
        return next == 0 ? Optional.empty() : Optional.of(next - 1);
      }
    }
  }

  @Override
  public TrackingToken createTailToken() {
    return LogPositions.before(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return LogPositions.before(log.nextPosition());
  }

  /**
   * A token before the first event recorded at that instant or later. The order of the log is not
   * that of its clocks, so this reads from the start.
   */
  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    LogReader reader = log.reader(0);
    while (true) {
      var chunk = reader.next(CHUNK);
      if (chunk.isEmpty()) {
        return LogPositions.before(reader.position());
      }
      for (var stored : chunk) {
        if (!stored.event().at().isBefore(dateTime)) {
          return LogPositions.before(stored.position());
        }
      }
    }
  }
}
