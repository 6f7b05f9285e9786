package io.vientro.trials.bench;

import io.vientro.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What the run found, for people and for programs.
 *
 * @param limits how many were open
 * @param moved how many of them the notice moved
 * @param quick whether the figures mean nothing
 */
record LimitsReport(Figures figures, int limits, int moved, int rounds, boolean quick) {
  /** Where the figures stand in the page. */
  static final String HEADING = "Due dates";

  static final String OURS = "after a notice, s";
  static final String LOOP = "after a notice, loop over days, s";

  /** The section of the page, without its heading. */
  List<String> markdown(Machine machine, String command) {
    List<String> lines = new ArrayList<>();
    if (quick) {
      lines.add("A run of `--quick`: these figures mean nothing.");
      lines.add("");
    }
    lines.add(
        "One due date on the civil-service notices of six years, by JMH, in microseconds, beside"
            + " the plain loop that walks from day to");
    lines.add(
        "day and looks each of them up in the notices. An explanation is every step of the count, a"
            + " line for each day.");
    lines.add("");
    lines.add("| Term | Derive, µs | Explain, µs | Loop over days, µs | Loop / derive |");
    lines.add("|---|---|---|---|---|");
    for (LimitSamples.Term term : LimitSamples.Term.values()) {
      lines.add(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  term.shown,
                  shown(value("derive", term)),
                  shown(value("explain", term)),
                  shown(value("loop", term)),
                  times(ratio(term))));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d open limits, these terms in turn, derived anew after a notice, which moves %,d of"
                + " them; the new index of the notices is",
            limits,
            moved));
    lines.add("part of the time. One thread, in turn in one run, the median of " + rounds + ".");
    lines.add("");
    lines.add("| | Seconds | Rounds |");
    lines.add("|---|---|---|");
    lines.add(row("derived", OURS));
    lines.add(row("loop over days", LOOP));
    lines.add("| loop / derived | %s | |".formatted(times(figures.ratio(LOOP, OURS))));
    lines.add("");
    lines.add("| Figure | Value |");
    lines.add("|---|---|");
    lines.add(machine.rows(command));
    lines.add("");
    lines.add("```json");
    lines.add(json(machine));
    lines.add("```");
    return lines;
  }

  private String row(String what, String name) {
    return "| %s | %s | %s |"
        .formatted(
            what,
            shown(figures.median(name)),
            String.join(
                ", ", figures.samples(name).stream().map(it -> shown(Optional.of(it))).toList()));
  }

  private Optional<Double> value(String what, LimitSamples.Term term) {
    return figures.median(LimitBenchmarks.name(what, term));
  }

  private Optional<Double> ratio(LimitSamples.Term term) {
    return figures.ratio(LimitBenchmarks.name("loop", term), LimitBenchmarks.name("derive", term));
  }

  private static String shown(Optional<Double> value) {
    return value.map(it -> String.format(Locale.ROOT, "%.3f", it)).orElse("-");
  }

  private static String times(Optional<Double> value) {
    return value.map(it -> String.format(Locale.ROOT, "%.1f", it)).orElse("-");
  }

  /** One object: microseconds of each term, then seconds after a notice; null if not measured. */
  String json(Machine machine) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    members.add("\"benchmark\":\"limits\"");
    for (LimitSamples.Term term : LimitSamples.Term.values()) {
      for (String what : List.of("derive", "explain", "loop")) {
        members.add(
            member((what + "_" + term.name()).toLowerCase(Locale.ROOT) + "_us", value(what, term)));
      }
    }
    members.add("\"limits\":" + limits);
    members.add("\"moved\":" + moved);
    members.add(member("after_notice_s", figures.median(OURS)));
    members.add(member("after_notice_loop_s", figures.median(LOOP)));
    members.add(member("after_notice_loop_vs_ours", figures.ratio(LOOP, OURS)));
    members.add(machine.json());
    return members.toString();
  }

  private static String member(String key, Optional<Double> value) {
    return "\""
        + key
        + "\":"
        + value.map(it -> String.format(Locale.ROOT, "%.4f", it)).orElse("null");
  }
}
