package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Circumstances;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who decides on an adjustment (Art. 16) off the pack. */
public final class AdjustmentDetermination {
  private AdjustmentDetermination() {}

  /**
   * Who decides on an adjustment.
   *
   * @param approver role that decides; null while a question is open, or where nobody needs to
   * @param approverAgency its agency at that date and place; null likewise, or if the registry
   *     knows none
   * @param articles article and clause, as text; null while a question is open
   * @param needsDecision whether anybody has to decide; true while that is open
   * @param questions open questions; empty if the text is clear
   */
  public record Determined(
      @Nullable String approver,
      @Nullable String approverAgency,
      @Nullable String articles,
      boolean needsDecision,
      List<OpenQuestion> questions) {
    public Determined {
      questions = List.copyOf(questions);
    }
  }

  /**
   * Determines who decides.
   *
   * @param adjusted the facts as they would stand
   * @param changesDecision whether anything changes that the decision states (Art. 11.1)
   * @param firstApprover role that approved the aid
   * @param answers what persons answered so far, by question; also of the authority table, where
   *     the adjusted facts raise a question of Art. 7
   * @param day on which agencies are looked up
   * @throws IllegalStateException if the pack says nothing of adjustments, or has no outcome for
   *     this one, which the pack's own check rules out
   */
  public static Determined of(
      AidFacts adjusted,
      boolean changesDecision,
      String firstApprover,
      Map<String, String> answers,
      RulePack pack,
      AgencyRegistry registry,
      LocalDate day) {
    var life = pack.life();
    if (life == null) {
      throw new IllegalStateException("the pack says nothing of adjustments");
    }
    var now = Classification.of(adjusted, answers, pack, registry, day);
    var circumstances =
        Circumstances.NONE.approver(now.approver()).adjusting(firstApprover, changesDecision);
    for (var entry : life.adjustment()) {
      switch (entry.when().holds(adjusted, circumstances)) {
        case FALSE -> {}
        case TRUE -> {
          return determined(entry, firstApprover, answers, adjusted, registry, day);
        }
        // Whom the adjusted facts would make the approver is open itself (Art. 7).
        case UNKNOWN -> {
          return new Determined(null, null, null, true, now.questions());
        }
      }
    }
    throw new IllegalStateException("no adjustment entry holds for the aid");
  }

  private static Determined determined(
      AdjustmentEntry entry,
      String firstApprover,
      Map<String, String> answers,
      AidFacts aid,
      AgencyRegistry registry,
      LocalDate day) {
    var question = entry.question();
    var said = question == null ? entry.decides() : answers.get(question.id());
    if (said == null) {
      return new Determined(
          null,
          null,
          null,
          true,
          question == null
              ? List.of()
              : List.of(
                  new OpenQuestion(
                      question.id(), entry.articles(), question.proposes(), question.answers())));
    }
    if (said.equals(AdjustmentEntry.NOBODY)) {
      return new Determined(null, null, entry.articles(), false, List.of());
    }
    var role = said.equals(AdjustmentEntry.SAME) ? firstApprover : said;
    return new Determined(
        role, registry.playing(role, aid, day).orElse(null), entry.articles(), true, List.of());
  }
}
