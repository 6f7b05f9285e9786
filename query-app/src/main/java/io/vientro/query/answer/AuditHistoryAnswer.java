package io.vientro.query.answer;

import io.vientro.core.act.ActDocument;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.log.LogMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened to one aggregate, oldest first.
 *
 * @param id id of the aggregate
 * @param steps in the order of their sequence
 * @param nextCursor where the next page begins; null on the last page
 * @param readModelPosition how far the read model has read the log
 * @param logMode what the log is for
 */
public record AuditHistoryAnswer(
    String id,
    List<Step> steps,
    @Nullable String nextCursor,
    long readModelPosition,
    LogMode logMode) {

  /**
   * One step.
   *
   * @param sequence place in the aggregate's history, from 0
   * @param position place in the whole log
   * @param type stable name of the event
   * @param revision shape of {@code change}
   * @param recordedAt when it was recorded, UTC
   * @param effectiveOn business date of the step, Asia/Ho_Chi_Minh; null where it has none of its
   *     own
   * @param account who did it
   * @param role in which role
   * @param agency of which agency or organisation
   * @param capacity in which capacity
   * @param onBehalfOf for whom, where it was somebody else; null also where that was erased
   * @param document with which paper, or null
   * @param command by which command
   * @param change what the event says, as recorded
   * @param legalBasis where what was done stands in the law; empty if the step names none
   * @param erased paths of personal values whose keys were destroyed
   * @param commitId commit that brought it; equal for all steps of one command
   * @param eventId globally unique id of the event
   */
  public record Step(
      long sequence,
      long position,
      String type,
      int revision,
      Instant recordedAt,
      @Nullable LocalDate effectiveOn,
      String account,
      Worded role,
      AgencyAnswer agency,
      Worded capacity,
      @Nullable String onBehalfOf,
      @Nullable ActDocument document,
      String command,
      Map<String, Object> change,
      List<LegalBasis> legalBasis,
      List<String> erased,
      String commitId,
      String eventId) {}
}
