package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.Truth;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads whether the act governs an aid (Art. 1, 2, 4, 5), who approves it (Art. 7) and who receives
 * its dossier (Art. 8.6) off the pack.
 */
public final class Classification {
  private Classification() {}

  /** As {@link #of(AidFacts, Map, RulePack, AgencyRegistry, LocalDate, LocalDate)}, on one day. */
  public static AidClassified of(
      AidFacts aid,
      Map<String, String> answers,
      RulePack pack,
      AgencyRegistry registry,
      LocalDate day) {
    return of(aid, answers, pack, registry, day, day);
  }

  /**
   * Classifies an aid.
   *
   * @param answers what persons answered so far, by question
   * @param day on which agencies are looked up
   * @param today on which a window after a disaster may have passed
   * @throws IllegalStateException if the pack has no outcome for the aid, which the pack's own
   *     check rules out
   */
  public static AidClassified of(
      AidFacts aid,
      Map<String, String> answers,
      RulePack pack,
      AgencyRegistry registry,
      LocalDate day,
      LocalDate today) {
    var authority = authority(aid, answers, pack, registry, day);
    var scope = Scope.of(aid, answers, pack, today).orElse(null);
    if (scope == null) {
      return authority;
    }
    var asked = scope.question();
    var scoped =
        new AidClassified(
            authority.approver(),
            authority.approverAgency(),
            authority.approverArticles(),
            authority.receiver(),
            authority.receiverAgency(),
            authority.receiverArticle(),
            asked == null
                ? authority.questions()
                : Copies.append(List.of(asked), authority.questions()),
            scope.recorded());
    return scoped.outOfScope()
        ? new AidClassified(null, null, null, null, null, null, List.of(), scope.recorded())
        : scoped;
  }

  private static AidClassified authority(
      AidFacts aid,
      Map<String, String> answers,
      RulePack pack,
      AgencyRegistry registry,
      LocalDate day) {
    var entry =
        pack.authority().stream()
            .filter(e -> e.when().test(aid, null) == Truth.TRUE)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no authority entry holds for the aid"));
    var question = entry.question();
    if (question == null) {
      return classified(entry, entry.approver(), aid, pack, registry, day);
    }
    var answer = answers.get(question.id());
    if (answer != null) {
      return classified(entry, answer, aid, pack, registry, day);
    }
    return new AidClassified(
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(
            new OpenQuestion(
                question.id(), entry.articles(), question.proposes(), question.answers())));
  }

  private static AidClassified classified(
      AuthorityEntry entry,
      @Nullable String approver,
      AidFacts aid,
      RulePack pack,
      AgencyRegistry registry,
      LocalDate day) {
    var receiver =
        pack.receivers().stream()
            .filter(r -> r.when().test(aid, approver) == Truth.TRUE)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no receiver entry holds for the aid"));
    return new AidClassified(
        approver,
        approver == null ? null : registry.playing(approver, aid, day).orElse(null),
        entry.articles(),
        receiver.receiver(),
        registry.playing(receiver.receiver(), aid, day).orElse(null),
        receiver.articles(),
        List.of());
  }
}
