package io.vientro.query.work;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.query.projection.ViewDocument;
import java.util.List;

/**
 * The working calendar as far as its notices are taken.
 *
 * @param id aggregate id of the calendar
 * @param position of the last notice in it, -1 for none
 * @param calendar what is kept of it
 */
public record WorkCalendar(String id, long position, Kept calendar) implements ViewDocument {
  static final String CIVIL_SERVICE = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);

  static final WorkCalendar NONE = of(CIVIL_SERVICE, -1, WorkingCalendar.EMPTY);

  /** What is kept of a calendar: the notices that it follows from. */
  public record Kept(List<CalendarNotice> notices) {}

  static WorkCalendar of(String id, long position, WorkingCalendar calendar) {
    return new WorkCalendar(id, position, new Kept(calendar.notices()));
  }

  WorkingCalendar working() {
    return new WorkingCalendar(calendar.notices());
  }
}
