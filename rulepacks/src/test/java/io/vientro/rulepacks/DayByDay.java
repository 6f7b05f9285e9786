package io.vientro.rulepacks;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Due dates as a clerk finds them: a finger on the notices, one day after the other. Written apart
 * from core's engine, with which it shares nothing but the form of question and answer.
 */
final class DayByDay {
  /** Vietnam has had no other time since 1975. */
  private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

  /**
   * A question.
   *
   * @param fixed the day of a fixed date, else null
   */
  record Question(
      LocalDateTime from,
      int amount,
      Unit unit,
      boolean rolls,
      @Nullable LocalDate fixed,
      int used) {}

  private final List<CalendarNotice> notices;
  private final @Nullable String place;

  DayByDay(List<CalendarNotice> notices, @Nullable String place) {
    this.notices = notices;
    this.place = place;
  }

  /** Null where no notice of the country tells of the year. */
  @Nullable Boolean worked(LocalDate day) {
    var known = false;
    var worked = weekday(day);
    for (var notice : notices) {
      if (notice.jurisdiction() == null && notice.year() == day.getYear()) {
        known = true;
        worked = told(notice, day, worked);
      }
    }
    if (!known) {
      return null;
    }
    for (var notice : notices) {
      if (place != null && place.equals(notice.jurisdiction()) && notice.year() == day.getYear()) {
        worked = told(notice, day, worked);
      }
    }
    return worked;
  }

  private static boolean told(CalendarNotice notice, LocalDate day, boolean before) {
    if (notice.off().contains(day)) {
      return false;
    }
    if (notice.workedWeekendDays().contains(day)) {
      return true;
    }
    return notice.restored().contains(day) ? weekday(day) : before;
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  DueDate due(Question question) {
    var start = question.from().toLocalDate();
    var left = question.amount();
    for (var i = 0; i < question.used() && left > 0; i++) {
      left--;
    }
    return switch (question.unit()) {
      case CALENDAR_DAY -> {
        var day = start;
        for (var i = 0; i < left; i++) {
          day = day.plusDays(1);
        }
        yield ending(day, question.rolls(), null);
      }
      case WORKING_DAY ->
          left == 0 ? ending(start, question.rolls(), null) : workingDay(start, left);
      case MONTH -> {
        var month = YearMonth.from(start);
        for (var i = 0; i < left; i++) {
          month = month.plusMonths(1);
        }
        var day = start.getDayOfMonth();
        while (!month.isValidDay(day)) {
          day--;
        }
        yield ending(month.atDay(day), question.rolls(), null);
      }
      case FIXED_DATE -> ending(question.fixed(), question.rolls(), null);
      case HOUR -> {
        var minute = question.from().withSecond(0).withNano(0);
        for (var i = 0; i < left; i++) {
          minute = minute.plusMinutes(60);
        }
        yield ending(minute.toLocalDate(), question.rolls(), minute.toInstant(HANOI));
      }
    };
  }

  private DueDate workingDay(LocalDate start, int amount) {
    var day = start;
    var counted = 0;
    while (counted < amount) {
      day = day.plusDays(1);
      var worked = worked(day);
      if (worked == null) {
        return new DueDate.CalendarGap(day.getYear(), lastKnown(day), null);
      }
      if (worked) {
        counted++;
      }
    }
    return new DueDate.On(day);
  }

  private DueDate ending(LocalDate last, boolean rolls, @Nullable Instant minute) {
    if (!rolls || Boolean.TRUE.equals(worked(last))) {
      return new DueDate.On(last, minute);
    }
    var day = last;
    while (Boolean.FALSE.equals(worked(day))) {
      day = day.plusDays(1);
    }
    return worked(day) == null
        ? new DueDate.CalendarGap(day.getYear(), lastKnown(day), day)
        : new DueDate.On(day);
  }

  private LocalDate lastKnown(LocalDate unknown) {
    for (var year = unknown.getYear() - 1; year > unknown.getYear() - 50; year--) {
      if (worked(LocalDate.of(year, 12, 31)) != null) {
        return LocalDate.of(year, 12, 31);
      }
    }
    return LocalDate.of(unknown.getYear() - 1, 12, 31);
  }
}
