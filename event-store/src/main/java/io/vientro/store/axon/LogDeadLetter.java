package io.vientro.store.axon;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.types.ObjectId;

/**
 * A letter as it lies in a {@link LogDeadLetterQueue}.
 *
 * @param sequence what it waits in line with, for example the id of a dossier
 * @param index place in the sequence's own count, which goes on as letters leave
 * @param id tells this letter from one that took its place
 * @param content message, cause and times
 */
public record LogDeadLetter(
    String sequence, long index, ObjectId id, DeadLetter<EventMessage<?>> content)
    implements DeadLetter<EventMessage<?>> {
  @Override
  public EventMessage<?> message() {
    return content.message();
  }

  @Override
  public Optional<Cause> cause() {
    return content.cause();
  }

  @Override
  public Instant enqueuedAt() {
    return content.enqueuedAt();
  }

  @Override
  public Instant lastTouched() {
    return content.lastTouched();
  }

  @Override
  public MetaData diagnostics() {
    return content.diagnostics();
  }

  @Override
  public LogDeadLetter markTouched() {
    return with(content.markTouched());
  }

  @Override
  public LogDeadLetter withCause(Throwable requeueCause) {
    return with(content.withCause(requeueCause));
  }

  @Override
  public LogDeadLetter withDiagnostics(MetaData diagnostics) {
    return with(content.withDiagnostics(diagnostics));
  }

  private LogDeadLetter with(DeadLetter<EventMessage<?>> changed) {
    return new LogDeadLetter(sequence, index, id, changed);
  }
}
