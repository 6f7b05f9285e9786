package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Finding;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.log.LogMode;
import io.vientro.query.Fictional;
import io.vientro.query.RoadWorld;
import io.vientro.query.World;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.answer.OpenWorkQuery.Scope;
import io.vientro.query.answer.WorkAnswers.DeadlineItem;
import io.vientro.query.answer.WorkAnswers.MyWork;
import io.vientro.query.answer.WorkAnswers.MyWorkItem;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.work.OpenWorkView;
import io.vientro.store.RecordedEvents;
import io.vientro.store.ViewJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds of the four lists on every store, by either way of getting a page. */
abstract class OpenWorkQueryContract {
  private static final int SOON = 3;
  private static final DeadlineFilter ANY = new DeadlineFilter(null, null, null, null, null);
  private static final PendingApprovalFilter ANY_APPROVAL =
      new PendingApprovalFilter(null, null, null, null);
  private static final OpinionFilter ANY_OPINION = new OpinionFilter(null, null, null, null);
  private static final Actor RECEPTION = Fictional.RECEPTION;

  private World world;
  private RoadWorld road;
  private ViewStore store;

  abstract World world();

  @BeforeEach
  void open() {
    world = world();
    road = new RoadWorld(world);
    store =
        new ViewStore(new MongoTemplate(world.client(), world.database.getName()), new ViewJson());
    new OpenWorkView().index(store, View.IN_USE);
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private void follow() {
    new OpenWorkView()
        .projector(store, View.IN_USE)
        .take(
            new RecordedEvents(world.codec.leavingSealed()).of(world.log.reader(0).next(100_000)));
  }

  private OpenWorkQuery query(int fewAtMost) {
    return new OpenWorkQuery(new OpenRows(store, fewAtMost), world.law, world.clock, SOON);
  }

  private OpenWorkQuery query() {
    return query(Pages.FEW);
  }

  private static Paging first(int limit) {
    return paging(limit, null);
  }

  private static Paging paging(int limit, @Nullable String cursor) {
    return new Paging(limit, cursor, 0, LogMode.TRAINING);
  }

  private List<DeadlineItem> deadlines(Actor actor, DeadlineFilter filter) {
    return query().deadlines(actor, filter, first(200)).items();
  }

  private static DeadlineFilter urgency(Urgency urgency) {
    return new DeadlineFilter(urgency, null, null, null, null);
  }

  private MyWork myWork(Actor actor, Scope scope) {
    return query().myWork(actor, scope, null, first(200));
  }

  private static List<String> titles(MyWork work) {
    return work.items().stream().map(item -> item.dossier().title()).toList();
  }

  /** Accepted dossiers, one a day, each due a day or more after the one before. */
  private List<String> accepted(int many) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < many; i++) {
      var id = road.submit("Sample aid " + i);
      road.accept(id);
      ids.add(id);
      road.today(road.today().plusDays(3));
    }
    follow();
    return ids;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void pages_join_without_seam_and_the_earliest_due_comes_first(int fewAtMost) {
    var expected = accepted(7);
    var ids = new ArrayList<String>();
    var due = new ArrayList<LocalDate>();
    String cursor = null;
    do {
      var page = query(fewAtMost).deadlines(RECEPTION, ANY, paging(3, cursor));
      page.items()
          .forEach(
              item -> {
                ids.add(item.dossier().id());
                due.add(Objects.requireNonNull(Objects.requireNonNull(item.due()).date()));
              });
      assertThat(page.counts() == null).isEqualTo(cursor != null);
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(ids).isEqualTo(expected);
    assertThat(due).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void a_page_stays_where_it_is_while_rows_move_and_go(int fewAtMost) {
    var ids = accepted(8);
    var page = query(fewAtMost).deadlines(RECEPTION, ANY, first(3));
    var moved = Objects.requireNonNull(page.items().getFirst().due()).date();
    // One that was shown goes, another one that was shown moves, one that is to come goes.
    road.withdraw(ids.get(1));
    road.dayOff(Objects.requireNonNull(moved));
    road.withdraw(ids.get(4));
    follow();
    var next =
        query(fewAtMost).deadlines(RECEPTION, ANY, paging(200, page.nextCursor())).items().stream()
            .map(item -> item.dossier().id())
            .toList();
    assertThat(next).containsExactly(ids.get(3), ids.get(5), ids.get(6), ids.get(7));
  }

  /** Accepted on 3 March 2025, twenty calendar days: Sunday the 23rd, so Monday the 24th. */
  @ParameterizedTest
  @CsvSource({
    "2025-03-03, ON_TRACK, 21",
    "2025-03-20, ON_TRACK, 4",
    "2025-03-21, DUE_SOON, 3",
    "2025-03-23, DUE_SOON, 1",
    "2025-03-24, DUE_TODAY, 0",
    "2025-03-25, OVERDUE, -1",
    "2025-04-24, OVERDUE, -31"
  })
  void urgency_is_that_of_the_day_of_reading(LocalDate today, Urgency expected, int daysLeft) {
    var id = road.submit("Sample");
    road.accept(id);
    follow();
    road.today(today);
    assertThat(deadlines(RECEPTION, ANY))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.urgency().code()).isEqualTo(expected.name());
              assertThat(item.daysLeft()).isEqualTo(daysLeft);
              assertThat(item.limit()).isEqualTo("appraisal");
              assertThat(item.name()).isNotNull();
              assertThat(item.basis()).isNotNull();
            });
    for (var urgency : Urgency.values()) {
      assertThat(deadlines(RECEPTION, urgency(urgency)))
          .as(urgency.name())
          .hasSize(urgency == expected ? 1 : 0);
    }
    var counts = Objects.requireNonNull(query().deadlines(RECEPTION, ANY, first(1)).counts());
    assertThat(counts.total()).isOne();
    assertThat(counts.overdue()).isEqualTo(expected == Urgency.OVERDUE ? 1 : 0);
    assertThat(counts.dueToday()).isEqualTo(expected == Urgency.DUE_TODAY ? 1 : 0);
    assertThat(counts.dueSoon()).isEqualTo(expected == Urgency.DUE_SOON ? 1 : 0);
    assertThat(counts.dueUncertain()).isZero();
  }

  /** Twenty days from 22 December 2026 end on 11 January 2027, a year without a notice. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-22, ON_TRACK",
    "2027-01-09, ON_TRACK",
    "2027-01-10, ON_TRACK",
    "2027-01-11, DUE_UNCERTAIN",
    "2027-02-11, DUE_UNCERTAIN"
  })
  void in_a_gap_of_the_calendar_nothing_is_overdue(LocalDate today, Urgency expected) {
    road.today(LocalDate.of(2026, 12, 22));
    var id = road.submit("Sample");
    road.accept(id);
    follow();
    road.today(today);
    assertThat(deadlines(RECEPTION, ANY))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.urgency().code()).isEqualTo(expected.name());
              assertThat(item.daysLeft()).isNull();
              assertThat(Objects.requireNonNull(item.due()).notBefore()).isEqualTo("2027-01-11");
            });
    for (var urgency : Urgency.values()) {
      assertThat(deadlines(RECEPTION, urgency(urgency)))
          .as(urgency.name())
          .hasSize(urgency == expected ? 1 : 0);
    }

    road.notice(2027);
    follow();
    assertThat(deadlines(RECEPTION, ANY))
        .singleElement()
        .satisfies(
            item -> assertThat(Objects.requireNonNull(item.due()).date()).isEqualTo("2027-01-11"));
  }

  @Test
  void a_stopped_limit_stands_last_without_a_due_date() {
    var stopped = road.submit("Stopped");
    road.accept(stopped);
    road.today(road.today().plusDays(1));
    world.send(
        stopped,
        new RequestSupplement(
            road.today(), List.of(new Finding(null, "page 2 is missing")), null, Fictional.DUTY),
        RoadWorld.APPRAISER);
    accepted(1);
    assertThat(deadlines(RECEPTION, ANY))
        .map(item -> item.urgency().code())
        .contains("STOPPED")
        .last()
        .isEqualTo("STOPPED");
    assertThat(deadlines(RECEPTION, urgency(Urgency.STOPPED)))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.due()).isNull();
              assertThat(item.stoppedOn()).isNotNull();
              assertThat(item.what().code()).isEqualTo("SUPPLEMENT");
              assertThat(item.from().getFirst().role()).isNotNull();
            });
  }

  @Test
  void deadlines_are_filtered_by_agency_officer_limit_and_words() {
    var ids = accepted(2);
    road.assign(ids.getFirst(), RoadWorld.APPRAISER);
    road.ask(ids.getLast(), RoadWorld.ASKED, null);
    follow();
    assertThat(deadlines(RECEPTION, ANY)).hasSize(3);
    assertThat(deadlines(RECEPTION, new DeadlineFilter(null, RoadWorld.ASKED, null, null, null)))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.what().code()).isEqualTo("OPINION");
              assertThat(item.limit()).isNull();
              assertThat(Objects.requireNonNull(item.opinion()).number()).isOne();
            });
    assertThat(deadlines(RECEPTION, new DeadlineFilter(null, null, RoadWorld.OFFICER, null, null)))
        .singleElement()
        .satisfies(item -> assertThat(item.dossier().id()).isEqualTo(ids.getFirst()));
    assertThat(deadlines(RECEPTION, new DeadlineFilter(null, null, null, "appraisal", null)))
        .hasSize(2);
    assertThat(deadlines(RECEPTION, new DeadlineFilter(null, null, null, null, "BỆNH viện aid")))
        .hasSize(3);
    assertThat(deadlines(RECEPTION, new DeadlineFilter(null, null, null, null, "benh 1")))
        .hasSize(2);
  }

  @Test
  void a_row_that_a_stalled_process_writes_late_is_not_shown() {
    var id = road.submit("Sample");
    road.accept(id);
    follow();
    var stale =
        List.of("my_work_v2", "deadlines_v2").stream()
            .map(name -> Objects.requireNonNull(store.collection(name).find().first()))
            .toList();
    road.conclude(id);
    follow();
    assertThat(deadlines(RECEPTION, ANY)).isEmpty();
    store.collection("my_work_v2").insertOne(new Document(stale.getFirst()));
    store.collection("deadlines_v2").insertOne(new Document(stale.getLast()));

    for (var few : List.of(0, 1000)) {
      assertThat(query(few).deadlines(RECEPTION, ANY, first(1)).items()).isEmpty();
      assertThat(query(few).myWork(RoadWorld.APPRAISER, Scope.AGENCY, null, first(1)).items())
          .map(item -> item.what().code())
          .containsExactly("SUBMISSION");
    }
  }

  @Test
  void my_work_is_mine_my_units_or_my_roles_at_my_agency() {
    var mine = road.submit("Mine");
    road.accept(mine);
    road.assign(mine, RoadWorld.APPRAISER);
    var others = road.submit("Others");
    road.accept(others);
    road.assign(others, RoadWorld.OTHER_APPRAISER);
    var nobodys = road.submit("Nobodys");
    road.accept(nobodys);
    road.submit("Unchecked");
    follow();
    assertThat(titles(myWork(RoadWorld.APPRAISER, Scope.ME))).containsExactly("Mine");
    assertThat(titles(myWork(RoadWorld.APPRAISER, Scope.UNIT))).containsExactly("Mine");
    assertThat(titles(myWork(RoadWorld.APPRAISER, Scope.AGENCY)))
        .containsExactlyInAnyOrder("Mine", "Others", "Nobodys");
    assertThat(myWork(RoadWorld.APPRAISER, Scope.ME).counts())
        .isEqualTo(new WorkAnswers.MyWorkCounts(1, 1, 3));
    assertThat(titles(myWork(RECEPTION, Scope.AGENCY))).containsExactly("Unchecked");
    assertThat(titles(myWork(RECEPTION, Scope.UNIT))).isEmpty();
    assertThat(myWork(RoadWorld.SUPERVISOR, Scope.AGENCY).items()).hasSize(4);
    assertThat(myWork(RoadWorld.DECISION_MAKER, Scope.AGENCY).items()).isEmpty();
    assertThat(query().myWork(RoadWorld.APPRAISER, Scope.AGENCY, "nobo", first(9)).items())
        .hasSize(1);
    assertThat(myWork(RoadWorld.APPRAISER, Scope.ME).items().getFirst())
        .satisfies(
            item -> {
              assertThat(item.what().code()).isEqualTo("APPRAISAL");
              assertThat(item.what().vi()).isNotEqualTo(item.what().en());
              assertThat(item.command().name()).isEqualTo("ConcludeAppraisal");
              assertThat(item.command().href())
                  .isEqualTo("/api/v1/dossiers/" + mine + "/conclude-appraisal");
              assertThat(item.from().officer()).isEqualTo(RoadWorld.OFFICER);
              assertThat(item.limits())
                  .singleElement()
                  .satisfies(
                      limit -> {
                        assertThat(limit.limit()).isEqualTo("appraisal");
                        assertThat(limit.basis().article()).isNotEmpty();
                        assertThat(limit.due()).isEqualTo(item.due());
                      });
            });
  }

  @Test
  void what_is_due_comes_before_what_is_not_and_then_what_waits_longest() {
    var late = road.submit("No due date, waiting since the first day");
    road.accept(late);
    road.conclude(late);
    road.today(road.today().plusDays(1));
    var later = road.submit("No due date, waiting since the second day");
    road.accept(later);
    road.conclude(later);
    var due = road.submit("Due");
    road.accept(due);
    follow();
    assertThat(myWork(RoadWorld.APPRAISER, Scope.AGENCY).items()).map(MyWorkItem::since).hasSize(3);
    assertThat(titles(myWork(RoadWorld.APPRAISER, Scope.AGENCY)))
        .containsExactly(
            "Due",
            "No due date, waiting since the first day",
            "No due date, waiting since the second day");
  }

  @Test
  void applicants_see_the_supplements_they_owe() {
    var id = road.submit("Incomplete", 1);
    road.requestSupplement(id);
    follow();
    assertThat(myWork(Fictional.APPLICANT, Scope.AGENCY).items())
        .singleElement()
        .satisfies(item -> assertThat(item.command().name()).isEqualTo("SupplementDossier"));
    var other = new Actor("other", Role.APPLICANT, "to-chuc-khac");
    assertThat(myWork(other, Scope.AGENCY).items()).isEmpty();
  }

  @Test
  void pending_approvals_are_oldest_first_with_their_age() {
    var ids = accepted(3);
    road.assign(ids.get(0), RoadWorld.APPRAISER);
    for (var id : ids) {
      road.conclude(id);
      road.submitForDecision(id);
      road.today(road.today().plusDays(2));
    }
    follow();
    var all = query().pendingApprovals(RECEPTION, ANY_APPROVAL, first(200));
    assertThat(all.items()).map(item -> item.dossier().id()).isEqualTo(ids);
    assertThat(all.items())
        .map(WorkAnswers.PendingApprovalItem::ageDays)
        .containsExactly(6L, 4L, 2L);
    assertThat(all.items())
        .allSatisfy(
            item -> {
              assertThat(item.authority()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
              assertThat(item.due()).isNotNull();
              assertThat(item.urgency()).isNotNull();
            });
    var counts = Objects.requireNonNull(all.counts());
    assertThat(counts.total()).isEqualTo(3);
    assertThat(counts.officers()).containsExactly(new WorkAnswers.Counted(RoadWorld.OFFICER, 1));
    assertThat(counts.agencies()).containsExactly(new WorkAnswers.Counted(RoadWorld.LEAD, 3));

    var officer = new PendingApprovalFilter(null, null, RoadWorld.OFFICER, null);
    assertThat(query().pendingApprovals(RECEPTION, officer, first(9)).items()).hasSize(1);
    var authority = new PendingApprovalFilter("PRIME_MINISTER", null, null, null);
    assertThat(query().pendingApprovals(RECEPTION, authority, first(9)).items()).isEmpty();

    road.approve(ids.get(1));
    follow();
    var left = query().pendingApprovals(RECEPTION, ANY_APPROVAL, first(200));
    assertThat(left.items())
        .map(item -> item.dossier().id())
        .containsExactly(ids.get(0), ids.get(2));
    assertThat(Objects.requireNonNull(left.counts()).total()).isEqualTo(2);
  }

  @Test
  void opinions_are_open_answered_late_or_never_came() {
    var ids = accepted(4);
    var day = road.today();
    ids.subList(0, 3).forEach(id -> road.ask(id, RoadWorld.ASKED, day.plusDays(1)));
    road.ask(ids.get(3), "bo-cong-an", null);
    road.answer(ids.get(0));
    road.today(day.plusDays(4));
    road.answer(ids.get(1));
    road.conclude(ids.get(3));
    road.submitForDecision(ids.get(3));
    road.approve(ids.get(3));
    follow();
    assertThat(states(OpinionFilter.State.OPEN)).containsExactly(ids.get(2));
    assertThat(states(OpinionFilter.State.ANSWERED)).containsExactly(ids.get(1), ids.get(0));
    assertThat(states(OpinionFilter.State.LATE)).containsExactly(ids.get(2), ids.get(1));
    assertThat(states(OpinionFilter.State.UNANSWERED)).containsExactly(ids.get(3));
    assertThat(states(null)).containsExactly(ids.get(2), ids.get(1), ids.get(0), ids.get(3));
    var page = query().opinions(RECEPTION, ANY_OPINION, first(9));
    assertThat(page.items())
        .map(WorkAnswers.OpinionItem::late)
        .containsExactly(true, true, false, null);
    assertThat(Objects.requireNonNull(page.counts()))
        .filteredOn(counts -> counts.agency().id().equals(RoadWorld.ASKED))
        .singleElement()
        .satisfies(
            counts -> {
              assertThat(counts.asked()).isEqualTo(3);
              assertThat(counts.open()).isOne();
              assertThat(counts.answered()).isEqualTo(2);
              assertThat(counts.answeredLate()).isOne();
            });
    // The same answers, read while nothing was late yet.
    road.today(day);
    assertThat(states(OpinionFilter.State.LATE)).containsExactly(ids.get(1));
  }

  private List<String> states(OpinionFilter.@Nullable State state) {
    var filter = new OpinionFilter(null, null, state, null);
    return query().opinions(RECEPTION, filter, first(200)).items().stream()
        .map(item -> item.dossier().id())
        .toList();
  }

  @Test
  void an_agency_that_is_asked_sees_its_own_opinions_and_nothing_else() {
    var ids = accepted(2);
    ids.forEach(id -> road.ask(id, RoadWorld.ASKED, null));
    road.ask(ids.get(0), "bo-cong-an", null);
    road.conclude(ids.get(1));
    road.submitForDecision(ids.get(1));
    follow();
    var asked = RoadWorld.CONSULTED;
    assertThat(query().opinions(asked, ANY_OPINION, first(9)).items())
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.opinion().agency().id()).isEqualTo(RoadWorld.ASKED));
    assertThat(deadlines(asked, ANY))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.what().code()).isEqualTo("OPINION"));
    assertThat(query().pendingApprovals(asked, ANY_APPROVAL, first(9)).items()).isEmpty();
    assertThat(myWork(asked, Scope.AGENCY).items())
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.command().name()).isEqualTo("RecordAgencyOpinion"));
    assertThat(Objects.requireNonNull(query().opinions(asked, ANY_OPINION, first(9)).counts()))
        .map(counts -> counts.agency().id())
        .containsExactly(RoadWorld.ASKED);
  }

  @Test
  void auditors_see_everything_and_administrators_nothing() {
    var ids = accepted(2);
    road.ask(ids.get(0), RoadWorld.ASKED, null);
    road.conclude(ids.get(1));
    road.submitForDecision(ids.get(1));
    follow();
    var stranger = new Actor("stranger", Role.SUPERVISOR, "bo-tai-chinh");
    for (var blind : List.of(Fictional.ADMINISTRATOR, stranger)) {
      assertThat(deadlines(blind, ANY)).isEmpty();
      assertThat(query().opinions(blind, ANY_OPINION, first(9)).items()).isEmpty();
      assertThat(query().pendingApprovals(blind, ANY_APPROVAL, first(9)).items()).isEmpty();
      assertThat(myWork(blind, Scope.AGENCY).items()).isEmpty();
      var counts = query().deadlines(blind, ANY, first(9)).counts();
      assertThat(Objects.requireNonNull(counts).total()).isZero();
    }
    for (var sees : List.of(Fictional.AUDITOR, RoadWorld.SUPERVISOR, RECEPTION)) {
      assertThat(deadlines(sees, ANY)).hasSize(3);
      assertThat(query().opinions(sees, ANY_OPINION, first(9)).items()).hasSize(1);
      assertThat(query().pendingApprovals(sees, ANY_APPROVAL, first(9)).items()).hasSize(1);
      var counts = query().deadlines(sees, ANY, first(9)).counts();
      assertThat(Objects.requireNonNull(counts).total()).isEqualTo(3);
    }
    assertThat(myWork(Fictional.AUDITOR, Scope.AGENCY).items()).isEmpty();
  }
}
