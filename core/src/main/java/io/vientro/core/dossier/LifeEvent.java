package io.vientro.core.dossier;

/** What can happen to a case off its main road and after the approval. */
public sealed interface LifeEvent extends DossierEvent
    permits AidReclassified,
        DossierTransferred,
        EarlyReceiptRecorded,
        ImplementationStarted,
        DisbursementRecorded,
        ReportSubmitted,
        AdjustmentRequested,
        AdjustmentDetermined,
        AdjustmentApproved,
        AdjustmentRefused,
        ImplementationEnded,
        ResultsHandedOver,
        AidClosed,
        AidRevoked,
        RecordCorrected {}
