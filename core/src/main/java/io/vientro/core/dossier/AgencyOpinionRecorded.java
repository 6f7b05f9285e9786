package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agency's opinion is on record.
 *
 * @param number of the request that it answers
 * @param byLetter whether the lead appraiser recorded the agency's letter, rather than the agency
 *     itself
 */
public record AgencyOpinionRecorded(
    String agency,
    int number,
    LocalDate answeredOn,
    OpinionStance stance,
    @Nullable String text,
    boolean byLetter,
    Act act)
    implements DossierEvent {}
