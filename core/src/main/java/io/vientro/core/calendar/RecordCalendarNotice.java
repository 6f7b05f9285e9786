package io.vientro.core.calendar;

import io.vientro.core.act.Act;

/** Records a notice. A year without one is a gap that is reported, not guessed. */
public record RecordCalendarNotice(CalendarNotice notice, Act act) implements CalendarCommand {}
