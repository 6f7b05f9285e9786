package io.vientro.trials.drill;

import java.util.ArrayList;
import java.util.List;

/**
 * What the drill tells a writer or reader at its start.
 *
 * @param uri of the store, as this process is to reach it
 * @param folder where journals lie
 * @param clockOffsetSeconds how far the process's clock is off
 */
record ChildOptions(String uri, String folder, Life life, long seed, long clockOffsetSeconds) {

  List<String> toArguments() {
    return List.of(
        uri,
        folder,
        life.name(),
        Integer.toString(life.number()),
        Long.toString(seed),
        Long.toString(clockOffsetSeconds));
  }

  static ChildOptions parse(String[] arguments) {
    List<String> rest = new ArrayList<>(List.of(arguments));
    return new ChildOptions(
        rest.removeFirst(),
        rest.removeFirst(),
        new Life(rest.removeFirst(), Integer.parseInt(rest.removeFirst())),
        Long.parseLong(rest.removeFirst()),
        Long.parseLong(rest.removeFirst()));
  }
}
