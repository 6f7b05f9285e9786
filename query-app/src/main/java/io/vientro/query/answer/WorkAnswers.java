package io.vientro.query.answer;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the lists of open work. No personal value stands in any of them. */
public final class WorkAnswers {
  private WorkAnswers() {}

  /**
   * The dossier of a line.
   *
   * @param id id of the dossier
   * @param code dossier code, or null before the first acceptance
   * @param provider name of the providing organisation; null for an individual
   * @param sequence the dossier's sequence, as in its {@code ETag}
   */
  public record DossierLine(
      String id,
      @Nullable String code,
      Worded status,
      String title,
      @Nullable String provider,
      String recipient,
      long sequence) {}

  /**
   * From whom something is awaited.
   *
   * @param role null for any role that may do it
   * @param agency agency or applicant's organisation; null for an applicant without an account
   * @param unit unit of the officer at work there, or null
   * @param officer account of the officer at work there, or null
   */
  public record Party(
      @Nullable Worded role,
      @Nullable AgencyAnswer agency,
      @Nullable String unit,
      @Nullable String officer) {}

  /**
   * The command that does what is awaited.
   *
   * @param href where it is sent to
   */
  public record Command(String name, Worded label, String href) {}

  /**
   * A running time limit.
   *
   * @param limit id of the limit in the pack
   * @param name what officials call it; null if the pack does not name it
   * @param segment from 1
   * @param from date of the event that started it
   * @param basis where its term stands; null where nothing gives a limit
   * @param due when it ends
   * @param urgency today
   */
  public record Limit(
      String limit,
      @Nullable Bilingual name,
      int segment,
      LocalDate from,
      @Nullable LegalBasis basis,
      Due due,
      Worded urgency) {}

  /**
   * A request for an opinion.
   *
   * @param agency that is asked
   * @param number of the request to this agency, from 1
   * @param roles roles of Art. 10 that it is asked in; empty for a related agency
   * @param answerBy the day that the letter names, or null
   * @param basis where the asking agency's own limit stands; null if it set none
   */
  public record OpinionAsked(
      AgencyAnswer agency,
      int number,
      List<String> roles,
      LocalDate requestedOn,
      @Nullable LocalDate answerBy,
      @Nullable LegalBasis basis) {}

  /** How many lines there are of a kind. */
  public record Counted(String value, long count) {}

