package io.vientro.core.dossier;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;

/** Dates that the law names by month and day, or by the day of each month. */
final class FixedDays {
  private FixedDays() {}

  /**
   * The first of the days that comes after a day.
   *
   * @param days as {@code MM-dd} or {@code dd}; at least one
   */
  static LocalDate after(LocalDate day, List<String> days) {
    return days.stream().map(text -> after(day, text)).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate after(LocalDate day, String text) {
    if (text.length() == 2) {
      var ofMonth = Integer.parseInt(text);
      var same = day.withDayOfMonth(Math.min(ofMonth, day.lengthOfMonth()));
      var next = day.with(TemporalAdjusters.firstDayOfNextMonth());
      return same.isAfter(day)
          ? same
          : next.withDayOfMonth(Math.min(ofMonth, next.lengthOfMonth()));
    }
    var monthDay = MonthDay.parse("--" + text);
    var same = monthDay.atYear(day.getYear());
    return same.isAfter(day) ? same : monthDay.atYear(day.getYear() + 1);
  }
}
