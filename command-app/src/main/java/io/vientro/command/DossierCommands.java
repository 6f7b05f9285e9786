package io.vientro.command;

import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AcceptHandOver;
import io.vientro.core.dossier.AcknowledgeNotice;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.ApproveAdjustment;
import io.vientro.core.dossier.ApproveAid;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.CloseAid;
import io.vientro.core.dossier.ConcludeAppraisal;
import io.vientro.core.dossier.ConveneAppraisalMeeting;
import io.vientro.core.dossier.CorrectRecord;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.ExtendTimeLimit;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NotifyOutcome;
import io.vientro.core.dossier.ReclassifyAid;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RecordDisbursement;
import io.vientro.core.dossier.RecordEarlyReceipt;
import io.vientro.core.dossier.RecordHandOver;
import io.vientro.core.dossier.RecordImplementationEnd;
import io.vientro.core.dossier.RecordImplementationStart;
import io.vientro.core.dossier.RefuseAdjustment;
import io.vientro.core.dossier.RefuseAid;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestAdjustment;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.RevokeAid;
import io.vientro.core.dossier.StopProcessing;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SubmitForDecision;
import io.vientro.core.dossier.SubmitReport;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.TransferDossier;
import io.vientro.core.dossier.WaiveDuty;
import io.vientro.core.dossier.WithdrawDossier;
import java.util.Optional;

/** The class that carries the values of each command on a dossier: what a body is bound to. */
public final class DossierCommands {
  private DossierCommands() {}

  /** The class of a command; empty for one that is not about a dossier. */
  public static Optional<Class<? extends DossierCommand>> type(CommandName name) {
    return Optional.ofNullable(
        switch (name) {
          case SUBMIT_DOSSIER -> SubmitDossier.class;
          case REQUEST_SUPPLEMENT -> RequestSupplement.class;
          case SUPPLEMENT_DOSSIER -> SupplementDossier.class;
          case ACCEPT_DOSSIER -> AcceptDossier.class;
          case REFUSE_RECEPTION -> RefuseReception.class;
          case WITHDRAW_DOSSIER -> WithdrawDossier.class;
          case DECIDE_OPEN_QUESTION -> DecideOpenQuestion.class;
          case ASSIGN_OFFICER -> AssignOfficer.class;
          case HAND_OVER_DOSSIER -> HandOverDossier.class;
          case ACCEPT_HAND_OVER -> AcceptHandOver.class;
          case REQUEST_AGENCY_OPINION -> RequestAgencyOpinion.class;
          case RECORD_AGENCY_OPINION -> RecordAgencyOpinion.class;
          case CONVENE_APPRAISAL_MEETING -> ConveneAppraisalMeeting.class;
          case CONCLUDE_APPRAISAL -> ConcludeAppraisal.class;
          case SUBMIT_FOR_DECISION -> SubmitForDecision.class;
          case APPROVE_AID -> ApproveAid.class;
          case REFUSE_AID -> RefuseAid.class;
          case NOTIFY_OUTCOME -> NotifyOutcome.class;
          case STOP_PROCESSING -> StopProcessing.class;
          case ADOPT_RULE_PACK_VERSION -> AdoptRulePackVersion.class;
          case RECLASSIFY_AID -> ReclassifyAid.class;
          case TRANSFER_DOSSIER -> TransferDossier.class;
          case RECORD_EARLY_RECEIPT -> RecordEarlyReceipt.class;
          case RECORD_IMPLEMENTATION_START -> RecordImplementationStart.class;
          case RECORD_DISBURSEMENT -> RecordDisbursement.class;
          case SUBMIT_REPORT -> SubmitReport.class;
          case REQUEST_ADJUSTMENT -> RequestAdjustment.class;
          case APPROVE_ADJUSTMENT -> ApproveAdjustment.class;
          case REFUSE_ADJUSTMENT -> RefuseAdjustment.class;
          case RECORD_IMPLEMENTATION_END -> RecordImplementationEnd.class;
          case RECORD_HAND_OVER -> RecordHandOver.class;
          case CLOSE_AID -> CloseAid.class;
          case REVOKE_AID -> RevokeAid.class;
          case CORRECT_RECORD -> CorrectRecord.class;
          case EXTEND_TIME_LIMIT -> ExtendTimeLimit.class;
          case WAIVE_DUTY -> WaiveDuty.class;
          case ACKNOWLEDGE_NOTICE -> AcknowledgeNotice.class;
          // The worker and the upload send these themselves.
          case RAISE_TIME_LIMIT, ATTACH_DOCUMENT -> null;
          case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER -> null;
        });
  }
}
