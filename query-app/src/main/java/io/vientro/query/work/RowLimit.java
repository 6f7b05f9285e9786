package io.vientro.query.work;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.TimeLimitStarted;

/** A running time limit and when it is due. */
public record RowLimit(TimeLimitStarted started, RowDue due) {
  static RowLimit of(LimitSegment segment, WorkingCalendar calendar) {
    return new RowLimit(segment.started(), RowDue.of(segment.due(calendar)));
  }
}
