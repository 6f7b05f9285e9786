package io.vientro.trials.bench;

import io.vientro.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What the run found, for people and for programs.
 *
 * @param store what was measured on
 * @param aims whether the values are held against the aims
 * @param notes what a reader has to know about this run
 */
record Report(String store, boolean aims, Figures figures, List<String> notes) {

  /** The section of the page, without its heading. */
  List<String> markdown(Machine machine, String command) {
    List<String> lines = new ArrayList<>();
    lines.add("Store: " + store + ".");
    lines.add("");
    notes.forEach(note -> lines.add("- " + note));
    lines.add("");
    lines.add(aims ? "| Key | What | Value | Aim | Met |" : "| Key | What | Value |");
    lines.add(aims ? "|---|---|---|---|---|" : "|---|---|---|");
    Map<String, Optional<Double>> values = Results.of(figures);
    for (Aim aim : Aim.ALL) {
      lines.add(row(aim, values.get(aim.key())));
    }
    lines.add("");
    lines.add("| Measured | Median | Rounds |");
    lines.add("|---|---|---|");
    for (String name : figures.names()) {
      lines.add(
          "| %s | %s | %s |"
              .formatted(
                  name,
                  shown(figures.median(name)),
                  figures.samples(name).size() == 1
                      ? "once"
                      : String.join(
                          ", ",
                          figures.samples(name).stream()
                              .map(sample -> shown(Optional.of(sample)))
                              .toList())));
    }
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

  private String row(Aim aim, @org.jspecify.annotations.Nullable Optional<Double> value) {
    Optional<Double> known = value == null ? Optional.empty() : value;
    String row = "| `%s` | %s | %s |".formatted(aim.key(), aim.what(), shown(known));
    if (!aims) {
      return row;
    }
    String met = known.map(v -> aim.metBy(v) ? "yes" : "**no**").orElse("not measured");
    return row + " %s | %s |".formatted(aim.text(), aim.bound() == Aim.Bound.NONE ? "" : met);
  }

  private static String shown(Optional<Double> value) {
    return value.map(Report::number).orElse("-");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
  }

  /** One object: every key of the aims, null where it was not measured; then what stands behind. */
  String json(Machine machine) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    members.add("\"benchmark\":\"log\"");
    Results.of(figures)
        .forEach(
            (key, value) ->
                members.add("\"" + key + "\":" + value.map(Report::exact).orElse("null")));
    members.add("\"store\":\"" + store + "\"");
    members.add("\"replay_batch\":" + ReplayStage.BATCH);
    members.add(machine.json());
    StringJoiner measured = new StringJoiner(",", "{", "}");
    for (String name : figures.names()) {
      figures.median(name).ifPresent(median -> measured.add("\"" + name + "\":" + exact(median)));
    }
    members.add("\"measured\":" + measured);
    return members.toString();
  }

  private static String exact(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
  }
}
