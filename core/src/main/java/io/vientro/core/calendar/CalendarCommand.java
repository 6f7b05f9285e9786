package io.vientro.core.calendar;

/** What can be asked of a working calendar. */
public sealed interface CalendarCommand permits RecordCalendarNotice {}
