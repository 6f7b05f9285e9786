package io.vientro.query.work;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.dossier.AgencyOpinionRequested;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for an opinion.
 *
 * @param agency that is asked
 * @param number of the request to this agency, from 1
 * @param roles roles of Art. 10 that it is asked in; empty for a related agency
 * @param answerBy the day that the letter names, or null
 * @param term the asking agency's own limit, or null
 */
public record RowOpinion(
    String agency,
    int number,
    List<String> roles,
    LocalDate requestedOn,
    @Nullable LocalDate answerBy,
    @Nullable LegalTerm term) {
  static RowOpinion of(AgencyOpinionRequested request) {
    return new RowOpinion(
        request.agency(),
        request.number(),
        request.roles(),
        request.requestedOn(),
        request.answerBy(),
        request.term());
  }
}
