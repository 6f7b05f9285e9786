package io.vientro.core.calendar;

import io.vientro.core.Zone;
import io.vientro.core.calendar.Explanation.Kind;
import io.vientro.core.calendar.Explanation.Step;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down, step by step, the count whose end {@link TermEngine} tells. */
final class Explainer {
  private static final String FROM_THE_MINUTE = "Civil Code 2015 Art. 147.1";
  private static final String FIRST_DAY_NOT_COUNTED = "Civil Code 2015 Art. 147.2";
  private static final String CORRESPONDING_DAY = "Civil Code 2015 Art. 148.3";
  private static final String END_ON_A_DAY_OFF = "Civil Code 2015 Art. 148.5";

  private final DayIndex days;
  private final Count count;
  private final DueDate due;
  private final List<Step> steps = new ArrayList<>();

  private Explainer(DayIndex days, Count count) {
    this.days = days;
    this.count = count;
    this.due = new TermEngine(days).due(count);
  }

  static Explanation explain(DayIndex days, Count count) {
    var explainer = new Explainer(days, count);
    var term = count.term();
    if (term == null) {
      explainer.start(null);
      explainer.step(Kind.OPEN, count.from(), null, null, null);
    } else {
      explainer.all(term);
    }
    return new Explanation(count, explainer.due, explainer.steps);
  }

  private void all(LegalTerm term) {
    start(term.unit());
    used(term);
    var left = Count.left(term, count.used());
    var end = TermEngine.lastDay(count, term);
    switch (term.unit()) {
      case CALENDAR_DAY -> calendarDays(left);
      case WORKING_DAY -> workingDays(left);
      case MONTH -> months(left, end);
      case HOUR ->
          steps.add(
              new Step(
                  Kind.HOURS, end, TermEngine.lastMinute(count, term), left, null, basis(term)));
      case FIXED_DATE -> step(Kind.FIXED, end, null, null, basis(term));
    }
    if (term.endRule() == EndRule.ROLL_FORWARD && (term.unit() != Unit.WORKING_DAY || left == 0)) {
      roll(end);
    }
    end(term);
  }

  private void start(@Nullable Unit unit) {
    var hours = unit == Unit.HOUR;
    var at = hours ? Objects.requireNonNull(count.at()) : null;
    steps.add(
        new Step(
            Kind.START,
            at == null ? count.from() : Zone.dateOf(at),
            at,
            null,
            null,
            unit == null ? null : hours ? FROM_THE_MINUTE : FIRST_DAY_NOT_COUNTED));
  }

  private void used(LegalTerm term) {
    if (count.used() > 0 && term.unit() != Unit.FIXED_DATE) {
      step(Kind.USED, count.from(), Math.min(count.used(), term.amount()), null, null);
    }
  }

  private void calendarDays(int left) {
    for (var i = 1; i <= left; i++) {
      step(Kind.COUNTED, count.from().plusDays(i), place(i), null, null);
    }
  }

  private void workingDays(int left) {
    var counted = 0;
    for (var date = count.from().plusDays(1); counted < left; date = date.plusDays(1)) {
      var day = days.day(date);
      if (day == Day.UNKNOWN) {
        return;
      }
      var weekend = WorkingCalendar.isWeekend(date);
      if (day == Day.WORKING) {
        counted++;
        listed(weekend ? Kind.WORKED_WEEKEND : Kind.COUNTED, date, place(counted));
      } else {
        listed(weekend ? Kind.SKIPPED_WEEKEND : Kind.SKIPPED_DAY_OFF, date, null);
      }
    }
  }

  /** Units used before were counted first. */
  private int place(int counted) {
    return count.used() + counted;
  }

  private void listed(Kind kind, LocalDate date, @Nullable Integer number) {
    var notice = days.decided(date);
    step(
        kind,
        date,
        number,
        notice == null ? null : notice.number(),
        notice == null ? null : notice.basis());
  }

  private void months(int left, LocalDate end) {
    step(Kind.MONTHS, end, left, null, CORRESPONDING_DAY);
    if (end.getDayOfMonth() != count.from().getDayOfMonth()) {
      step(Kind.MONTH_END, end, count.from().getDayOfMonth(), null, CORRESPONDING_DAY);
    }
  }

  private void roll(LocalDate end) {
    for (var date = end; days.day(date) == Day.OFF; date = date.plusDays(1)) {
      var notice = days.decided(date);
      step(Kind.ROLLED, date, null, notice == null ? null : notice.number(), END_ON_A_DAY_OFF);
    }
  }

  private void end(LegalTerm term) {
    switch (due) {
      case DueDate.On(var date, var at) -> end(term, date, at);
      case DueDate.CalendarGap(var year, _, var notBefore) -> {
        var unknown = notBefore != null ? notBefore : days.firstUnknown(count.from().plusDays(1));
        step(Kind.GAP, unknown, year, null, null);
      }
      case DueDate.Open() -> throw new IllegalStateException("a term that is open: " + term);
    }
  }

  private void end(LegalTerm term, LocalDate date, @Nullable Instant at) {
    steps.add(new Step(Kind.DUE, date, at, null, null, basis(term)));
  }

  private static String basis(LegalTerm term) {
    return (term.basis().act() + " " + term.basis().article()).strip();
  }

  private void step(
      Kind kind,
      LocalDate day,
      @Nullable Integer number,
      @Nullable String notice,
      @Nullable String basis) {
    steps.add(new Step(kind, day, null, number, notice, basis));
  }
}
