package io.vientro.core.calendar;

import io.vientro.core.Digests;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.value.Copies;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar of the civil service (lịch làm việc): its notices, and the due dates that
 * follow from them, in the whole country or {@linkplain #in in a place}.
 *
 * <p>A year without a notice is a gap: whether one of its days is worked is unknown, also for a
 * Saturday, and a due date that would turn on it is not given.
 *
 * <p>Two calendars are equal if they have the same notices and hold in the same place; a place
 * without notices of its own is the country. What follows from the notices is worked out once, when
 * the calendar is made.
 */
public final class WorkingCalendar {

  /**
   * The calendar of State bodies; employers may choose other days, so it is not called "Vietnam".
   */
  public static final String CIVIL_SERVICE = "VN-CIVIL-SERVICE";

  /** The aggregate id of a calendar. */
  public static String aggregateId(String calendar) {
    return "calendar-" + calendar;
  }

  public static final WorkingCalendar EMPTY = new WorkingCalendar(List.of());

  private final List<CalendarNotice> notices;
  private final DayIndex country;
  private final Map<String, DayIndex> places;
  private final @Nullable String place;
  private final DayIndex days;

  /**
   * The calendar of the whole country.
   *
   * @param notices on record, in order
   */
  public WorkingCalendar(List<CalendarNotice> notices) {
    this.notices = List.copyOf(notices);
    var everywhere = new ArrayList<CalendarNotice>();
    var local = new TreeMap<String, List<CalendarNotice>>();
    for (var notice : this.notices) {
      var jurisdiction = notice.jurisdiction();
      (jurisdiction == null
              ? everywhere
              : local.computeIfAbsent(jurisdiction, _ -> new ArrayList<>()))
          .add(notice);
    }
    this.country = DayIndex.of(everywhere, List.of());
    this.places =
        local.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> DayIndex.of(everywhere, e.getValue())));
    this.place = null;
    this.days = country;
  }

  private WorkingCalendar(WorkingCalendar whole, @Nullable String place) {
    this.notices = whole.notices;
    this.country = whole.country;
    this.places = whole.places;
    this.place = place;
    this.days = place == null ? country : Objects.requireNonNull(places.get(place));
  }

  /** All notices on record, in order, whatever the place. */
  public List<CalendarNotice> notices() {
    return notices;
  }

  /** Whether offices work on a day, as far as the notices tell. */
  public enum Day {
    WORKING,
    OFF,
    UNKNOWN
  }

  /** Decides a command; pure. */
  public static Decision<CalendarEvent> decide(
      WorkingCalendar state, CalendarCommand command, DecisionContext context) {
    return switch (command) {
      case RecordCalendarNotice record -> {
        var rejection =
            CommandName.RECORD_CALENDAR_NOTICE
                .refuses(context.actor())
                .or(() -> NoticeRules.refusal(state, record, context));
        yield rejection.isPresent()
            ? Decision.reject(rejection.get())
            : Decision.accept(List.of(new CalendarNoticeRecorded(record.notice(), record.act())));
      }
    };
  }

  public static WorkingCalendar evolve(WorkingCalendar state, CalendarEvent event) {
    return switch (event) {
      case CalendarNoticeRecorded recorded ->
          new WorkingCalendar(Copies.append(state.notices, List.of(recorded.notice())))
              .in(state.place);
    };
  }

  /**
   * The calendar as it holds in a place: the country's notices with the place's own on top. A
   * place's notice alone does not make a year known.
   *
   * @param jurisdiction an id of the agency registry; null for the whole country
   */
  public WorkingCalendar in(@Nullable String jurisdiction) {
    var known = jurisdiction != null && places.containsKey(jurisdiction) ? jurisdiction : null;
    return Objects.equals(known, place) ? this : new WorkingCalendar(this, known);
  }

  /** What kind of day it is. */
  public Day day(LocalDate date) {
    return days.day(date);
  }

  /**
   * The last day of a whole term. The first day is not counted (Civil Code 2015 Art. 147.2).
   *
   * @param from date of the event that starts the term
   * @throws IllegalArgumentException for a term in hours, which runs from a minute
   */
  public DueDate due(LocalDate from, LegalTerm term) {
    return due(Count.of(from, term));
  }

  /** When a count ends. */
  public DueDate due(Count count) {
    return new TermEngine(days).due(count);
  }

  /** When a count ends, and why then. */
  public Explanation explain(Count count) {
    return Explainer.explain(days, count);
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Years that are known: those with at least one notice for the whole country. */
  public Set<Integer> years() {
    return notices.stream()
        .filter(n -> n.jurisdiction() == null)
        .map(CalendarNotice::year)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Digest of all notices, so that a decision can say which calendar it looked at. */
  public String sha256() {
    return Digests.sha256(notices.stream().flatMap(WorkingCalendar::texts).toList());
  }

  /**
   * A notice for the whole country has none for its place: digests on record stay what they are.
   */
  private static Stream<String> texts(CalendarNotice notice) {
    return Stream.concat(
            Stream.of(
                notice.year(),
                notice.number(),
                notice.basis(),
                notice.off(),
                notice.workedWeekendDays(),
                notice.restored()),
            Stream.ofNullable(notice.jurisdiction()).map(place -> "in " + place))
        .map(String::valueOf);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingCalendar that
        && notices.equals(that.notices)
        && Objects.equals(place, that.place);
  }

  @Override
  public int hashCode() {
    return Objects.hash(notices, place);
  }

  @Override
  public String toString() {
    return "WorkingCalendar[place=" + place + ", notices=" + notices + "]";
  }
}
