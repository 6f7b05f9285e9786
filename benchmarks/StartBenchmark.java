import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
  private static final String HEADING = "## Time to ready\n";

  private StartBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // The figures must not depend on how the console is set up.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
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
      List<String> report = report(root, first, times, median);
      out.println();
      report.forEach(out::println);
      if (record) {
        record(root.resolve("docs/performance.md"), report);
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

  private static List<String> report(Path root, long first, long[] times, long median)
      throws IOException, InterruptedException {
    String processor = processor();
    int cores = Runtime.getRuntime().availableProcessors();
    String memory = memory();
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    String jvm = System.getProperty("java.vm.name") + " " + Runtime.version();
    String commit = commit(root);
    String day = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String load =
        "%.1f"
            .formatted(
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                    .getSystemLoadAverage());
    String json =
        ("{\"benchmark\":\"start\",\"at\":\"%s\",\"commit\":\"%s\",\"cpu\":\"%s\",\"cores\":%d,\"memory\":\"%s\",\"os\":\"%s\","
             + "\"java\":\"%s\",\"loadAtEnd\":%s,\"medianMillis\":%d,\"millis\":%s,\"firstStartMillis\":%d}")
            .formatted(
                day,
                commit,
                processor,
                cores,
                memory,
                system,
                jvm,
                load,
                median,
                Arrays.toString(times),
                first);
    return List.of(
        "| Figure | Value |",
        "|---|---|",
        "| time to ready, median of " + RUNS + " (samples already loaded) | " + median + " ms |",
        "| each of them | " + Arrays.toString(times) + " ms |",
        "| first start (empty folder, loads the samples) | " + first + " ms |",
        "| hardware | " + processor + ", " + cores + " cores, " + memory + " |",
        "| system | " + system + ", " + jvm + " |",
        "| load average at the end | " + load + " |",
        "| commit | " + commit + " |",
        "| at | " + day + " |",
        "| command | `./vientro bench start` |",
        "",
        "```json",
        json,
        "```");
  }

  private static String processor() throws IOException, InterruptedException {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      }
    }
    String name = output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string");
    return name.isEmpty() ? System.getProperty("os.arch") : name;
  }

  private static String memory() {
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean known
        ? Math.round(known.getTotalMemorySize() / (double) (1 << 30)) + " GiB"
        : "unknown memory";
  }

  private static String commit(Path root) throws IOException, InterruptedException {
    String commit = output(root, "git", "rev-parse", "--short=12", "HEAD");
    if (commit.isEmpty()) {
      return "unknown";
    }
    boolean clean = output(root, "git", "status", "--porcelain", "--untracked-files=no").isEmpty();
    return clean ? commit : commit + " with changes";
  }

  private static String output(Path folder, String... command)
      throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? text : "";
    } catch (IOException missing) {
      return "";
    }
  }

  /** Replaces what stands under the heading, up to the next one. */
  private static void record(Path page, List<String> report) throws IOException {
    String text = Files.readString(page);
    int at = text.indexOf(HEADING);
    String before = at < 0 ? text.stripTrailing() + "\n\n" : text.substring(0, at);
    String rest = at < 0 ? "" : text.substring(at + HEADING.length());
    int next = rest.indexOf("\n## ");
    String after = next < 0 ? "" : rest.substring(next);
    Files.writeString(page, before + HEADING + "\n" + String.join("\n", report) + "\n" + after);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
