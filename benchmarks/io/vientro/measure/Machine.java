package io.vientro.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands beside every figure.
 *
 * @param at when the measurement ended, UTC
 * @param commit of the working copy; says if something was changed since
 * @param load the system's load average over the last minute
 */
public record Machine(
    String processor,
    int cores,
    String memory,
    String system,
    String jvm,
    String commit,
    Instant at,
    double load) {

  public static Machine now(Path root) throws IOException, InterruptedException {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        memorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        commitOf(root),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        loadAverage());
  }

  /** Where figures are printed; they must not depend on how the console is set up. */
  public static PrintStream console() {
    Locale.setDefault(Locale.ROOT);
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  public static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  public String hardware() {
    return processor + ", " + cores + " cores, " + memory;
  }

  /** The rows of a table that tell where and when; {@code command} is what was typed. */
  public String rows(String command) {
    return """
    | hardware | %s |
    | system | %s, %s |
    | load average at the end | %.1f |
    | commit | %s |
    | at | %s |
    | command | `%s` |\
    """
        .formatted(hardware(), system, jvm, load, commit, at, command);
  }

  /** The members of a JSON object that tell the same, without braces. */
  public String json() {
    return ("\"at\":\"%s\",\"commit\":\"%s\",\"cpu\":\"%s\",\"cores\":%d,\"memory\":\"%s\","
            + "\"os\":\"%s\",\"java\":\"%s\",\"loadAtEnd\":%.1f")
        .formatted(at, commit, processor, cores, memory, system, jvm, load);
  }

  private static String processorName() throws IOException, InterruptedException {
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

  private static String memorySize() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean known
        ? Math.round(known.getTotalMemorySize() / (double) (1 << 30)) + " GiB"
        : "unknown memory";
  }

  private static String commitOf(Path root) throws IOException, InterruptedException {
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
}
