package io.vientro.query.work;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.query.projection.ViewDocument;

/**
 * The working calendar as far as its notices are taken.
 *
 * @param id aggregate id of the calendar
 * @param position of the last notice in it, -1 for none
 */
public record WorkCalendar(String id, long position, WorkingCalendar calendar)
    implements ViewDocument {
  static final String CIVIL_SERVICE = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);

  static final WorkCalendar NONE = new WorkCalendar(CIVIL_SERVICE, -1, WorkingCalendar.EMPTY);
}
