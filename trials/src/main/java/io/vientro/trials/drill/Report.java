package io.vientro.trials.drill;

import io.vientro.measure.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What a drill prints: a line for each fault, a table, the verdict, one JSON object. */
final class Report {
  private static final Set<Fault> OF_THE_STORE =
      EnumSet.of(
          Fault.KILL_GATEWAY,
          Fault.KILL_GATEWAYS,
          Fault.KILL_POSTGRES,
          Fault.KILL_ALL,
          Fault.CUT,
          Fault.LOSE_ANSWERS,
          Fault.STALL);

  /** What is aimed at for the stop of writing after the store's return. */
  static final Duration AIM = Duration.ofSeconds(2);

  private final PrintStream out;
  private final long start = System.nanoTime();
  private final Map<Fault, List<Recovery>> recoveries = new EnumMap<>(Fault.class);
  private final List<Duration> returns = new ArrayList<>();

  /** What the checker counted, for the last line; empty before it did. */
  private final Map<String, Long> found = new LinkedHashMap<>();

  private final Map<Fault, Integer> byKind = new EnumMap<>(Fault.class);
  private int faults;
  private int spoilt;

  Report(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String text) {
    out.println(text);
  }

  synchronized void beginning(DrillOptions options) {
    out.println(
        "Drill with seed %d, at least %d faults%s: two writers (their clocks 5 minutes apart), two readers"
            .formatted(
                options.seed(),
                options.faults(),
                options.minutes() == null ? "" : " in " + options.minutes() + " minutes"));
    out.println(machine());
    out.println(
        """

        Seconds beside each fault:
          lasted   from the strike until what was killed or cut was brought back
          stop     longest time without an acknowledged commit; * from the store's return on, as no writer could
                   reach it before
          writing  from the return until each writer that is not stopped had a commit acknowledged
          reading  from the return until both readers had projected that, durably
          !        the drill itself stood still for more than a second: the machine was busy elsewhere, so this fault
                   counts, and its figures do not
        """);
  }

  /** What it runs on, in a line. */
  static String machine() {
    try {
      Machine machine = Machine.now(Path.of(System.getProperty("vientro.root", ".")));
      return "%s; %s; %s; commit %s; begun %s"
          .formatted(
              machine.hardware(), machine.system(), machine.jvm(), machine.commit(), machine.at());
    } catch (IOException e) {
      return "unknown machine";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown machine";
    }
  }

  synchronized void fault(Fault fault, Strike strike, Duration lasted, Recovery recovery) {
    faults++;
    byKind.merge(fault, 1, Integer::sum);
    if (recovery.spoilt()) {
      spoilt++;
    } else {
      recoveries.computeIfAbsent(fault, kind -> new ArrayList<>()).add(recovery);
    }
    out.printf(
        Locale.ROOT,
        "%5d %s %-28s %-13s lasted %5s stop %5s writing %5s reading %5s%s%n",
        faults,
        clock(),
        fault.text(),
        strike.whom(),
        seconds(lasted),
        seconds(recovery.stop()) + (strike.storeAway() ? "*" : " "),
        seconds(recovery.writing()),
        seconds(recovery.reading()),
        recovery.spoilt() ? " !" : "");
  }

  synchronized void wentOn(String writer, Duration untilWrite) {
    returns.add(untilWrite);
    out.printf(
        Locale.ROOT,
        "      %s SIGCONT                      %-13s writing %5s%n",
        clock(),
        writer,
        seconds(untilWrite));
  }

  synchronized int faults() {
    return faults;
  }

  private String clock() {
    long millis = (System.nanoTime() - start) / 1_000_000;
    return String.format(
        Locale.ROOT, "%02d:%04.1f", millis / 60_000, Math.floor(millis % 60_000 / 100.0) / 10);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e9);
  }

  synchronized void table() {
    out.println();
    out.println(
        "Seconds by kind of fault, median and longest; without %d faults marked '!'"
            .formatted(spoilt));
    out.printf("%-28s %6s  %-13s %-13s %-13s%n", "", "faults", "stop", "writing", "reading");
    recoveries.forEach(
        (fault, all) ->
            out.printf(
                "%-28s %6d  %-13s %-13s %-13s%n",
                fault.text(),
                all.size(),
                medianAndLongest(all, Recovery::stop),
                medianAndLongest(all, Recovery::writing),
                medianAndLongest(all, Recovery::reading)));
    if (!returns.isEmpty()) {
      out.printf(
          "%-28s %6d  %-13s %-13s%n",
          "SIGCONT of that writer",
          returns.size(),
          "",
          medianAndLongest(returns, duration -> duration));
    }
    out.println(
        "aim: writing again within %s s once store and network are back; longest stop %s s: %s"
            .formatted(
                seconds(AIM),
                seconds(longestStop()),
                longestStop().compareTo(AIM) <= 0 ? "met" : "not met"));
  }

  /** After faults of store and network: a killed writer whose fellow is stopped has to start. */
  private Duration longestStop() {
    return recoveries.entrySet().stream()
        .filter(entry -> OF_THE_STORE.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .map(Recovery::stop)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static <T> String medianAndLongest(List<T> all, Function<T, Duration> what) {
    List<Duration> sorted = all.stream().map(what).sorted().toList();
    return seconds(sorted.get(sorted.size() / 2)) + " " + seconds(sorted.getLast());
  }

  synchronized void verdict(Verdict verdict) {
    for (Damage kind : Damage.values()) {
      found.put(kind.key(), verdict.damage().get(kind));
    }
    found.put("events", verdict.events());
    found.put("commits_acknowledged", verdict.acknowledged());
    found.put("deliveries", verdict.deliveries());
    out.println();
    out.printf(
        "log: %d events in %d commits; %d commits acknowledged (%d answers), %d conflicts,"
            + " %d times no answer%n",
        verdict.events(),
        verdict.commits(),
        verdict.acknowledged(),
        verdict.answers(),
        verdict.conflicts(),
        verdict.unanswered());
    for (Damage kind : Damage.values()) {
      out.printf("%-28s %6d%n", kind.key(), verdict.damage().get(kind));
    }
    verdict.examples().forEach(example -> out.println("  " + example));
  }

  /** The last line. */
  synchronized void json(long seed, boolean passed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("passed", passed);
    json.put("seed", seed);
    json.put("faults", faults);
    json.putAll(found);
    Map<String, Integer> counts = new LinkedHashMap<>();
    byKind.forEach((fault, count) -> counts.put(key(fault), count));
    Map<String, Double> stops = new LinkedHashMap<>();
    recoveries.forEach(
        (fault, all) ->
            stops.put(
                key(fault),
                all.stream().map(Recovery::stop).mapToLong(Duration::toMillis).max().orElse(0)
                    / 1e3));
    json.put("faults_by_kind", counts);
    json.put("faults_not_measured", spoilt);
    json.put("longest_stop_s", stops);
    out.println(JsonMapper.shared().writeValueAsString(json));
  }

  private static String key(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }
}
