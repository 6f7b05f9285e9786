package io.vientro.trials.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured, by name, once or in several rounds, in the order of the first mention. */
final class Figures {
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();

  void add(String name, double value) {
    samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  List<String> names() {
    return List.copyOf(samples.keySet());
  }

  List<Double> samples(String name) {
    return List.copyOf(samples.getOrDefault(name, List.of()));
  }

  /** The median of the rounds; empty if it was not measured. */
  Optional<Double> median(String name) {
    List<Double> sorted = samples(name).stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    double upper = sorted.get(sorted.size() / 2);
    double lower = sorted.get((sorted.size() - 1) / 2);
    return Optional.of((lower + upper) / 2);
  }

  /** One median against another; empty if one of them was not measured. */
  Optional<Double> ratio(String of, String against) {
    return median(of).flatMap(a -> median(against).filter(b -> b > 0).map(b -> a / b));
  }
}
