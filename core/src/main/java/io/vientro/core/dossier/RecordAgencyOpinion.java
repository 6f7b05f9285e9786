package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records the opinion of an agency that was asked (ý kiến góp ý). The agency records its own; the
 * lead appraiser may record the letter in which it came.
 *
 * @param agency id of the agency whose opinion it is
 * @param answeredOn business date of the answer
 * @param stance what it comes to
 * @param text what it says, or null if the letter says all
 */
public record RecordAgencyOpinion(
    String agency, LocalDate answeredOn, OpinionStance stance, @Nullable String text, Act act)
    implements DossierCommand {}
