package io.vientro.query.answer;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.Assessment;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.Scope;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.query.answer.DossierAnswer.QuestionAnswer;
import io.vientro.query.answer.DossierAnswer.RulePackAnswer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of an aid before anything is filed. Nothing of it binds: a dossier is
 * classified when it is filed.
 *
 * @param outcome {@code ASSESSED}, {@code NEEDS_HUMAN_DECISION} while a question is open, or {@code
 *     OUT_OF_SCOPE} where the act does not govern it or prohibits it
 * @param scope whether the act governs it; null where the pack says nothing of that
 * @param approver who approves (Art. 7); null while that is open
 * @param receiver who receives the dossier (Art. 8.6); null likewise
 * @param appraisal who leads the appraisal and who is consulted; null while it is open who approves
 * @param papers which papers are owed, and which may be
 * @param sets how many sets of papers; null out of scope
 * @param limits limits that will run, or may
 * @param management which forms of management are allowed
 * @param questions all that a person has to answer
 * @param rulePack the law that it was read off
 * @param today the day for which agencies and parameters were looked up
 * @param logMode what the log is for
 */
public record AssessmentAnswer(
    String outcome,
    @Nullable ScopeAnswer scope,
    @Nullable RoleAnswer approver,
    @Nullable RoleAnswer receiver,
    @Nullable Appraisal appraisal,
    List<Paper> papers,
    @Nullable Sets sets,
    List<Limit> limits,
    List<Management> management,
    List<QuestionAnswer> questions,
    RulePackAnswer rulePack,
    LocalDate today,
    LogMode logMode) {
  public static final String ASSESSED = "ASSESSED";
  public static final String NEEDS_HUMAN_DECISION = "NEEDS_HUMAN_DECISION";
  public static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";

  /** The question. */
  public record AssessAid(AidFacts aid) {}

  /**
   * Whether the act governs an aid.
   *
   * @param otherAct the act that governs it instead, or null
   * @param note why, as people read it
   */
  public record ScopeAnswer(
      Worded outcome, LegalBasis basis, @Nullable String otherAct, Bilingual note) {
    static ScopeAnswer of(Scope scope, RulePack pack) {
      return new ScopeAnswer(
          Worded.of(scope.outcome()),
          new LegalBasis(pack.act(), scope.articles()),
          scope.otherAct(),
          scope.note());
    }
  }

  /**
   * Who has a part.
   *
   * @param agency null if the registry knows none
   */
  public record RoleAnswer(Worded role, @Nullable AgencyAnswer agency, LegalBasis basis) {}

  /**
   * The appraisal.
   *
   * @param lead null while a question is open
   */
  public record Appraisal(@Nullable RoleAnswer lead, List<Consultee> consultees) {}

  /**
   * An agency that the law names as consulted.
   *
   * @param agency null if the registry knows none
   */
  public record Consultee(
      List<Worded> roles, @Nullable AgencyAnswer agency, LegalBasis basis, Worded duty) {}

  /**
   * A paper.
   *
   * @param owed whether it is, or turns on an open question
   */
  public record Paper(
      String requirement,
      Bilingual name,
      LegalBasis basis,
      List<Worded> kinds,
      Worded owed,
      Worded form,
      boolean mustBeValid,
      List<Worded> translations,
      LegalBasis translationBasis,
      Worded confidence) {}

  /**
   * Sets of papers.
   *
   * @param waivedOnline whether an online filing stands for all of them
   */
  public record Sets(int count, LegalBasis basis, boolean waivedOnline) {}

  /**
   * A limit.
   *
   * @param owed whether it will run, or turns on what is not known yet
   * @param term null where its days are fixed, and where neither law nor agency gives one
   * @param fixed days of the year or month on which it ends; empty for one that has a length
   * @param noLimitInLaw whether the law is silent, so that a term is the agency's
   * @param parameter name of the parameter that gives the term; null where the law does
   * @param basis where the term stands; where nobody gave one, where the law is silent
   * @param debtor who owes it; null where the pack does not say
   * @param extendable how often its end may be moved; 0 if it may not
   */
  public record Limit(
      String id,
      Bilingual name,
      Worded owed,
      Worded start,
      @Nullable LegalTerm term,
      List<String> fixed,
      boolean noLimitInLaw,
      @Nullable String parameter,
      LegalBasis basis,
      Worded recurrence,
      @Nullable Worded debtor,
      List<Worded> tell,
      int extendable) {}

  /** A form of management (Art. 12). */
  public record Management(Worded mode, LegalBasis basis, Worded allowed, Worded confidence) {}

  static AssessmentAnswer of(Assessment it, DecisionContext context) {
    var pack = context.pack();
    var classified = it.classified();
    var scope = it.scope();
    return new AssessmentAnswer(
        it.outOfScope() ? OUT_OF_SCOPE : it.needsHumanDecision() ? NEEDS_HUMAN_DECISION : ASSESSED,
        scope == null ? null : ScopeAnswer.of(scope, pack),
        role(
            classified.approver(),
            classified.approverAgency(),
            classified.approverArticles(),
            context),
        role(
            classified.receiver(),
            classified.receiverAgency(),
            classified.receiverArticle(),
            context),
        it.appraisal() == null ? null : appraisal(it.appraisal(), context),
        it.papers().stream().map(paper -> paper(paper, pack)).toList(),
        it.sets() == null
            ? null
            : new Sets(
                it.sets().count(),
                new LegalBasis(pack.act(), it.sets().articles()),
                it.sets().waivedOnline()),
        it.limits().stream().map(AssessmentAnswer::limit).toList(),
        it.management().stream()
            .map(
                mode ->
                    new Management(
                        Worded.of(ManagementMode.valueOf(mode.mode())),
                        new LegalBasis(pack.act(), mode.articles()),
                        Worded.ofOwn(mode.allowed()),
                        Worded.ofOwn(mode.confidence())))
            .toList(),
        it.questions().stream().map(question -> DossierQuery.question(question, pack)).toList(),
        TimeLimitQuery.pack(
            new PackPin(
                pack.id(),
                pack.version(),
                context.law().sha256(),
                !pack.inForceOn(context.today())),
            pack),
        context.today(),
        context.mode());
  }

  private static @Nullable RoleAnswer role(
      @Nullable String role,
      @Nullable String agency,
      @Nullable String articles,
      DecisionContext context) {
    return role == null
        ? null
        : new RoleAnswer(
            RoleNames.of(role),
            AgencyAnswer.ofNullable(agency, context.registry()),
            new LegalBasis(context.pack().act(), articles == null ? "" : articles));
  }

  private static Appraisal appraisal(AppraisalDetermined it, DecisionContext context) {
    return new Appraisal(
        role(it.lead(), it.leadAgency(), it.leadArticles(), context),
        it.consultees().stream()
            .map(
                one ->
                    new Consultee(
                        one.roles().stream().map(RoleNames::of).toList(),
                        AgencyAnswer.ofNullable(one.agency(), context.registry()),
                        new LegalBasis(context.pack().act(), one.articles()),
                        Worded.of(one.duty())))
            .toList());
  }

  private static Paper paper(Assessment.Paper it, RulePack pack) {
    return new Paper(
        it.requirement(),
        it.name(),
        new LegalBasis(pack.act(), it.articles()),
        it.kinds().stream().sorted().map(Worded::of).toList(),
        Worded.ofOwn(it.owed()),
        Worded.of(it.form()),
        it.mustBeValid(),
        it.translations().stream().sorted().map(Worded::of).toList(),
        new LegalBasis(pack.act(), it.translationArticles()),
        Worded.ofOwn(it.confidence()));
  }

  private static Limit limit(Assessment.Limit it) {
    return new Limit(
        it.id(),
        it.name(),
        Worded.ofOwn(it.owed()),
        Worded.ofOwn(it.start()),
        it.term(),
        it.fixed(),
        it.noLimitInLaw(),
        it.parameter(),
        it.basis(),
        Worded.ofOwn(it.recurrence()),
        Worded.ofNullable(it.debtor()),
        it.tell().stream().map(Worded::of).toList(),
        it.extension() == null ? 0 : it.extension().times());
  }
}
