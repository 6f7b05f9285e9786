package io.vientro.trials.drill;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the drill of limits prints: the verdict, and one JSON object. */
final class LimitsReport {
  private final PrintStream out;
  private final long start = System.nanoTime();
  private final Map<String, Object> found = new LinkedHashMap<>();

  LimitsReport(PrintStream out) {
    this.out = out;
  }

  void say(String text) {
    out.printf(Locale.ROOT, "%5.1f s  %s%n", (System.nanoTime() - start) / 1e9, text);
  }

  void beginning(DrillOptions options, int limits) {
    out.println(
        "Drill of %d limits with seed %d: two processes of the command side, killed at random"
            .formatted(limits, options.seed()));
    out.println(Report.machine());
  }

  void verdict(
      LimitsVerdict verdict,
      int limits,
      int kills,
      int stops,
      Duration caughtUp,
      PassingTime time) {
    line("kill -9 of a process", "kills", kills);
    line("SIGSTOP of a process for 15 s", "stops", stops);
    line("limits that fell due", "limits", verdict.limits());
    line("expiries in the log", "expired", verdict.expired());
    line("  raised twice", "twice", verdict.twice());
    line("  forgotten", "forgotten", verdict.forgotten() + limits - verdict.limits());
    line("  early", "early", verdict.early());
    line("  with a wrong due date", "wrong", verdict.wrong());
    line("warnings in the log", "warned", verdict.warned());
    line("  raised twice", "warned_twice", verdict.warnedTwice());
    List<Duration> lags = verdict.lags();
    if (!lags.isEmpty()) {
      seconds("from the end of the day to the log, median", "lag_median_s", real(time, lags, 50));
      seconds("  99 of 100 within", "lag_p99_s", real(time, lags, 99));
      seconds("  longest", "lag_longest_s", real(time, lags, 100));
    }
    seconds("after the last kill all was raised within", "caught_up_s", caughtUp);
    verdict.examples().forEach(example -> out.println("  " + example));
  }

  private static Duration real(PassingTime time, List<Duration> lags, int percent) {
    return time.real(lags.get(Math.min(lags.size() - 1, lags.size() * percent / 100)));
  }

  private void line(String text, String key, int count) {
    out.printf(Locale.ROOT, "%-46s %7d%n", text, count);
    found.put(key, count);
  }

  private void seconds(String text, String key, Duration duration) {
    double seconds = duration.toMillis() / 1e3;
    out.printf(Locale.ROOT, "%-46s %7.2f s%n", text, seconds);
    found.put(key, seconds);
  }

  /** The last line. */
  void json(long seed, boolean passed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("passed", passed);
    json.put("seed", seed);
    json.putAll(found);
    out.println(JsonMapper.shared().writeValueAsString(json));
  }
}
