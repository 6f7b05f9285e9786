package io.vientro.query.answer;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.LimitEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a time limit.
 *
 * @param limit id of the limit in the pack
 * @param name null if the reader has no pack at hand
 * @param segment from 1
 * @param from date of the event that started it; the day itself is not counted
 * @param term how long it is, how it ends, and where it stands
 * @param cause name of the step that started it
 * @param due when it ends, derived from the calendar as it is now
 * @param running whether it runs
 * @param overdue whether it runs and its last day has passed; null in a gap of the calendar that
 *     does not tell
 * @param endedOn when it ended, or null
 * @param ended why it ended, or null
 */
public record TimeLimitAnswer(
    String limit,
    @Nullable Bilingual name,
    int segment,
    LocalDate from,
    LegalTerm term,
    String cause,
    Due due,
    boolean running,
    @Nullable Boolean overdue,
    @Nullable LocalDate endedOn,
    @Nullable Worded ended) {

  /**
   * A due date, or why there is none yet.
   *
   * @param outcome {@code ON}, {@code CALENDAR_GAP}, or {@code OPEN} where nothing says when
   * @param date last day, or null in a gap
   * @param missingYear year whose notice is not on record; null without a gap
   * @param certainUntil last day up to which the calendar is known; null without a gap
   * @param notBefore earliest day it can be; null without a gap or where the count itself is
   *     uncertain
   */
  public record Due(
      String outcome,
      @Nullable LocalDate date,
      @Nullable Integer missingYear,
      @Nullable LocalDate certainUntil,
      @Nullable LocalDate notBefore) {
    public static final String ON = "ON";
    public static final String CALENDAR_GAP = "CALENDAR_GAP";
    public static final String OPEN = "OPEN";

    static Due of(DueDate due) {
      return switch (due) {
        case DueDate.On(var date, _) -> new Due(ON, date, null, null, null);
        case DueDate.CalendarGap(var year, var certainUntil, var notBefore) ->
            new Due(CALENDAR_GAP, null, year, certainUntil, notBefore);
        case DueDate.Open() -> new Due(OPEN, null, null, null, null);
      };
    }
  }

  static TimeLimitAnswer of(
      LimitSegment segment, @Nullable RulePack pack, WorkingCalendar calendar, LocalDate today) {
    var started = segment.started();
    var due = segment.due(calendar);
    return new TimeLimitAnswer(
        started.limit(),
        pack == null ? null : pack.limit(started.limit()).map(LimitEntry::name).orElse(null),
        started.segment(),
        started.from(),
        started.term(),
        started.cause(),
        Due.of(due),
        segment.running(),
        overdue(segment, due, today),
        segment.endedOn(),
        Worded.ofNullable(segment.reason()));
  }

  private static @Nullable Boolean overdue(LimitSegment segment, DueDate due, LocalDate today) {
    return segment.running() ? past(due, today) : Boolean.FALSE;
  }

  /** Whether a due date has passed on a day; null in a gap of the calendar that does not tell. */
  static @Nullable Boolean past(DueDate due, LocalDate day) {
    return switch (due) {
      case DueDate.On(var date, _) -> day.isAfter(date);
      // As long as the known part of the calendar lasts, the term cannot have ended.
      case DueDate.CalendarGap gap -> day.isAfter(gap.certainUntil()) ? null : Boolean.FALSE;
      case DueDate.Open() -> Boolean.FALSE;
    };
  }
}
