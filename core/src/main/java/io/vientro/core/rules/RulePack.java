package io.vientro.core.rules;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.calendar.LegalTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decree as data. Code interprets it and contains no number of it.
 *
 * @param id for example {@code nd80-2020}
 * @param version of this file, from 1; dossiers stay with the version they were filed under
 * @param act the act as officials quote it
 * @param title of the act
 * @param inForceFrom first day in force
 * @param inForceTo last day in force, or null if it still is
 * @param authority who approves, in order; the first entry that holds decides (Art. 7)
 * @param receivers who receives the dossier, in order (Art. 8.6)
 * @param checklist which papers are owed (Art. 8)
 * @param sets how many sets are owed
 * @param translations what counts as a Vietnamese translation
 * @param dossierCode how a dossier code is formed
 * @param timeLimits limits by id
 * @param supplements how often a supplement may be asked without a basis
 * @param parameters where the decree is silent and the deploying agency may speak
 */
public record RulePack(
    String id,
    int version,
    String act,
    Bilingual title,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceTo,
    List<AuthorityEntry> authority,
    List<ReceiverEntry> receivers,
    List<ChecklistEntry> checklist,
    SetsRule sets,
    TranslationRule translations,
    DossierCodeRule dossierCode,
    List<TimeLimitEntry> timeLimits,
    SupplementRule supplements,
    List<ParameterEntry> parameters) {

  /**
   * How sure we are of an entry: read in the text, drawn from it, or known only from memory. What
   * is not sourced is a documented default that the deploying agency can set.
   */
  public enum Confidence {
    SOURCED,
    INFERRED,
    RECALLED
  }

  /**
   * One line of the authority table: an approver, or a question.
   *
   * @param id stable id of the line
   * @param articles article and clause, as text
   * @param when when it applies
   * @param approver role that approves; null exactly if there is a question
   * @param question what the text leaves open; null exactly if there is an approver
   * @param note why the line stands where it stands
   */
  public record AuthorityEntry(
      String id,
      String articles,
      Condition when,
      @Nullable String approver,
      @Nullable Question question,
      Confidence confidence,
      @Nullable Bilingual note) {}

  /**
   * A question to a person.
   *
   * @param id stable id
   * @param text the question
   * @param proposes the answer the pack leans to, or null
   * @param answers approver roles that may be answered
   */
  public record Question(
      String id, Bilingual text, @Nullable String proposes, List<String> answers) {}

  /** One line of the receiver table: which role receives the dossier. */
  public record ReceiverEntry(String articles, Condition when, String receiver) {}

  /**
   * One paper that may be owed.
   *
   * @param id stable id of the requirement
   * @param articles article and clause, as text
   * @param name what officials call it
   * @param kinds kinds of document that satisfy it
   * @param when when it is owed
   * @param form least form that is enough; an original always is
   * @param mustBeValid whether it must still be valid on the day of the check
   */
  public record ChecklistEntry(
      String id,
      String articles,
      Bilingual name,
      Set<DocumentKind> kinds,
      Condition when,
      CopyForm form,
      boolean mustBeValid,
      Confidence confidence) {}

  /**
   * Number of sets.
   *
   * @param count how many
   * @param waivedOnline name of the parameter by which the deploying agency lets an online filing
   *     stand for all sets
   */
  public record SetsRule(int count, String articles, String waivedOnline) {}

  /**
   * Vietnamese translation of foreign-language papers.
   *
   * @param language the language that needs none, ISO 639-1
   * @param accepted acts that count
   * @param alsoAccepted name of the parameter by which the deploying agency names further acts
   *     (E18)
   */
  public record TranslationRule(
      String language, Set<Translation> accepted, String articles, String alsoAccepted) {}

  /**
   * Form of a dossier code: agency code, date of reception, number within the day.
   *
   * @param datePattern pattern of the date part, as of {@link java.time.format.DateTimeFormatter}
   * @param digits least number of digits of the number
   */
  public record DossierCodeRule(String datePattern, int digits, String basis) {}

  /** When a time limit starts to run. */
  public enum Start {
    /** An incomplete dossier came in, or came back incomplete. */
    INCOMPLETE_RECEPTION,
    /** The dossier is complete and valid. */
    COMPLETE_RECEPTION,
    /** The decision was issued. */
    DECISION
  }

  /** What a request for supplement does to a running limit. */
  public enum OnSupplement {
    /** It runs anew, from the start, once the dossier is complete. */
    RESTART_ON_COMPLETE,
    /** It goes on. */
    NO_STOP,
    /** The request is what the limit asks for. */
    FULFILS
  }

  /** A time limit. */
  public record TimeLimitEntry(
      String id,
      Bilingual name,
      LegalTerm term,
      Start start,
      OnSupplement onSupplement,
      Confidence confidence) {}

  /** Supplement requests that need no basis. */
  public record SupplementRule(int free, String basisAct, String basisArticles) {}

  /**
   * A parameter of the deploying agency. Without a value the answer is "no rule", never a guess.
   *
   * @param values what it may be set to; empty for a whole number of at least one
   */
  public record ParameterEntry(String name, Bilingual description, Set<String> values) {
    boolean allows(String value) {
      return values.isEmpty() ? value.matches("[1-9][0-9]{0,3}") : values.contains(value);
    }
  }

  public RulePack {
    authority = List.copyOf(authority);
    receivers = List.copyOf(receivers);
    checklist = List.copyOf(checklist);
    timeLimits = List.copyOf(timeLimits);
    parameters = List.copyOf(parameters);
  }

  /** Whether the pack's act was in force on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
  }

  public Optional<ParameterEntry> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  public Optional<Question> question(String questionId) {
    return authority.stream()
        .map(AuthorityEntry::question)
        .filter(q -> q != null && q.id().equals(questionId))
        .findFirst();
  }

  /** The pack by id, version and digest of its text. */
  public record Identified(RulePack pack, String sha256) {}
}
