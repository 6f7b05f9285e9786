package io.vientro.core.dossier;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a time limit: it runs from an event until it ends, and stays on record afterwards.
 *
 * @param endedOn or null while it runs
 * @param reason why it ended, or null while it runs
 */
public record LimitSegment(
    TimeLimitStarted started, @Nullable LocalDate endedOn, TimeLimitEnded.@Nullable Reason reason) {

  public boolean running() {
    return endedOn == null;
  }

  /** The due date, derived; it is never stored. */
  public DueDate due(WorkingCalendar calendar) {
    return calendar.due(started.from(), started.term());
  }
}
