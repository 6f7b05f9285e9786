package io.vientro.core.calendar;

import io.vientro.core.DomainEvent;

/** What can happen to a working calendar. */
public sealed interface CalendarEvent extends DomainEvent permits CalendarNoticeRecorded {}
