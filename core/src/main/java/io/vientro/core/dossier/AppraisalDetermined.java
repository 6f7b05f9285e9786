package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who leads the appraisal (Art. 9) and who is to be consulted (Art. 10), or the questions that the
 * text leaves open.
 *
 * @param lead role that leads; null while a question is open
 * @param leadAgency its agency at that date and place; null if the registry knows none or a
 *     question is open; the agency that received the dossier then leads
 * @param leadArticles article and clause, or null while a question is open
 * @param consultees whom the law names; without "related" agencies, which the lead appraiser names
 * @param questions open questions; empty if the text is clear
 */
public record AppraisalDetermined(
    @Nullable String lead,
    @Nullable String leadAgency,
    @Nullable String leadArticles,
    List<Consultee> consultees,
    List<AidClassified.OpenQuestion> questions)
    implements DossierEvent {
  public AppraisalDetermined {
    consultees = Copies.list(consultees);
    questions = Copies.list(questions);
  }

  /** Whether an agency must be asked. */
  public enum Duty {
    /** It must be asked; that it answers is not for the asker to ensure. */
    COMPULSORY,
    /** Consequence-recovery aid: it need not be asked (Art. 10.4). */
    EXEMPT,
    /** It leads the appraisal itself, and nobody asks oneself. */
    LEADS_ITSELF,
    /** A question about the exemption is open. */
    UNDETERMINED
  }

  /**
   * An agency that the law wants consulted. Where one agency plays several roles it is asked once.
   *
   * @param roles roles of Art. 10, in the order of the pack
   * @param agency its agency, or null if the registry knows none
   * @param articles article and clause, also of an exemption
   */
  public record Consultee(List<String> roles, @Nullable String agency, String articles, Duty duty) {
    public Consultee {
      roles = Copies.list(roles);
    }

    /** Whether a request for an opinion asks this one. */
    public boolean isAskedBy(AgencyOpinionRequested request) {
      return request.agency().equals(agency)
          || agency == null && request.roles().containsAll(roles);
    }
  }
}
