package io.vientro.query.answer;

import io.vientro.core.calendar.DueDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a due date stands today; always computed when it is asked, never stored. */
public enum Urgency {
  ON_TRACK,
  DUE_SOON,
  DUE_TODAY,
  OVERDUE,
  /** The day that the calendar is sure of has come, and the notice that would tell is missing. */
  DUE_UNCERTAIN,
  /** The limit does not run; it will run anew. */
  STOPPED;

  /**
   * Today, and how near "soon" is.
   *
   * @param date Asia/Ho_Chi_Minh
   * @param soonDays a due date at most so many days away is soon; the house's own, no number of the
   *     law
   */
  public record Today(LocalDate date, int soonDays) {
    LocalDate tomorrow() {
      return date.plusDays(1);
    }

    /** The first day that is not soon. */
    LocalDate later() {
      return date.plusDays(soonDays + 1L);
    }
  }

  static Urgency of(DueDate due, Today today) {
    return switch (due) {
      case DueDate.On(var date, _) ->
          date.isBefore(today.date())
              ? OVERDUE
              : date.equals(today.date())
                  ? DUE_TODAY
                  : date.isBefore(today.later()) ? DUE_SOON : ON_TRACK;
      case DueDate.CalendarGap gap ->
          today.date().isBefore(gap.orderedBy()) ? ON_TRACK : DUE_UNCERTAIN;
      case DueDate.Open() -> ON_TRACK;
    };
  }

  /** Calendar days until the due date, negative once it has passed; null in a gap. */
  static @Nullable Integer daysLeft(DueDate due, LocalDate today) {
    var date = due.date();
    return date == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(today, date));
  }
}
