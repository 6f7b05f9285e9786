package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.DecisionPart;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on an adjustment (Art. 16), or the question that the text leaves open.
 *
 * @param approver role that decides; null while a question is open
 * @param agency its agency, or null if the registry knows none
 * @param articles article and clause; null while a question is open
 */
record AdjustmentAuthority(
    @Nullable String approver,
    @Nullable String agency,
    @Nullable String articles,
    List<OpenQuestion> questions) {

  /** Who decides on a request; what was answered for an adjustment before does not count. */
  static AdjustmentAuthority of(DossierState s, RequestAdjustment c, DecisionContext context) {
    var answers = new HashMap<>(s.answers());
    questions(context.pack()).forEach(answers::remove);
    return of(s, c.aid(), c.parts(), answers, c.requestedOn(), context);
  }

  /** Who decides on the adjustment that is asked for, by the answers given since. */
  static AdjustmentAuthority of(
      DossierState s, AdjustmentRequested request, DecisionContext context) {
    return of(s, request.aid(), request.parts(), s.answers(), request.requestedOn(), context);
  }

  private static AdjustmentAuthority of(
      DossierState s,
      @Nullable AidFacts adjusted,
      Set<DecisionPart> parts,
      Map<String, String> answers,
      LocalDate day,
      DecisionContext context) {
    var aid = adjusted == null ? s.facts() : adjusted;
    var decided = Objects.requireNonNull(Decider.ofDecision(s), "nothing is approved");
    var determined =
        AdjustmentDetermination.of(
            aid,
            !parts.isEmpty() || Facts.statedDiffers(s.facts(), aid),
            decided.role(),
            answers,
            context.pack(),
            context.registry(),
            day);
    if (context.pack().inForceOn(day)) {
      return new AdjustmentAuthority(
          determined.needsDecision() ? determined.approver() : AdjustmentEntry.NOBODY,
          determined.approverAgency(),
          determined.articles(),
          determined.questions());
    }
    var answer = answers.get(AdjustmentRequested.AFTER_REPEAL);
    var articles = articles(context.pack());
    return answer == null
        ? new AdjustmentAuthority(
            null,
            null,
            null,
            List.of(
                new OpenQuestion(
                    AdjustmentRequested.AFTER_REPEAL,
                    articles,
                    determined.approver(),
                    roles(context.pack(), decided.role()))))
        : new AdjustmentAuthority(
            answer, context.registry().playing(answer, aid, day).orElse(null), articles, List.of());
  }

  private static Stream<AdjustmentEntry> entries(RulePack pack) {
    return Objects.requireNonNull(pack.life(), "a gate asks").adjustment().stream();
  }

  private static String articles(RulePack pack) {
    return entries(pack).findFirst().map(AdjustmentEntry::articles).orElse("");
  }

  private static Stream<String> questions(RulePack pack) {
    return Stream.concat(
        Stream.of(AdjustmentRequested.AFTER_REPEAL),
        entries(pack).flatMap(e -> Stream.ofNullable(e.question())).map(RulePack.Question::id));
  }

  /** Roles that the pack knows as approvers, the one who decided first. */
  private static List<String> roles(RulePack pack, String decided) {
    var roles = new LinkedHashSet<String>();
    roles.add(decided);
    pack.authority()
        .forEach(
            e -> {
              if (e.approver() != null) {
                roles.add(e.approver());
              }
            });
    return List.copyOf(roles);
  }
}
