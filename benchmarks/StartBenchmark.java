import io.vientro.measure.Machine;
import io.vientro.measure.PerformancePage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Time from the command to "vientro is ready", as a user waits for it: through the script, with the
 * JVM's start. Run by {@code ./vientro bench start}, which builds first. One start in an empty
 * folder (it loads the samples), then five in the folder that it left.
 */
public final class StartBenchmark {
  private static final int RUNS = 5;
  private static final String READY = "vientro is ready: http://127.0.0.1:";
  private static final String HEADING = "Time to ready";

  private StartBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = Machine.console();
    Path root = Path.of(arguments[0]);
    boolean record = List.of(arguments).contains("--record");
    Path data = Files.createTempDirectory("vientro-bench");
    try {
      long first = start(root, data);
      out.println("first start, loading the samples: " + first + " ms");
      long[] times = new long[RUNS];
      for (int i = 0; i < RUNS; i++) {
        times[i] = start(root, data);
        out.println("start " + (i + 1) + " of " + RUNS + ": " + times[i] + " ms");
      }
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      long median = sorted[RUNS / 2];
      List<String> report = report(Machine.now(root), first, times, median);
      out.println();
      report.forEach(out::println);
      if (record) {
        PerformancePage.record(root, HEADING, report);
        out.println("written into docs/performance.md");
      }
    } finally {
      delete(data);
    }
  }

  private static long start(Path root, Path data) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                root.resolve("vientro").toString(),
                "start",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.startsWith(READY)) {
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
          process.destroy();
          process.waitFor();
          return millis;
        }
      }
    }
    System.err.println("vientro: it did not start:");
    lines.forEach(System.err::println);
    System.exit(1);
    throw new AssertionError("exit does not return");
  }

  private static List<String> report(Machine machine, long first, long[] times, long median) {
    String json =
        "{\"benchmark\":\"start\",%s,\"medianMillis\":%d,\"millis\":%s,\"firstStartMillis\":%d}"
            .formatted(machine.json(), median, Arrays.toString(times), first);
    return List.of(
        "| Figure | Value |",
        "|---|---|",
        "| time to ready, median of " + RUNS + " (samples already loaded) | " + median + " ms |",
        "| each of them | " + Arrays.toString(times) + " ms |",
        "| first start (empty folder, loads the samples) | " + first + " ms |",
        machine.rows("./vientro bench start"),
        "",
        "```json",
        json,
        "```");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
