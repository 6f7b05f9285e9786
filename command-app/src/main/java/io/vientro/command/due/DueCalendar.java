package io.vientro.command.due;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import java.util.List;

/**
 * The working calendar as far as the index has taken its notices.
 *
 * @param position of the last notice in it, -1 for none
 */
record DueCalendar(long position, List<CalendarNotice> notices) {
  static final String ID = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);
  static final DueCalendar NONE = new DueCalendar(-1, List.of());

  WorkingCalendar working() {
    return new WorkingCalendar(notices);
  }

  DueCalendar after(CalendarNoticeRecorded notice, long at) {
    return new DueCalendar(at, WorkingCalendar.evolve(working(), notice).notices());
  }
}
