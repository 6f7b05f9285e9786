package io.vientro.core.dossier;

import io.vientro.core.DomainEvent;

/** What can happen to a dossier. */
public sealed interface DossierEvent extends DomainEvent
    permits DossierSubmitted,
        AidClassified,
        ChecklistChecked,
        SupplementRequested,
        DossierSupplemented,
        DossierAccepted,
        ReceptionRefused,
        DossierWithdrawn,
        OpenQuestionDecided,
        TimeLimitStarted,
        TimeLimitEnded {}
