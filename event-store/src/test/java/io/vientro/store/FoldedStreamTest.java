package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.DomainEvent;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.log.LogMode;
import io.vientro.log.Commit;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FoldedStreamTest {
  private static final EventMetadata METADATA =
      new EventMetadata(
          "system",
          Role.SYSTEM,
          "system",
          Capacity.OWN_RIGHT,
          false,
          "test",
          "c-1",
          null,
          null,
          LogMode.LIVE);

  private final InMemoryEventLog log = new InMemoryEventLog();
  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());
  private final FoldedStream<List<Integer>> stream =
      new FoldedStream<>(log, codec, "calendar-vn", List.of(), FoldedStreamTest::evolve);

  @Test
  void an_empty_stream_has_its_initial_state() {
    assertThat(stream.current()).isEqualTo(new Versioned<>(List.of(), -1));
  }

  @Test
  void each_look_sees_what_was_appended_before_it() {
    append("calendar-vn", 0);
    assertThat(stream.current()).isEqualTo(new Versioned<>(List.of(0), 0));
    append("calendar-us", 0);
    assertThat(stream.current()).isEqualTo(new Versioned<>(List.of(0), 0));
    append("calendar-vn", 1);
    append("calendar-vn", 2);
    assertThat(stream.current()).isEqualTo(new Versioned<>(List.of(0, 1, 2), 2));
  }

  @Test
  void each_event_is_folded_once_whoever_looks_at_the_same_time() throws Exception {
    var lookers = 4;
    var events = 300;
    try (var pool = Executors.newFixedThreadPool(lookers)) {
      var looks = new ArrayList<Future<?>>();
      for (int i = 0; i < lookers; i++) {
        looks.add(
            pool.submit(
                () -> {
                  while (stream.current().sequence() < events - 1) {
                    Thread.onSpinWait();
                  }
                }));
      }
      for (int i = 0; i < events; i++) {
        append("calendar-vn", i);
      }
      for (var look : looks) {
        look.get();
      }
    }
    assertThat(stream.current().state())
        .containsExactlyElementsOf(LongStream.range(0, events).mapToObj(i -> (int) i).toList());
  }

  @Test
  void a_history_longer_than_one_chunk_is_read_whole() {
    for (int i = 0; i < 1030; i++) {
      append("dossier-1", i);
    }
    append("dossier-2", 0);
    var history = new AggregateHistory(log, codec).history("dossier-1");
    assertThat(history).hasSize(1030);
    assertThat(history.getLast())
        .isEqualTo(
            new RecordedEvent(
                1029,
                "dossier-1-1029",
                "dossier-1",
                1029,
                "dossier-1-1029",
                Instant.EPOCH,
                event(1029),
                METADATA));
    assertThat(new AggregateHistory(log, codec).history("dossier-3")).isEmpty();
  }

  private static List<Integer> evolve(List<Integer> state, DomainEvent event) {
    var next = new ArrayList<>(state);
    next.add(((TimeLimitEnded) event).segment());
    return List.copyOf(next);
  }

  private static DomainEvent event(int number) {
    return new TimeLimitEnded(
        "appraisal", number, LocalDate.of(2026, 1, 2), TimeLimitEnded.Reason.FULFILLED);
  }

  private void append(String aggregate, int sequence) {
    var id = aggregate + "-" + sequence;
    var encoded = codec.encode(aggregate, event(sequence));
    var event =
        new NewEvent(
            aggregate,
            sequence,
            id,
            Instant.EPOCH,
            encoded.type(),
            encoded.revision(),
            encoded.payload(),
            codec.encode(METADATA));
    log.append(new Commit(id, List.of(event)));
  }
}