  /**
   * What waits for the reader, most urgent first.
   *
   * @param counts how much there is; null on further pages
   * @param today the date of the urgencies, Asia/Ho_Chi_Minh
   */
  public record MyWork(
      List<MyWorkItem> items,
      @Nullable String nextCursor,
      @Nullable MyWorkCounts counts,
      LocalDate today,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * How much waits, without regard to a search.
   *
   * @param me for the reader in person
   * @param unit for the reader's unit; 0 without one
   * @param agency for the reader's role at the agency
   */
  public record MyWorkCounts(long me, long unit, long agency) {}

  /**
   * One thing that waits.
   *
   * @param since business date from which it is waited for
   * @param due null if nothing says when
   * @param urgency null without a due date
   * @param daysLeft calendar days, negative once over; null without a known date
   * @param limits limits that run against it
   * @param opinion the opinion that is waited for, or null if it is something else
   */
  public record MyWorkItem(
      DossierLine dossier,
      Worded what,
      Command command,
      Party from,
      LocalDate since,
      @Nullable Due due,
      @Nullable Worded urgency,
      @Nullable Integer daysLeft,
      List<Limit> limits,
      @Nullable OpinionAsked opinion) {}

  /**
   * Due dates, the earliest first; stopped limits last.
   *
   * @param counts how many there are; null on further pages
   * @param today the date of the urgencies, Asia/Ho_Chi_Minh
   * @param soonDays at most so many days ahead is soon
   */
  public record Deadlines(
      List<DeadlineItem> items,
      @Nullable String nextCursor,
      @Nullable DeadlineCounts counts,
      LocalDate today,
      int soonDays,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * How many deadlines the reader may see, without regard to filters.
   *
   * @param total all, stopped ones included
   * @param agencies by agency that is waited for; one that several may meet counts for each
   * @param overdue at most {@code countedUpTo}, as the other counts of urgencies
   * @param countedUpTo a count of an urgency that has come to this number means "at least"
   */
  public record DeadlineCounts(
      long total,
      List<Counted> agencies,
      long overdue,
      long dueToday,
      long dueSoon,
      long dueUncertain,
      int countedUpTo) {}

  /**
   * One deadline.
   *
   * @param what is waited for; null where the case itself waits for nothing, as for a report
   * @param from from whom; several where any of them may do it
   * @param limit id of the time limit; null for an opinion
   * @param name what officials call the limit, or null
   * @param segment of the limit, or null
   * @param opinion null for a time limit
   * @param basis where the term stands; null where a letter names the day
   * @param since business date from which it runs
   * @param due null for a stopped limit
   * @param daysLeft calendar days, negative once over; null without a known date
   * @param stoppedOn null while it runs
   */
  public record DeadlineItem(
      DossierLine dossier,
      @Nullable Worded what,
      List<Party> from,
      @Nullable String limit,
      @Nullable Bilingual name,
      @Nullable Integer segment,
      @Nullable OpinionAsked opinion,
      @Nullable LegalBasis basis,
      LocalDate since,
      @Nullable Due due,
      Worded urgency,
      @Nullable Integer daysLeft,
      @Nullable LocalDate stoppedOn) {}

  /**
   * Dossiers that lie with whoever decides, the oldest first.
   *
   * @param counts null on further pages
   */
  public record PendingApprovals(
      List<PendingApprovalItem> items,
      @Nullable String nextCursor,
      @Nullable PendingApprovalCounts counts,
      LocalDate today,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * How many the reader may see, without regard to filters.
   *
   * @param authorities by role that decides
   * @param agencies by deciding agency; where any of several may decide it counts for each
   * @param officers by officer at work
   */
  public record PendingApprovalCounts(
      long total, List<Counted> authorities, List<Counted> agencies, List<Counted> officers) {}

  /**
   * One dossier that waits for its decision.
   *
   * @param submittedOn business date of the submission
   * @param ageDays calendar days since then
   * @param authority role that decides (Art. 7)
   * @param agencies whose head may decide
   * @param officer account of the officer at work, or null
   * @param due where the deploying agency set a limit, else null
   * @param urgency null without one
   * @param daysLeft calendar days, negative once over; null without a known date
   */
  public record PendingApprovalItem(
      DossierLine dossier,
      LocalDate submittedOn,
      long ageDays,
      String authority,
      List<AgencyAnswer> agencies,
      @Nullable String officer,
      @Nullable Due due,
      @Nullable Worded urgency,
      @Nullable Integer daysLeft,
      List<Limit> limits) {}

  /**
   * Requests for opinions: those that wait by due date, then the answered ones, the latest first.
   *
   * @param counts null on further pages
   */
  public record Opinions(
      List<OpinionItem> items,
      @Nullable String nextCursor,
      @Nullable List<OpinionCounts> counts,
      LocalDate today,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * Requests to one agency that the reader may see, without regard to filters.
   *
   * @param asked all
   * @param open waited for
   * @param answeredLate after the due date, as far as there is one and the calendar tells
   * @param unanswered never came, and the case went on
   */
  public record OpinionCounts(
      AgencyAnswer agency,
      long asked,
      long open,
      long answered,
      long answeredLate,
      long unanswered) {}

  /**
   * One request for an opinion.
   *
   * @param leadAgency that leads the appraisal
   * @param late whether it is, or was answered, after the due date; null where none is known
   * @param due null if nothing says when
   * @param urgency of one that is waited for and has a due date, else null
   * @param answeredOn business date, or null
   * @param stance what the answer comes to, or null
   * @param byLetter whether the lead appraiser recorded the agency's letter; null without an answer
   */
  public record OpinionItem(
      DossierLine dossier,
      OpinionAsked opinion,
      AgencyAnswer leadAgency,
      Worded state,
      @Nullable Boolean late,
      @Nullable Due due,
      @Nullable Worded urgency,
      @Nullable LocalDate answeredOn,
      @Nullable Worded stance,
      @Nullable Boolean byLetter) {}
}
