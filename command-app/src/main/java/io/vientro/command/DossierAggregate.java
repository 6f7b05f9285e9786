package io.vientro.command;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.Status;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.reception.IssueDossierCode;
import io.vientro.core.rules.AgencyRegistry.Agency;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The dossier in Axon's housing; {@link Dossier} decides. */
public class DossierAggregate {
  @AggregateIdentifier private @Nullable String id;
  private DossierState state = DossierState.INITIAL;

  /** For Axon. */
  protected DossierAggregate() {}

  /**
   * Decides any command. It is created if missing, so that "there is no such dossier" is the
   * decider's answer like any other.
   *
   * @return the state after the command
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public DossierState handle(ForDossier message, DecisionContexts contexts, DossierCodes codes) {
    id = message.dossier();
    var command = message.command();
    var origin = message.origin();
    var context = contexts.of(state, command, origin.actor());
    var exists = state.status() != Status.NONE;
    if (exists || command instanceof SubmitDossier) {
      Housing.requireSeen(origin, exists);
    }
    if (command instanceof AcceptDossier accept && state.code() == null) {
      context = withCode(message, accept, context, codes);
    }
    var name = Dossier.name(command);
    for (var event : Housing.accepted(Dossier.decide(state, command, context))) {
      AggregateLifecycle.apply(
          event, origin.metaData(name, command.act(), EffectiveDates.of(command), context.mode()));
    }
    return state;
  }

  /** Asked only once nothing stands in the way: a rejected acceptance must not touch the book. */
  private DecisionContext withCode(
      ForDossier message, AcceptDossier accept, DecisionContext context, DossierCodes codes) {
    var rejection = Dossier.admissible(state, Dossier.name(accept), context);
    if (rejection.isPresent()) {
      throw new RejectedException(rejection.get());
    }
    var filedWith = state.inCharge();
    var code =
        context
            .registry()
            .agency(filedWith)
            .map(Agency::code)
            .orElseThrow(() -> new RejectedException(unknown(filedWith)));
    var request = new IssueDossierCode(filedWith, code, accept.completeOn(), message.dossier());
    return context.withDossierCode(
        codes.issue(request, context.pack().dossierCode(), message, context.mode()));
  }

  /** A later version of the registry may have dropped the agency, or its code. */
  private static Rejection unknown(String agency) {
    return Rejection.of(RejectionCode.UNKNOWN_AGENCY).with("agency", agency);
  }

  /** Evolves the state; no side effects, since it runs on every load. */
  @EventSourcingHandler
  public void on(DossierEvent event, @SourceId String source) {
    id = source;
    state = Dossier.evolve(state, event);
  }
}
