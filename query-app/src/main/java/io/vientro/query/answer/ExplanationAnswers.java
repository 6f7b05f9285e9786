package io.vientro.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vientro.core.Zone;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.DossierAnswer.RulePackAnswer;
import io.vientro.query.answer.TimeLimitAnswer.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a date is that date. */
public final class ExplanationAnswers {
  private ExplanationAnswers() {}

  /**
   * The ledger of a dossier's limits.
   *
   * @param id id of the dossier
   * @param code dossier code, or null before the first acceptance
   * @param items every segment of every limit, in the order in which they started
   * @param today the day on which this was read, Asia/Ho_Chi_Minh
   * @param calendarSha256 digest of the calendar that the dates follow from
   * @param readModelPosition how far the read model has read the log
   * @param logMode what the log is for
   */
  public record TimeLimits(
      String id,
      @Nullable String code,
      List<TimeLimitAnswer> items,
      LocalDate today,
      String calendarSha256,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * Why the due date of a segment is that date.
   *
   * @param id id of the dossier
   * @param code dossier code, or null before the first acceptance
   * @param title of the aid
   * @param timeLimit the segment
   * @param cause the step that started it; null for a name that is none of the commands
   * @param at instant from which it runs, for a limit in hours; else null
   * @param used units that earlier segments used up; null for none
   * @param due last day, or with its minute and offset for a limit in hours; null in a gap of the
   *     calendar and where nothing gives a limit
   * @param outcome {@code ON}, {@code CALENDAR_GAP}, or {@code OPEN} where nothing gives a limit
   * @param missingYear year whose notice is not on record; null without a gap
   * @param certainUntil last day up to which the calendar is known; null without a gap
   * @param notBefore earliest day it can be; null without a gap or where the count itself is
   *     uncertain
   * @param counted what the count alone came to, where an extension replaced it; else null
   * @param steps of the count, in order; an extension comes after them
   * @param articles every act and article, and every notice of the calendar, that a step rests on
   * @param rulePack the law that the dossier is bound to
   * @param calendar the calendar that was counted in
   * @param readModelPosition how far the read model has read the log
   * @param logMode what the log is for
   */
  public record TimeLimitExplanation(
      String id,
      @Nullable String code,
      String title,
      TimeLimitAnswer timeLimit,
      @Nullable Worded cause,
      @Nullable Instant at,
      @Nullable Integer used,
      @JsonInclude @Nullable String due,
      String outcome,
      @Nullable Integer missingYear,
      @Nullable LocalDate certainUntil,
      @Nullable LocalDate notBefore,
      @Nullable Due counted,
      List<Step> steps,
      List<String> articles,
      RulePackAnswer rulePack,
      Calendar calendar,
      long readModelPosition,
      LogMode logMode) {}

  /**
   * What a term would come to.
   *
   * @param due last day, or with its minute and offset for a term in hours; null in a gap of the
   *     calendar
   * @param outcome {@code ON} or {@code CALENDAR_GAP}
   * @param missingYear year whose notice is not on record; null without a gap
   * @param certainUntil last day up to which the calendar is known; null without a gap
   * @param notBefore earliest day it can be; null without a gap or where the count itself is
   *     uncertain
   * @param from as it was asked
   * @param amount as it was asked
   * @param unit as it was asked
   * @param endRule what happens where the last day is a day off
   * @param steps of the count, in order
   * @param articles every act and article, and every notice of the calendar, that a step rests on
   * @param calendar the calendar that was counted in
   * @param logMode what the log is for
   */
  public record Preview(
      @JsonInclude @Nullable String due,
      String outcome,
      @Nullable Integer missingYear,
      @Nullable LocalDate certainUntil,
      @Nullable LocalDate notBefore,
      String from,
      int amount,
      LegalTerm.Unit unit,
      EndRule endRule,
      List<Step> steps,
      List<String> articles,
      Calendar calendar,
      LogMode logMode) {}

  /**
   * The working calendar that was counted in.
   *
   * @param sha256 digest of all its notices
   * @param jurisdiction place whose notices counted beside the country's, or null
   */
  public record Calendar(String id, String sha256, @Nullable String jurisdiction) {}

  /**
   * One step of the count.
   *
   * @param kind what happened in it
   * @param day the day that it is about, Asia/Ho_Chi_Minh
   * @param at minute, UTC, for terms in hours; else null
   * @param number place in the count, or what the kind says; null where it has none
   * @param text what happened, in words
   * @param notice number of the notice that made the day what it is; null where none did
   * @param basis the law behind it; null where it is the ordinary week
   */
  public record Step(
      String kind,
      LocalDate day,
      @Nullable Instant at,
      @Nullable Integer number,
      Bilingual text,
      @Nullable String notice,
      @Nullable String basis) {}

  /** A due date as one text; null where there is none. */
  static @Nullable String text(DueDate due) {
    return switch (due) {
      case DueDate.On(var date, var at) ->
          at == null
              ? date.toString()
              : at.atZone(Zone.HO_CHI_MINH).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      case DueDate.CalendarGap _, DueDate.Open _ -> null;
    };
  }
}
