package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.DutyParty;
import io.vientro.http.problem.ProblemException;
import io.vientro.query.Fictional;
import io.vientro.query.RoadWorld;
import io.vientro.query.World;
import io.vientro.query.answer.DutyAnswers.DutyItem;
import io.vientro.query.answer.DutyAnswers.NoticeItem;
import io.vientro.query.answer.NoticeImpactAnswers.Moved;
import io.vientro.query.answer.OpenWorkQuery.Paging;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.work.OpenWorkView;
import io.vientro.store.RecordedEvents;
import io.vientro.store.ViewJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds of duties, notices and the impact of a notice on every store. */
abstract class DutyQueryContract {
  private static final int SOON = 3;
  private static final NoticeFilter ANY_NOTICE = new NoticeFilter(null, null, null);
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

  private DutyQuery query(int fewAtMost) {
    return new DutyQuery(new OpenRows(store, fewAtMost), world.law, world.clock, SOON);
  }

  private DutyQuery query() {
    return query(Pages.FEW);
  }

  private static Paging paging(int limit, @Nullable String cursor) {
    return new Paging(limit, cursor, 0, LogMode.TRAINING);
  }

  private List<DutyItem> duties(Actor actor, DutyFilter filter) {
    return query().duties(actor, filter, paging(200, null)).items();
  }

  private List<DutyItem> duties(DutyStanding standing) {
    return duties(RECEPTION, new DutyFilter(null, null, standing, null, null, null));
  }

  private List<DutyItem> duties(Urgency urgency) {
    return duties(RECEPTION, new DutyFilter(null, null, null, urgency, null, null));
  }

  private List<NoticeItem> notices(Actor actor, NoticeFilter filter) {
    return query().notices(actor, filter, paging(200, null)).items();
  }

  private String accepted(String title) {
    var id = road.submit(title);
    road.accept(id);
    return id;
  }

