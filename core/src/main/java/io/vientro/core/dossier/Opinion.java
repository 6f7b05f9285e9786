package io.vientro.core.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A request for an opinion and its answer.
 *
 * @param answer null while the agency is silent
 */
public record Opinion(AgencyOpinionRequested request, @Nullable AgencyOpinionRecorded answer) {

  public boolean outstanding() {
    return answer == null;
  }

  /** Whether it is this agency's and unanswered. */
  boolean awaits(String agency) {
    return outstanding() && request.agency().equals(agency);
  }
}
