package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** A duty was waived; its segment ends with this event. */
public record DutyWaived(
    String limit, int segment, String reason, String legalBasis, LocalDate waivedOn, Act act)
    implements LedgerEvent {}
