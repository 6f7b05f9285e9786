package io.vientro.core.calendar;

import io.vientro.core.value.Copies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a due date is that date: every day that was counted, skipped or rolled over. It is as long as
 * the term, so whoever lets strangers ask bounds the amount.
 *
 * @param count what was counted
 * @param due what {@link WorkingCalendar#due(Count)} answers
 * @param steps in the order of the count
 */
public record Explanation(Count count, DueDate due, List<Step> steps) {
  public Explanation {
    steps = Copies.list(steps);
  }

  /**
   * One step of the count.
   *
   * @param day the day it is about, Asia/Ho_Chi_Minh
   * @param at the minute, for terms in hours; else null
   * @param number see {@link Kind}; null where it has none
   * @param notice number of the notice that made the day what it is; null where none did
   * @param basis the law behind it; null where it is the ordinary week
   */
  public record Step(
      Kind kind,
      LocalDate day,
      @Nullable Instant at,
      @Nullable Integer number,
      @Nullable String notice,
      @Nullable String basis) {}

  /** What happens in a step. */
  public enum Kind {
    /** The event. Its day is not counted; hours run from its minute. */
    START,
    /** Units spent before; {@code number} says how many. */
    USED,
    /** A day of the term; {@code number} is its place. A notice may have given it back to work. */
    COUNTED,
    /** A Saturday or Sunday, which is no working day; with a notice if that one let it rest. */
    SKIPPED_WEEKEND,
    /** A day that a notice took off. */
    SKIPPED_DAY_OFF,
    /** A Saturday or Sunday that a notice made a working day; {@code number} is its place. */
    WORKED_WEEKEND,
    /** The corresponding day of the last month; {@code number} months on. */
    MONTHS,
    /** The month has no day {@code number}, so its last day takes the place. */
    MONTH_END,
    /** The minute that lies {@code number} hours on. */
    HOURS,
    /** The day that the law names. */
    FIXED,
    /** A day off on which the term would end; without a notice it is a Saturday or Sunday. */
    ROLLED,
    /** The first day of which nothing is known; {@code number} is the year without a notice. */
    GAP,
    /** Nothing says how long. */
    OPEN,
    /** The last day, or its last minute. */
    DUE;

    /** Whether the day is one of the term's, for terms in days. */
    public boolean counts() {
      return this == COUNTED || this == WORKED_WEEKEND;
    }
  }
}
