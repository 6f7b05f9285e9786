package io.vientro.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.vientro.app.LogEnd;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.log.LogTail;
import io.vientro.log.TailOptions;
import io.vientro.query.Fictional;
import io.vientro.query.World;
import io.vientro.query.projection.Projection;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.DossierProjection;
import io.vientro.query.view.DossierView;
import io.vientro.store.RecordedEvent;
import io.vientro.store.ViewJson;
import io.vientro.store.axon.DeadLetterLimits;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogLetters;
import io.vientro.store.axon.LogMessages;
import io.vientro.store.axon.LogTokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Events that a view cannot take: what becomes of them, of their dossier, and of the others. */
abstract class DeadLettersContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private World world;
  private ViewStore store;
  private LogTail tail;
  private final Brittle view = new Brittle();

  /** How many steps each dossier went on. */
  private final Map<String, Integer> steps = new HashMap<>();

  /** A world on the store in question. */
  abstract World world();

  @BeforeEach
  void open() {
    world = world();
    store =
        new ViewStore(new MongoTemplate(world.client(), world.database.getName()), new ViewJson());
    tail = LogTail.start(world.log, TailOptions.shared());
  }

  @AfterEach
  void close() {
    if (world != null) {
      tail.close();
      world.close();
    }
  }

  /** The view of dossiers, which cannot take some events until it is repaired. */
  private static final class Brittle implements Projection<DossierView> {
    private final DossierProjection whole = new DossierProjection();

    /** By position of an event: what happens when it is taken. */
    private final Map<Long, Supplier<RuntimeException>> faults = new ConcurrentHashMap<>();

    private volatile Runnable before = () -> {};
    private volatile boolean unnamed;

    @Override
    public String view() {
      return "brittle";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<DossierView> documentType() {
      return DossierView.class;
    }

    @Override
    public String keyField() {
      return whole.keyField();
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
      if (unnamed) {
        fail(event);
      }
      return whole.key(event);
    }

    @Override
    public DossierView fold(@Nullable DossierView document, RecordedEvent event) {
      before.run();
      fail(event);
      return whole.fold(document, event);
    }

    private void fail(RecordedEvent event) {
      var fault = faults.get(event.position());
      if (fault != null) {
        throw fault.get();
      }
    }
  }

  private LogDeadLetterQueue queue(String processor, String owner) {
    return new LogDeadLetterQueue(
        world.database,
        processor,
        owner,
        new LogLetters(world.log, world.codec.leavingSealed()),
        DeadLetterLimits.DEFAULT);
  }

  private LogEventStore log() {
    return new LogEventStore(world.log, tail, world.codec.leavingSealed(), world.clock);
  }

  private Processors processors() {
    return new Processors(
        List.of(view),
        store,
        log(),
        tail,
        new LogEnd(world.log, tail),
        LogTokenStore.soleProcess(world.database),
        processor -> queue(processor, "test"),
        world.clock);
  }

  private Parking parking(String owner) {
    view.index(store, View.IN_USE);
    return new Parking(
        view.versioned(),
        view.projector(store, View.IN_USE),
        queue(view.versioned(), owner),
        new DeadLetters(store));
  }

  private String dossier() {
    return world.submit(
        Fictional.submit(
            Fictional.aid("Sample aid", Fictional.individual()),
            Fictional.DAY,
            Fictional.FOR_APPLICANT,
            Fictional.HOSPITAL),
        Fictional.RECEPTION);
  }

  private void goOn(String dossier) {
    var day = Fictional.DAY.plusDays(1);
    switch (steps.merge(dossier, 1, Integer::sum)) {
      case 1 ->
          world.send(
              dossier, new RequestSupplement(day, null, null, Fictional.DUTY), Fictional.RECEPTION);
      case 2 ->
          world.send(
              dossier,
              Fictional.supplement(Fictional.aid("Corrected aid", Fictional.individual()), day),
              Fictional.APPLICANT);
      default ->
          world.send(
              dossier, new WithdrawDossier(day, "not needed", Fictional.OWN), Fictional.APPLICANT);
    }
  }

  private long last() {
    return world.log.nextPosition() - 1;
  }

  private List<Long> positions(String dossier) {
    return world.log.aggregate(dossier, 0, 100).stream().map(e -> e.position()).toList();
  }

  private void spoil(long position) {
    view.faults.put(position, () -> new IllegalStateException("not understood"));
  }

  private void assertEqualsRebuild() {
    var rebuild = new ViewRebuild(world.log, world.codec, store);
    var suffix = "_again" + world.log.nextPosition();
    rebuild.rebuild(view, suffix, _ -> {});
    assertThat(store.collection(view.collection()).countDocuments()).isPositive();
    assertThat(rebuild.digest(view, View.IN_USE)).isEqualTo(rebuild.digest(view, suffix));
  }

  private List<EventMessage<?>> messages() throws Exception {
    var messages = new ArrayList<EventMessage<?>>();
    var stream = log().openStream(null);
    try {
      while (messages.size() <= last()) {
        messages.add(stream.nextAvailable());
      }
    } finally {
      stream.close();
    }
    return messages;
  }

  @Test
  void a_dossier_that_cannot_be_taken_waits_and_the_others_go_on() throws Exception {
    var broken = dossier();
    var fine = dossier();
    goOn(broken);
    var at = positions(broken).getLast();
    spoil(at);
    var processors = processors();
    processors.start();
    try {
      assertThat(processors.await("brittle", last(), PATIENCE)).isEqualTo(last());
      goOn(broken);
      goOn(fine);
      assertThat(processors.await("brittle", last(), PATIENCE)).isEqualTo(last());

      assertThat(processors.status("brittle").trouble()).isNull();
      assertThat(processors.deadLetters().next(null, 10))
          .singleElement()
          .satisfies(
              waiting -> {
                assertThat(waiting.processor()).isEqualTo("brittle_v1");
                assertThat(waiting.aggregate()).isEqualTo(broken);
                assertThat(waiting.position()).isEqualTo(at);
                assertThat(waiting.last()).isEqualTo(positions(broken).getLast());
                assertThat(waiting.letters()).isEqualTo((int) letters(broken, at));
                assertThat(waiting.cause()).isEqualTo("IllegalStateException");
              });
      var documents = store.load("brittle_v1", "_id", List.of(broken, fine), DossierView.class);
      assertThat(documents.get(broken).position()).isLessThan(at);
      assertThat(documents.get(fine).position()).isEqualTo(positions(fine).getLast());

      assertThat(processors.retry()).containsExactly(new Processors.Retried("brittle", 1, 0));
      view.faults.clear();
      assertThat(processors.retry()).containsExactly(new Processors.Retried("brittle", 1, 1));
      assertThat(processors.deadLetters().next(null, 10)).isEmpty();
      goOn(broken);
      assertThat(processors.await("brittle", last(), PATIENCE)).isEqualTo(last());
      assertThat(processors.deadLetters().next(null, 10)).isEmpty();
      assertEqualsRebuild();
    } finally {
      processors.stop();
    }
  }

  private long letters(String dossier, long from) {
    return positions(dossier).stream().filter(p -> p >= from).count();
  }

  @Test
  void what_waits_is_tried_again_by_itself_after_a_start() throws Exception {
    var broken = dossier();
    spoil(positions(broken).getFirst());
    var first = processors();
    first.start();
    assertThat(first.await("brittle", last(), PATIENCE)).isEqualTo(last());
    first.stop();
    assertThat(new DeadLetters(store).next(null, 10)).hasSize(1);

    view.faults.clear();
    var second = processors();
    second.start();
    try {
      var until = System.nanoTime() + PATIENCE.toNanos();
      while (!second.deadLetters().next(null, 10).isEmpty() && System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      assertThat(second.deadLetters().next(null, 10)).isEmpty();
      assertEqualsRebuild();
    } finally {
      second.stop();
    }
  }

  @Test
  void a_store_that_does_not_answer_puts_nothing_aside() throws Exception {
    dossier();
    var parking = parking("one");
    view.faults.put(last(), () -> new MongoTimeoutException("no answer"));
    var messages = messages();
    assertThatThrownBy(() -> parking.take(messages))
        .hasRootCauseInstanceOf(MongoTimeoutException.class);
    assertThat(new DeadLetters(store).next(null, 10)).isEmpty();
    view.faults.clear();
    parking.take(messages);
    assertEqualsRebuild();

    spoil(last());
    goOn(dossier());
    spoil(last());
    var more = messages();
    parking.take(more);
    assertThat(new DeadLetters(store).next(null, 10)).hasSize(1);
    view.faults.put(last(), () -> new MongoTimeoutException("no answer"));
    assertThatThrownBy(parking::retry).hasRootCauseInstanceOf(MongoTimeoutException.class);
    assertThat(new DeadLetters(store).next(null, 10)).hasSize(1);
  }

  @Test
  void a_failure_that_names_no_event_is_found_by_taking_them_one_by_one() throws Exception {
    var broken = dossier();
    dossier();
    view.unnamed = true;
    spoil(positions(broken).get(1));
    parking("one").take(messages());
    assertThat(new DeadLetters(store).next(null, 10))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.aggregate()).isEqualTo(broken);
              assertThat(waiting.position()).isEqualTo(positions(broken).get(1));
              assertThat(waiting.letters()).isEqualTo(positions(broken).size() - 1);
            });
    view.faults.clear();
    assertThat(parking("two").retry()).isEqualTo(new Parking.Retried(1, 1));
    assertEqualsRebuild();
  }

  @Test
  void two_processes_never_try_the_same_dossier_again_at_once() throws Exception {
    var broken = dossier();
    spoil(positions(broken).getFirst());
    parking("one").take(messages());
    view.faults.clear();
    var trying = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    view.before =
        () -> {
          trying.countDown();
          try {
            finish.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> parking("one").retry());
      assertThat(trying.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(parking("two").retry()).isEqualTo(new Parking.Retried(0, 0));
      finish.countDown();
      assertThat(first.get()).isEqualTo(new Parking.Retried(1, 1));
    }
    assertEqualsRebuild();
  }

  /**
   * Batches that a dying process leaves behind half-way, taken again by another one and cut
   * otherwise; letters tried again in between; faults that come and go.
   */
  @Test
  void whatever_dies_where_the_view_is_what_a_rebuild_makes_once_everything_is_repaired()
      throws Exception {
    var random = new Random(80_2020);
    var dossiers = new ArrayList<String>();
    for (var i = 0; i < 6; i++) {
      dossiers.add(dossier());
    }
    for (var i = 0; i < 6; i++) {
      goOn(dossiers.get(random.nextInt(dossiers.size())));
    }
    var messages = messages();
    var token = 0;
    var waited = 0;
    while (token < messages.size()) {
      view.faults.clear();
      for (var i = 0; i < 4; i++) {
        spoil(random.nextInt(messages.size()));
      }
      view.unnamed = random.nextBoolean();
      var parking = parking("process-" + token);
      var to = Math.min(messages.size(), token + 1 + random.nextInt(12));
      parking.take(messages.subList(token, to));
      waited += new DeadLetters(store).next(null, 10).size();
      if (random.nextInt(3) == 0) {
        parking.retry();
      }
      // Two times of three the token was written before the process died.
      if (random.nextInt(3) > 0) {
        token = to;
      }
    }
    assertThat(waited).isGreaterThan(5);
    view.faults.clear();
    parking("last").retry();
    assertThat(new DeadLetters(store).next(null, 10)).isEmpty();
    assertEqualsRebuild();
    assertThat(LogMessages.recorded(messages.getLast()).position()).isEqualTo(last());
  }
}
