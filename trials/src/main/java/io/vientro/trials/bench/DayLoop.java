package io.vientro.trials.bench;

import io.vientro.core.Zone;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.WorkingCalendar.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The plain way to a due date: one day after the other, and for each of them through the notices.
 * For notices of the whole country and whole terms.
 */
final class DayLoop {
  private final List<CalendarNotice> notices;

  DayLoop(List<CalendarNotice> notices) {
    this.notices = notices;
  }

  DueDate due(Count count) {
    LegalTerm term = Objects.requireNonNull(count.term());
    return switch (term.unit()) {
      case CALENDAR_DAY -> rolled(count.from().plusDays(term.amount()), term.endRule());
      case WORKING_DAY -> counted(count.from(), term.amount());
      case MONTH -> rolled(count.from().plusMonths(term.amount()), term.endRule());
      case FIXED_DATE -> rolled(Objects.requireNonNull(term.fixed()), term.endRule());
      case HOUR -> {
        var end = Objects.requireNonNull(count.at()).plus(term.amount(), ChronoUnit.HOURS);
        var date = Zone.dateOf(end);
        var due = rolled(date, term.endRule());
        yield due.equals(new DueDate.On(date)) ? new DueDate.On(date, end) : due;
      }
    };
  }

  private DueDate counted(LocalDate from, int amount) {
    int left = amount;
    for (LocalDate date = from.plusDays(1); ; date = date.plusDays(1)) {
      switch (day(date)) {
        case WORKING -> {
          left--;
          if (left == 0) {
            return new DueDate.On(date);
          }
        }
        case UNKNOWN -> {
          return new DueDate.CalendarGap(date.getYear(), before(date), null);
        }
        case OFF -> {}
      }
    }
  }

  private DueDate rolled(LocalDate last, EndRule rule) {
    if (rule == EndRule.NO_ROLL) {
      return new DueDate.On(last);
    }
    for (LocalDate date = last; ; date = date.plusDays(1)) {
      switch (day(date)) {
        case WORKING -> {
          return new DueDate.On(date);
        }
        case UNKNOWN -> {
          return new DueDate.CalendarGap(date.getYear(), before(date), date);
        }
        case OFF -> {}
      }
    }
  }

  private static LocalDate before(LocalDate unknown) {
    return LocalDate.of(unknown.getYear(), 1, 1).minusDays(1);
  }

  private Day day(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean known = false;
    boolean working = !weekend;
    for (CalendarNotice notice : notices) {
      if (notice.year() == date.getYear()) {
        known = true;
        if (notice.off().contains(date)) {
          working = false;
        } else if (notice.workedWeekendDays().contains(date)) {
          working = true;
        } else if (notice.restored().contains(date)) {
          working = !weekend;
        }
      }
    }
    return !known ? Day.UNKNOWN : working ? Day.WORKING : Day.OFF;
  }
}
