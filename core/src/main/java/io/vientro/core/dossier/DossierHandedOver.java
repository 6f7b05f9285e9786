package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dossier was handed over and awaits acceptance. */
public record DossierHandedOver(
    Custodian from, Custodian to, LocalDate handedOverOn, @Nullable String note, Act act)
    implements DossierEvent {}
