package io.vientro.query.answer;

import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.CustodyAnswer.CustodianAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The control slip of a dossier (phiếu kiểm soát quá trình giải quyết hồ sơ): each hand-over with
 * its two acknowledgements, oldest first.
 *
 * @param id id of the dossier
 * @param code dossier code, or null before the first acceptance
 * @param title what the paper is called
 * @param headings of the columns, by the name of the field in a row
 * @param rows hand-overs
 * @param complete whether all are here; false if there are more than a slip shows
 * @param readModelPosition how far the read model has read the log
 * @param logMode what the log is for
 */
public record ControlSlipAnswer(
    String id,
    @Nullable String code,
    Bilingual title,
    Map<String, Bilingual> headings,
    List<Row> rows,
    boolean complete,
    long readModelPosition,
    LogMode logMode) {

  /**
   * One hand-over.
   *
   * @param number from 1
   * @param giver who gave the dossier away
   * @param receiver to whom; a unit or agency, until somebody accepted
   * @param given when and by whom it was given
   * @param note what the giver wrote, or null
   * @param accepted when and by whom it was accepted; null while it is pending
   * @param limits limits that ran when it was given
   */
  public record Row(
      int number,
      CustodianAnswer giver,
      CustodianAnswer receiver,
      Acknowledgement given,
      @Nullable String note,
      @Nullable Acknowledgement accepted,
      List<LimitThen> limits) {
    Row accepted(CustodianAnswer by, Acknowledgement when) {
      return new Row(number, giver, by, given, note, when, limits);
    }
  }

  /**
   * A signature on the slip.
   *
   * @param on business date, Asia/Ho_Chi_Minh
   * @param recordedAt when it was recorded, UTC
   * @param account who did it
   * @param agency its agency
   * @param unit unit within the agency that gives or has the dossier, or null
   */
  public record Acknowledgement(
      LocalDate on,
      Instant recordedAt,
      String account,
      AgencyAnswer agency,
      @Nullable String unit) {}

  /**
   * A limit that ran when a dossier was given.
   *
   * @param name null if the pack does not know the limit
   * @param due by the calendar as it is now
   * @param onTime whether its last day had not passed when the dossier was given; null where a gap
   *     of the calendar does not tell
   */
  public record LimitThen(
      String limit, @Nullable Bilingual name, int segment, Due due, @Nullable Boolean onTime) {}
}
