package io.vientro.core.dossier;

import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.value.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who approves (Art. 7) and who receives (Art. 8.6), or the question that the text leaves open.
 *
 * @param approver role that approves; null while a question is open
 * @param approverAgency its agency at that date and place; null if the registry knows none or a
 *     question is open
 * @param approverArticles article and clause, as text
 * @param receiver role that receives the dossier; null while a question is open
 * @param receiverAgency its agency, or null likewise
 * @param receiverArticle article and clause
 * @param questions open questions; empty if the text is clear
 * @param scope whether the act governs the aid; null where the pack says nothing of it. Where the
 *     act does not govern it, there is neither approver nor receiver nor a question
 */
public record AidClassified(
    @Nullable String approver,
    @Nullable String approverAgency,
    @Nullable String approverArticles,
    @Nullable String receiver,
    @Nullable String receiverAgency,
    @Nullable String receiverArticle,
    List<OpenQuestion> questions,
    @Nullable OfScope scope)
    implements DossierEvent {
  public AidClassified {
    questions = Copies.list(questions);
  }

  /** Under a pack that says nothing of scope. */
  public AidClassified(
      @Nullable String approver,
      @Nullable String approverAgency,
      @Nullable String approverArticles,
      @Nullable String receiver,
      @Nullable String receiverAgency,
      @Nullable String receiverArticle,
      List<OpenQuestion> questions) {
    this(
        approver,
        approverAgency,
        approverArticles,
        receiver,
        receiverAgency,
        receiverArticle,
        questions,
        null);
  }

  /** Whether the act is known not to govern the aid, or to prohibit it. */
  public boolean outOfScope() {
    return scope != null
        && scope.outcome() != ScopeOutcome.IN
        && scope.outcome() != ScopeOutcome.QUESTION;
  }

  /**
   * Whether the act governs the aid (Art. 1, 2, 4, 5).
   *
   * @param outcome {@code QUESTION} as long as the question is open
   * @param articles article and clause, as text
   * @param otherAct the act that governs it instead, or null
   */
  public record OfScope(ScopeOutcome outcome, String articles, @Nullable String otherAct) {}

  /**
   * A question that only a person can answer ({@code NEEDS_HUMAN_DECISION}).
   *
   * @param id stable within the pack
   * @param articles articles that leave it open
   * @param proposes the answer that the pack leans to, or null
   * @param answers what may be answered
   */
  public record OpenQuestion(
      String id, String articles, @Nullable String proposes, List<String> answers) {
    public OpenQuestion {
      answers = Copies.list(answers);
    }
  }
}
