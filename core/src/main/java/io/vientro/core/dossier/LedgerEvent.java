package io.vientro.core.dossier;

/** What can happen to the ledger of limits, its notices and its papers. */
public sealed interface LedgerEvent extends DossierEvent
    permits TimeLimitExtended,
        DutyWaived,
        NoticeAcknowledged,
        TimeLimitWarned,
        TimeLimitExpired,
        TimeLimitExpiryCorrected,
        DueDateUncertain,
        DocumentAttached {}
