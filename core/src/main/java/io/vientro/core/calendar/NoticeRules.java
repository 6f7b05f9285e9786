package io.vientro.core.calendar;

import io.vientro.core.act.ActRules;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a notice before it goes on record. */
final class NoticeRules {
  private NoticeRules() {}

  static Optional<Rejection> refusal(
      WorkingCalendar state, RecordCalendarNotice command, DecisionContext context) {
    var notice = command.notice();
    if (state.notices().stream().anyMatch(n -> same(n, notice))) {
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
    var place = notice.jurisdiction();
    if (place != null && !context.registry().knowsPlace(place)) {
      return Optional.of(
          Rejection.of(RejectionCode.UNKNOWN_PLACE).at("notice.jurisdiction").with("place", place));
    }
    return days(notice, state)
        .filter(d -> d.refusal() != null)
        .map(d -> d.refusal().at(d.field()).with("date", d.date()))
        .findFirst()
        .or(() -> repeated(notice))
        .or(() -> ActRules.refusal(command.act(), context));
  }

  /** A number counts within the year and the place that it was issued for. */
  private static boolean same(CalendarNotice one, CalendarNotice other) {
    return one.year() == other.year()
        && one.number().equals(other.number())
        && Objects.equals(one.jurisdiction(), other.jurisdiction());
  }

  /** Whether a notice holds wherever the other one does. */
  private static boolean holdsWith(CalendarNotice one, CalendarNotice other) {
    return one.jurisdiction() == null || one.jurisdiction().equals(other.jurisdiction());
  }

  private record Checked(String field, LocalDate date, @Nullable Rejection refusal) {}

  private static Stream<Checked> days(CalendarNotice notice, WorkingCalendar state) {
    var changed = new HashSet<LocalDate>();
    state.notices().stream()
        .filter(n -> holdsWith(n, notice))
        .forEach(
            n -> {
              changed.addAll(n.off());
              changed.addAll(n.workedWeekendDays());
            });
    return Stream.of(
            check(
                "notice.off",
                notice.off(),
                notice,
                WorkingCalendar::isWeekend,
                RejectionCode.DAY_OFF_ON_WEEKEND),
            check(
                "notice.workedWeekendDays",
                notice.workedWeekendDays(),
                notice,
                d -> !WorkingCalendar.isWeekend(d),
                RejectionCode.WORKED_DAY_NOT_ON_WEEKEND),
            check(
                "notice.restored",
                notice.restored(),
                notice,
                d -> !changed.contains(d),
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
