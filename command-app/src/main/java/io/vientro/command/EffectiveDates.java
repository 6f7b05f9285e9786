package io.vientro.command;

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
import io.vientro.core.dossier.LedgerCommand;
import io.vientro.core.dossier.LifeCommand;
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
import java.time.LocalDate;

/** The business date of a command, which is not the time at which it is recorded. */
final class EffectiveDates {
  private EffectiveDates() {}

  static LocalDate of(DossierCommand command) {
    return switch (command) {
      case SubmitDossier c -> c.submittedOn();
      case RequestSupplement c -> c.requestedOn();
      case SupplementDossier c -> c.suppliedOn();
      case AcceptDossier c -> c.completeOn();
      case RefuseReception c -> c.refusedOn();
      case WithdrawDossier c -> c.withdrawnOn();
      case DecideOpenQuestion c -> c.decidedOn();
      case AssignOfficer c -> c.assignedOn();
      case HandOverDossier c -> c.handedOverOn();
      case AcceptHandOver c -> c.acceptedOn();
      case RequestAgencyOpinion c -> c.requestedOn();
      case RecordAgencyOpinion c -> c.answeredOn();
      case ConveneAppraisalMeeting c -> c.convenedOn();
      case ConcludeAppraisal c -> c.concludedOn();
      case SubmitForDecision c -> c.submittedOn();
      case ApproveAid c -> c.decidedOn();
      case RefuseAid c -> c.decidedOn();
      case NotifyOutcome c -> c.notifiedOn();
      case StopProcessing c -> c.stoppedOn();
      case AdoptRulePackVersion c -> c.adoptedOn();
      case LifeCommand c -> c.on();
      case LedgerCommand c -> c.on();
    };
  }
}
