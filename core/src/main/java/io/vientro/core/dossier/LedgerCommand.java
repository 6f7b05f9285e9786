package io.vientro.core.dossier;

import java.time.LocalDate;

/**
 * Commands on the ledger of limits, its notices and its papers; none of them is a step of the road.
 */
public sealed interface LedgerCommand extends DossierCommand
    permits ExtendTimeLimit, WaiveDuty, AcknowledgeNotice, RaiseTimeLimit, AttachDocument {
  /** Business date of the command. */
  LocalDate on();
}
