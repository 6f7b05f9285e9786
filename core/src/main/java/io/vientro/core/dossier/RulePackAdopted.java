package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/** The dossier is bound to a later version of its pack from now on. */
public record RulePackAdopted(
    PackPin pack, String reason, String legalBasis, LocalDate adoptedOn, Act act)
    implements DossierEvent {}
