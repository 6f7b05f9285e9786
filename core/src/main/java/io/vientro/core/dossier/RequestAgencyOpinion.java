package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agency for its opinion (lấy ý kiến, Art. 10.2).
 *
 * @param agency id of the agency
 * @param role role of Art. 10 that it is asked in; needed only where the registry does not say
 *     which agency plays it, else null
 * @param requestedOn business date of the letter
 * @param answerBy the day that the letter names, or null if it names none; the decree gives none
 * @param subject what it is asked, or null for the dossier as a whole
 */
public record RequestAgencyOpinion(
    String agency,
    @Nullable String role,
    LocalDate requestedOn,
    @Nullable LocalDate answerBy,
    @Nullable String subject,
    Act act)
    implements DossierCommand {}
