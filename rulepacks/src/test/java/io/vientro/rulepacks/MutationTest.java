package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutationTest {
  private static final RulePack PACK =
      BuiltInPacks.load().version("nd80-2020", 1).orElseThrow().load().pack();

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
            Golden::receivers,
            Golden::authority,
            Golden::checklist)
        .anyMatch(table -> !table.apply(mutant).isEmpty());
  }

  /**
   * Whether two packs that differ in their authority table or in one paper's condition decide every
   * case alike.
   */
  private static boolean sayTheSame(RulePack a, RulePack b) {
    if (!a.authority().equals(b.authority())) {
      return everyCaseAlike(
          Stream.of(a, b).flatMap(p -> p.authority().stream()).map(e -> e.when()).toList(),
          c -> authority(a, c).equals(authority(b, c)));
    }
    if (a.checklist().size() != b.checklist().size()) {
      return false;
    }
    for (var i = 0; i < a.checklist().size(); i++) {
      var was = a.checklist().get(i).when();
      var is = b.checklist().get(i).when();
      if (!was.equals(is) && !everyCaseAlike(List.of(was, is), c -> c.test(was) == c.test(is))) {
        return false;
      }
    }
    return a.receivers().equals(b.receivers());
  }

  private static boolean everyCaseAlike(
      List<Condition> conditions, Predicate<Combinations.Case> alike) {
    var different = new boolean[1];
    new Combinations(conditions, RulePackCheck.approvers(PACK))
        .forEach(c -> different[0] |= !different[0] && !alike.test(c));
    return !different[0];
  }

  /** What a table decides, without the words for it: there are millions of cases to compare. */
  private static List<Object> authority(RulePack pack, Combinations.Case c) {
    for (var e : pack.authority()) {
      if (c.test(e.when()) == Truth.TRUE) {
        return Arrays.asList(e.approver(), e.articles(), e.question());
      }
    }
    return List.of();
  }
}
