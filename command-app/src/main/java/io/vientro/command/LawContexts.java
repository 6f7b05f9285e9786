package io.vientro.command;

import io.vientro.app.Law;
import io.vientro.app.Settings;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.SubmitDossier;

/** What decisions may look at, as the law on record has it. */
public record LawContexts(Law law) implements DecisionContexts {
  @Override
  public DecisionContext of(DossierState state, DossierCommand command, Actor actor) {
    if (state.pack() != null) {
      return law.context(
          actor,
          command instanceof AdoptRulePackVersion adopt
              ? requested(adopt, state.pack())
              : state.pack());
    }
    if (command instanceof SubmitDossier submit) {
      return switch (law.filing(actor, submit.submittedOn())) {
        case Law.Filing.Bound(var context) -> context;
        // Whether the law has content is for those who may file to know.
        case Law.Filing.Refused(var rejection) ->
            throw new RejectedException(
                CommandName.SUBMIT_DOSSIER.refuses(actor).orElse(rejection));
      };
    }
    return plain(actor);
  }

  /**
   * The later version asked for, if it is on record: by its law the dossier is classified and
   * checked anew. Else the bound one, under which the rule refuses.
   */
  private PackPin requested(AdoptRulePackVersion command, PackPin bound) {
    var recorded = law.record(bound.id()).versions().get(command.version());
    return recorded == null || recorded.version() <= bound.version()
        ? bound
        : new PackPin(recorded.id(), recorded.version(), recorded.sha256(), bound.outOfForce());
  }

  @Override
  public DecisionContext plain(Actor actor) {
    return forPack(actor, Settings.DEFAULT_PACK);
  }

  @Override
  public DecisionContext forPack(Actor actor, String pack) {
    return law.contextFor(actor, pack);
  }
}
