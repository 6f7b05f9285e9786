package io.vientro.store.axon;

import io.vientro.core.DomainEvent;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.log.LogMode;
import io.vientro.store.EventMetadata;
import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Messages as a command handler would publish them. */
final class Messages {
  static final EventMetadata METADATA =
      new EventMetadata(
          "lan",
          Role.RECEPTION_OFFICER,
          "dpi-tinh-mau",
          Capacity.ASSIGNED_DUTY,
          false,
          "test",
          "command-1",
          "digest-1",
          null,
          LogMode.TRAINING);

  private Messages() {}

  static DomainEvent event(int number) {
    return new TimeLimitEnded(
        "appraisal", number, LocalDate.of(2026, 1, 2), TimeLimitEnded.Reason.FULFILLED);
  }

  static DomainEventMessage<?> message(String commitId, String aggregate, long sequence) {
    return message(commitId, aggregate, sequence, event((int) sequence));
  }

  static DomainEventMessage<?> message(
      String commitId, String aggregate, long sequence, DomainEvent event) {
    return new GenericDomainEventMessage<>(
        "dossier", aggregate, sequence, event, LogMessages.metaData(commitId, METADATA));
  }
}
