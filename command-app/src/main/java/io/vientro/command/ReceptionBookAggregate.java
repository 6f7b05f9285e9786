package io.vientro.command;

import io.vientro.core.dossier.Dossier;
import io.vientro.core.log.LogMode;
import io.vientro.core.reception.DossierCodeIssued;
import io.vientro.core.reception.IssueDossierCode;
import io.vientro.core.reception.ReceptionBook;
import io.vientro.core.reception.ReceptionBookEvent;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The reception book in Axon's housing; {@link ReceptionBook} decides. No command reaches it from
 * outside.
 */
public class ReceptionBookAggregate {
  @AggregateIdentifier private @Nullable String id;
  private ReceptionBook state = ReceptionBook.EMPTY;

  /** For Axon. */
  protected ReceptionBookAggregate() {}

  ReceptionBookAggregate(String id) {
    this.id = id;
  }

  /**
   * Issues the next code to a dossier, within the unit of work of the dossier's own command.
   *
   * @throws ConcurrencyException if the dossier has its code: it was accepted after it was loaded
   *     for this command
   */
  String issue(IssueDossierCode request, DossierCodeRule rule, ForDossier cause, LogMode mode) {
    if (state.dossiers().contains(request.dossier())) {
      throw new ConcurrencyException("accepted in between: " + request.dossier());
    }
    var issued =
        (DossierCodeIssued) Housing.accepted(ReceptionBook.decide(state, request, rule)).getFirst();
    var command = cause.command();
    AggregateLifecycle.apply(
        issued, cause.origin().metaData(Dossier.name(command), command.act(), request.day(), mode));
    return issued.code();
  }

  @EventSourcingHandler
  public void on(ReceptionBookEvent event, @SourceId String source) {
    id = source;
    state = ReceptionBook.evolve(state, event);
  }
}
