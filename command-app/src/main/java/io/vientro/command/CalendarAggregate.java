package io.vientro.command;

import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.CommandName;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A working calendar in Axon's housing; {@link WorkingCalendar} decides. */
public class CalendarAggregate {
  @AggregateIdentifier private @Nullable String id;
  private WorkingCalendar state = WorkingCalendar.EMPTY;

  /** For Axon. */
  protected CalendarAggregate() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(ForCalendar message, DecisionContexts contexts) {
    id = message.calendar();
    Housing.requireSeen(message.origin(), !state.notices().isEmpty());
    var context = contexts.plain(message.origin().actor());
    var command = (RecordCalendarNotice) message.command();
    for (var event : Housing.accepted(WorkingCalendar.decide(state, command, context))) {
      AggregateLifecycle.apply(
          event,
          message
              .origin()
              .metaData(CommandName.RECORD_CALENDAR_NOTICE, command.act(), null, context.mode()));
    }
  }

  @EventSourcingHandler
  public void on(CalendarEvent event, @SourceId String source) {
    id = source;
    state = WorkingCalendar.evolve(state, event);
  }
}
