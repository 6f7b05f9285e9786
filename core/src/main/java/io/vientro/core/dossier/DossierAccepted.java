package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * The dossier is complete and valid.
 *
 * @param code dossier code; the same as before if the dossier was accepted once already
 * @param completeOn business date from which the appraisal limit runs
 */
public record DossierAccepted(String code, LocalDate completeOn, Grounds grounds, Act act)
    implements DossierEvent {}
