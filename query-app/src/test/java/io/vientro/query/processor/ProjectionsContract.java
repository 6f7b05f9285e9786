package io.vientro.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.vientro.app.LogEnd;
import io.vientro.core.act.Act;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.log.LogTail;
import io.vientro.log.TailOptions;
import io.vientro.query.Fictional;
import io.vientro.query.Roads;
import io.vientro.query.Views;
import io.vientro.query.World;
import io.vientro.query.projection.Projection;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewDocument;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.DossierProjection;
import io.vientro.query.view.DossierRow;
import io.vientro.query.view.DossierView;
import io.vientro.query.view.ListKeys;
import io.vientro.query.view.Readers;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import io.vientro.store.ViewJson;
import io.vientro.store.axon.DeadLetterLimits;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogLetters;
import io.vientro.store.axon.LogTokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds of the projections on every store. */
abstract class ProjectionsContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private World world;
  private ViewStore store;
  private LogTail tail;
  private List<View> views;

  /** A world on the store in question. */
  abstract World world();

  @BeforeEach
  void open() {
    world = world();
    store =
        new ViewStore(new MongoTemplate(world.client(), world.database.getName()), new ViewJson());
    tail = LogTail.start(world.log, TailOptions.shared());
    views = Views.of(world.codec, store.json()).all();
  }

  @AfterEach
  void close() {
    if (world != null) {
      tail.close();
      world.close();
    }
  }

  private Processors processors(List<? extends View> of) {
    return processors(of, LogTokenStore.soleProcess(world.database));
  }

  private Processors processors(List<? extends View> of, LogTokenStore tokens) {
    var codec = world.codec.leavingSealed();
    return new Processors(
        of,
        store,
        new LogEventStore(world.log, tail, codec, world.clock),
        tail,
        new LogEnd(world.log, tail),
        tokens,
        processor ->
            new LogDeadLetterQueue(
                world.database,
                processor,
                "test",
                new LogLetters(world.log, codec),
                DeadLetterLimits.DEFAULT),
        world.clock);
  }

  /** Dossiers that go different ways; the position of the last event. */
  private long write() {
    for (var i = 0; i < 4; i++) {
      var aid =
          Fictional.aid(
              "Sample aid " + i,
              i % 2 == 0 ? Fictional.individual() : Fictional.organisation("Sample Foundation"));
      var id =
          world.submit(
              Fictional.submit(aid, Fictional.DAY, Fictional.FOR_APPLICANT, Fictional.HOSPITAL),
              Fictional.RECEPTION);
      world.send(
          id,
          new RequestSupplement(Fictional.DAY.plusDays(1), null, null, Fictional.DUTY),
          Fictional.RECEPTION);
      if (i > 1) {
        var corrected = Fictional.aid("Corrected aid " + i, Fictional.organisation("Quỹ Đổi Mới"));
        world.send(
            id, Fictional.supplement(corrected, Fictional.DAY.plusDays(2)), Fictional.APPLICANT);
      }
      if (i == 3) {
        world.send(
            id,
            new WithdrawDossier(Fictional.DAY.plusDays(3), "no longer needed", act()),
            Fictional.APPLICANT);
      }
    }
    new Roads(world).whole("Sample aid of the whole road", Fictional.individual());
    return world.log.nextPosition() - 1;
  }

  private static Act act() {
    return Fictional.OWN;
  }

  private void awaitAll(Processors processors, long position) throws InterruptedException {
    for (var view : processors.views()) {
      assertThat(processors.await(view, position, PATIENCE)).isEqualTo(position);
    }
  }

  @Test
  void the_views_equal_a_rebuild_byte_by_byte() throws Exception {
    var processors = processors(views);
    processors.start();
    try {
      awaitAll(processors, write());
    } finally {
      processors.stop();
    }
    var rebuild = new ViewRebuild(world.log, world.codec, store);
    for (var view : views) {
      var last = rebuild.rebuild(view, "_again", _ -> {});
      assertThat(last).isEqualTo(world.log.nextPosition() - 1);
      assertThat(store.collection(view.collections().getFirst()).countDocuments()).isPositive();
      assertThat(rebuild.digest(view, View.IN_USE))
          .as(view.view())
          .isEqualTo(rebuild.digest(view, "_again"));
    }
  }

  @Test
  void a_processor_that_starts_again_goes_on_where_it_was() throws Exception {
    var first = processors(views);
    first.start();
    var before = write();
    awaitAll(first, before);
    first.stop();

    var after = write();
    var second = processors(views);
    second.start();
    try {
      awaitAll(second, after);
      assertThat(second.status("dossier").lag()).isZero();
      assertThat(store.collection("dossier_v3").countDocuments()).isEqualTo(10);
    } finally {
      second.stop();
    }
  }

  @Test
  void of_two_processes_one_works_and_the_other_knows_how_far_it_is() throws Exception {
    var timeout = Duration.ofMinutes(10);
    var working = processors(views, LogTokenStore.shared(world.database, "one", timeout));
    var idle = processors(views, LogTokenStore.shared(world.database, "two", timeout));
    working.start();
    try {
      awaitAll(working, world.log.nextPosition() - 1);
      idle.start();
      var last = write();
      awaitAll(idle, last);
      assertThat(idle.statuses())
          .allSatisfy(
              status -> {
                assertThat(status.claimed()).isFalse();
                assertThat(status.position()).isEqualTo(last);
                assertThat(status.trouble()).isNull();
              });
      assertThat(working.statuses()).allMatch(ProcessorStatus::claimed);
    } finally {
      idle.stop();
      working.stop();
    }
  }

  @Test
  void what_is_taken_twice_late_or_in_pieces_changes_nothing() {
    write();
    var events =
        new RecordedEvents(world.codec.leavingSealed()).of(world.log.reader(0).next(10_000));
    var random = new Random(4711);
    var rebuild = new ViewRebuild(world.log, world.codec, store);
    for (var view : views) {
      view.index(store, "_whole");
      view.projector(store, "_whole").take(events);
      view.index(store, "_pieces");
      var pieces = view.projector(store, "_pieces");
      for (var from = 0; from < events.size(); ) {
        var to = Math.min(events.size(), from + 1 + random.nextInt(5));
        pieces.take(events.subList(Math.max(0, from - random.nextInt(8)), to));
        from = to;
      }
      pieces.take(events.subList(0, events.size() / 2));
      assertThat(rebuild.digest(view, "_pieces"))
          .as(view.view())
          .isEqualTo(rebuild.digest(view, "_whole"));
    }
  }

  private List<Document> documents(String collection) {
    return store.collection(collection).find().sort(new Document("_id", 1)).into(new ArrayList<>());
  }

  @Test
  void an_older_document_never_replaces_a_newer_one() {
    write();
    var events =
        new RecordedEvents(world.codec.leavingSealed()).of(world.log.reader(0).next(10_000));
    var projection = new DossierProjection();
    var taken = events.stream().filter(e -> projection.key(e) != null).toList();
    var first = projection.fold(null, taken.getFirst());
    var second = projection.fold(first, taken.get(1));
    store.save("guarded", List.of(second));
    store.save("guarded", List.of(first));
    store.save("guarded", List.of(second));
    assertThat(documents("guarded"))
        .singleElement()
        .satisfies(d -> assertThat(d.getLong("position")).isEqualTo(second.position()));
  }

  @Test
  void the_line_of_the_list_says_what_the_case_says() throws Exception {
    var processors = processors(views);
    processors.start();
    try {
      awaitAll(processors, write());
    } finally {
      processors.stop();
    }
    var rows = documents("dossier_list_v3");
    assertThat(rows).hasSize(5);
    for (var stored : rows) {
      var row = store.read(stored, DossierRow.class);
      var found = store.collection("dossier_v3").find(Filters.eq("_id", row.dossier())).first();
      var state = store.read(found, DossierView.class).state();
      assertThat(row.status()).isEqualTo(state.status());
      assertThat(row.code()).isEqualTo(state.code());
      assertThat(row.aid().title()).isEqualTo(state.facts().title());
      assertThat(row.aid().provider()).isEqualTo(state.facts().provider().name());
      assertThat(row.classification()).isEqualTo(state.classification());
      assertThat(row.running()).isEqualTo(state.runningLimits().toList());
      assertThat(row.parties().all()).isEqualTo(state.parties().all());
      assertThat(row.custody().holder()).isEqualTo(state.custody().holder());
      assertThat(row.appraisal().opinions()).hasSameSizeAs(state.appraisal().opinions());
      assertThat(row.outcome().outstanding()).isEqualTo(state.outcome().outstanding());
      assertThat(row.decided() == null).isEqualTo(state.outcome().approval() == null);
      assertThat(row.keys()).containsAll(Readers.of(state).stream().map(ListKeys::reader).toList());
      assertThat(row.keys()).contains("s:" + state.status()).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void no_personal_value_lies_open_in_any_view_and_none_at_all_in_the_list() throws Exception {
    var processors = processors(views);
    processors.start();
    try {
      awaitAll(processors, write());
    } finally {
      processors.stop();
    }
    for (var view : views) {
      var text =
          view.collections().stream().map(name -> documents(name).toString()).toList().toString();
      assertThat(text).doesNotContain(Roads.persons()).doesNotContain("X0000000", "0000 000 000");
    }
    assertThat(documents("dossier_v3").toString()).contains("sealed:");
    assertThat(documents("dossier_list_v3").toString()).doesNotContain("sealed:");
  }

  /** A view as a whole, which cannot take one event until it is repaired. */
  private static final class Faulty implements Projection<Faulty.Seen> {
    private final long at;
    private volatile boolean repaired;

    Faulty(long at) {
      this.at = at;
    }

    record Seen(String id, long position) implements ViewDocument {}

    @Override
    public String view() {
      return "faulty";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Class<Seen> documentType() {
      return Seen.class;
    }

    @Override
    public String keyField() {
      return "_id";
    }

    @Override
    public boolean isPerAggregate() {
      return false;
    }

    @Override
    public String key(RecordedEvent event) {
      return event.id();
    }

    @Override
    public Seen fold(@Nullable Seen document, RecordedEvent event) {
      if (event.position() == at && !repaired) {
        throw new IllegalStateException("not understood");
      }
      return new Seen(event.id(), event.position());
    }
  }

  @Test
  void a_failing_event_is_never_skipped_and_its_position_is_told() throws Exception {
    var last = write();
    var faulty = new Faulty(last - 2);
    var processors = processors(List.of(faulty));
    processors.start();
    try {
      assertThat(processors.await("faulty", last, Duration.ofSeconds(3))).isLessThan(last - 2);
      assertThat(processors.status("faulty").trouble())
          .isNotNull()
          .satisfies(
              t -> {
                assertThat(t.position()).isEqualTo(last - 2);
                assertThat(t.reason()).isEqualTo("IllegalStateException");
              });
      faulty.repaired = true;
      assertThat(processors.await("faulty", last, PATIENCE)).isEqualTo(last);
      assertThat(processors.status("faulty").trouble()).isNull();
      assertThat(store.collection("faulty_v1").countDocuments()).isEqualTo(last + 1);
    } finally {
      processors.stop();
    }
  }
}
