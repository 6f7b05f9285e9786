package io.vientro.log;

import io.vientro.log.GroupCommitModel.Scenario;
import io.vientro.log.UnreliableStore.Faults;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever the store and the network do, what callers are told is what is in the log. Threads take
 * their own turns, so a seed brings back the faults and the appends of a failure, not each step.
 */
class GroupCommitProperties {
  @Provide
  Arbitrary<Scenario> calm() {
    return scenarios(Arbitraries.just(Faults.NONE), Arbitraries.just(30_000));
  }

  @Provide
  Arbitrary<Scenario> stormy() {
    Arbitrary<Integer> percent = Arbitraries.integers().between(0, 12);
    Arbitrary<Faults> faults =
        Combinators.combine(percent, percent, percent, percent, percent, percent).as(Faults::new);
    return scenarios(faults, Arbitraries.of(5, 50, 500, 30_000));
  }

  private static Arbitrary<Scenario> scenarios(
      Arbitrary<Faults> faults, Arbitrary<Integer> patienceMillis) {
    Arbitrary<Integer> upToFour = Arbitraries.integers().between(1, 4);
    return Combinators.combine(
            Arbitraries.longs(),
            upToFour,
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(1, 4, 50),
            patienceMillis,
            Arbitraries.of(1, 3, 128))
        .flatAs(
            (seed, writers, callers, appends, aggregates, patience, block) ->
                Combinators.combine(Arbitraries.of(2, 1_024), faults)
                    .as(
                        (queue, f) ->
                            new Scenario(
                                seed,
                                writers,
                                callers,
                                appends,
                                aggregates,
                                patience,
                                block,
                                queue,
                                f)));
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void onAStoreWithoutFaultsEachAnswerIsTrueAndOneCallerIsTheFirst(
      @ForAll("calm") Scenario scenario) throws Exception {
    new GroupCommitModel(scenario).run();
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void underLostAnswersLostAndLateInsertsAndRefusalsEachAnswerIsTrue(
      @ForAll("stormy") Scenario scenario) throws Exception {
    new GroupCommitModel(scenario).run();
  }
}
