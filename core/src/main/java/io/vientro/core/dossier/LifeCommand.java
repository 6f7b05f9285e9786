package io.vientro.core.dossier;

import java.time.LocalDate;

/**
 * Commands on the case itself that the main road does not know: life after the approval, and
 * corrections of the course.
 */
public sealed interface LifeCommand extends DossierCommand
    permits ReclassifyAid,
        TransferDossier,
        RecordEarlyReceipt,
        RecordImplementationStart,
        RecordDisbursement,
        SubmitReport,
        RequestAdjustment,
        ApproveAdjustment,
        RefuseAdjustment,
        RecordImplementationEnd,
        RecordHandOver,
        CloseAid,
        RevokeAid,
        CorrectRecord {
  /** Business date of the command. */
  LocalDate on();
}
