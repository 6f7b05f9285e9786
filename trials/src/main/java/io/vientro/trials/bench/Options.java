package io.vientro.trials.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code --name value} and {@code --flag}, as the mains here take them. */
final class Options {
  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if something in it is not known
   */
  Options(String[] arguments, Set<String> names, Set<String> flags) {
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (flags.contains(name)) {
        values.put(name, "true");
      } else if (names.contains(name) && i + 1 < arguments.length) {
        values.put(name, arguments[++i]);
      } else {
        throw new IllegalArgumentException(
            "no option '" + arguments[i] + "': --" + String.join(", --", names) + flags(flags));
      }
    }
  }

  private static String flags(Set<String> flags) {
    return flags.isEmpty() ? "" : "; flags --" + String.join(", --", flags);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
