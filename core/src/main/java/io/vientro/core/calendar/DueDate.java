package io.vientro.core.calendar;

import io.vientro.core.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The last day of a term, or why it cannot be told. */
public sealed interface DueDate {

  /**
   * The term ends with this day, at 24:00 in Asia/Ho_Chi_Minh, or with a minute of it.
   *
   * @param at the last minute of a term in hours, its seconds being zero; null for a whole day
   */
  record On(LocalDate date, @Nullable Instant at) implements DueDate {
    public On(LocalDate date) {
      this(date, null);
    }
  }

  /**
   * The count touches a year whose notice is not on record.
   *
   * @param year the year that is missing
   * @param certainUntil last day of the last known year before it; where none is known, the last
   *     day before the missing year
   * @param notBefore earliest day the term can end, where rolling alone is uncertain; null where
   *     the count itself is
   */
  record CalendarGap(int year, LocalDate certainUntil, @Nullable LocalDate notBefore)
      implements DueDate {}

  /** No law and no letter says when. */
  record Open() implements DueDate {
    /** Behind every due date, and still a date of four digits. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  }

  /**
   * The day by which lists put it in order: the date; in a gap the earliest day it can be, else the
   * last day that is certain; after all others where nothing says when.
   */
  default LocalDate orderedBy() {
    return switch (this) {
      case On(var date, _) -> date;
      case CalendarGap(_, var certainUntil, var notBefore) ->
          notBefore == null ? certainUntil : notBefore;
      case Open() -> Open.LAST;
    };
  }

  /** The date, or null in a gap and where nothing says when. */
  default @Nullable LocalDate date() {
    return this instanceof On(var date, _) ? date : null;
  }

  /**
   * The instant from which the term has passed: the start of the next day in Asia/Ho_Chi_Minh, or
   * the minute after its last one. Null in a gap and where nothing says when: such a term has not
   * passed as far as anybody knows.
   */
  default @Nullable Instant endsAt() {
    return switch (this) {
      case On(var date, var at) ->
          at == null
              ? date.plusDays(1).atStartOfDay(Zone.HO_CHI_MINH).toInstant()
              : at.plus(1, ChronoUnit.MINUTES);
      case CalendarGap _, Open _ -> null;
    };
  }
}
