package io.vientro.trials.peers;

import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.log.LogMode;
import io.vientro.store.EventMetadata;
import io.vientro.store.axon.LogMessages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The messages of one unit of work, as either store is given them. */
final class Published {
  private static final EventMetadata METADATA =
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

  private Published() {}

  /** For axon-mongo, which keeps the node's time in the message. */
  static List<DomainEventMessage<?>> plain(Instant clock, String... events) {
    return messages(clock, MetaData.emptyInstance(), events);
  }

  /** For our log, which wants to know who did it. */
  static List<DomainEventMessage<?>> signed(Instant clock, String... events) {
    return messages(clock, LogMessages.metaData(UUID.randomUUID().toString(), METADATA), events);
  }

  private static List<DomainEventMessage<?>> messages(
      Instant clock, MetaData metaData, String... events) {
    return Stream.of(events).<DomainEventMessage<?>>map(e -> message(clock, metaData, e)).toList();
  }

  private static DomainEventMessage<?> message(Instant clock, MetaData metaData, String event) {
    int hash = event.indexOf('#');
    long sequence = Long.parseLong(event.substring(hash + 1));
    return new GenericDomainEventMessage<>(
        "dossier",
        event.substring(0, hash),
        sequence,
        new TimeLimitEnded(
            "appraisal", (int) sequence, LocalDate.of(2026, 1, 2), TimeLimitEnded.Reason.FULFILLED),
        metaData,
        UUID.randomUUID().toString(),
        clock);
  }
}
