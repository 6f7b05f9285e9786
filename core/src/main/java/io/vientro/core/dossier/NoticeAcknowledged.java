package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** An addressee has read a notice. */
public record NoticeAcknowledged(String notice, LocalDate acknowledgedOn, Act act)
    implements LedgerEvent {}
