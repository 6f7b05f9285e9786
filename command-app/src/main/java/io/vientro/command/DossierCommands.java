package io.vientro.command;

import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AcceptHandOver;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.ApproveAid;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.ConcludeAppraisal;
import io.vientro.core.dossier.ConveneAppraisalMeeting;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NotifyOutcome;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RefuseAid;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.StopProcessing;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SubmitForDecision;
import io.vientro.core.dossier.SupplementDossier;
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
          case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER -> null;
        });
  }
}
