package io.vientro.query.work;

import io.vientro.core.calendar.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A due date as it follows from the calendar up to the row's position; the row's place in its list
 * turns on it. A notice moves it.
 *
 * @param date last day, or null in a gap of the calendar and where nothing says when
 * @param missingYear year whose notice is not on record; null without a gap
 * @param certainUntil last day up to which the calendar is known; null without a gap
 * @param notBefore earliest day it can be; null without a gap or where the count is uncertain
 * @param at last minute of a term in hours; else null
 */
public record RowDue(
    @Nullable LocalDate date,
    @Nullable Integer missingYear,
    @Nullable LocalDate certainUntil,
    @Nullable LocalDate notBefore,
    @Nullable Instant at) {

  static RowDue of(DueDate due) {
    return switch (due) {
      case DueDate.On(var date, var at) -> new RowDue(date, null, null, null, at);
      case DueDate.CalendarGap(var year, var certainUntil, var notBefore) ->
          new RowDue(null, year, certainUntil, notBefore, null);
      case DueDate.Open() -> new RowDue(null, null, null, null, null);
    };
  }

  static @Nullable RowDue ofNullable(@Nullable DueDate due) {
    return due == null || due instanceof DueDate.Open ? null : of(due);
  }

  /** As core has it. */
  public DueDate dueDate() {
    if (date != null) {
      return new DueDate.On(date, at);
    }
    return missingYear == null
        ? new DueDate.Open()
        : new DueDate.CalendarGap(missingYear, Objects.requireNonNull(certainUntil), notBefore);
  }

  /**
   * Whether something done on that day came after it; null in a gap that does not tell, false where
   * nothing says when.
   */
  public @Nullable Boolean passedBy(LocalDate day) {
    return switch (dueDate()) {
      case DueDate.On(var on, _) -> day.isAfter(on);
      case DueDate.CalendarGap gap -> day.isAfter(gap.orderedBy()) ? null : Boolean.FALSE;
      case DueDate.Open() -> Boolean.FALSE;
    };
  }
}
