package io.vientro.command;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierState;

/** Gives a decision what it may look at and the aggregate does not own. */
public interface DecisionContexts {

  /**
   * For a command on a dossier: the law it is bound to, or for a new one the law it would be bound
   * to.
   *
   * @throws RejectedException if no rule pack has content for a new dossier's day
   */
  DecisionContext of(DossierState state, DossierCommand command, Actor actor);

  /** For a command that is not about any one pack. */
  DecisionContext plain(Actor actor);

  /** For a command about a pack on record. */
  DecisionContext forPack(Actor actor, String pack);
}
