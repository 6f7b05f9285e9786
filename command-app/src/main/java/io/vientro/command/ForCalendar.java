package io.vientro.command;

import io.vientro.core.calendar.CalendarCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command with the aggregate id of the calendar it is for, and where it comes from. */
public record ForCalendar(
    @TargetAggregateIdentifier String calendar, CalendarCommand command, Origin origin) {}
