package io.vientro.query.answer;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.TimeLimitAnswer.DebtorAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.answer.WorkAnswers.Command;
import io.vientro.query.answer.WorkAnswers.Counted;
import io.vientro.query.answer.WorkAnswers.DossierLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the lists of duties and of notices. No personal value stands in any of them. */
public final class DutyAnswers {
  private DutyAnswers() {}

  /**
   * Duties: those that are owed by their due date, then those that were done or waived, the latest
   * first, then those that nobody owes any more.
   *
   * @param counts null except on the first page; of all that the reader may see
   * @param today the day on which this was read, Asia/Ho_Chi_Minh
   * @param soonDays a due date at most so many days away is soon
   */
  public record Duties(
      List<DutyItem> items,
      @Nullable String nextCursor,
      @Nullable DutyCounts counts,
      LocalDate today,
      int soonDays,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * How many duties there are.
   *
   * @param open owed, overdue or not
   * @param limits those that are owed, by the limit's id
   * @param overdue of those that are owed; with the next three counted up to {@code countedUpTo}
   */
  public record DutyCounts(
      long open,
      long doneOnTime,
      long doneLate,
      long waived,
      long noLongerOwed,
      List<Counted> limits,
      long overdue,
      long dueToday,
      long dueSoon,
      long dueUncertain,
      int countedUpTo) {}

  /**
   * A duty.
   *
   * @param dossier null for a duty about no dossier
   * @param limit id of the limit in the pack; {@code calendar-notice} for the duty to record the
   *     notice of a year
   * @param name what officials call it; null if the pack does not name it
   * @param segment from 1
   * @param period period that it is about, for example {@code 2023-H1}; null for one that comes
   *     once
   * @param debtor who owes it
   * @param from date of the event that started it
   * @param basis where it stands; null where nothing gives a limit
   * @param due its last day, as extended
   * @param firstDue its last day before it was extended; null where it was not
   * @param standing now
   * @param urgency now; null unless it is owed
   * @param daysLeft calendar days until the due date, negative once it has passed; null without one
   *     and unless it is owed
   * @param expired last day with which its expiry was raised; null if none was
   * @param correction how that expiry was corrected; null if it was not
   * @param endedOn or null while it is owed
   * @param ended why it ended, or null while it is owed
   * @param explanation address that tells why its due date is that date; null for a duty about no
   *     dossier
   * @param command the command that does it; null where several may, or the reader asks the dossier
   */
  public record DutyItem(
      @Nullable DossierLine dossier,
      String limit,
      @Nullable Bilingual name,
      int segment,
      @Nullable String period,
      DebtorAnswer debtor,
      LocalDate from,
      @Nullable LegalBasis basis,
      Due due,
      @Nullable Due firstDue,
      Worded standing,
      @Nullable Worded urgency,
      @Nullable Integer daysLeft,
      @Nullable LocalDate expired,
      @Nullable Corrected correction,
      @Nullable LocalDate endedOn,
      @Nullable Worded ended,
      @Nullable String explanation,
      @Nullable Command command) {}

  /**
   * A later notice moved the due date after its expiry was raised.
   *
   * @param due last day as it then was; null where the calendar no longer told it
   * @param expired whether it had passed all the same
   */
  public record Corrected(@Nullable LocalDate due, boolean expired) {}

  /**
   * Notices: the unread ones, the latest first, then those that were read.
   *
   * @param unread how many are unread; null except on the first page
   */
  public record Notices(
      List<NoticeItem> items,
      @Nullable String nextCursor,
      @Nullable Long unread,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * A notice about a limit.
   *
   * @param id of the notice, unique within its dossier
   * @param dossierId id of the dossier
   * @param dossier null for an administrator, who reads no dossiers
   * @param what which kind of thing was raised
   * @param limit id of the limit that it is about
   * @param name what officials call the limit; null if the pack does not name it
   * @param to whom it is addressed
   * @param owedBy who owes what it is about, or null where nobody in particular does
   * @param basis why it is told
   * @param due last day of which it speaks; null where it speaks of none
   * @param missingYear year of the calendar without a notice, of which it speaks; else null
   * @param raisedAt when it was recorded, UTC
   * @param acknowledgedOn business date; null while it is unread
   * @param acknowledge the command that acknowledges it; null once it was
   */
  public record NoticeItem(
      String id,
      String dossierId,
      @Nullable DossierLine dossier,
      Worded what,
      String limit,
      @Nullable Bilingual name,
      int segment,
      DebtorAnswer to,
      @Nullable DebtorAnswer owedBy,
      LegalBasis basis,
      @Nullable LocalDate due,
      @Nullable Integer missingYear,
      Instant raisedAt,
      @Nullable LocalDate acknowledgedOn,
      @Nullable Command acknowledge) {}
}
