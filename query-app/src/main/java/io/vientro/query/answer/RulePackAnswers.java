package io.vientro.query.answer;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule pack as people read it. */
public final class RulePackAnswers {
  private RulePackAnswers() {}

  /**
   * A version of a pack.
   *
   * @param sha256 digest of its text, lower-case hex
   * @param act as officials quote it
   * @param inForceTo last day in force, or null if it still is
   * @param versions every version on record
   * @param chapters its tables, in the order of the act
   * @param parameters where the act is silent and the deploying agency may speak
   * @param logMode what the log is for
   */
  public record RulePackReading(
      String id,
      int version,
      String sha256,
      String act,
      Bilingual title,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceTo,
      List<Integer> versions,
      List<Chapter> chapters,
      List<ParameterLine> parameters,
      LogMode logMode) {}

  /**
   * A table.
   *
   * @param id stable
   * @param firstHolds whether the first entry whose condition holds decides; else every one that
   *     holds counts
   */
  public record Chapter(String id, Bilingual title, boolean firstHolds, List<Entry> entries) {}

  /**
   * An entry.
   *
   * @param id stable within its table; null where entries have none
   * @param articles article and clause, as text
   * @param when when it holds; null for always
   * @param says what then holds
   * @param question what the text leaves open; null where it is clear
   * @param limit what it says of a time limit; null for any other entry
   * @param confidence how sure it is; null where the act itself says it or is silent
   * @param note why, as people read it; or null
   */
  public record Entry(
      @Nullable String id,
      String articles,
      @Nullable Bilingual when,
      Bilingual says,
      @Nullable QuestionLine question,
      @Nullable LimitLine limit,
      @Nullable Worded confidence,
      @Nullable Bilingual note) {}

  /**
   * A question to a person.
   *
   * @param proposes the answer that the pack leans to, or null
   */
  public record QuestionLine(
      String id, Bilingual text, @Nullable Worded proposes, List<Worded> answers) {}

  /**
   * A time limit.
   *
   * @param term null where the days are fixed, and where only an agency gives it
   * @param fixed days of the year or month on which it ends; empty for one that has a length
   * @param parameter parameter that holds its length; null where the act gives it
   * @param start from what it runs
   * @param onSupplement what a request for supplement does to it
   * @param recurrence how often it comes
   * @param debtor who owes it; null where the pack does not say
   * @param tell who is told of its expiry besides
   * @param extension how its end may be moved, in words; null if it may not
   */
  public record LimitLine(
      @Nullable LegalTerm term,
      List<String> fixed,
      @Nullable String parameter,
      Worded start,
      Worded onSupplement,
      Worded recurrence,
      @Nullable Worded debtor,
      List<Worded> tell,
      @Nullable Bilingual extension) {}

  /**
   * A parameter of the deploying agency.
   *
   * @param kind what it may be set to
   * @param values of a choice; empty for every other kind
   * @param settings what is set, in the order it was recorded; empty where the act's silence stands
   */
  public record ParameterLine(
      String name,
      Bilingual description,
      Worded kind,
      List<String> values,
      List<Setting> settings) {}

  /**
   * What an agency set.
   *
   * @param from first day on which it holds
   */
  public record Setting(AgencyAnswer agency, String value, String basis, LocalDate from) {}
}
