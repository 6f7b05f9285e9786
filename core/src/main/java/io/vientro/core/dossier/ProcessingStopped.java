package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** Processing was stopped. */
public record ProcessingStopped(LocalDate stoppedOn, String reason, String legalBasis, Act act)
    implements DossierEvent {}
