package io.vientro.trials.bench;

import io.vientro.embedded.EmbeddedStore;
import io.vientro.log.StoreCapabilities;
import io.vientro.measure.Cleaning;
import io.vientro.measure.Machine;
import io.vientro.measure.PerformancePage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log against the bare driver and against what a user would take instead, in turn in one run.
 * Run by {@code ./vientro bench log}, which builds first; the first argument is the repository.
 */
public final class LogBench {
  private static final String JDBC = "VIENTRO_TEST_JDBC_URL";

  private final Bed bed;
  private final Request request;
  private final Scale scale;
  private final Figures figures = new Figures();
  private final Progress progress = new Progress(System.err);
  private final List<String> remarks = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private LogBench(Bed bed, Request request) {
    this.bed = bed;
    this.request = request;
    this.scale = request.scale();
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = Machine.console();
    Writer.quiet();
    Request request;
    try {
      request = Request.of(arguments);
    } catch (IllegalArgumentException e) {
      refuse(e.getMessage());
      return;
    }
    if (request.cpu()) {
      CpuBenchmarks.run(out);
      return;
    }
    String uri = System.getenv(Writer.STORE);
    if (!request.embedded() && (uri == null || uri.isBlank())) {
      refuse("no durable store: set " + Writer.STORE + " to its connection string");
      return;
    }
    boolean complete;
    try (Cleaning cleaning = new Cleaning()) {
      if (request.embedded() || uri == null) {
        complete = onEmbedded(request, cleaning, out);
      } else {
        try (Bed bed = new Bed(uri, jdbcUrl(), cleaning)) {
          complete = on(bed, request, out);
        }
      }
    }
    System.exit(complete ? 0 : 1);
  }

  private static void refuse(@Nullable String reason) {
    System.err.println("vientro: " + reason);
    System.exit(2);
  }

  private static @Nullable String jdbcUrl() {
    String url = System.getenv(JDBC);
    return url == null || url.isBlank() ? null : url;
  }

  private static boolean onEmbedded(Request request, Cleaning cleaning, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("vientro-bench");
    cleaning.before(() -> delete(folder));
    EmbeddedStore store = EmbeddedStore.open(folder);
    cleaning.before(store::close);
    try (Bed bed = Bed.embedded(store.connectionString(), folder, cleaning)) {
      return on(bed, request, out);
    }
  }

  private static boolean on(Bed bed, Request request, PrintStream out) throws Exception {
    LogBench bench = new LogBench(bed, request);
    bench.measure();
    bench.report(out);
    return bench.failures.isEmpty();
  }

  private interface Stage {
    void run() throws Exception;
  }

  private void measure() throws Exception {
    String url = bed.jdbcUrl();
    var appends = new AppendStage(bed, scale, figures, progress);
    stage("append", "append", appends::run);
    var replay = new ReplayStage(bed, scale, figures, progress);
    if (asked("read") || asked("replay")) {
      replay.fill();
      stage("read", "read", replay::read);
      stage("replay", "replay", replay::ours);
      replay.drop();
    }
    stage("replay", "replay of axon-mongo", replay::axonMongo);
    if (url != null) {
      stage("replay", "replay of Axon JDBC", () -> replay.axonJdbc(url));
    }
    remarks.addAll(replay.notes());
    stage("tail", "tail", new TailStage(bed, scale, figures, progress)::run);
    stage("writers", "writers", new WritersStage(bed, scale, figures, progress)::run);
    stage("size", "size", new SizeStage(bed, scale, figures, progress)::run);
    stage("long", "long replay", new LongReplayStage(bed, scale, figures, progress)::run);
    progress.say("done");
  }

  private boolean asked(String stage) {
    return request.stages().contains(stage);
  }

  /**
   * What fails is told and leaves its keys without a value; the others are measured all the same.
   */
  private void stage(String name, String what, Stage stage) throws InterruptedException {
    if (!asked(name)) {
      return;
    }
    try {
      stage.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      String reason = e.getCause() == null ? e.toString() : e + ", because of " + e.getCause();
      failures.add(what + " could not be measured: " + reason);
      progress.say("%s FAILED: %s", what, reason);
    }
  }

  private void report(PrintStream out) throws IOException, InterruptedException {
    StoreCapabilities store = StoreCapabilities.of(bed.database());
    Report report =
        new Report(store.server() + " " + store.version(), !request.embedded(), figures, notes());
    Machine machine = Machine.now(request.root());
    List<String> lines = report.markdown(machine, request.command());
    // Without the fenced JSON: that is the last line here.
    lines.subList(0, lines.size() - 4).forEach(out::println);
    if (request.record() && failures.isEmpty()) {
      PerformancePage.record(request.root(), request.heading(), lines);
      out.println("written into docs/performance.md");
    }
    out.println(report.json(machine));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (request.quick()) {
      notes.add("A run of `--quick`: these figures mean nothing.");
    }
    notes.add(
        ("One event per commit, payload %d B, metadata %d B, one new aggregate for each append;"
                + " callers are virtual threads; %d s for each contestant in each of %d rounds.")
            .formatted(
                Texts.PAYLOAD_BYTES, Texts.METADATA_BYTES, scale.appendSeconds(), scale.rounds()));
    notes.add(
        ("Replay: %d events of %d aggregates; ours folds batches of %d. Each peer's own replay ran"
                + " once, over the first %d events, in Axon's tracking processor as it comes: one"
                + " event, one upsert, one token at a time. Its history has one event per second,"
                + " since axon-mongo's token holds all events of the last ten.")
            .formatted(
                scale.replayEvents(),
                scale.aggregates(),
                ReplayStage.BATCH,
                scale.slowReplayEvents()));
    notes.add(
        "Axon JDBC has its read model in a table beside the events, in the transaction of its"
            + " token; it is taken with the pool of connections that suits it better.");
    if (bed.jdbcUrl() == null) {
      notes.add("Nothing of Axon JDBC was measured" + (request.embedded() ? "." : jdbcMissing()));
    }
    figures
        .median(LongReplayStage.FIRST)
        .ifPresent(
            first -> notes.add(heap(first, figures.median(LongReplayStage.LAST).orElse(first))));
    notes.addAll(remarks);
    notes.addAll(failures);
    return notes;
  }

  private static String jdbcMissing() {
    return ": " + JDBC + " is not set.";
  }

  private String heap(double first, double last) {
    return "Long replay: %d events; heap after collection %.1f MB at the first of ten places and %.1f MB at the last: %s."
        .formatted(
            scale.longReplayEvents(),
            first,
            last,
            LongReplayStage.flat(first, last) ? "flat" : "NOT flat");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
