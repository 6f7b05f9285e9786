package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.DomainEvent;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.log.LogMode;
import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailOptions;
import io.vientro.store.axon.DeadLetterLimits;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogLetters;
import io.vientro.store.axon.LogMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log written under revision 1 of an event is read on under revision 2, untouched. */
abstract class RaisedRevisionContract {
  private static final String DOSSIER = "dossier-1";
  private static final TimeLimitEnded.Reason REASON = TimeLimitEnded.Reason.FULFILLED;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  /** As the event may look one day: two fields became one, and a new one came. */
  record Ended2(String limit, Segment segment, TimeLimitEnded.Reason reason, boolean late)
      implements DomainEvent {}

  record Segment(int number, LocalDate endedOn) {}

  private static final EventTypes RAISED =
      new EventTypes(List.of(new EventTypes.Entry("time-limit.ended", 2, Ended2.class)));

  private static final Upcaster FROM_1 =
      new Upcaster(
          "time-limit.ended",
          1,
          o -> {
            var segment = o.objectNode();
            segment.set("number", o.remove("segment"));
            segment.set("endedOn", o.remove("on"));
            o.set("segment", segment);
            return o.put("late", false);
          });

  private final SubjectKeys keys = new InMemorySubjectKeys();
  private final EventCodec old = new EventCodec(keys);
  private final EventCodec raised = new EventCodec(RAISED, List.of(FROM_1), keys, new Sealing());
  private TestStore store;
  private EventLog log;
  private LogTail tail;

  abstract TestStore open();

  @BeforeEach
  void open_a_log_of_old() {
    store = open();
    log = new MongoEventLog(store.database(), MongoLogOptions.defaults());
    tail = LogTail.start(log, TailOptions.shared());
    var before = new LogEventStore(log, tail, old, Clock.systemUTC());
    for (int i = 0; i < 3; i++) {
      before.publish(message(i, new TimeLimitEnded("appraisal", i, DAY, REASON)));
    }
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      tail.close();
      log.close();
      store.close();
    }
  }

  @Test
  void aggregates_and_streams_are_read_in_todays_shape() throws Exception {
    var now = new LogEventStore(log, tail, raised, Clock.systemUTC());
    assertThat(now.readEvents(DOSSIER).asStream().<Object>map(m -> m.getPayload()))
        .containsExactly(ended(0, false), ended(1, false), ended(2, false));
    now.publish(message(3, ended(3, true)));
    var read = new ArrayList<Object>();
    try (var stream = now.openStream(null)) {
      while (read.size() < 4) {
        read.add(stream.nextAvailable().getPayload());
      }
    }
    assertThat(read)
        .containsExactly(ended(0, false), ended(1, false), ended(2, false), ended(3, true));
  }

  @Test
  void what_lies_in_the_log_stays_as_it_was_and_verifies_and_what_is_new_is_of_revision_2() {
    var before = stored();
    new LogEventStore(log, tail, raised, Clock.systemUTC()).publish(message(3, ended(3, true)));
    var after = stored();
    assertThat(after.subList(0, 3)).isEqualTo(before);
    assertThat(after).extracting(e -> e.event().revision()).containsExactly(1, 1, 1, 2);
    var verified = LogVerifier.verify(log);
    assertThat(verified.finding()).isNull();
    assertThat(verified.size()).isEqualTo(4);
  }

  @Test
  void software_of_old_does_not_read_past_what_it_does_not_know() {
    new LogEventStore(log, tail, raised, Clock.systemUTC()).publish(message(3, ended(3, true)));
    assertThatThrownBy(() -> new AggregateHistory(log, old).history(DOSSIER))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("time-limit.ended/2");
  }

  @Test
  void a_dead_letter_of_old_is_tried_again_in_todays_shape() throws Exception {
    var before = new LogEventStore(log, tail, old, Clock.systemUTC());
    try (var stream = before.openStream(null)) {
      queue(old).enqueue(DOSSIER, new GenericDeadLetter<>(DOSSIER, stream.nextAvailable()));
    }
    var letter = queue(raised).deadLetterSequence(DOSSIER).iterator().next();
    assertThat(letter.message().getPayload()).isEqualTo(ended(0, false));
  }

  private LogDeadLetterQueue queue(EventCodec codec) {
    return new LogDeadLetterQueue(
        store.database(), "group", "test", new LogLetters(log, codec), DeadLetterLimits.DEFAULT);
  }

  private List<StoredEvent> stored() {
    return log.aggregate(DOSSIER, 0, 10);
  }

  private static Ended2 ended(int number, boolean late) {
    return new Ended2("appraisal", new Segment(number, DAY), REASON, late);
  }

  private static GenericDomainEventMessage<?> message(long sequence, DomainEvent event) {
    var metadata =
        new EventMetadata(
            "lan",
            Role.RECEPTION_OFFICER,
            "dpi-tinh-mau",
            Capacity.ASSIGNED_DUTY,
            false,
            "test",
            "c-" + sequence,
            null,
            null,
            LogMode.TRAINING);
    return new GenericDomainEventMessage<>(
        "dossier", DOSSIER, sequence, event, LogMessages.metaData("c-" + sequence, metadata));
  }
}
