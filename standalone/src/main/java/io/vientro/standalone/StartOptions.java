package io.vientro.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code start} was told.
 *
 * @param port where to answer on the loopback address; 0 takes a free one
 * @param data the folder of the store and the users file
 * @param samples whether to make a TRAINING log with samples or a LIVE one; null leaves it to the
 *     folder
 * @param verbose whether to say more, with stack traces
 */
record StartOptions(int port, Path data, @Nullable Samples samples, boolean verbose) {
  static final int DEFAULT_PORT = 8080;
  static final Path DEFAULT_DATA = Path.of("data");

  /** What {@code --samples} may be. */
  enum Samples {
    ALL,
    NONE
  }

  /**
   * @throws Refusal naming the first thing that is wrong
   */
  static StartOptions parse(List<String> arguments) {
    int port = DEFAULT_PORT;
    Path data = DEFAULT_DATA;
    Samples samples = null;
    boolean verbose = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = port(value(option, rest));
        case "--data" -> data = folder(value(option, rest));
        case "--samples" -> samples = samples(value(option, rest));
        case "--verbose" -> verbose = true;
        default -> throw new Refusal("start has no option '" + option + "'");
      }
    }
    return new StartOptions(port, data, samples, verbose);
  }

  static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new Refusal(option + " needs a value");
    }
    return rest.next();
  }

  static Path folder(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Told below, like an empty one.
    }
    throw new Refusal("'" + text + "' cannot be the name of a file or folder");
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw new Refusal("--port needs a number from 0 to 65535, not '" + text + "'");
  }

  private static Samples samples(String text) {
    return switch (text) {
      case "all" -> Samples.ALL;
      case "none" -> Samples.NONE;
      default -> throw new Refusal("--samples is all or none, not '" + text + "'");
    };
  }
}
