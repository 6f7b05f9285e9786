package io.vientro.core.dossier;

import io.vientro.core.act.Act;

/** What can be asked of a dossier. */
public sealed interface DossierCommand
    permits SubmitDossier,
        RequestSupplement,
        SupplementDossier,
        AcceptDossier,
        RefuseReception,
        WithdrawDossier,
        DecideOpenQuestion,
        AssignOfficer,
        HandOverDossier,
        AcceptHandOver,
        RequestAgencyOpinion,
        RecordAgencyOpinion,
        ConveneAppraisalMeeting,
        ConcludeAppraisal,
        SubmitForDecision,
        ApproveAid,
        RefuseAid,
        NotifyOutcome,
        StopProcessing,
        AdoptRulePackVersion,
        LifeCommand,
        LedgerCommand {
  /** How the actor acts. */
  Act act();
}
