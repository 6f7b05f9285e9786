package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Binds a dossier to a later version of the pack it was filed under. Nothing does this by itself: a
 * person decides it and says on which basis.
 *
 * @param version number of the version, which is on record
 * @param reason why
 * @param legalBasis on which ground of the law, in words
 * @param adoptedOn business date
 */
public record AdoptRulePackVersion(
    int version, String reason, String legalBasis, LocalDate adoptedOn, Act act)
    implements DossierCommand {}
