package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutationTest {
  private static final RulePack PACK =
      BuiltInPacks.load().version("nd80-2020", 3).orElseThrow().load().pack();

  @Test
  void no_change_of_an_entry_number_or_article_goes_unnoticed_by_the_golden_tables() {
    var detected = 0;
    var same = 0;
    var survivors = new ArrayList<String>();
    var mutants = Mutants.of(PACK);
    for (var mutant : mutants) {
      if (detected(mutant.pack())) {
        detected++;
      } else if (sayTheSame(PACK, mutant.pack())) {
        same++;
      } else {
        survivors.add(mutant.change());
      }
    }
    System.out.printf(
        "mutation of nd80-2020: %d changed packs, %d detected, %d decide every case as before, %d"
            + " not detected%n",
        mutants.size(), detected, same, survivors.size());
    assertThat(survivors).isEmpty();
    assertThat(detected).isGreaterThan(mutants.size() * 9 / 10);
  }

  /** The tables in the order of their cost; the first that notices is enough. */
  private static boolean detected(RulePack mutant) {
    return Stream.<Function<RulePack, List<String>>>of(
            Golden::numbers,
            Golden::papers,
            GoldenRoad::leads,
            GoldenRoad::exemptions,
            GoldenRoad::notices,
            GoldenRoad::decisionAndLimits,
            GoldenLife::limits,
            pack -> GoldenLife.life(pack, true),
            GoldenLife::management,
            GoldenLife::adjustment,
            GoldenLife::scope,
            GoldenRoad::consultees,
            GoldenRoad::content,
            GoldenRoad::takingPart,
            Golden::receivers,
            Golden::authority,
            Golden::checklist)
        .anyMatch(table -> !table.apply(mutant).isEmpty());
  }

  /** Whether two packs that differ in one entry decide every case alike. */
  private static boolean sayTheSame(RulePack a, RulePack b) {
    var was = Objects.requireNonNull(a.road());
    var is = Objects.requireNonNull(b.road());
    return first(
            a.authority(),
            b.authority(),
            e -> e.when(),
            e -> Arrays.asList(e.approver(), e.articles(), e.question()))
        && first(
            a.receivers(), b.receivers(), e -> e.when(), e -> List.of(e.receiver(), e.articles()))
        && papers(a, b)
        && first(
            was.leads(),
            is.leads(),
            e -> e.when(),
            e -> Arrays.asList(e.lead(), e.articles(), e.question(), e.confidence()))
        && all(
            was.consultees(),
            is.consultees(),
            e -> e.when(),
            e -> List.of(e.consultee(), e.articles(), e.confidence()))
        && first(
            was.exemptions(),
            is.exemptions(),
            e -> e.when(),
            e -> Arrays.asList(e.articles(), e.question(), e.confidence()))
        && all(
            was.decision().content(),
            is.decision().content(),
            e -> e.when(),
            e -> List.of(e.part(), e.articles(), e.confidence()))
        && notices(was, is, OutcomeKind.APPROVAL)
        && notices(was, is, OutcomeKind.REFUSAL)
        // All that has no condition.
        && was.decision().recordedFor().equals(is.decision().recordedFor())
        && was.decision().conclusionArticles().equals(is.decision().conclusionArticles())
        && Set.copyOf(a.limits()).equals(Set.copyOf(b.limits()))
        && a.sets().equals(b.sets())
        && a.translations().equals(b.translations())
        && a.dossierCode().equals(b.dossierCode())
        && a.supplements().equals(b.supplements())
        && a.parameters().equals(b.parameters())
        && scope(a, b)
        && life(Objects.requireNonNull(a.life()), Objects.requireNonNull(b.life()));
  }

  /** In order, but an entry of which it is not known whether it holds asks. */
  private static boolean scope(RulePack a, RulePack b) {
    return a.scope().equals(b.scope())
        || everyCaseAlike(
            conditions(a.scope(), b.scope(), e -> e.when()), c -> scope(a, c).equals(scope(b, c)));
  }

  private static List<?> scope(RulePack pack, Combinations.Case c) {
    for (var e : pack.scope()) {
      var truth = c.test(e.when());
      if (truth == Truth.TRUE && e.outcome() != ScopeOutcome.QUESTION) {
        return Arrays.asList(e.articles(), e.outcome(), e.otherAct(), e.confidence());
      }
      if (truth != Truth.FALSE) {
        return Arrays.asList(e.articles(), e.question(), e.otherAct(), e.confidence());
      }
    }
    return List.of();
  }

  private static boolean life(Life a, Life b) {
    return (a.adjustment().equals(b.adjustment())
            || everyCaseAlike(
                conditions(a.adjustment(), b.adjustment(), e -> e.when()),
                c -> adjusted(a, c).equals(adjusted(b, c))))
        && managed(a).equals(managed(b))
        && a.management().stream()
            .allMatch(
                was ->
                    b.management().stream()
                        .filter(is -> is.mode().equals(was.mode()))
                        .allMatch(
                            is ->
                                everyCaseAlike(
                                    List.of(was.when(), is.when()),
                                    c -> c.test(was.when()) == c.test(is.when()))))
        && a.warning().equals(b.warning())
        && a.revocationArticles().equals(b.revocationArticles())
        && a.revocationLimit().equals(b.revocationLimit())
        && a.earlyReceiptArticles().equals(b.earlyReceiptArticles())
        && a.closingArticles().equals(b.closingArticles());
  }

  /** Where somebody is known to have decided first, that one and the same are one. */
  private static List<?> adjusted(Life life, Combinations.Case c) {
    for (var e : life.adjustment()) {
      if (c.test(e.when()) == Truth.TRUE) {
        var same = AdjustmentEntry.SAME.equals(e.decides());
        return Arrays.asList(
            same ? String.join(" ", c.values(Field.FIRST_APPROVER)) : e.decides(),
            e.articles(),
            e.question(),
            e.confidence());
      }
    }
    return List.of();
  }

  /** Forms of management in whatever order, without their conditions. */
  private static Set<List<?>> managed(Life life) {
    return life.management().stream()
        .map(e -> List.<Object>of(e.mode(), e.articles(), e.confidence()))
        .collect(Collectors.toSet());
  }

  private static boolean notices(Road was, Road is, OutcomeKind outcome) {
    return all(
        was.notices().stream().filter(e -> e.outcome() == outcome).toList(),
        is.notices().stream().filter(e -> e.outcome() == outcome).toList(),
        e -> e.when(),
        e -> List.of(e.addressee(), e.articles(), e.confidence()));
  }

  private static boolean papers(RulePack a, RulePack b) {
    if (a.checklist().size() != b.checklist().size()) {
      return false;
    }
    for (var i = 0; i < a.checklist().size(); i++) {
      var was = a.checklist().get(i);
      var is = b.checklist().get(i);
      if (!was.when().equals(is.when())) {
        if (!everyCaseAlike(
            List.of(was.when(), is.when()), c -> c.test(was.when()) == c.test(is.when()))) {
          return false;
        }
      } else if (!was.equals(is)) {
        return false;
      }
    }
    return true;
  }

  /** Two tables in order, of which the first entry that holds decides. */
  private static <T> boolean first(
      List<T> a, List<T> b, Function<T, Condition> when, Function<T, List<?>> says) {
    return a.equals(b)
        || everyCaseAlike(
            conditions(a, b, when),
            c -> decided(a, c, when, says).equals(decided(b, c, when, says)));
  }

  /** There are millions of cases to compare: no words, no lists of what else holds. */
  private static <T> List<?> decided(
      List<T> table, Combinations.Case c, Function<T, Condition> when, Function<T, List<?>> says) {
    for (var entry : table) {
      if (c.test(when.apply(entry)) == Truth.TRUE) {
        return says.apply(entry);
      }
    }
    return List.of();
  }

  /** Two tables of which every entry that holds counts, in its place. */
  private static <T> boolean all(
      List<T> a, List<T> b, Function<T, Condition> when, Function<T, List<?>> says) {
    return a.equals(b)
        || everyCaseAlike(
            conditions(a, b, when),
            c -> counted(a, c, when, says).equals(counted(b, c, when, says)));
  }

  private static <T> List<List<?>> counted(
      List<T> table, Combinations.Case c, Function<T, Condition> when, Function<T, List<?>> says) {
    var said = new ArrayList<List<?>>();
    for (var entry : table) {
      if (c.test(when.apply(entry)) == Truth.TRUE) {
        said.add(says.apply(entry));
      }
    }
    return said;
  }

  private static <T> List<Condition> conditions(List<T> a, List<T> b, Function<T, Condition> when) {
    return Stream.of(a, b).flatMap(List::stream).map(when).toList();
  }

  private static boolean everyCaseAlike(
      List<Condition> conditions, Predicate<Combinations.Case> alike) {
    var different = new boolean[1];
    new Combinations(conditions, RulePackCheck.approvers(PACK))
        .forEach(c -> different[0] |= !different[0] && !alike.test(c));
    return !different[0];
  }
}
