package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random terms on the civil-service years, and on calendars that no country would have. */
class DueDatesPropertiesTest {
  private static final List<CalendarNotice> SEED = CalendarSeed.notices();
  private static final WorkingCalendar CIVIL_SERVICE = new WorkingCalendar(SEED);
  private static final String HERE = "tinh-mau";
  private static final String ELSEWHERE = "tinh-khac";

  @Property(tries = 4000)
  void the_engine_and_the_clerk_agree_on_the_civil_service_years(
      @ForAll("questions") DayByDay.Question question) {
    agrees(CIVIL_SERVICE, new DayByDay(SEED, null), question);
  }

  @Property(tries = 3000)
  void they_agree_on_any_notices_in_the_country_and_in_a_place(
      @ForAll("notices") List<CalendarNotice> notices,
      @ForAll("questions") DayByDay.Question question) {
    var calendar = new WorkingCalendar(notices);
    agrees(calendar, new DayByDay(notices, null), question);
    agrees(calendar.in(HERE), new DayByDay(notices, HERE), question);
    agrees(calendar.in(HERE).in(ELSEWHERE), new DayByDay(notices, ELSEWHERE), question);
    assertThat(calendar.in(HERE).in(null)).isEqualTo(calendar);
  }

  private static void agrees(WorkingCalendar calendar, DayByDay clerk, DayByDay.Question question) {
    var count = DueDatesTest.count(question);
    assertThat(calendar.due(count)).isEqualTo(clerk.due(question));
    Explained.check(calendar, count);
  }

  @Property
  void each_day_is_what_the_notices_say(
      @ForAll("notices") List<CalendarNotice> notices, @ForAll("days") LocalDate day) {
    var calendar = new WorkingCalendar(notices);
    for (var place : new @Nullable String[] {null, HERE}) {
      assertThat(calendar.in(place).day(day)).isEqualTo(kind(new DayByDay(notices, place), day));
    }
  }

  private static WorkingCalendar.Day kind(DayByDay clerk, LocalDate day) {
    var worked = clerk.worked(day);
    return worked == null
        ? WorkingCalendar.Day.UNKNOWN
        : worked ? WorkingCalendar.Day.WORKING : WorkingCalendar.Day.OFF;
  }

  @Property
  void one_more_day_off_never_makes_a_due_date_earlier(
      @ForAll("questions") DayByDay.Question question, @ForAll("days") LocalDate day) {
    var count = DueDatesTest.count(question);
    var more = new ArrayList<>(SEED);
    more.add(dayOff(day, null));
    var known = CIVIL_SERVICE.years().contains(day.getYear());
    var before = CIVIL_SERVICE.due(count);
    var after = new WorkingCalendar(more).due(count);
    if (known) {
      assertThat(earliest(after, count)).isAfterOrEqualTo(earliest(before, count));
    }
    // A day off of one place moves nothing in another, and nothing earlier in its own.
    var local = new ArrayList<>(SEED);
    local.add(dayOff(day, HERE));
    var places = new WorkingCalendar(local);
    assertThat(places.due(count)).isEqualTo(before);
    assertThat(places.in(ELSEWHERE).due(count)).isEqualTo(before);
    assertThat(earliest(places.in(HERE).due(count), count))
        .isAfterOrEqualTo(earliest(before, count));
  }

