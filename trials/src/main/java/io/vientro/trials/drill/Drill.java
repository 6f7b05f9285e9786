package io.vientro.trials.drill;

import com.mongodb.MongoException;
import io.vientro.log.EventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./vientro drill}: faults at random on a durable store under load, and after each the wait
 * until everything is back; at the end the look at what was kept.
 */
public final class Drill {
  static final String CONTROL = "VIENTRO_STORE_CONTROL";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST_PAUSE_MILLIS = 800;

  /** A drill in which next to nothing was written would show next to nothing. */
  private static final int COMMITS_PER_FAULT = 10;

  private final DrillOptions options;
  private final Report report;
  private final Timeline timeline = new Timeline();
  private final Heartbeat heartbeat = new Heartbeat();
  private final Random random;

  /** The rest of the present round of faults. */
  private final List<Fault> round = new ArrayList<>();

  private Drill(DrillOptions options, Report report) {
    this.options = options;
    this.report = report;
    this.random = new Random(options.seed());
  }

  /** Exit codes: 0 passed; 1 not; 2 asked for something that cannot be done. */
  public static void main(String[] arguments) throws IOException {
    String control = System.getenv(CONTROL);
    if (control == null || control.isBlank()) {
      System.err.println(
          "vientro: " + CONTROL + " is not set: it names the store's control script");
      System.exit(2);
    }
    DrillOptions options;
    try {
      options = DrillOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("vientro: " + e.getMessage());
      System.exit(2);
      return;
    }
    System.exit(run(options, control, System.out) ? 0 : 1);
  }

  /**
   * Runs a drill on a store of its own.
   *
   * @param control the store's control script
   * @return whether it passed
   */
  static boolean run(DrillOptions options, String control, PrintStream standardOut)
      throws IOException {
    Path log = options.log();
    try (OutputStream copy =
            log == null ? OutputStream.nullOutputStream() : Files.newOutputStream(log);
        PrintStream out =
            new PrintStream(new Both(standardOut, copy), true, StandardCharsets.UTF_8)) {
      Integer limits = options.limits();
      return limits == null
          ? new Drill(options, new Report(out)).run(control)
          : runLimits(options, limits, new LimitsReport(out), control);
    }
  }

