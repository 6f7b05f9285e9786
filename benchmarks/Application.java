import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the packaged applications as a process of its own, as in production. */
final class Application implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String module;
  private final Process process;
  private final int port;
  private final List<String> output = new CopyOnWriteArrayList<>();

  private Application(String module, Process process, int port) {
    this.module = module;
    this.process = process;
    this.port = port;
    // Not a virtual thread: reading a pipe holds the carrier, and there may be only two of them.
    Thread.ofPlatform().daemon().start(this::read);
  }

  /** Comes back when it answers. */
  static Application start(Path root, String module, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = freePort();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                execJar(root, module).toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("VIENTRO_"));
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
    var started = new Application(module, builder.start(), port);
    started.await();
    return started;
  }

  Api api() {
    return new Api(port);
  }

  /** What it said that was worse than news. */
  List<String> complaints() {
    return output.stream().filter(line -> line.contains(" ERROR ")).toList();
  }

  private void await() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      try {
        if (api().get("/actuator/health/readiness").status() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It listens when it is ready to.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    close();
    throw new IllegalStateException(module + " did not start:\n" + String.join("\n", output));
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("(output broke off: " + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Path execJar(Path root, String module) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(module).resolve("target"))) {
      return files
          .filter(f -> f.getFileName().toString().matches(module + "-.*-exec\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("not packaged: " + module));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
