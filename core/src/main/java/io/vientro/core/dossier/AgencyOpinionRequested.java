package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency was asked for its opinion.
 *
 * @param number of the request to this agency, from 1
 * @param roles roles of Art. 10 that it is asked in; empty for a related agency that the lead
 *     appraiser chose
 * @param answerBy the day that the letter names, or null
 * @param term the deploying agency's own limit for an answer, or null if it set none: the decree
 *     gives none
 */
public record AgencyOpinionRequested(
    String agency,
    int number,
    List<String> roles,
    LocalDate requestedOn,
    @Nullable LocalDate answerBy,
    @Nullable LegalTerm term,
    @Nullable String subject,
    Act act)
    implements DossierEvent {
  public AgencyOpinionRequested {
    roles = Copies.list(roles);
  }

  /** When the answer is due: by the letter, else by the agency's own limit, else null. */
  public @Nullable DueDate due(WorkingCalendar calendar) {
    if (answerBy != null) {
      return new DueDate.On(answerBy);
    }
    return term == null ? null : calendar.due(requestedOn, term);
  }
}
