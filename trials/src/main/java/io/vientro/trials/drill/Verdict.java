package io.vientro.trials.drill;

import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param damage how often, for every kind
 * @param examples the first few in words
 * @param events in the log
 * @param commits in the log
 * @param acknowledged commits that at least one sender was told about
 * @param answers acknowledgements, those of repeated sendings included
 * @param conflicts appends that lost
 * @param unanswered appends that the store did not answer, each tried again
 * @param deliveries of single events to readers, those again after a death included
 */
record Verdict(
    Map<Damage, Long> damage,
    List<String> examples,
    long events,
    long commits,
    long acknowledged,
    long answers,
    long conflicts,
    long unanswered,
    long deliveries) {
  Verdict {
    damage = Map.copyOf(damage);
    examples = List.copyOf(examples);
  }

  boolean clean() {
    return damage.values().stream().allMatch(count -> count == 0);
  }
}