  private LocalDate due(String id, String limit) {
    return world.dossier(id).limits().stream()
        .filter(segment -> segment.started().limit().equals(limit))
        .map(segment -> Objects.requireNonNull(segment.due(world.law.calendar()).date()))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void what_is_owed_comes_first_by_its_due_date_then_what_was_done(int fewAtMost) {
    var first = accepted("First");
    road.today(road.today().plusDays(2));
    var second = accepted("Second");
    road.today(road.today().plusDays(2));
    accepted("Third");
    road.conclude(first);
    follow();

    var all = new ArrayList<DutyItem>();
    String cursor = null;
    do {
      var page = query(fewAtMost).duties(RECEPTION, DutyFilter.ANY, paging(2, cursor));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(all)
        .extracting(item -> Objects.requireNonNull(item.dossier()).title() + " " + item.limit())
        .startsWith("Second appraisal", "Third appraisal", "First appraisal");
    assertThat(all.get(2).standing().code()).isEqualTo("DONE_ON_TIME");
    assertThat(all.get(2).urgency()).isNull();
    assertThat(all.getFirst())
        .satisfies(
            item -> {
              assertThat(item.standing().code()).isEqualTo("OPEN");
              assertThat(item.debtor().party().code()).isEqualTo("LEAD");
              assertThat(Objects.requireNonNull(item.debtor().agency()).id())
                  .isEqualTo(RoadWorld.LEAD);
              assertThat(item.due().date()).isEqualTo(due(second, "appraisal"));
              assertThat(Objects.requireNonNull(item.basis()).article()).isNotEmpty();
              assertThat(item.explanation())
                  .isEqualTo(
                      "/api/v1/dossiers/"
                          + second
                          + "/time-limits/appraisal/explanation?segment=1");
            });
    var counts =
        Objects.requireNonNull(query().duties(RECEPTION, DutyFilter.ANY, paging(1, null)).counts());
    assertThat(counts.open()).isEqualTo(2);
    assertThat(counts.doneOnTime()).isOne();
  }

  @Test
  void a_duty_is_overdue_by_the_clock_and_late_once_done() {
    var id = accepted("Late");
    follow();
    road.today(due(id, "appraisal"));
    assertThat(duties(DutyStanding.OVERDUE)).isEmpty();
    assertThat(duties(DutyStanding.OPEN)).hasSize(1);
    assertThat(duties(Urgency.DUE_TODAY)).hasSize(1);
    road.today(road.today().plusDays(1));
    assertThat(duties(DutyStanding.OPEN)).isEmpty();
    assertThat(duties(Urgency.OVERDUE)).hasSize(1);
    assertThat(duties(DutyStanding.OVERDUE))
        .singleElement()
        .satisfies(item -> assertThat(item.standing().code()).isEqualTo("OVERDUE"));
    road.raise(id);
    road.conclude(id);
    follow();
    assertThat(duties(DutyStanding.OVERDUE)).isEmpty();
    assertThat(duties(DutyStanding.DONE_LATE))
        .anySatisfy(
            item -> {
              assertThat(item.limit()).isEqualTo("appraisal");
              assertThat(item.expired()).isEqualTo(due(id, "appraisal"));
            });
  }

  @Test
  void a_waived_duty_and_an_extended_one_say_so() {
    var waived = accepted("Waived");
    road.waive(waived, "appraisal");
    var extended = accepted("Extended");
    var first = due(extended, "appraisal");
    road.extend(extended, "appraisal", first.plusDays(9));
    follow();
    assertThat(duties(DutyStanding.WAIVED))
        .singleElement()
        .satisfies(item -> assertThat(item.endedOn()).isEqualTo(road.today()));
    assertThat(duties(DutyStanding.OPEN))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.due().date()).isEqualTo(first.plusDays(9));
              assertThat(Objects.requireNonNull(item.firstDue()).date()).isEqualTo(first);
            });
  }

  @Test
  void duties_are_filtered_by_debtor_agency_limit_and_words() {
    var id = accepted("Sông Hồng");
    road.ask(id, RoadWorld.ASKED, null);
    accepted("Sông Đà");
    follow();
    assertThat(duties(RECEPTION, DutyFilter.ANY)).hasSize(3);
    var consulted = new DutyFilter(null, DutyParty.CONSULTED, null, null, null, null);
    assertThat(duties(RECEPTION, consulted))
        .singleElement()
        .satisfies(item -> assertThat(item.limit()).isEqualTo("test-opinion"));
    var agency = new DutyFilter(RoadWorld.ASKED, null, null, null, null, null);
    assertThat(duties(RECEPTION, agency)).hasSize(1);
    var limit = new DutyFilter(null, null, null, null, "appraisal", null);
    assertThat(duties(RECEPTION, limit)).hasSize(2);
    var words = new DutyFilter(null, null, null, null, null, "song da");
    assertThat(duties(RECEPTION, words)).hasSize(1);
    assertThat(duties(RoadWorld.CONSULTED, DutyFilter.ANY))
        .singleElement()
        .satisfies(item -> assertThat(item.limit()).isEqualTo("test-opinion"));
    assertThat(duties(Fictional.AUDITOR, DutyFilter.ANY)).hasSize(3);
    assertThat(duties(new Actor("s", Role.SUPERVISOR, "bo-tai-chinh"), DutyFilter.ANY)).isEmpty();
  }

  @Test
  void an_opinion_with_a_limit_stands_once_in_each_list() {
    var id = accepted("Once");
    road.ask(id, RoadWorld.ASKED, null);
    follow();
    var work = new OpenWorkQuery(new OpenRows(store, Pages.FEW), world.law, world.clock, SOON);
    var any = new DeadlineFilter(null, null, null, null, null);
    assertThat(work.deadlines(RECEPTION, any, paging(9, null)).items())
        .extracting(item -> String.valueOf(item.limit()))
        .containsExactlyInAnyOrder("null", "appraisal");
    var mine = work.myWork(RoadWorld.APPRAISER, OpenWorkQuery.Scope.AGENCY, null, paging(9, null));
    assertThat(mine.items())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.limits())
                    .extracting(WorkAnswers.Limit::limit)
                    .containsExactly("appraisal"));
  }

  @Test
  void notices_are_read_and_acknowledged_by_their_addressee_alone() {
    var id = accepted("Told");
    road.ask(id, RoadWorld.ASKED, null);
    road.today(due(id, "test-opinion").plusDays(1));
    road.raise(id);
    follow();
    assertThat(notices(RoadWorld.CONSULTED, ANY_NOTICE))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.what().code()).isEqualTo("EXPIRY");
              assertThat(item.limit()).isEqualTo("test-opinion");
              assertThat(item.due()).isEqualTo(due(id, "test-opinion"));
              assertThat(item.to().party().code()).isEqualTo("CONSULTED");
              assertThat(Objects.requireNonNull(item.acknowledge()).href())
                  .isEqualTo("/api/v1/dossiers/" + id + "/acknowledge-notice");
            });
    assertThat(notices(RoadWorld.SUPERVISOR, ANY_NOTICE))
        .singleElement()
        .satisfies(item -> assertThat(item.to().party().code()).isEqualTo("LEAD"));
    assertThat(notices(Fictional.AUDITOR, ANY_NOTICE)).hasSize(2);
    assertThat(notices(Fictional.ADMINISTRATOR, ANY_NOTICE)).isEmpty();
    assertThat(query().notices(RoadWorld.CONSULTED, ANY_NOTICE, paging(9, null)).unread()).isOne();

    road.acknowledge(id);
    follow();
    var read = new NoticeFilter(true, null, null);
    assertThat(notices(RoadWorld.CONSULTED, read))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.acknowledgedOn()).isEqualTo(road.today());
              assertThat(item.acknowledge()).isNull();
            });
    assertThat(notices(RoadWorld.CONSULTED, new NoticeFilter(false, null, null))).isEmpty();
    assertThat(query().notices(RoadWorld.CONSULTED, ANY_NOTICE, paging(9, null)).unread()).isZero();
    assertThat(notices(RoadWorld.SUPERVISOR, new NoticeFilter(false, null, null))).hasSize(1);
  }

  @Test
  void a_year_without_a_notice_is_one_duty_of_the_administrator_until_it_is_recorded() {
    road.today(LocalDate.of(2026, 12, 22));
    var ids = List.of(accepted("One"), accepted("Two"));
    road.today(LocalDate.of(2027, 1, 11));
    ids.forEach(road::raise);
    follow();
    assertThat(duties(Fictional.ADMINISTRATOR, DutyFilter.ANY))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.limit()).isEqualTo("calendar-notice");
              assertThat(item.period()).isEqualTo("2027");
              assertThat(item.standing().code()).isEqualTo("OPEN");
              assertThat(item.dossier()).isNull();
              assertThat(Objects.requireNonNull(item.command()).href())
                  .isEqualTo("/api/v1/calendars/VN-CIVIL-SERVICE/record-calendar-notice");
            });
    assertThat(notices(Fictional.ADMINISTRATOR, ANY_NOTICE))
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.missingYear()).isEqualTo(2027);
              assertThat(item.dossier()).isNull();
            });
    assertThat(notices(RoadWorld.SUPERVISOR, ANY_NOTICE)).isEmpty();
    assertThat(duties(Urgency.DUE_UNCERTAIN)).hasSize(2);

    road.notice(2027);
    follow();
    assertThat(duties(Fictional.ADMINISTRATOR, DutyFilter.ANY))
        .singleElement()
        .satisfies(item -> assertThat(item.standing().code()).isEqualTo("DONE_ON_TIME"));
    assertThat(duties(Urgency.DUE_UNCERTAIN)).isEmpty();
    // Whoever takes the events again comes to the same.
    follow();
    var open = new DutyFilter(null, null, DutyStanding.OPEN, null, null, null);
    assertThat(duties(Fictional.ADMINISTRATOR, open)).isEmpty();
  }

  @Test
  void a_notice_is_weighed_before_it_is_recorded() {
    var id = accepted("Moves");
    accepted("Moves too");
    var due = due(id, "appraisal");
    follow();
    var notice =
        new CalendarNotice(
            due.getYear(), "01/TB-THU", null, "Sample act", List.of(due), List.of(), null);
    var impact = new NoticeImpactQuery(new OpenRows(store, Pages.FEW), world.law);
    var recorded = world.log.nextPosition();
    for (var actor : List.of(RoadWorld.SUPERVISOR, Fictional.AUDITOR, Fictional.ADMINISTRATOR)) {
      var items = new ArrayList<Moved>();
      String cursor = null;
      do {
        var page = impact.impact(actor, notice, paging(1, cursor));
        items.addAll(page.items());
        cursor = page.nextCursor();
        assertThat(page.examined()).isLessThanOrEqualTo(1);
      } while (cursor != null);
      assertThat(items)
          .hasSize(2)
          .allSatisfy(
              moved -> {
                assertThat(moved.limit()).isEqualTo("appraisal");
                assertThat(moved.before().date()).isEqualTo(due);
                assertThat(moved.after().date()).isAfter(due);
                assertThat(Objects.requireNonNull(moved.days())).isPositive();
                assertThat(moved.certain()).isTrue();
                assertThat(moved.dossier() == null).isEqualTo(actor.role() == Role.ADMINISTRATOR);
              });
    }
    assertThat(world.log.nextPosition()).isEqualTo(recorded);
    var elsewhere = new Actor("s", Role.SUPERVISOR, "bo-tai-chinh");
    assertThat(impact.impact(elsewhere, notice, paging(9, null)).items()).isEmpty();

    // What it would be is what it becomes.
    var after =
        impact.impact(Fictional.AUDITOR, notice, paging(9, null)).items().getFirst().after();
    world.notice(notice, Fictional.DUTY);
    assertThat(due(id, "appraisal")).isEqualTo(after.date());
    assertThatThrownBy(() -> impact.impact(Fictional.AUDITOR, notice, paging(9, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("notice-already-recorded");
  }

  @Test
  void a_notice_is_refused_by_the_rules_of_the_command_that_records_it() {
    var impact = new NoticeImpactQuery(new OpenRows(store, Pages.FEW), world.law);
    var saturday = LocalDate.of(2026, 7, 4);
    var wrong =
        new CalendarNotice(
            2026, "02/TB-THU", null, "Sample act", List.of(saturday), List.of(), null);
    assertThatThrownBy(() -> impact.impact(Fictional.AUDITOR, wrong, paging(9, null)))
        .hasMessageContaining("day-off-on-weekend");
  }
}
