package io.vientro.query.answer;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.DossierAnswer.ActionAnswer;
import io.vientro.query.answer.DossierAnswer.Refusal;
import java.util.List;
import java.util.Locale;

/** Which commands an actor may send now, from the same gates that would refuse them. */
final class Actions {
  /** Commands on a dossier that exists, in the order of the road. */
  private static final List<CommandName> ON_A_DOSSIER =
      List.of(
          CommandName.REQUEST_SUPPLEMENT,
          CommandName.SUPPLEMENT_DOSSIER,
          CommandName.ACCEPT_DOSSIER,
          CommandName.REFUSE_RECEPTION,
          CommandName.WITHDRAW_DOSSIER,
          CommandName.DECIDE_OPEN_QUESTION);

  private Actions() {}

  static List<ActionAnswer> of(String dossier, DossierState state, DecisionContext context) {
    return ON_A_DOSSIER.stream().map(command -> of(dossier, command, state, context)).toList();
  }

  private static ActionAnswer of(
      String dossier, CommandName command, DossierState state, DecisionContext context) {
    var refusal = Dossier.admissible(state, command, context);
    return new ActionAnswer(
        command.commandName(),
        Worded.of(command),
        "/api/v1/dossiers/" + dossier + "/" + command.path(),
        refusal.isEmpty(),
        refusal.map(Actions::refusal).orElse(null));
  }

  private static Refusal refusal(Rejection no) {
    return new Refusal(
        no.code(), no.basis(), new Bilingual(no.text(Worded.VIETNAMESE), no.text(Locale.ENGLISH)));
  }
}