  private static boolean runLimits(
      DrillOptions options, int limits, LimitsReport report, String control) throws IOException {
    Path folder = Files.createTempDirectory("vientro-drill-");
    LimitsDrill drill = new LimitsDrill(options, limits, report, control, folder);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(drill::close));
    boolean passed = false;
    try {
      passed = drill.run();
    } finally {
      drill.close();
      tidy(folder, passed);
    }
    return passed;
  }

  private static void tidy(Path folder, boolean passed) throws IOException {
    if (passed) {
      delete(folder);
    } else {
      System.err.println("vientro: journals and errors of the processes are kept in " + folder);
    }
  }

  private boolean run(String control) throws IOException {
    Path folder = Files.createTempDirectory("vientro-drill-");
    boolean passed = false;
    StoreInstance store = new StoreInstance(control, folder.resolve("store.log"));
    Scene scene = new Scene(store, folder, options.seed(), timeline, PATIENCE, report::wentOn);
    // Also after Ctrl-C nothing is left behind.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(scene::close));
    try {
      passed = run(scene, folder);
    } finally {
      scene.close();
      tidy(folder, passed);
    }
    return passed;
  }

  /** Whatever happens, there is a table, and a JSON object at the end. */
  private boolean run(Scene scene, Path folder) {
    report.beginning(options);
    boolean recovered = attempt(() -> strikes(scene));
    report.table();
    boolean examined = attempt(() -> examine(scene, folder));
    boolean passed = recovered && examined;
    report.json(options.seed(), passed);
    return passed;
  }

  /** Whether it came to its end. */
  private boolean attempt(Runnable part) {
    try {
      part.run();
      return true;
    } catch (DrillFailedException
        | LogUnavailableException
        | LogCorruptedException
        | MongoException e) {
      report.say("FAILED: " + e.getMessage());
      return false;
    }
  }

  /** One fault after the other. */
  private void strikes(Scene scene) {
    scene.start();
    recover(scene, System.nanoTime(), null);
    long start = System.nanoTime();
    // A writer that is stopped goes on under faults, too.
    while (!isOver(start) || scene.activeWriters().size() < scene.writers().size()) {
      strike(scene, draw(scene));
      Scene.pause(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
    }
    scene.awaitReturn();
    recover(scene, System.nanoTime(), null);
  }

  private boolean isOver(long start) {
    Integer minutes = options.minutes();
    return minutes == null
        ? report.faults() >= options.faults()
        : System.nanoTime() - start > Duration.ofMinutes(minutes).toNanos();
  }

  private void examine(Scene scene, Path folder) {
    Verdict verdict;
    try (DrillStore store =
            DrillStore.connect(StoreInstance.uri(scene.store().gateways().getFirst()));
        EventLog log = store.log()) {
      end(scene, log);
      verdict = Evidence.examine(store, log, scene, folder);
    }
    report.verdict(verdict);
    if (!verdict.clean()) {
      throw new DrillFailedException("the log did not keep its word");
    }
    if (report.faults() < options.faults()
        || verdict.acknowledged() < (long) COMMITS_PER_FAULT * report.faults()) {
      throw new DrillFailedException("too few faults or too few commits to show anything");
    }
  }

  /** Rounds in which each kind comes as often as its weight, so that none is left to chance. */
  private Fault draw(Scene scene) {
    if (round.isEmpty()) {
      for (Fault fault : Fault.values()) {
        round.addAll(Collections.nCopies(fault.weight(), fault));
      }
      Collections.shuffle(round, random);
    }
    for (int i = 0; i < round.size(); i++) {
      if (round.get(i).possible(scene)) {
        return round.remove(i);
      }
    }
    // Only what cannot be done just now is left of this round.
    round.clear();
    return draw(scene);
  }

  private void strike(Scene scene, Fault fault) {
    timeline.openWindow();
    heartbeat.missed();
    long struck = System.nanoTime();
    Strike strike = fault.strike(scene, random);
    long back = System.nanoTime();
    Recovery recovery = recover(scene, strike.storeAway() ? back : struck, back);
    report.fault(fault, strike, Duration.ofNanos(back - struck), recovery);
  }

  /**
   * Waits until each active writer was acknowledged and both readers have projected that.
   *
   * @param from where the measurement of the stop begins; before the fault it goes back to the last
   *     acknowledgement
   * @param fault's end; null if there was none
   */
  private Recovery recover(Scene scene, long from, @Nullable Long end) {
    long back = end == null ? from : end;
    long position = timeline.awaitWrites(scene::writing, back, PATIENCE);
    long writing = System.nanoTime();
    Duration stop = timeline.longestStop(from == back ? back : timeline.lastBefore(from), writing);
    timeline.awaitDeliveries(scene::reading, position, PATIENCE);
    return new Recovery(
        stop,
        Duration.ofNanos(writing - back),
        Duration.ofNanos(System.nanoTime() - back),
        heartbeat.missed());
  }

  /** Lets writers finish and readers catch up, then ends them all. */
  private void end(Scene scene, EventLog log) {
    scene.awaitReturn();
    scene.writers().forEach(Member::end);
    long last = log.nextPosition() - 1;
    timeline.awaitDeliveries(scene::reading, last, PATIENCE);
    scene.readers().forEach(Member::end);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes to two places. */
  private static final class Both extends OutputStream {
    private final OutputStream one;
    private final OutputStream other;

    Both(OutputStream one, OutputStream other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public void write(int b) throws IOException {
      one.write(b);
      other.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      one.write(bytes, offset, length);
      other.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      one.flush();
      other.flush();
    }
  }
}
