package io.vientro.query.answer;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.DossierAnswer.ActionAnswer;
import io.vientro.query.answer.DossierAnswer.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which commands an actor may send now, from the same gates that would refuse them. */
final class Actions {
  /** Commands that are about something else than a dossier on record, or are no person's. */
  private static final Set<CommandName> ELSEWHERE =
      EnumSet.of(
          CommandName.SUBMIT_DOSSIER,
          CommandName.RECORD_CALENDAR_NOTICE,
          CommandName.RECORD_RULE_PACK,
          CommandName.SET_AGENCY_PARAMETER,
          CommandName.RAISE_TIME_LIMIT);

  /** Commands on a dossier that exists, in the order of the road. */
  static final List<CommandName> ON_A_DOSSIER =
      List.copyOf(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)));

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
