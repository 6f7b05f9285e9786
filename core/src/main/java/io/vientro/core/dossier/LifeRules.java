package io.vientro.core.dossier;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import java.util.List;
import java.util.Optional;

/** All rules of the commands off the main road, in the order in which they are asked. */
final class LifeRules {
  private LifeRules() {}

  static CommandName name(LifeCommand command) {
    return switch (command) {
      case ReclassifyAid c -> CommandName.RECLASSIFY_AID;
      case TransferDossier c -> CommandName.TRANSFER_DOSSIER;
      case RecordEarlyReceipt c -> CommandName.RECORD_EARLY_RECEIPT;
      case RecordImplementationStart c -> CommandName.RECORD_IMPLEMENTATION_START;
      case RecordDisbursement c -> CommandName.RECORD_DISBURSEMENT;
      case SubmitReport c -> CommandName.SUBMIT_REPORT;
      case RequestAdjustment c -> CommandName.REQUEST_ADJUSTMENT;
      case ApproveAdjustment c -> CommandName.APPROVE_ADJUSTMENT;
      case RefuseAdjustment c -> CommandName.REFUSE_ADJUSTMENT;
      case RecordImplementationEnd c -> CommandName.RECORD_IMPLEMENTATION_END;
      case RecordHandOver c -> CommandName.RECORD_HAND_OVER;
      case CloseAid c -> CommandName.CLOSE_AID;
      case RevokeAid c -> CommandName.REVOKE_AID;
      case CorrectRecord c -> CommandName.CORRECT_RECORD;
    };
  }

  static List<Gate> gates(CommandName command) {
    return DossierRules.onDossier();
  }

  static Optional<Rejection> refusal(
      DossierState state, LifeCommand command, DecisionContext context) {
    return Optional.empty();
  }
}
