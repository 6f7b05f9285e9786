package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.log.LogMode;
import io.vientro.core.log.LogOpened;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogTail;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailOptions;
import io.vientro.log.TailSubscription;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import io.vientro.store.SampleEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogEventStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant NOW_IN_MILLIS = Instant.parse("2026-01-02T03:04:05.678Z");

  private final InMemoryEventLog log = new InMemoryEventLog();
  private final LogTail tail = LogTail.start(log, TailOptions.alone());
  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());
  private final LogEventStore store =
      new LogEventStore(log, tail, codec, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    tail.close();
    log.close();
  }

  @Test
  void a_unit_of_work_over_two_aggregates_is_one_commit() {
    commit(
        Messages.message("c-1", "dossier-1", 0),
        Messages.message("c-1", "reception-book-1", 0),
        Messages.message("c-1", "dossier-1", 1));
    var commit = log.commit("c-1").orElseThrow();
    assertThat(commit.events())
        .extracting(e -> e.event().aggregate() + "#" + e.event().sequence())
        .containsExactly("dossier-1#0", "reception-book-1#0", "dossier-1#1");
    assertThat(log.nextPosition()).isEqualTo(3);
  }

  @Test
  void a_rolled_back_unit_of_work_leaves_nothing() {
    var work = DefaultUnitOfWork.startAndGet(null);
    store.publish(Messages.message("c-1", "dossier-1", 0));
    work.rollback();
    assertThat(log.nextPosition()).isZero();
  }

  @Test
  void what_was_published_is_stored_under_the_clock_of_the_house() {
    var message = Messages.message("c-1", "dossier-1", 0);
    commit(message);
    var stored = stored("dossier-1").getFirst().event();
    assertThat(stored.id()).isEqualTo(message.getIdentifier());
    assertThat(stored.at()).isEqualTo(NOW_IN_MILLIS);
    assertThat(stored.type()).isEqualTo("time-limit.ended");
    assertThat(stored.metadata()).isEqualTo(codec.encode(Messages.METADATA));
  }

  @Test
  void no_personal_value_reaches_the_log_in_the_clear() {
    var event = SampleEvents.full(io.vientro.core.dossier.DossierSubmitted.class);
    commit(Messages.message("c-1", "dossier-1", 0, event));
    assertThat(stored("dossier-1").toString()).doesNotContain(SampleEvents.SECRET);
    assertThat(store.readEvents("dossier-1").next().getPayload()).isEqualTo(event);
  }

  @Test
  void an_aggregate_that_has_moved_on_is_a_conflict() {
    commit(Messages.message("c-1", "dossier-1", 0));
    assertThatThrownBy(
            () ->
                commit(
                    Messages.message("c-2", "reception-book-1", 0),
                    Messages.message("c-2", "dossier-1", 0)))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(log.nextPosition()).isEqualTo(1);
    assertThat(stored("reception-book-1")).isEmpty();
  }

  @Test
  void a_repeated_commit_id_rolls_back_and_tells_what_is_stored() {
    commit(Messages.message("c-1", "dossier-1", 0));
    assertThatThrownBy(() -> commit(Messages.message("c-1", "dossier-1", 1)))
        .isInstanceOfSatisfying(
            DuplicateCommitException.class,
            e -> assertThat(e.commit()).isEqualTo(log.commit("c-1").orElseThrow()));
    assertThat(log.nextPosition()).isEqualTo(1);
  }

  @Test
  void two_commit_ids_in_one_unit_of_work_are_refused() {
    assertThatThrownBy(
            () ->
                commit(
                    Messages.message("c-1", "dossier-1", 0),
                    Messages.message("c-2", "dossier-1", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(log.nextPosition()).isZero();
  }

  @Test
  void an_event_that_does_not_say_who_did_it_is_refused() {
    assertThatThrownBy(() -> commit(GenericEventMessage.asEventMessage(Messages.event(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(LogMessages.EVENT_METADATA);
    assertThat(log.nextPosition()).isZero();
  }

  @Test
  void an_event_without_an_aggregate_takes_its_own_id_and_commits_without_an_id_are_random() {
    var opened = new LogOpened(LogMode.LIVE, LocalDate.of(2026, 1, 2));
    var metadata = MetaData.with(LogMessages.EVENT_METADATA, Messages.METADATA);
    var first = new GenericEventMessage<>(opened, metadata);
    var second = new GenericEventMessage<>(opened, metadata);
    commit(first);
    commit(second);
    assertThat(stored(first.getIdentifier())).hasSize(1);
    assertThat(stored(second.getIdentifier())).hasSize(1);
  }

  @Test
  void an_aggregate_reads_back_with_what_is_not_committed_yet() {
    commit(Messages.message("c-1", "dossier-1", 0), Messages.message("c-1", "dossier-1", 1));
    var work = DefaultUnitOfWork.startAndGet(null);
    store.publish(Messages.message("c-2", "dossier-1", 2));
    assertThat(store.readEvents("dossier-1", 1).asStream())
        .extracting(m -> m.getSequenceNumber(), m -> m.getPayload())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1L, Messages.event(1)),
            org.assertj.core.api.Assertions.tuple(2L, Messages.event(2)));
    assertThat(store.lastSequenceNumberFor("dossier-1")).contains(2L);
    work.rollback();
    assertThat(store.lastSequenceNumberFor("dossier-1")).contains(1L);
    assertThat(store.lastSequenceNumberFor("dossier-2")).isEmpty();
    assertThat(store.readEvents("dossier-2").hasNext()).isFalse();
  }

  @Test
  void snapshots_are_refused() {
    assertThatThrownBy(() -> store.storeSnapshot(Messages.message("c-1", "dossier-1", 0)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_message_tells_all_that_is_on_record() throws Exception {
    commit(Messages.message("c-1", "dossier-1", 0));
    var message = Messages.message("c-2", "dossier-1", 1);
    commit(message);
    try (var stream = store.openStream(new GlobalSequenceTrackingToken(0))) {
      assertThat(LogMessages.recorded(stream.nextAvailable()))
          .isEqualTo(
              new RecordedEvent(
                  1,
                  "c-2",
                  "dossier-1",
                  1,
                  message.getIdentifier(),
                  NOW_IN_MILLIS,
                  Messages.event(1),
                  Messages.METADATA));
    }
  }

  @Test
  void a_stream_starts_after_its_token_whatever_wraps_it() throws Exception {
    for (int i = 0; i < 5; i++) {
      commit(Messages.message("c-" + i, "dossier-1", i));
    }
    var at2 = new GlobalSequenceTrackingToken(2);
    var at4 = new GlobalSequenceTrackingToken(4);
    assertThat(firstOf(null)).isZero();
    assertThat(firstOf(store.createTailToken())).isZero();
    assertThat(firstOf(at2)).isEqualTo(3);
    assertThat(firstOf(ReplayToken.createReplayToken(at4, at2))).isEqualTo(3);
    assertThat(firstOf(ReplayToken.createReplayToken(at4))).isZero();
    assertThat(firstOf(new MergedTrackingToken(at4, at2))).isEqualTo(3);
    assertThat(store.createHeadToken()).isEqualTo(at4);
    assertThat(store.createTokenAt(NOW_IN_MILLIS)).isEqualTo(store.createTailToken());
    assertThat(store.createTokenAt(NOW)).isEqualTo(at4);
  }

  @Test
  void an_idle_stream_is_told_when_something_is_appended() throws Exception {
    var told = new CountDownLatch(1);
    try (var stream = store.openStream(null)) {
      assertThat(stream.setOnAvailableCallback(told::countDown)).isTrue();
      assertThat(stream.hasNextAvailable()).isFalse();
      assertThat(stream.peek()).isEmpty();
      commit(Messages.message("c-1", "dossier-1", 0));
      assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(stream.hasNextAvailable()).isTrue();
      assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo(Messages.event(0));
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(Messages.event(0));
      assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void a_waiting_stream_wakes_up_when_something_is_appended() throws Exception {
    try (var stream = store.openStream(null)) {
      var appender =
          Thread.ofVirtual().start(() -> commit(Messages.message("c-1", "dossier-1", 0)));
      assertThat(stream.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
      appender.join();
    }
  }

  @Test
  void a_closed_stream_is_not_told_any_more() throws Exception {
    var told = new CountDownLatch(1);
    var closed = store.openStream(null);
    closed.setOnAvailableCallback(told::countDown);
    closed.close();
    try (var open = store.openStream(null)) {
      commit(Messages.message("c-1", "dossier-1", 0));
      assertThat(open.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
    }
    tail.close();
    assertThat(told.getCount()).isEqualTo(1);
  }

  @Test
  void an_event_that_cannot_be_read_stops_the_stream_before_it_each_time() throws Exception {
    var alien =
        new io.vientro.log.NewEvent(
            "dossier-1", 0, "e-1", NOW_IN_MILLIS, "dossier.dreamt-of", 1, "{}", "{}");
    log.append(new io.vientro.log.Commit("c-1", List.of(alien)));
    try (var stream = store.openStream(null)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> stream.hasNextAvailable(1, TimeUnit.MINUTES))
            .isInstanceOf(io.vientro.store.UnknownEventException.class);
      }
    }
  }

  @Test
  void a_stream_whose_tail_has_stopped_for_good_fails() throws Exception {
    var broken = new LogCorruptedException(0, "a hole");
    var silent = new SilentSubscription();
    try (var stream =
        new LogEventStream(silent, new RecordedEvents(codec), () -> Optional.of(broken))) {
      assertThatThrownBy(stream::hasNextAvailable)
          .isInstanceOf(LogCorruptedException.class)
          .hasMessageContaining("a hole");
    }
    assertThat(silent.closed).isTrue();
  }

  @Test
  void several_streams_are_each_given_everything_at_their_own_pace() throws Exception {
    try (var early = store.openStream(null);
        var late = store.openStream(new GlobalSequenceTrackingToken(1))) {
      append(0, 4);
      assertThat(positions(early, 2)).containsExactly(0L, 1L);
      assertThat(positions(late, 2)).containsExactly(2L, 3L);
      append(4, 5);
      assertThat(positions(early, 3)).containsExactly(2L, 3L, 4L);
      assertThat(positions(late, 1)).containsExactly(4L);
      assertThat(early.hasNextAvailable()).isFalse();
      assertThat(late.hasNextAvailable()).isFalse();
    }
  }

  @Test
  void a_stream_opened_at_the_head_or_beyond_is_given_only_what_comes() throws Exception {
    append(0, 3);
    try (var atHead = store.openStream(store.createHeadToken());
        var beyond = store.openStream(store.createTokenAt(NOW.plusSeconds(1)))) {
      assertThat(atHead.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
      append(3, 5);
      assertThat(positions(atHead, 2)).containsExactly(3L, 4L);
      assertThat(positions(beyond, 2)).containsExactly(3L, 4L);
    }
  }

  @Test
  void a_reader_waits_at_the_end_for_as_long_as_it_takes() throws Exception {
    append(0, 1);
    try (var stream = store.openStream(null)) {
      var read = new LinkedBlockingQueue<Long>();
      var reader =
          Thread.ofVirtual().start(() -> stream.asStream().limit(2).forEach(m -> read.add(at(m))));
      assertThat(read.poll(1, TimeUnit.MINUTES)).isZero();
      assertThat(read).isEmpty();
      append(1, 2);
      assertThat(read.poll(1, TimeUnit.MINUTES)).isEqualTo(1);
      reader.join();
    }
  }

  @Test
  void a_slow_reader_that_fell_out_of_the_tails_memory_misses_nothing() throws Exception {
    try (var small = LogTail.start(log, TailOptions.alone().withBufferedEvents(10))) {
      var behind = new LogEventStore(log, small, codec, Clock.systemUTC());
      try (var slow = behind.openStream(null);
          var fast = behind.openStream(null)) {
        append(0, 5);
        assertThat(positions(slow, 1)).containsExactly(0L);
        append(5, 300);
        assertThat(positions(fast, 300)).isEqualTo(LongStream.range(0, 300).boxed().toList());
        assertThat(positions(slow, 299)).isEqualTo(LongStream.range(1, 300).boxed().toList());
      }
    }
  }

  @Test
  void who_reads_while_others_append_sees_every_event_once_and_in_order() throws Exception {
    var writers = 4;
    var each = 50;
    try (var stream = store.openStream(null);
        var pool = Executors.newFixedThreadPool(writers)) {
      for (int w = 0; w < writers; w++) {
        var aggregate = "dossier-" + w;
        pool.submit(
            () -> {
              for (int i = 0; i < each; i++) {
                commit(Messages.message(aggregate + "-" + i, aggregate, i));
              }
            });
      }
      assertThat(positions(stream, writers * each))
          .isEqualTo(LongStream.range(0, writers * each).boxed().toList());
    }
  }

  @Test
  void events_of_a_unit_of_work_are_not_seen_outside_before_it_commits() {
    append(0, 2);
    var work = DefaultUnitOfWork.startAndGet(null);
    store.publish(Messages.message("c", "dossier-1", 2));
    CurrentUnitOfWork.clear(work);
    assertThat(store.readEvents("dossier-1").asStream()).hasSize(2);
    CurrentUnitOfWork.set(work);
    assertThat(store.readEvents("dossier-1").asStream()).hasSize(3);
    work.commit();
    assertThat(store.readEvents("dossier-1").asStream()).hasSize(3);
  }

  @Test
  void events_of_nested_units_of_work_are_read_once_in_every_phase() {
    append(0, 2);
    var sizes = new ArrayList<Long>();
    var outer = DefaultUnitOfWork.startAndGet(null);
    store.publish(Messages.message("c", "dossier-1", 2));
    var inner = DefaultUnitOfWork.startAndGet(null);
    store.publish(Messages.message("c", "dossier-1", 3));
    for (var work : List.of(inner, outer)) {
      work.onPrepareCommit(_ -> sizes.add(store.readEvents("dossier-1").asStream().count()));
      work.onCommit(_ -> sizes.add(store.readEvents("dossier-1").asStream().count()));
      work.afterCommit(_ -> sizes.add(store.readEvents("dossier-1").asStream().count()));
    }
    inner.commit();
    outer.commit();
    assertThat(sizes).hasSize(6).containsOnly(4L);
    assertThat(log.commit("c").orElseThrow().events()).hasSize(2);
  }

  @Test
  void an_event_without_an_aggregate_is_none_of_an_aggregate_when_it_is_read() throws Exception {
    var opened = new LogOpened(LogMode.LIVE, LocalDate.of(2026, 1, 2));
    var metadata = MetaData.with(LogMessages.EVENT_METADATA, Messages.METADATA);
    var message = new GenericEventMessage<>(opened, metadata);
    commit(message);
    try (var stream = store.openStream(null)) {
      var read = stream.nextAvailable();
      assertThat(read).isNotInstanceOf(DomainEventMessage.class);
      assertThat(read.getTimestamp()).isEqualTo(NOW_IN_MILLIS);
      assertThat(LogMessages.recorded(read))
          .extracting(RecordedEvent::aggregate, RecordedEvent::sequence, RecordedEvent::event)
          .containsExactly(message.getIdentifier(), 0L, opened);
    }
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      commit(Messages.message("c-" + i, "dossier-1", i));
    }
  }

  private static List<Long> positions(BlockingStream<TrackedEventMessage<?>> stream, int count)
      throws InterruptedException {
    var positions = new ArrayList<Long>();
    while (positions.size() < count) {
      positions.add(at(stream.nextAvailable()));
    }
    return positions;
  }

  private static long at(TrackedEventMessage<?> message) {
    return message.trackingToken().position().orElseThrow();
  }

  private static final class SilentSubscription implements TailSubscription {
    private boolean closed;

    @Override
    public List<StoredEvent> poll(int max) {
      return List.of();
    }

    @Override
    public boolean available() {
      return false;
    }

    @Override
    public void onAvailable(Runnable listener) {
      // Nothing ever is.
    }

    @Override
    public long position() {
      return 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private List<StoredEvent> stored(String aggregate) {
    return log.aggregate(aggregate, 0, 100);
  }

  private long firstOf(@Nullable TrackingToken token) throws InterruptedException {
    try (var stream = store.openStream(token)) {
      TrackedEventMessage<?> first = stream.nextAvailable();
      return first.trackingToken().position().orElseThrow();
    }
  }

  private void commit(EventMessage<?>... messages) {
    var work = DefaultUnitOfWork.startAndGet(null);
    var result =
        work.executeWithResult(
            () -> {
              for (var message : messages) {
                store.publish(message);
              }
              return null;
            });
    if (result.isExceptional()) {
      throw (RuntimeException) result.exceptionResult();
    }
  }
}
