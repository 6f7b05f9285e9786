package io.vientro.core.dossier;

import io.vientro.core.DomainEvent;

/** What can happen to a dossier. */
public sealed interface DossierEvent extends DomainEvent
    permits DossierSubmitted,
        AidClassified,
        AppraisalDetermined,
        ChecklistChecked,
        SupplementRequested,
        DossierSupplemented,
        DossierAccepted,
        ReceptionRefused,
        DossierWithdrawn,
        OpenQuestionDecided,
        TimeLimitStarted,
        TimeLimitEnded,
        OfficerAssigned,
        DossierHandedOver,
        HandOverAccepted,
        AgencyOpinionRequested,
        AgencyOpinionRecorded,
        AppraisalMeetingConvened,
        AppraisalConcluded,
        SubmittedForDecision,
        AidApproved,
        AidRefused,
        NoticeOwed,
        OutcomeNotified,
        ProcessingStopped,
        RulePackAdopted,
        LifeEvent,
        LedgerEvent {}
