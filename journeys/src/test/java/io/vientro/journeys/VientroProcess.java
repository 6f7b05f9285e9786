package io.vientro.journeys;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM with one of the packaged applications, as {@code java -jar} starts it. */
final class VientroProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String READY = "vientro is ready: http://127.0.0.1:";

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private int port;

  private VientroProcess(List<String> command, Map<String, String> environment) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("VIENTRO_"));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Not a virtual thread: reading a pipe holds its carrier, and there may be as few as two.
    reader = Thread.ofPlatform().daemon().start(this::read);
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

  /**
   * {@code vientro start} in a folder, on a free port; comes back when it says that it is ready.
   */
  static VientroProcess standalone(Path data, List<String> jvmOptions, String... options) {
    var arguments = new ArrayList<>(List.of("start", "--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(options));
    var started = run("standalone", jvmOptions, Map.of(), arguments);
    started.awaitReadyLine();
    return started;
  }

  /** An application configured by its environment, on a free port; comes back when it answers. */
  static VientroProcess application(String module, Map<String, String> environment) {
    var started = run(module, List.of(), environment, List.of());
    started.port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080"));
    started.awaitAnswer();
    return started;
  }

  /** Starts it and waits for nothing. */
  static VientroProcess run(
      String module,
      List<String> jvmOptions,
      Map<String, String> environment,
      List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short lives: the second compiler would only take time from the start.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", execJar(module).toString()));
    command.addAll(arguments);
    return new VientroProcess(command, environment);
  }

  /** What the build packaged; these tests run after it. */
  static Path execJar(String module) {
    var target = Path.of("..", module, "target").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches(module + "-.*-exec\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("not packaged: " + module));
    } catch (IOException e) {
      throw new UncheckedIOException("not packaged: " + module, e);
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReadyLine() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var ready = output.stream().filter(line -> line.startsWith(READY)).findFirst();
      if (ready.isPresent()) {
        port = Integer.parseInt(ready.get().substring(READY.length()));
        return;
      }
      checkAlive();
      pause();
    }
    throw failed("was not ready in time");
  }

  private void awaitAnswer() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (Api.answers(port)) {
        return;
      }
      checkAlive();
      pause();
    }
    throw failed("did not answer in time");
  }

  private void checkAlive() {
    if (!process.isAlive()) {
      throw failed("ended with " + process.exitValue());
    }
  }

  private IllegalStateException failed(String how) {
    kill();
    return new IllegalStateException(how + ":\n" + output());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  String output() {
    return String.join("\n", output);
  }

  /** SIGKILL: nothing of the process gets to run any more. */
  void kill() {
    process.destroyForcibly();
    join();
  }

  /** SIGTERM, as an operator stops it; returns the exit status. */
  int stop() {
    process.destroy();
    return join();
  }

  /** Waits for it to end by itself. */
  int join() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it did not end:\n" + output());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
