package io.vientro.core.dossier;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.CommandRule.ActIsSound;
import io.vientro.core.dossier.CommandRule.DateNotAfterToday;
import io.vientro.core.dossier.CommandRule.DateNotBeforeStep;
import io.vientro.core.dossier.Gate.ActorIsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever works on a dossier may attach a document to it, in any state: papers come in as long as
 * it lives, and after that for the archive.
 */
final class AttachmentRules {
  private static final List<CommandRule<AttachDocument>> RULES =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("attachedOn", AttachDocument::attachedOn),
          new DateNotBeforeStep<>(
              "attachedOn", AttachDocument::attachedOn, state -> state.filing().submittedOn()));

  private AttachmentRules() {}

  static List<Gate> gates() {
    return DossierRules.onDossier(
        new ActorIsOf(
            Map.of(
                Role.RECEPTION_OFFICER, Party.PARTICIPANT,
                Role.APPRAISER, Party.PARTICIPANT,
                Role.CLERK, Party.PARTICIPANT)));
  }

  static Optional<Rejection> refusal(
      DossierState state, AttachDocument command, DecisionContext context) {
    return RULES.stream()
        .flatMap(rule -> rule.refuses(state, command, context).stream())
        .findFirst();
  }

  static DocumentAttached attached(AttachDocument c) {
    return new DocumentAttached(
        c.document(),
        c.kind(),
        c.sha256(),
        c.size(),
        c.contentType(),
        c.subjectKey(),
        c.attachedOn(),
        c.act());
  }
}
