package io.vientro.core.calendar;

import io.vientro.core.Digests;
import io.vientro.core.act.ActRules;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar of the civil service (lịch làm việc): its notices, and the due dates that
 * follow from them.
 *
 * <p>A year without a notice is a gap: whether one of its days is worked is unknown, also for a
 * Saturday, and a due date that would turn on it is not given.
 *
 * @param notices on record, in order
 */
public record WorkingCalendar(List<CalendarNotice> notices) {

  /**
   * The calendar of State bodies; employers may choose other days, so it is not called "Vietnam".
   */
  public static final String CIVIL_SERVICE = "VN-CIVIL-SERVICE";

  /** The aggregate id of a calendar. */
  public static String aggregateId(String calendar) {
    return "calendar-" + calendar;
  }

  public static final WorkingCalendar EMPTY = new WorkingCalendar(List.of());

  public WorkingCalendar {
    notices = List.copyOf(notices);
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
          new WorkingCalendar(
              Stream.concat(state.notices.stream(), Stream.of(recorded.notice())).toList());
    };
  }

  /** What kind of day it is. */
  public Day day(LocalDate date) {
    var ofYear = notices.stream().filter(n -> n.year() == date.getYear()).toList();
    if (ofYear.isEmpty()) {
      return Day.UNKNOWN;
    }
    var working = !isWeekend(date);
    for (var notice : ofYear) {
      if (notice.off().contains(date)) {
        working = false;
      } else if (notice.workedWeekendDays().contains(date)) {
        working = true;
      } else if (notice.restored().contains(date)) {
        working = !isWeekend(date);
      }
    }
    return working ? Day.WORKING : Day.OFF;
  }

  /**
   * The last day of a term. The first day is not counted (Civil Code 2015 Art. 147.2).
   *
   * @param from date of the event that starts the term
   */
  public DueDate due(LocalDate from, LegalTerm term) {
    return switch (term.unit()) {
      case CALENDAR_DAY -> rolled(from.plusDays(term.amount()), term.endRule());
      case WORKING_DAY -> countWorkingDays(from, term.amount());
    };
  }

  private DueDate rolled(LocalDate last, EndRule rule) {
    if (rule == EndRule.NO_ROLL) {
      return new DueDate.On(last);
    }
    for (var date = last; ; date = date.plusDays(1)) {
      switch (day(date)) {
        case WORKING -> {
          return new DueDate.On(date);
        }
        case UNKNOWN -> {
          return new DueDate.CalendarGap(date.getYear(), certainUntil(date), date);
        }
        case OFF -> {}
      }
    }
  }

  private DueDate countWorkingDays(LocalDate from, int amount) {
    var left = amount;
    for (var date = from.plusDays(1); ; date = date.plusDays(1)) {
      switch (day(date)) {
        case WORKING -> {
          left--;
          if (left == 0) {
            return new DueDate.On(date);
          }
        }
        case UNKNOWN -> {
          return new DueDate.CalendarGap(date.getYear(), certainUntil(date), null);
        }
        case OFF -> {}
      }
    }
  }

  private static LocalDate certainUntil(LocalDate firstUnknown) {
    return LocalDate.of(firstUnknown.getYear(), 1, 1).minusDays(1);
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Years that have at least one notice. */
  public Set<Integer> years() {
    var years = new HashSet<Integer>();
    notices.forEach(n -> years.add(n.year()));
    return years;
  }

  /** Digest of all notices, so that a decision can say which calendar it looked at. */
  public String sha256() {
    return Digests.sha256(
        notices.stream()
            .flatMap(
                n ->
                    Stream.of(
                        n.year(),
                        n.number(),
                        n.basis(),
                        n.off(),
                        n.workedWeekendDays(),
                        n.restored()))
            .map(String::valueOf)
            .toList());
  }

  /** What must hold of a notice before it goes on record. */
  static final class NoticeRules {
    private NoticeRules() {}

    static Optional<Rejection> refusal(
        WorkingCalendar state, RecordCalendarNotice command, DecisionContext context) {
      var notice = command.notice();
      if (state.notices.stream()
          .anyMatch(n -> n.year() == notice.year() && n.number().equals(notice.number()))) {
        return Optional.of(
            Rejection.of(RejectionCode.NOTICE_ALREADY_RECORDED)
                .at("notice.number")
                .with("number", notice.number())
                .with("year", notice.year()));
      }
      if (notice.issuedOn() != null && notice.issuedOn().isAfter(context.today())) {
        return Optional.of(
            Rejection.of(RejectionCode.DATE_IN_FUTURE)
                .at("notice.issuedOn")
                .with("date", notice.issuedOn())
                .with("today", context.today()));
      }
      return days(notice, state)
          .filter(d -> d.refusal() != null)
          .map(d -> d.refusal().at(d.field()).with("date", d.date()))
          .findFirst()
          .or(() -> repeated(notice))
          .or(() -> ActRules.refusal(command.act(), context));
    }

    private record Checked(String field, LocalDate date, @Nullable Rejection refusal) {}

    private static Stream<Checked> days(CalendarNotice notice, WorkingCalendar state) {
      var changed = new TreeMap<LocalDate, Boolean>();
      state.notices.forEach(
          n -> {
            n.off().forEach(d -> changed.put(d, true));
            n.workedWeekendDays().forEach(d -> changed.put(d, true));
          });
      return Stream.of(
              check(
                  "notice.off",
                  notice.off(),
                  notice,
                  d -> isWeekend(d),
                  RejectionCode.DAY_OFF_ON_WEEKEND),
              check(
                  "notice.workedWeekendDays",
                  notice.workedWeekendDays(),
                  notice,
                  d -> !isWeekend(d),
                  RejectionCode.WORKED_DAY_NOT_ON_WEEKEND),
              check(
                  "notice.restored",
                  notice.restored(),
                  notice,
                  d -> !changed.containsKey(d),
                  RejectionCode.DAY_NOT_CHANGED_BEFORE))
          .flatMap(s -> s);
    }

    private static Stream<Checked> check(
        String field,
        List<LocalDate> dates,
        CalendarNotice notice,
        Predicate<LocalDate> wrong,
        RejectionCode code) {
      return dates.stream()
          .map(
              d ->
                  new Checked(
                      field,
                      d,
                      d.getYear() != notice.year()
                          ? Rejection.of(RejectionCode.DAY_OUTSIDE_YEAR).with("year", notice.year())
                          : wrong.test(d) ? Rejection.of(code) : null));
    }

    private static Optional<Rejection> repeated(CalendarNotice notice) {
      var seen = new HashSet<LocalDate>();
      return Stream.of(notice.off(), notice.workedWeekendDays(), notice.restored())
          .flatMap(List::stream)
          .filter(d -> !seen.add(d))
          .findFirst()
          .map(d -> Rejection.of(RejectionCode.DAY_REPEATED).at("notice").with("date", d));
    }
  }
}
