package io.vientro.trials.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param root folder of the repository
 * @param stages that are measured
 * @param command as it was typed
 */
record Request(
    Path root,
    boolean quick,
    boolean record,
    boolean embedded,
    boolean cpu,
    Set<String> stages,
    String command) {

  static final List<String> STAGES =
      List.of("append", "read", "replay", "tail", "writers", "size", "long");

  /**
   * Reads the command line.
   *
   * @param arguments the root, then what was typed
   * @throws IllegalArgumentException if it asks for something that there is not
   */
  static Request of(String[] arguments) {
    String[] typed = Arrays.copyOfRange(arguments, 1, arguments.length);
    Options options =
        new Options(typed, Set.of("only"), Set.of("quick", "record", "embedded", "cpu"));
    Set<String> stages = Set.of(options.text("only", String.join(",", STAGES)).split(","));
    if (!STAGES.containsAll(stages)) {
      throw new IllegalArgumentException("--only takes some of " + String.join(",", STAGES));
    }
    if (options.has("record")
        && (options.has("quick") || options.has("only") || options.has("cpu"))) {
      throw new IllegalArgumentException("only a whole run is recorded");
    }
    return new Request(
        Path.of(arguments[0]),
        options.has("quick"),
        options.has("record"),
        options.has("embedded"),
        options.has("cpu"),
        stages,
        String.join(" ", "./vientro bench log", String.join(" ", typed)).strip());
  }

  Scale scale() {
    Scale scale = quick ? Scale.quick() : Scale.full();
    return embedded ? scale.forEmbedded() : scale;
  }

  /** Where the figures stand in the page. */
  String heading() {
    return embedded ? "The log on the embedded store" : "The log";
  }
}
