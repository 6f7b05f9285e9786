package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.Truth;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of an aid before anything is filed, each part with its articles. Nothing of it
 * is binding: a dossier is classified when it is filed.
 *
 * @param scope whether the act governs it; null where the pack says nothing of that. Where the act
 *     does not, all that follows is empty
 * @param classified who approves and who receives, or what the text leaves open
 * @param appraisal who leads the appraisal and whom the law names as consulted; null while it is
 *     open who approves, or where the pack says nothing of it
 * @param papers which papers are owed, and which may be
 * @param sets how many sets of papers are owed, and why
 * @param limits limits that will run, or may
 * @param management which forms of management are allowed
 * @param questions all that needs a person ({@code NEEDS_HUMAN_DECISION}), with the articles that
 *     leave it open
 */
public record Assessment(
    @Nullable Scope scope,
    AidClassified classified,
    @Nullable AppraisalDetermined appraisal,
    List<Paper> papers,
    @Nullable Sets sets,
    List<Limit> limits,
    List<Management> management,
    List<OpenQuestion> questions) {

  public Assessment {
    papers = List.copyOf(papers);
    limits = List.copyOf(limits);
    management = List.copyOf(management);
    questions = List.copyOf(questions);
  }

  /**
   * A paper that is owed.
   *
   * @param requirement id of the requirement
   * @param kinds kinds of document that satisfy it
   * @param owed true, or unknown while it turns on an open question
   * @param form least form that is enough
   * @param mustBeValid whether it must still be valid
   * @param translations acts that count as a translation of one that is not in Vietnamese
   * @param translationArticles where the translation is asked for
   */
  public record Paper(
      String requirement,
      Bilingual name,
      String articles,
      Set<DocumentKind> kinds,
      Truth owed,
      CopyForm form,
      boolean mustBeValid,
      Set<Translation> translations,
      String translationArticles,
      Confidence confidence) {}

  /**
   * Sets of papers.
   *
   * @param waivedOnline whether an online filing stands for all of them at the agency that receives
   */
  public record Sets(int count, String articles, boolean waivedOnline) {}

  /**
   * A limit.
   *
   * @param owed true, or unknown as long as the decision or an open question has to tell
   * @param start from what it runs
   * @param term how long; null where its days are fixed, and where neither law nor agency gives one
   * @param fixed days of the year or month on which it ends; empty for one that has a length
   * @param noLimitInLaw whether the law is silent, so that a term is the agency's
   * @param parameter name of the parameter that gives the term; null where the law does
   * @param unitParameter name of the parameter that gives its unit; null likewise
   * @param basis where the term stands; for one that nobody gave, where the law is silent
   * @param recurrence how often it comes
   * @param debtor who owes it, or null where the pack does not say
   * @param tell who is told if it passes
   * @param asks what ends it
   * @param extension how its end may be moved, or null if it may not
   */
  public record Limit(
      String id,
      Bilingual name,
      Truth owed,
      Start start,
      @Nullable LegalTerm term,
      List<String> fixed,
      boolean noLimitInLaw,
      @Nullable String parameter,
      @Nullable String unitParameter,
      LegalBasis basis,
      Recurrence recurrence,
      @Nullable DutyParty debtor,
      List<DutyParty> tell,
      Fulfilment asks,
      @Nullable ExtensionRule extension) {}

  /**
   * A form of management.
   *
   * @param mode name of a {@link DecisionContent.ManagementMode}
   * @param allowed unknown where it turns on a worth in US dollars that is not stated
   */
  public record Management(String mode, String articles, Truth allowed, Confidence confidence) {}

  /** Whether a person has to say something before the aid can be accepted or appraised. */
  public boolean needsHumanDecision() {
    return !questions.isEmpty();
  }

  /** Whether the act is known not to govern the aid, or to prohibit it. */
  public boolean outOfScope() {
    return classified.outOfScope();
  }

  /**
   * Assesses an aid; pure.
   *
   * @param answers what persons answered so far, by question; empty before anything is filed
   * @param day on which agencies and parameters are looked up
   */
  public static Assessment of(
      AidFacts aid,
      Map<String, String> answers,
      RulePack pack,
      AgencyParameters parameters,
      AgencyRegistry registry,
      LocalDate day) {
    return new Assessing(aid, answers, pack, parameters, registry, day).assessment();
  }

  /** Why facts cannot be assessed, as they could not be filed; empty if they can. */
  public static Optional<Rejection> refusal(AidFacts aid, DecisionContext context) {
    return FactRules.refusal(aid, context);
  }

  static Assessment outOf(@Nullable Scope scope, AidClassified classified) {
    return new Assessment(
        scope, classified, null, List.of(), null, List.of(), List.of(), List.of());
  }

  static List<OpenQuestion> questions(
      AidClassified classified, @Nullable AppraisalDetermined appraisal) {
    return appraisal == null
        ? classified.questions()
        : Copies.append(classified.questions(), appraisal.questions());
  }
}
