package io.vientro.trials.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a drill goes on, and where its faults come from.
 *
 * @param minutes after which it ends; null if it ends at the number of faults
 * @param faults how many have to have happened at least
 * @param log where to write what is printed, too; null for nowhere
 * @param limits how many limits fall due while processes are killed; null for a drill of the log
 */
record DrillOptions(
    @Nullable Integer minutes,
    int faults,
    long seed,
    @Nullable Path log,
    @Nullable Integer limits) {
  private static final int DEFAULT_MINUTES = 5;
  private static final int FAULTS_PER_MINUTE = 8;

  /**
   * Reads the options of the command.
   *
   * @throws IllegalArgumentException with a text for the user
   */
  static DrillOptions parse(String... arguments) {
    Integer minutes = null;
    Integer faults = null;
    Long seed = null;
    Path log = null;
    Integer limits = null;
    List<String> rest = new ArrayList<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.removeFirst();
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(
            "drill has no option '%s' without a value".formatted(option));
      }
      String value = rest.removeFirst();
      switch (option) {
        case "--minutes" -> minutes = atLeastOne(option, value);
        case "--faults" -> faults = atLeastOne(option, value);
        case "--seed" -> seed = number(option, value);
        case "--log" -> log = Path.of(value);
        case "--limits" -> limits = atLeastOne(option, value);
        default -> throw new IllegalArgumentException("drill has no option '" + option + "'");
      }
    }
    if (limits != null && (minutes != null || faults != null)) {
      throw new IllegalArgumentException("--limits goes with neither --minutes nor --faults");
    }
    if (minutes == null && faults == null) {
      minutes = DEFAULT_MINUTES;
    }
    if (faults == null) {
      faults = (minutes == null ? DEFAULT_MINUTES : minutes) * FAULTS_PER_MINUTE;
    }
    return new DrillOptions(
        minutes,
        faults,
        seed == null ? RandomGenerator.getDefault().nextInt(1_000_000) : seed,
        log,
        limits);
  }

  private static int atLeastOne(String option, String value) {
    long number = number(option, value);
    if (number < 1 || number > 1_000_000) {
      throw new IllegalArgumentException(option + " needs a number from 1 to 1000000");
    }
    return (int) number;
  }

  private static long number(String option, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s needs a number, not '%s'".formatted(option, value), e);
    }
  }
}
