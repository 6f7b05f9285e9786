package io.vientro.query.answer;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import io.vientro.query.answer.WorkAnswers.DossierLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notice of the calendar would move, before it is recorded. */
public final class NoticeImpactAnswers {
  private NoticeImpactAnswers() {}

  /**
   * The question.
   *
   * @param notice as the command that records one has it
   */
  public record NoticeImpactQuestion(CalendarNotice notice) {}

  /**
   * The answer: open limits that would move, by their due date as it is now.
   *
   * @param items of the limits that were looked at, those that would move
   * @param examined how many limits were looked at for this page
   * @param nextCursor where the next page begins; null on the last. A page may be empty before it.
   * @param calendarSha256 digest of the calendar as it is now
   * @param withNoticeSha256 digest of the calendar as it would be
   * @param readModelPosition how far the read model has read the log
   * @param logMode what the log is for
   */
  public record NoticeImpact(
      List<Moved> items,
      int examined,
      @Nullable String nextCursor,
      String calendarSha256,
      String withNoticeSha256,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * A limit that would move.
   *
   * @param dossierId id of the dossier
   * @param dossier null for an administrator, who reads no dossiers
   * @param limit id of the limit; null for an opinion
   * @param name what officials call the limit, or null
   * @param segment of the limit, or null for an opinion
   * @param opinionOf the agency whose opinion is waited for; null for a limit
   * @param before when it ends now
   * @param after when it would end
   * @param days by how many calendar days it would move, negative for earlier; null where either
   *     date is not certain
   * @param certain whether the date would be certain
   */
  public record Moved(
      String dossierId,
      @Nullable DossierLine dossier,
      @Nullable String limit,
      @Nullable Bilingual name,
      @Nullable Integer segment,
      @Nullable AgencyAnswer opinionOf,
      Due before,
      Due after,
      @Nullable Long days,
      boolean certain) {}
}
