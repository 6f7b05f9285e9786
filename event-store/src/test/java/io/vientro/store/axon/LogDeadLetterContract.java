package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vientro.core.DomainEvent;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.log.EventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.SampleEvents;
import io.vientro.store.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our dead-letter queue promises beyond Axon's contract, on any store. */
abstract class LogDeadLetterContract {
  private static final EnqueueDecision<EventMessage<?>> DONE = Decisions.evict();

  private TestStore store;
  private EventLog log;
  private EventCodec codec;
  private LogEventStorageEngine engine;
  private LogDeadLetterQueue a;
  private LogDeadLetterQueue b;

  abstract TestStore open();

  @BeforeEach
  void open_store() {
    store = open();
    log = new MongoEventLog(store.database(), MongoLogOptions.defaults());
    codec = new EventCodec(new InMemorySubjectKeys());
    engine = new LogEventStorageEngine(log, codec, Clock.systemUTC());
    a = queue("dossiers", "a", DeadLetterLimits.DEFAULT);
    b = queue("dossiers", "b", DeadLetterLimits.DEFAULT);
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      log.close();
      store.close();
    }
  }

  @Test
  void a_letter_is_read_from_the_log_and_nothing_of_its_event_is_copied() {
    var event = SampleEvents.full(DossierSubmitted.class);
    append("dossier-1", 0, event);
    a.enqueue("dossier-1", letter(new IllegalStateException("the view is full"), 0));
    var stored = documents().getFirst();
    assertThat(stored.toJson()).doesNotContain(SampleEvents.SECRET);
    assertThat(stored.getList("l", Document.class).getFirst().get("m", Document.class))
        .containsOnlyKeys("p", "e", "token");
    var letter = b.deadLetterSequence("dossier-1").iterator().next();
    assertThat(LogMessages.recorded(letter.message()))
        .isEqualTo(LogMessages.recorded(message(0)))
        .satisfies(e -> assertThat(e.event()).isEqualTo(event));
  }

  @Test
  void a_letter_keeps_the_token_it_was_read_with_whatever_wraps_it() {
    append(3);
    var wrapped =
        List.of(
            ReplayToken.createReplayToken(at(9), at(1), "rebuild"),
            new MergedTrackingToken(at(1), at(7)),
            at(1));
    for (var token : wrapped) {
      var read = message(1);
      a.enqueue("s", new GenericDeadLetter<>("s", retokened(read, token)));
    }
    assertThat(a.deadLetterSequence("s"))
        .extracting(l -> ((TrackedEventMessage<?>) l.message()).trackingToken())
        .containsExactlyElementsOf(wrapped);
    assertThat(a.deadLetterSequence("s"))
        .allSatisfy(
            l ->
                assertThat(LogMessages.recorded(l.message()).id())
                    .isEqualTo(message(1).getIdentifier()));
  }

  @Test
  void a_message_that_was_not_read_from_the_log_is_refused() {
    assertThatThrownBy(
            () ->
                a.enqueue(
                    "s", new GenericDeadLetter<>("s", new GenericEventMessage<>("elsewhere"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(documents()).isEmpty();
  }

  @Test
  void a_letter_whose_position_holds_another_event_is_not_handled() {
    append(2);
    a.enqueue("s", letter(null, 0));
    collection().updateOne(Filters.empty(), Updates.set("l.0.m.p", 1L));
    assertThatThrownBy(() -> a.process(l -> DONE)).isInstanceOf(LogCorruptedException.class);
    assertThat(a.size()).isEqualTo(1);
  }

  @Test
  void groups_do_not_see_each_other() {
    append(2);
    var other = queue("dossiers2", "a", DeadLetterLimits.DEFAULT);
    a.enqueue("s", letter(null, 0));
    other.enqueue("s", letter(null, 1));
    assertThat(a.size()).isEqualTo(1);
    a.clear();
    assertThat(a.contains("s")).isFalse();
    assertThat(other.contains("s")).isTrue();
    assertThatThrownBy(() -> queue("a|b", "a", DeadLetterLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_processes_are_never_at_one_sequence_and_share_several() {
    append(3);
    a.enqueue("first", letter(null, 0));
    a.enqueue("second", letter(null, 1));
    var seen = new ArrayList<String>();
    assertThat(
            a.process(
                outer -> {
                  seen.add("a " + sequence(outer));
                  b.process(
                      inner -> {
                        seen.add("b " + sequence(inner));
                        return DONE;
                      });
                  assertThat(b.process(l -> DONE)).isFalse();
                  return DONE;
                }))
        .isTrue();
    assertThat(seen).containsExactly("a first", "b second");
    assertThat(documents()).isEmpty();
  }

  @Test
  void two_threads_of_one_process_are_kept_apart_as_well() {
    append(1);
    a.enqueue("s", letter(null, 0));
    a.process(
        outer -> {
          assertThat(a.process(inner -> DONE)).isFalse();
          return DONE;
        });
    assertThat(documents()).isEmpty();
  }

  @Test
  void a_claim_that_went_silent_is_taken_over_and_the_loser_stops() {
    append(2);
    a.enqueue("s", letter(null, 0));
    a.enqueue("s", letter(null, 1));
    var handled = new ArrayList<String>();
    var finished =
        a.process(
            letter -> {
              handled.add("a " + index(letter));
              silence();
              b.process(
                  mine -> {
                    handled.add("b " + index(mine));
                    return index(mine) == 0 ? DONE : Decisions.requeue(new RuntimeException());
                  });
              return DONE;
            });
    assertThat(finished).isFalse();
    assertThat(handled).containsExactly("a 0", "b 0", "b 1");
    assertThat(a.sequenceSize("s")).isEqualTo(1);
  }

  @Test
  void the_clock_of_a_process_has_no_say_in_claims() {
    append(1);
    a.enqueue("s", letter(null, 0));
    a.process(
        letter -> {
          GenericDeadLetter.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
          try {
            assertThat(b.process(l -> DONE)).isFalse();
          } finally {
            GenericDeadLetter.clock = Clock.systemUTC();
          }
          return DONE;
        });
    assertThat(documents()).isEmpty();
  }

  @Test
  void a_task_that_breaks_leaves_its_letter_and_no_claim() {
    append(1);
    a.enqueue("s", letter(null, 0));
    assertThatThrownBy(
            () ->
                a.process(
                    letter -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(documents().getFirst()).doesNotContainKeys("owner", "claimed");
    assertThat(b.process(letter -> DONE)).isTrue();
  }

  @Test
  void a_letter_that_comes_while_its_sequence_is_tried_is_handled_too() {
    append(2);
    a.enqueue("s", letter(null, 0));
    var handled = new ArrayList<Long>();
    assertThat(
            a.process(
                letter -> {
                  handled.add(index(letter));
                  if (handled.size() == 1) {
                    assertThat(b.enqueueIfPresent("s", () -> letter(null, 1))).isTrue();
                  }
                  return DONE;
                }))
        .isTrue();
    assertThat(handled).containsExactly(0L, 1L);
    assertThat(b.enqueueIfPresent("s", () -> letter(null, 1))).isFalse();
    assertThat(documents()).isEmpty();
  }

  @Test
  void a_sequence_never_grows_beyond_its_limit_however_many_write() throws Exception {
    append(1);
    var limit = 5;
    var small = queue("dossiers", "a", new DeadLetterLimits(1024, limit, Duration.ofMinutes(1)));
    var refused = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 3 * limit; i++) {
        pool.submit(
            () -> {
              try {
                small.enqueue("s", letter(null, 0));
              } catch (DeadLetterQueueOverflowException e) {
                refused.incrementAndGet();
              }
            });
      }
    }
    assertThat(small.sequenceSize("s")).isEqualTo(limit);
    assertThat(refused).hasValue(2 * limit);
    assertThat(small.deadLetterSequence("s"))
        .extracting(LogDeadLetterContract::index)
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void an_old_hand_on_a_letter_does_not_take_out_the_one_in_its_place() {
    append(1);
    a.enqueue("s", letter(null, 0));
    var old = a.deadLetterSequence("s").iterator().next();
    a.evict(old);
    a.enqueue("s", letter(null, 0));
    a.evict(old);
    assertThat(a.sequenceSize("s")).isEqualTo(1);
    assertThatThrownBy(() -> a.evict(letter(null, 0)))
        .isInstanceOf(WrongDeadLetterTypeException.class);
    assertThatThrownBy(() -> a.requeue(letter(null, 0), l -> l))
        .isInstanceOf(WrongDeadLetterTypeException.class);
  }

  @Test
  void a_cause_without_a_message_and_diagnostics_of_all_kinds_are_kept() {
    append(1);
    var diagnostics = MetaData.with("a.b$c", "text").and("tries", 3).and("place", Path.of("x"));
    a.enqueue("s", letter(new NullPointerException(), 0).withDiagnostics(diagnostics));
    var letter = a.deadLetterSequence("s").iterator().next();
    assertThat(letter.cause().orElseThrow().type()).isEqualTo("java.lang.NullPointerException");
    assertThat(letter.cause().orElseThrow().message()).isNull();
    assertThat(letter.diagnostics())
        .isEqualTo(MetaData.with("a.b$c", "text").and("tries", 3).and("place", "x"));
  }

  @Test
  void a_handler_that_fails_holds_up_its_own_dossier_only_until_it_is_tried_again()
      throws Exception {
    append("dossier-1", 0, Messages.event(0));
    append("dossier-2", 0, Messages.event(0));
    append("dossier-1", 1, Messages.event(1));
    var handler = new Fussy();
    var invoker =
        DeadLetteringEventHandlerInvoker.builder()
            .eventHandlers(handler)
            .queue(a)
            .transactionManager(NoTransactionManager.instance())
            .build();
    for (int i = 0; i < 3; i++) {
      invoker.handle(message(i), Segment.ROOT_SEGMENT);
    }
    assertThat(handler.handled).containsExactly("dossier-2#0");
    assertThat(a.deadLetterSequence("dossier-1"))
        .extracting(l -> l.cause().isPresent())
        .containsExactly(true, false);
    assertThat(invoker.processAny()).isFalse();
    handler.failing = false;
    assertThat(invoker.processAny()).isTrue();
    assertThat(handler.handled).containsExactly("dossier-2#0", "dossier-1#0", "dossier-1#1");
    assertThat(a.amountOfSequences()).isZero();
  }

  @Test
  void the_collection_is_documented_with_a_document_of_its_real_shape() throws Exception {
    append(2);
    a.enqueue("dossier-0", letter(new IllegalStateException("why"), 0));
    a.requeue(
        a.deadLetterSequence("dossier-0").iterator().next(),
        l -> l.withDiagnostics(MetaData.with("k", "v")));
    a.enqueue("dossier-0", letter(null, 1));
    var tried = new ArrayList<String>();
    a.process(
        letter -> {
          tried.add(shape(documents().getFirst()));
          return DONE;
        });
    assertThat(tried.getFirst()).isEqualTo(shape(documented()));
    assertThat(documents()).isEmpty();
  }

  private static Document documented() {
    try {
      var section =
          Pattern.compile("## `dead_letters`.*?```json\n(.*?)```", Pattern.DOTALL)
              .matcher(Files.readString(Path.of("..", "docs", "collections.md")));
      assertThat(section.find()).isTrue();
      return Document.parse(section.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names and types, letter by letter. */
  private static String shape(Object value) {
    return switch (value) {
      case Document document -> {
        var fields = new TreeMap<String, String>();
        document.forEach((name, field) -> fields.put(name, shape(field)));
        yield fields.toString();
      }
      case List<?> list -> list.stream().map(LogDeadLetterContract::shape).toList().toString();
      case Integer number -> "Number";
      case Long number -> "Number";
      default -> value.getClass().getSimpleName();
    };
  }

  private LogDeadLetterQueue queue(String group, String owner, DeadLetterLimits limits) {
    return new LogDeadLetterQueue(
        store.database(), group, owner, new LogLetters(log, codec), limits);
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      append("dossier-" + i, 0, Messages.event(i));
    }
  }

  private void append(String aggregate, long sequence, DomainEvent event) {
    engine.appendEvents(Messages.message(aggregate + "#" + sequence, aggregate, sequence, event));
  }

  private TrackedEventMessage<?> message(long position) {
    return engine.readEvents(at(position - 1), false).findFirst().orElseThrow();
  }

  private DeadLetter<EventMessage<?>> letter(@Nullable Throwable cause, long position) {
    return new GenericDeadLetter<>("any", message(position), cause);
  }

  private static TrackedEventMessage<?> retokened(
      TrackedEventMessage<?> message, TrackingToken token) {
    return new GenericTrackedDomainEventMessage<>(token, (DomainEventMessage<?>) message);
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private static String sequence(DeadLetter<?> letter) {
    return ((LogDeadLetter) letter).sequence();
  }

  private static long index(DeadLetter<?> letter) {
    return ((LogDeadLetter) letter).index();
  }

  private MongoCollection<Document> collection() {
    return store.database().getCollection(LogDeadLetterQueue.COLLECTION);
  }

  private List<Document> documents() {
    return collection().find().into(new ArrayList<>());
  }

  /** As if whoever is at it had died an hour ago. */
  private void silence() {
    collection()
        .updateMany(
            Filters.exists("owner"),
            Updates.set(
                "claimed", new Date(System.currentTimeMillis() - Duration.ofHours(1).toMillis())));
  }

  static final class Fussy {
    private final List<String> handled = new ArrayList<>();
    private boolean failing = true;

    @EventHandler
    void on(DomainEvent event, EventMessage<?> message) {
      var recorded = LogMessages.recorded(message);
      if (failing && recorded.aggregate().equals("dossier-1")) {
        throw new IllegalStateException("not this one");
      }
      handled.add(recorded.aggregate() + "#" + recorded.sequence());
    }
  }
}
