package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The dossier was withdrawn. */
public record DossierWithdrawn(LocalDate withdrawnOn, String reason, Act act)
    implements DossierEvent {}
