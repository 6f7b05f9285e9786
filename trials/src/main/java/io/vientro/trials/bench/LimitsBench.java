package io.vientro.trials.bench;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.measure.Machine;
import io.vientro.measure.PerformancePage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a due date costs, and all open limits after a notice, beside the plain loop over days in the
 * same run. Run by {@code ./vientro bench limits}, which builds first; the first argument is the
 * repository.
 */
public final class LimitsBench {
  private static final double NANOS = 1e9;

  private LimitsBench() {}

  /**
   * What was asked for.
   *
   * @param root folder of the repository
   * @param command as it was typed
   */
  record Asked(Path root, boolean quick, boolean record, String command) {
    /**
     * Reads the command line: the root, then what was typed.
     *
     * @throws IllegalArgumentException if it asks for something that there is not
     */
    static Asked of(String[] arguments) {
      String[] typed = Arrays.copyOfRange(arguments, 1, arguments.length);
      Options options = new Options(typed, Set.of(), Set.of("quick", "record"));
      if (options.has("record") && options.has("quick")) {
        throw new IllegalArgumentException("only a whole run is recorded");
      }
      return new Asked(
          Path.of(arguments[0]),
          options.has("quick"),
          options.has("record"),
          String.join(" ", "./vientro bench limits", String.join(" ", typed)).strip());
    }

    int limits() {
      return quick ? 2_000 : 100_000;
    }

    int rounds() {
      return quick ? 1 : 5;
    }
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    Asked asked;
    try {
      asked = Asked.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("vientro: " + e.getMessage());
      System.exit(2);
      return;
    }
    Figures figures = new Figures();
    int moved = afterANotice(figures, asked.limits(), asked.rounds());
    LimitBenchmarks.run(figures, asked.quick());
    LimitsReport report =
        new LimitsReport(figures, asked.limits(), moved, asked.rounds(), asked.quick());
    Machine machine = Machine.now(asked.root());
    List<String> lines = report.markdown(machine, asked.command());
    // Without the fenced JSON: that is the last line here.
    lines.subList(0, lines.size() - 4).forEach(out::println);
    if (asked.record()) {
      PerformancePage.record(asked.root(), LimitsReport.HEADING, lines);
      out.println("written into docs/performance.md");
    }
    out.println(report.json(machine));
  }

  /**
   * Derives the due dates of all open limits anew after a notice, both ways in turn; the first
   * round warms up and does not count.
   *
   * @return how many limits the notice moved
   * @throws IllegalStateException if the two ways disagree
   */
  static int afterANotice(Figures figures, int limits, int rounds) {
    List<Count> open = LimitSamples.open(limits, 7);
    WorkingCalendar before = new WorkingCalendar(LimitSamples.NOTICES);
    List<DueDate> dates = open.stream().map(before::due).toList();
    var notices = new ArrayList<>(LimitSamples.NOTICES);
    notices.add(LimitSamples.LATER);
    int moved = 0;
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      WorkingCalendar calendar = new WorkingCalendar(notices);
      List<DueDate> ours = open.stream().map(calendar::due).toList();
      long middle = System.nanoTime();
      DayLoop loop = new DayLoop(notices);
      List<DueDate> looped = open.stream().map(loop::due).toList();
      long end = System.nanoTime();
      if (!ours.equals(looped)) {
        throw new IllegalStateException("the engine and the loop disagree on a due date");
      }
      if (round > 0) {
        figures.add(LimitsReport.OURS, (middle - start) / NANOS);
        figures.add(LimitsReport.LOOP, (end - middle) / NANOS);
      }
      moved = moved(dates, ours);
    }
    return moved;
  }

  private static int moved(List<DueDate> before, List<DueDate> after) {
    int moved = 0;
    for (int i = 0; i < before.size(); i++) {
      moved += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    return moved;
  }
}
