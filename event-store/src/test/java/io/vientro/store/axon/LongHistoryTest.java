package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.log.InMemoryEventLog;
import io.vientro.store.AggregateHistory;
import io.vientro.store.CountingLog;
import io.vientro.store.EventCodec;
import io.vientro.store.FoldedStream;
import io.vientro.store.InMemorySubjectKeys;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An aggregate of 10,000 events is read in memory for a chunk of them. */
class LongHistoryTest {
  private static final int EVENTS = 10_000;
  private static final int CHUNK = 256;
  private static final int EVENTS_PER_COMMIT = 10;

  private static final InMemoryEventLog LOG = new InMemoryEventLog();

  private final CountingLog log = new CountingLog(LOG);
  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());
  private final LogEventStorageEngine engine =
      new LogEventStorageEngine(log, codec, Clock.systemUTC());

  @BeforeAll
  static void append_a_long_history() {
    for (int from = 0; from < EVENTS; from += EVENTS_PER_COMMIT) {
      append("dossier-1", from, from + EVENTS_PER_COMMIT);
    }
  }

  @Test
  void no_more_is_read_ahead_than_a_chunk() {
    var stream = engine.readEvents("dossier-1", 0);
    for (int i = 0; i < EVENTS; i++) {
      assertThat(stream.hasNext()).isTrue();
      assertThat(stream.peek().getSequenceNumber()).isEqualTo(i);
      assertThat(stream.next().getSequenceNumber()).isEqualTo(i);
      assertThat(log.given() - i).isBetween(1L, (long) CHUNK);
      assertThat(stream.getLastSequenceNumber()).isEqualTo(log.given() - 1);
    }
    assertThat(stream.hasNext()).isFalse();
    assertThat(stream.getLastSequenceNumber()).isEqualTo(EVENTS - 1L);
    assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void what_was_consumed_is_not_held() {
    var stream = engine.readEvents("dossier-1", 0);
    var consumed = new ArrayList<WeakReference<DomainEventMessage<?>>>();
    for (int i = 0; i < EVENTS - 1; i++) {
      consumed.add(new WeakReference<>(stream.next()));
    }
    for (int i = 0; i < 100 && held(consumed) > CHUNK; i++) {
      System.gc();
    }
    assertThat(held(consumed)).isLessThanOrEqualTo(CHUNK);
    assertThat(stream.next().getSequenceNumber()).isEqualTo(EVENTS - 1L);
  }

  private static long held(List<WeakReference<DomainEventMessage<?>>> consumed) {
    return consumed.stream().filter(reference -> reference.get() != null).count();
  }

  @Test
  void the_history_for_ourselves_is_read_no_further_ahead() {
    var consumed = new ArrayList<Long>();
    new AggregateHistory(log, codec)
        .stream("dossier-1", 3)
            .forEach(
                event -> {
                  consumed.add(event.sequence());
                  assertThat(log.given() - consumed.size()).isLessThan(CHUNK);
                });
    assertThat(consumed).hasSize(EVENTS - 3).startsWith(3L).endsWith(EVENTS - 1L);
  }

  @Test
  void who_stops_early_reads_no_further() {
    var first = new AggregateHistory(log, codec).stream("dossier-1", 0).iterator().next();
    assertThat(first.sequence()).isZero();
    assertThat(log.given()).isEqualTo(CHUNK);
  }

  @Test
  void a_long_stream_is_folded_to_its_end() {
    var folded = new FoldedStream<>(log, codec, "dossier-1", 0, (count, event) -> count + 1);
    assertThat(folded.current().state()).isEqualTo(EVENTS);
    assertThat(folded.current().sequence()).isEqualTo(EVENTS - 1L);
  }

  @Test
  void a_history_that_ends_with_its_chunk_ends_there() {
    append("dossier-2", 0, CHUNK);
    var stream = engine.readEvents("dossier-2", 0);
    for (int i = 0; i < CHUNK; i++) {
      stream.next();
    }
    assertThat(stream.hasNext()).isFalse();
    assertThat(new AggregateHistory(log, codec).history("dossier-2")).hasSize(CHUNK);
    assertThat(engine.readEvents("dossier-2", CHUNK).getLastSequenceNumber()).isNull();
  }

  private static void append(String aggregate, int from, int to) {
    var messages = new ArrayList<DomainEventMessage<?>>();
    for (int i = from; i < to; i++) {
      messages.add(Messages.message(aggregate + "-" + from, aggregate, i));
    }
    new LogEventStorageEngine(LOG, new EventCodec(new InMemorySubjectKeys()), Clock.systemUTC())
        .appendEvents(messages);
  }
}
