package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import java.util.List;
import java.util.Optional;

/** All rules of the commands on the ledger, in the order in which they are asked. */
final class LedgerRules {
  private LedgerRules() {}

  static CommandName name(LedgerCommand command) {
    return switch (command) {
      case ExtendTimeLimit c -> CommandName.EXTEND_TIME_LIMIT;
      case WaiveDuty c -> CommandName.WAIVE_DUTY;
      case AcknowledgeNotice c -> CommandName.ACKNOWLEDGE_NOTICE;
      case RaiseTimeLimit c -> CommandName.RAISE_TIME_LIMIT;
      case AttachDocument c -> CommandName.ATTACH_DOCUMENT;
    };
  }

  static List<Gate> gates(CommandName command) {
    return command == CommandName.ATTACH_DOCUMENT
        ? AttachmentRules.gates()
        : DossierRules.onDossier();
  }

  static Optional<Rejection> refusal(
      DossierState state, LedgerCommand command, DecisionContext context) {
    return command instanceof AttachDocument c
        ? AttachmentRules.refusal(state, c, context)
        : Optional.empty();
  }
}
