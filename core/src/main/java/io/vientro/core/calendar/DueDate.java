package io.vientro.core.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day of a term, or why it cannot be told yet. */
public sealed interface DueDate {

  /** The term ends with this day, at 24:00 in Asia/Ho_Chi_Minh. */
  record On(LocalDate date) implements DueDate {}

  /**
   * The count touches a year whose notice is not on record.
   *
   * @param year the year that is missing
   * @param certainUntil last day up to which the calendar is known
   * @param notBefore earliest day the term can end, where rolling alone is uncertain; null where
   *     the count itself is
   */
  record CalendarGap(int year, LocalDate certainUntil, @Nullable LocalDate notBefore)
      implements DueDate {}

  /**
   * The day by which lists put it in order: the date; in a gap the earliest day it can be, else the
   * last day that is certain.
   */
  default LocalDate orderedBy() {
    return switch (this) {
      case On(var date) -> date;
      case CalendarGap(var _, var certainUntil, var notBefore) ->
          notBefore == null ? certainUntil : notBefore;
    };
  }

  /** The date, or null in a gap. */
  default @Nullable LocalDate date() {
    return this instanceof On(var date) ? date : null;
  }
}
