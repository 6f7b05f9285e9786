package io.vientro.command;

import io.vientro.core.act.Act;
import io.vientro.core.decision.CommandName;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePackEvent;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.SetAgencyParameter;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The record of a rule pack in Axon's housing; {@link RulePackRecord} decides. */
public class RulePackAggregate {
  @AggregateIdentifier private @Nullable String id;
  private RulePackRecord state = RulePackRecord.EMPTY;

  /** For Axon. */
  protected RulePackAggregate() {}

  private record About(CommandName name, @Nullable Act act, @Nullable LocalDate effectiveOn) {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public void handle(ForRulePack message, DecisionContexts contexts) {
    id = message.record();
    Housing.requireSeen(
        message.origin(), !state.versions().isEmpty() || !state.parameters().settings().isEmpty());
    var context = contexts.forPack(message.origin().actor(), message.pack());
    var about =
        switch (message.command()) {
          case RecordRulePack c -> new About(CommandName.RECORD_RULE_PACK, null, null);
          case SetAgencyParameter c ->
              new About(CommandName.SET_AGENCY_PARAMETER, c.act(), c.from());
        };
    var decision = RulePackRecord.decide(state, message.pack(), message.command(), context);
    for (var event : Housing.accepted(decision)) {
      AggregateLifecycle.apply(
          event,
          message
              .origin()
              .metaData(about.name(), about.act(), about.effectiveOn(), context.mode()));
    }
  }

  @EventSourcingHandler
  public void on(RulePackEvent event, @SourceId String source) {
    id = source;
    state = RulePackRecord.evolve(state, event);
  }
}
