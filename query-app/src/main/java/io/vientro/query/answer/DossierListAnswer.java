package io.vientro.query.answer;

import io.vientro.core.aid.Modality;
import io.vientro.core.log.LogMode;
import io.vientro.query.answer.CustodyAnswer.OfficerAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of dossiers, newest submission first.
 *
 * @param items its lines
 * @param nextCursor where the next page begins; null on the last page
 * @param readModelPosition how far the read model has read the log
 * @param logMode what the log is for
 */
public record DossierListAnswer(
    List<Item> items, @Nullable String nextCursor, long readModelPosition, LogMode logMode) {

  /**
   * One dossier. No personal value stands in it; an individual provider has no name here.
   *
   * @param id id of the dossier
   * @param code dossier code, or null before the first acceptance
   * @param provider name of the providing organisation; null for an individual
   * @param country of the provider, ISO 3166-1 alpha-2
   * @param provinces places of the registry where the aid is carried out
   * @param submittedOn business date of submission
   * @param completeOn business date of complete and valid reception, or null
   * @param recordedAt when the submission was recorded, UTC
   * @param lastRecordedAt when the last step was recorded, UTC
   * @param approver role that approves; null while that is open
   * @param approverAgency its agency; null while that is open, or if the registry knows none
   * @param leadAgency agency that leads the appraisal; the one that received the dossier where
   *     nothing else is determined
   * @param officers who works on it, by agency
   * @param decided what was decided; null before
   * @param needsHumanDecision whether a person has to answer what the law leaves open
   * @param timeLimits those that run
   * @param sequence the dossier's sequence, as in its {@code ETag}
   */
  public record Item(
      String id,
      @Nullable String code,
      Worded status,
      String title,
      Modality modality,
      @Nullable String provider,
      String country,
      String recipient,
      AgencyAnswer filedWith,
      @Nullable String applicant,
      List<AgencyAnswer> managingAgencies,
      List<String> provinces,
      LocalDate submittedOn,
      @Nullable LocalDate completeOn,
      Instant recordedAt,
      Instant lastRecordedAt,
      @Nullable String approver,
      @Nullable AgencyAnswer approverAgency,
      AgencyAnswer leadAgency,
      List<OfficerAnswer> officers,
      @Nullable DecidedAnswer decided,
      boolean needsHumanDecision,
      List<TimeLimitAnswer> timeLimits,
      long sequence) {}

  /**
   * What was decided.
   *
   * @param by role that decided (Art. 7)
   * @param agency its agency, or null if the registry knew none
   */
  public record DecidedAnswer(
      Worded kind, LocalDate on, String by, @Nullable AgencyAnswer agency) {}
}
