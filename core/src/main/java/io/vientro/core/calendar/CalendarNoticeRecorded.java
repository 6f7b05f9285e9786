package io.vientro.core.calendar;

import io.vientro.core.act.Act;

/** A notice is on record; due dates that cross its days are derived anew. */
public record CalendarNoticeRecorded(CalendarNotice notice, Act act) implements CalendarEvent {}
