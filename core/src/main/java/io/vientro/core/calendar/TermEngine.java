package io.vientro.core.calendar;

import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate.CalendarGap;
import io.vientro.core.calendar.DueDate.On;
import io.vientro.core.calendar.DueDate.Open;
import io.vientro.core.calendar.LegalTerm.EndRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The rules by which a term ends (Civil Code 2015 Art. 147, 148). The first day is not counted; a
 * month without the corresponding day ends on its last day; hours run round the clock.
 */
final class TermEngine {
  private final DayIndex days;

  TermEngine(DayIndex days) {
    this.days = days;
  }

  DueDate due(Count count) {
    var term = count.term();
    if (term == null) {
      return new Open();
    }
    return term.unit() == LegalTerm.Unit.HOUR
        ? minute(lastMinute(count, term), term.endRule())
        : term.unit() == LegalTerm.Unit.WORKING_DAY && Count.left(term, count.used()) > 0
            ? working(count.from(), Count.left(term, count.used()))
            : rolled(lastDay(count, term), term.endRule());
  }

  /** The last day before any rolling; of working days only where none is left to be counted. */
  static LocalDate lastDay(Count count, LegalTerm term) {
    var left = Count.left(term, count.used());
    return switch (term.unit()) {
      case CALENDAR_DAY -> count.from().plusDays(left);
      case MONTH -> count.from().plusMonths(left);
      case FIXED_DATE -> Objects.requireNonNull(term.fixed());
      case WORKING_DAY -> count.from();
      case HOUR -> Zone.dateOf(lastMinute(count, term));
    };
  }

  static Instant lastMinute(Count count, LegalTerm term) {
    return Objects.requireNonNull(count.at())
        .plus(Count.left(term, count.used()), ChronoUnit.HOURS);
  }

  private DueDate minute(Instant last, EndRule rule) {
    var date = Zone.dateOf(last);
    var rolled = rolled(date, rule);
    return rolled.equals(new On(date)) ? new On(date, last) : rolled;
  }

  private DueDate rolled(LocalDate last, EndRule rule) {
    if (rule == EndRule.NO_ROLL) {
      return new On(last);
    }
    var working = days.working(last, 1);
    if (working != DayIndex.NONE) {
      return new On(LocalDate.ofEpochDay(working));
    }
    var unknown = days.firstUnknown(last);
    return new CalendarGap(unknown.getYear(), certainUntil(unknown), unknown);
  }

  private DueDate working(LocalDate from, int amount) {
    var first = from.plusDays(1);
    var working = days.working(first, amount);
    if (working != DayIndex.NONE) {
      return new On(LocalDate.ofEpochDay(working));
    }
    var unknown = days.firstUnknown(first);
    return new CalendarGap(unknown.getYear(), certainUntil(unknown), null);
  }

  private LocalDate certainUntil(LocalDate unknown) {
    var known = days.lastKnownBefore(unknown);
    return known != null ? known : LocalDate.of(unknown.getYear(), 1, 1).minusDays(1);
  }
}
