package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The receiver has the dossier in hands. */
public record HandOverAccepted(Custodian by, LocalDate acceptedOn, Act act)
    implements DossierEvent {}
