package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Circumstances;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.ScopeEntry;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.Truth;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an act governs an aid (Art. 1, 2, 4, 5), as its pack says.
 *
 * @param entry id of the line that decides
 * @param outcome {@code QUESTION} as long as a person has not answered
 * @param articles article and clause, as text
 * @param otherAct the act that governs it instead, or null
 * @param question what a person has to say, or null
 * @param note why, as people read it
 */
public record Scope(
    String entry,
    ScopeOutcome outcome,
    String articles,
    @Nullable String otherAct,
    @Nullable OpenQuestion question,
    Bilingual note) {

  /**
   * Asks for the scope of an aid.
   *
   * @param answers what persons answered so far, by question
   * @param day today, on which a window after a disaster may have passed
   * @return empty if the pack says nothing of scope
   * @throws IllegalStateException if the pack has no outcome for the aid, which the pack's own
   *     check rules out
   */
  public static Optional<Scope> of(
      AidFacts aid, Map<String, String> answers, RulePack pack, LocalDate day) {
    if (pack.scope().isEmpty()) {
      return Optional.empty();
    }
    var now = Circumstances.NONE.on(day);
    for (var entry : pack.scope()) {
      var truth = entry.when().holds(aid, now);
      if (truth != Truth.FALSE) {
        return Optional.of(decided(entry, truth, answers));
      }
    }
    throw new IllegalStateException("no scope entry holds for the aid");
  }

  /** An entry of which it is not known whether it holds asks, as one does that is a question. */
  private static Scope decided(ScopeEntry entry, Truth truth, Map<String, String> answers) {
    var question = entry.question();
    if (question == null || truth == Truth.TRUE && entry.outcome() != ScopeOutcome.QUESTION) {
      return scope(entry, entry.outcome(), null);
    }
    var answer = answers.get(question.id());
    return answer == null
        ? scope(
            entry,
            ScopeOutcome.QUESTION,
            new OpenQuestion(
                question.id(), entry.articles(), question.proposes(), question.answers()))
        : scope(entry, ScopeOutcome.valueOf(answer), null);
  }

  private static Scope scope(
      ScopeEntry entry, ScopeOutcome outcome, @Nullable OpenQuestion question) {
    return new Scope(
        entry.id(),
        outcome,
        entry.articles(),
        outcome == ScopeOutcome.OTHER_ACT ? entry.otherAct() : null,
        question,
        entry.note());
  }

  /** As it goes on record. */
  AidClassified.OfScope recorded() {
    return new AidClassified.OfScope(outcome, articles, otherAct);
  }
}
