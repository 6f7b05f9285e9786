package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The dossier was not taken in. */
public record ReceptionRefused(LocalDate refusedOn, String reason, String legalBasis, Act act)
    implements DossierEvent {}
