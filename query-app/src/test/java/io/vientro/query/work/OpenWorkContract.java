package io.vientro.query.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.query.Fictional;
import io.vientro.query.RoadWorld;
import io.vientro.query.World;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import io.vientro.store.ViewJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds of the rows and counts of open work on every store. */
abstract class OpenWorkContract {
  private static final String CRASHED = "_crashed";
  private static final String ANEW = "_anew";

  private final OpenWorkView view = new OpenWorkView();
  private World world;
  private RoadWorld road;
  private ViewStore store;
  private ViewRebuild rebuild;

  abstract World world();

  /** Of so many places where a process can die, every one, or every so many. */
  abstract int everySoMany();

  @BeforeEach
  void open() {
    world = world();
    road = new RoadWorld(world);
    store = new ViewStore(template(), new ViewJson());
    rebuild = new ViewRebuild(world.log, world.codec, store);
  }

  private MongoTemplate template() {
    return new MongoTemplate(world.client(), world.database.getName());
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private List<RecordedEvent> events() {
    return new RecordedEvents(world.codec.leavingSealed()).of(world.log.reader(0).next(100_000));
  }

  /** Takes events in pieces of random length, some of them again. */
  private void inPieces(List<RecordedEvent> events, String suffix, Random random) {
    inPieces(events, suffix, random, 9);
  }

  private void inPieces(List<RecordedEvent> events, String suffix, Random random, int longest) {
    var projector = view.projector(store, suffix);
    for (var from = 0; from < events.size(); ) {
      var to = Math.min(events.size(), from + 1 + random.nextInt(longest));
      projector.take(events.subList(Math.max(0, from - random.nextInt(6)), to));
      from = to;
    }
  }

  private void drop(String suffix) {
    view.collections().forEach(collection -> store.collection(View.in(collection, suffix)).drop());
  }

  private List<Document> documents(String collection) {
    return store.collection(collection).find().sort(new Document("_id", 1)).into(new ArrayList<>());
  }

  private Map<String, List<Document>> all(String suffix) {
    var all = new TreeMap<String, List<Document>>();
    view.collections().forEach(name -> all.put(name, documents(View.in(name, suffix))));
    return all;
  }

  private void assertEqualToARebuild(String suffix) {
    // Document by document first: a digest does not tell what differs.
    assertThat(all(suffix)).isEqualTo(all(ANEW));
    assertThat(rebuild.digest(view, suffix)).isEqualTo(rebuild.digest(view, ANEW));
  }

  @Test
  void a_random_life_taken_in_pieces_equals_a_rebuild_byte_by_byte() {
    road.live(12, 400, new Random(80_2020));
    inPieces(events(), View.IN_USE, new Random(313));
    assertThat(rebuild.rebuild(view, ANEW, _ -> {})).isEqualTo(world.log.nextPosition() - 1);
    for (var list : WorkList.values()) {
      assertThat(documents(list.collection())).as(list.collection()).isNotEmpty();
    }
    assertEqualToARebuild(View.IN_USE);
  }

  @Test
  void counts_are_what_a_scan_of_all_rows_gives() {
    road.live(12, 400, new Random(4711));
    inPieces(events(), View.IN_USE, new Random(12));
    var scanned = new TreeMap<String, Long>();
    for (var list : WorkList.values()) {
      for (var stored : documents(list.collection())) {
        store
            .read(stored, list.rowType())
            .counted()
            .forEach(id -> scanned.merge(id, 1L, Long::sum));
      }
    }
    var kept = new TreeMap<String, Long>();
    for (var stored : documents(OpenWorkView.COUNTS)) {
      var count = store.read(stored, WorkCount.class);
      if (count.n() != 0) {
        kept.put(count.id(), count.n());
      }
    }
    assertThat(kept).isEqualTo(scanned).hasSizeGreaterThan(20);
  }

  @Test
  void the_working_document_names_exactly_the_rows_that_there_are() {
    road.live(8, 250, new Random(7));
    inPieces(events(), View.IN_USE, new Random(8));
    var named = new TreeSet<String>();
    for (var stored : documents(OpenWorkView.CASES)) {
      named.addAll(store.read(stored, WorkCase.class).rows());
    }
    var found = new TreeSet<String>();
    for (var list : WorkList.values()) {
      documents(list.collection())
          .forEach(stored -> found.add(list.list() + ' ' + stored.getString("_id")));
    }
    assertThat(found).isEqualTo(named);
  }

  /** A short life in which rows come, move, are moved by a notice, and go. */
  private void shortLife() {
    var first = road.submit("Sample one");
    var second = road.submit("Sample two", 1);
    road.accept(first);
    road.assign(first, RoadWorld.APPRAISER);
    road.ask(first, RoadWorld.ASKED, null);
    road.today(road.today().plusDays(9));
    road.dayOff(LocalDate.of(2025, 3, 25));
    road.requestSupplement(second);
    road.answer(first);
    road.conclude(first);
    road.submitForDecision(first);
    road.dayOff(LocalDate.of(2025, 3, 26));
    road.withdraw(second);
    road.approve(first);
  }

  @Test
  void a_crash_between_any_two_writes_leaves_nothing_that_taking_it_again_does_not_mend() {
    shortLife();
    var events = events();
    rebuild.rebuild(view, ANEW, _ -> {});
    var expected = all(ANEW);
    var random = new Random(42);
    for (var writes = 0; ; writes += everySoMany()) {
      var mortal = new FailingTemplate(world.client(), world.database.getName(), writes);
      var from = 0;
      var died = false;
      var projector = view.projector(new ViewStore(mortal, new ViewJson()), CRASHED);
      while (from < events.size() && !died) {
        var to = Math.min(events.size(), from + 12 + random.nextInt(12));
        try {
          projector.take(events.subList(from, to));
          from = to;
        } catch (FailingTemplate.Died e) {
          died = true;
        }
      }
      // What was not acknowledged is taken again, cut otherwise.
      inPieces(events.subList(from, events.size()), CRASHED, random, 30);
      assertThat(all(CRASHED)).as("after %s writes", writes).isEqualTo(expected);
      drop(CRASHED);
      if (!died) {
        assertThat(mortal.done()).isGreaterThan(40);
        return;
      }
    }
  }

  @Test
  void a_notice_moves_every_due_date_that_crosses_its_days() {
    var id = road.submit("Sample");
    road.accept(id);
    inPieces(events(), View.IN_USE, new Random(1));
    var before = deadline();
    var due = before.due().date();
    assertThat(before.id()).startsWith(due + "|");

    road.dayOff(due);
    view.projector(store, View.IN_USE).take(events());
    var after = deadline();
    assertThat(after.due().date()).isAfter(due);
    assertThat(after.id()).startsWith(after.due().date() + "|");
    assertThat(documents("my_work_v2"))
        .singleElement()
        .satisfies(row -> assertThat(row.getString("_id")).startsWith(after.due().date() + "|"));
  }

  private DeadlineRow deadline() {
    var rows = documents("deadlines_v2");
    assertThat(rows).hasSize(1);
    return store.read(rows.getFirst(), DeadlineRow.class);
  }

  @Test
  void a_notice_of_a_missing_year_turns_a_gap_into_a_day() {
    road.today(LocalDate.of(2026, 12, 22));
    var id = road.submit("Sample");
    road.accept(id);
    view.projector(store, View.IN_USE).take(events());
    assertThat(deadline().due().date()).isNull();
    assertThat(deadline().due().missingYear()).isEqualTo(2027);
    assertThat(deadline().keys()).contains(WorkKeys.IN_GAP);

    road.notice(2027);
    view.projector(store, View.IN_USE).take(events());
    assertThat(deadline().due().date()).isAfterOrEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(deadline().keys()).contains(WorkKeys.DATED).doesNotContain(WorkKeys.IN_GAP);
  }

  @Test
  void known_counts_of_a_known_road() {
    var ids = List.of(road.submit("one"), road.submit("two"), road.submit("three"));
    ids.forEach(road::accept);
    road.assign(ids.get(0), RoadWorld.APPRAISER);
    road.ask(ids.get(0), RoadWorld.ASKED, road.today().plusDays(1));
    road.ask(ids.get(1), RoadWorld.ASKED, null);
    road.today(road.today().plusDays(3));
    road.answer(ids.get(0));
    road.answer(ids.get(1));
    ids.forEach(road::conclude);
    road.submitForDecision(ids.get(0));
    road.submitForDecision(ids.get(1));
    view.projector(store, View.IN_USE).take(events());
    var counts = new HashMap<String, Long>();
    documents(OpenWorkView.COUNTS)
        .forEach(
            stored -> {
              var count = store.read(stored, WorkCount.class);
              counts.put(count.id(), count.n());
            });
    var lead = "r:agency:" + RoadWorld.LEAD;
    var asked = "r:agency:" + RoadWorld.ASKED;
    assertThat(counts)
        .containsAllEntriesOf(
            Map.of(
                "pending_approvals|" + lead + "|ALL|",
                2L,
                "pending_approvals|*|AUTHORITY|HEAD_OF_MANAGING_AGENCY",
                2L,
                "pending_approvals|" + lead + "|OFFICER|" + RoadWorld.OFFICER,
                1L,
                "opinions|" + asked + "|ASKED|" + RoadWorld.ASKED,
                2L,
                "opinions|" + lead + "|ANSWERED|" + RoadWorld.ASKED,
                2L,
                "opinions|*|ANSWERED_LATE|" + RoadWorld.ASKED,
                1L,
                "opinions|*|OPEN|" + RoadWorld.ASKED,
                0L,
                // Two signatures; the third dossier waits for its submission, without a limit.
                "deadlines|*|ALL|",
                2L,
                "my_work|m:" + RoadWorld.LEAD + "|DECISION_MAKER|ALL|",
                2L,
                "my_work|m:" + RoadWorld.LEAD + "|APPRAISER|ALL|",
                1L));
    assertThat(counts.keySet())
        .noneMatch(count -> count.startsWith("pending_approvals|" + asked + "|"));
  }

  @Test
  void no_row_and_no_key_holds_a_personal_value() {
    shortLife();
    view.projector(store, View.IN_USE).take(events());
    for (var list : WorkList.values()) {
      assertThat(documents(list.collection()).toString())
          .doesNotContain("sealed:", Fictional.CONTACT, "Ký Mẫu", "Trần Văn Mẫu");
    }
    assertThat(documents(OpenWorkView.CASES).toString())
        .doesNotContain(Fictional.CONTACT, "Ký Mẫu", "Trần Văn Mẫu");
  }
}
