package io.vientro.query.answer;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.PortalState;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case, as somebody who may read it sees it now. What depends on the day (gaps, due dates) is
 * of {@code today}.
 *
 * @param id id of the dossier
 * @param code dossier code, or null before the first acceptance
 * @param status where it stands
 * @param portalState where it stands as the national public-service portal counts it
 * @param facts of the aid; a personal value whose key was destroyed is absent and named in {@code
 *     erased}
 * @param documents everything handed in so far, in order
 * @param sets number of sets handed in
 * @param channel how it came in
 * @param filedWith agency it was handed to
 * @param inCharge agency that has it in its charge now: the one it was filed with, until it moved
 * @param applicant id of the applicant's organisation, or null if it has no account
 * @param submittedOn business date of submission
 * @param completeOn business date of complete and valid reception, as last accepted; or null
 * @param recordedAt when the submission was recorded, UTC
 * @param lastStepOn business date of the last step
 * @param lastRecordedAt when the last step was recorded, UTC
 * @param today the day on which this was read, Asia/Ho_Chi_Minh
 * @param rulePack the law that the dossier is bound to
 * @param classification who approves and receives; null before that was looked at
 * @param checklist every entry of the law's checklist and how it stands
 * @param gaps everything that is missing
 * @param supplementRequests how many there were
 * @param custody in whose hands it is, and who works on it
 * @param appraisal as far as it has come
 * @param outcome the decision and its notice
 * @param life the aid after its approval, and what came in before it
 * @param corrections facts as first recorded and as corrected, in order
 * @param awaited everything that it waits for now, and from whom; first what its status is about
 * @param timeLimits every segment of every limit, in order
 * @param actions for each command on a dossier, whether the reader may send it now
 * @param assumed paths of facts that were assumed rather than stated
 * @param erased paths of personal values whose keys were destroyed
 * @param sequence the dossier's sequence, as in the {@code ETag}
 * @param position position of the dossier's last event in this answer
 * @param readModelPosition how far the read model has read the log
 * @param logMode what the log is for
 */
public record DossierAnswer(
    String id,
    @Nullable String code,
    Worded status,
    PortalAnswer portalState,
    AidFacts facts,
    List<DossierDocument> documents,
    int sets,
    Worded channel,
    AgencyAnswer filedWith,
    AgencyAnswer inCharge,
    @Nullable String applicant,
    LocalDate submittedOn,
    @Nullable LocalDate completeOn,
    Instant recordedAt,
    @Nullable LocalDate lastStepOn,
    Instant lastRecordedAt,
    LocalDate today,
    RulePackAnswer rulePack,
    @Nullable ClassificationAnswer classification,
    List<ChecklistLine> checklist,
    List<GapAnswer> gaps,
    int supplementRequests,
    CustodyAnswer custody,
    AppraisalAnswer appraisal,
    OutcomeAnswer outcome,
    LifeAnswer life,
    List<LifeAnswer.Correction> corrections,
    List<AwaitedAnswer> awaited,
    List<TimeLimitAnswer> timeLimits,
    List<ActionAnswer> actions,
    List<String> assumed,
    List<String> erased,
    long sequence,
    long position,
    long readModelPosition,
    LogMode logMode) {

  /**
   * A state of the portal.
   *
   * @param number the portal's number, 1 to 10
   */
  public record PortalAnswer(int number, Worded state) {
    static PortalAnswer of(PortalState state) {
      return new PortalAnswer(state.code(), Worded.of(state));
    }
  }

  /**
   * The law that a dossier is bound to.
   *
   * @param act as officials quote it
   * @param warnings {@code RULE_PACK_OUT_OF_FORCE} if the act was not in force on the day of
   *     submission
   */
  public record RulePackAnswer(
      String id, int version, String sha256, String act, Bilingual title, List<String> warnings) {}

  /**
   * Who approves (Art. 7) and who receives (Art. 8.6).
   *
   * @param outcome {@code CLASSIFIED} or {@code NEEDS_HUMAN_DECISION}
   * @param scope whether the act governs it; null where the pack says nothing of that
   * @param approver role that approves; null while a question is open
   * @param questions open questions about the approver
   * @param answers what persons answered so far, about the approver and about the appraisal
   */
  public record ClassificationAnswer(
      String outcome,
      @Nullable ScopeAnswer scope,
      @Nullable String approver,
      @Nullable AgencyAnswer approverAgency,
      @Nullable String approverArticles,
      @Nullable String receiver,
      @Nullable AgencyAnswer receiverAgency,
      @Nullable String receiverArticle,
      List<QuestionAnswer> questions,
      List<DecidedQuestion> answers) {
    public static final String CLASSIFIED = "CLASSIFIED";
    public static final String NEEDS_HUMAN_DECISION = "NEEDS_HUMAN_DECISION";
  }

  /**
   * Whether the act governs an aid (Art. 1, 2, 4, 5).
   *
   * @param otherAct the act that governs it instead, or null
   */
  public record ScopeAnswer(Worded outcome, LegalBasis basis, @Nullable String otherAct) {}

  /**
   * A question that only a person can answer.
   *
   * @param text null if the pack no longer words it
   * @param proposes the answer that the pack leans to, or null
   * @param answers what may be answered
   */
  public record QuestionAnswer(
      String id,
      @Nullable Bilingual text,
      String articles,
      @Nullable String proposes,
      List<String> answers) {}

  /** What a person answered. */
  public record DecidedQuestion(String question, String answer) {}

  /**
   * One entry of the checklist.
   *
   * @param name what officials call the paper; null for the number of sets
   * @param why why it stands so
   * @param defects what is wrong with what was handed in; empty where nothing is
   * @param basis what asks for it, or says when it is owed
   */
  public record ChecklistLine(
      String requirement,
      @Nullable Bilingual name,
      Worded standing,
      Bilingual why,
      List<Worded> defects,
      LegalBasis basis) {}

  /**
   * Something that is missing.
   *
   * @param requirement id of the checklist entry, or null for a finding about the dossier as a
   *     whole
   * @param basis what asks for it, or null for a finding
   * @param text an officer's words, or null
   */
  public record GapAnswer(
      @Nullable String requirement,
      Worded defect,
      @Nullable LegalBasis basis,
      @Nullable String text) {}

  /**
   * Whether the reader may send a command now.
   *
   * @param command its name
   * @param name what officials call it
   * @param href where to post it
   * @param allowed whether any command of this name could be accepted now
   * @param refusal why not; null if allowed
   */
  public record ActionAnswer(
      String command, Worded name, String href, boolean allowed, @Nullable Refusal refusal) {}

  /** A rule's "no". */
  public record Refusal(String code, LegalBasis legalBasis, Bilingual text) {}
}