  /** In a gap of the count the earliest day is not known; it lies behind what was counted. */
  private static LocalDate earliest(DueDate due, Count count) {
    return switch (due) {
      case DueDate.On(var date, _) -> date;
      case DueDate.CalendarGap(var year, _, var notBefore) ->
          notBefore != null ? notBefore : later(LocalDate.of(year, 1, 1), count.from().plusDays(1));
      case DueDate.Open open -> open.orderedBy();
    };
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static CalendarNotice dayOff(LocalDate day, @Nullable String place) {
    var weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new CalendarNotice(
        day.getYear(),
        "1/TB-MAU",
        null,
        "test",
        weekend ? List.of() : List.of(day),
        List.of(),
        weekend ? List.of(day) : List.of(),
        place);
  }

  @Property
  void the_same_notices_in_the_same_order_give_the_same_dates(
      @ForAll("notices") List<CalendarNotice> notices,
      @ForAll("questions") DayByDay.Question question) {
    var count = DueDatesTest.count(question);
    var atOnce = new WorkingCalendar(notices);
    var replayed = WorkingCalendar.EMPTY;
    for (var i = 0; i < notices.size(); i++) {
      replayed = new WorkingCalendar(notices.subList(0, i + 1));
    }
    assertThat(replayed).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
    assertThat(replayed.sha256()).isEqualTo(atOnce.sha256());
    assertThat(replayed.explain(count)).isEqualTo(atOnce.explain(count));
    assertThat(replayed.in(HERE).explain(count)).isEqualTo(atOnce.in(HERE).explain(count));
  }

  @Property
  void a_place_without_notices_of_its_own_is_the_country(
      @ForAll("notices") List<CalendarNotice> notices,
      @ForAll("questions") DayByDay.Question question) {
    var calendar = new WorkingCalendar(notices);
    var count = DueDatesTest.count(question);
    assertThat(calendar.in("nowhere")).isEqualTo(calendar);
    assertThat(calendar.in("nowhere").explain(count)).isEqualTo(calendar.explain(count));
    var country = notices.stream().filter(n -> n.jurisdiction() == null).toList();
    assertThat(calendar.due(count)).isEqualTo(new WorkingCalendar(country).due(count));
  }

  @Property
  void where_nothing_says_how_long_nothing_is_counted(@ForAll("days") LocalDate from) {
    var count = new Count(from, null, null, 0);
    assertThat(CIVIL_SERVICE.due(count)).isEqualTo(new DueDate.Open());
    Explained.check(CIVIL_SERVICE, count);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return between(LocalDate.of(2019, 12, 1), LocalDate.of(2028, 2, 1));
  }

  @Provide
  Arbitrary<DayByDay.Question> questions() {
    return Combinators.combine(
            days(),
            Arbitraries.integers().between(0, 24 * 60 * 60 - 1),
            Arbitraries.of(Unit.class),
            Arbitraries.of(true, false),
            days(),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 60))))
        .as(
            (day, second, unit, rolls, fixed, used) ->
                new DayByDay.Question(
                    day.atStartOfDay().plusSeconds(second),
                    1,
                    unit,
                    rolls,
                    unit == Unit.FIXED_DATE ? fixed : null,
                    used))
        .flatMap(
            q ->
                q.unit() == Unit.FIXED_DATE
                    ? Arbitraries.just(q)
                    : Arbitraries.integers()
                        .between(1, q.unit() == Unit.MONTH ? 40 : 400)
                        .map(
                            amount ->
                                new DayByDay.Question(
                                    q.from(), amount, q.unit(), q.rolls(), null, q.used())));
  }

  /**
   * Years with a hole between them, notices that contradict each other, and those of two places.
   */
  @Provide
  Arbitrary<List<CalendarNotice>> notices() {
    return Arbitraries.of(2021, 2022, 2023, 2024, 2026)
        .flatMap(
            year -> {
              var dates =
                  between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                      .list()
                      .ofMaxSize(30);
              return Combinators.combine(
                      Arbitraries.integers().between(1, 9),
                      dates,
                      dates,
                      dates,
                      Arbitraries.of("", "", HERE, ELSEWHERE))
                  .as(
                      (number, off, worked, restored, place) ->
                          new CalendarNotice(
                              year,
                              number + "/TB-MAU",
                              null,
                              "test",
                              off,
                              worked,
                              restored,
                              place.isEmpty() ? null : place));
            })
        .list()
        .ofMaxSize(8);
  }

  private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
    return Arbitraries.longs()
        .between(first.toEpochDay(), last.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}
