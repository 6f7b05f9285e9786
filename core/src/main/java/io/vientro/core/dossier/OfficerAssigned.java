package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An officer works on the dossier at an agency from now on. */
public record OfficerAssigned(
    String agency, String officer, @Nullable String unit, LocalDate assignedOn, Act act)
    implements DossierEvent {}
