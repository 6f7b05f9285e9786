package io.vientro.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command line of the one-process vientro: {@code start}, {@code users}, {@code log}, and
 * {@code rehearse}, by which the build prepares the JVM's cache of classes.
 */
public final class Vientro {
  private Vientro() {}

  // Heard before Spring Boot sets logging up: a store that opens has nothing to tell but trouble.
  static {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
      logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
      // Warns, at each opening, of every index that it does without.
      logging.getLogger("de.bwaldvogel").setLevel(Level.ERROR);
    }
  }

  /**
   * Ends the process with 0 (done), 2 (cannot be done, one line says why) or 1 (went wrong, or a
   * log is not as it was written).
   */
  public static void main(String[] arguments) {
    // What officials read is Vietnamese, whatever the machine's locale says.
    PrintStream out = utf8(System.out);
    PrintStream err = utf8(System.err);
    System.exit(run(List.of(arguments), out, err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    return run(arguments, System::getenv, out, err);
  }

  static int run(
      List<String> arguments,
      UnaryOperator<@Nullable String> environment,
      PrintStream out,
      PrintStream err) {
    String verb = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    try {
      return switch (verb) {
        case "start" -> Foreground.run(StartOptions.parse(rest), out, err);
        case "users" -> Users.run(rest, out, err);
        case "log" -> LogCommand.run(rest, environment, out);
        case "rehearse" -> Rehearsal.run(out);
        default -> throw new Refusal("start, users or log, not '" + verb + "'");
      };
    } catch (Refusal refusal) {
      err.println("vientro: " + refusal.getMessage());
      return 2;
    }
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
