package io.vientro.trials.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A writer or reader over all its lives: at any time one process. Thread-safe. */
final class Member {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Class<?> main;
  private final String uri;
  private final Path folder;
  private final long seed;
  private final Timeline timeline;

  // All guarded by this.
  private long clockOffsetSeconds;
  private int number;
  private @Nullable Process process;
  private boolean stopped;
  private boolean ending;

  /**
   * @param main {@link WriterProcess} or {@link ReaderProcess}
   * @param timeline hears what it acknowledges or delivers
   */
  Member(String name, Class<?> main, String uri, Path folder, long seed, Timeline timeline) {
    this.name = name;
    this.main = main;
    this.uri = uri;
    this.folder = folder;
    this.seed = seed;
    this.timeline = timeline;
  }

  String name() {
    return name;
  }

  synchronized Life life() {
    return new Life(name, number);
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized long clockOffsetSeconds() {
    return clockOffsetSeconds;
  }

  /** Takes effect at its next start. */
  synchronized void setClockOffsetSeconds(long seconds) {
    clockOffsetSeconds = seconds;
  }

  synchronized void start() {
    number++;
    Life life = life();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=drill-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(
        new ChildOptions(uri, folder.toString(), life, seed, clockOffsetSeconds).toArguments());
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectError(
                  ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".err").toFile()))
              .start();
      process = started;
      Thread.ofPlatform().daemon().name("hears-" + name).start(() -> hear(started, life));
    } catch (IOException e) {
      throw new DrillFailedException("a process of the drill did not start", e);
    }
  }

  private void hear(Process from, Life life) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(from.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ParentLine.ACKNOWLEDGED)) {
          timeline.acknowledged(life, Long.parseLong(line.substring(2)));
        } else if (line.startsWith(ParentLine.DELIVERED)) {
          timeline.delivered(life, Long.parseLong(line.substring(2)));
        }
      }
    } catch (IOException | NumberFormatException e) {
      // It was killed in the middle of a line.
    }
  }

  /** kill -9, also if it is stopped. */
  synchronized void kill() {
    Process current = running();
    current.destroyForcibly();
    try {
      current.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped = false;
  }

  /** SIGSTOP. */
  synchronized void stop() {
    signal("-STOP");
    stopped = true;
  }

  /** SIGCONT, unless this life is over. */
  synchronized boolean goOn(Life life) {
    if (!stopped || !life.equals(life())) {
      return false;
    }
    signal("-CONT");
    stopped = false;
    return true;
  }

  private void signal(String signal) {
    try {
      int exit =
          new ProcessBuilder("kill", signal, Long.toString(running().pid())).start().waitFor();
      if (exit != 0) {
        throw new DrillFailedException("kill " + signal + " failed");
      }
    } catch (IOException e) {
      throw new DrillFailedException("kill " + signal + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillFailedException("interrupted");
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  /**
   * Checks that it lives.
   *
   * @throws DrillFailedException if it died without having been killed
   */
  synchronized void check() {
    if (!ending && process != null && !process.isAlive()) {
      throw new DrillFailedException(
          "%s ended by itself with exit code %d".formatted(life(), process.exitValue()));
    }
  }

  /**
   * Lets it finish what it is doing, and waits for its end.
   *
   * @throws DrillFailedException if it does not end, or not well
   */
  void end() {
    Process last;
    synchronized (this) {
      ending = true;
      last = running();
    }
    try {
      last.getOutputStream().close();
      if (!last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new DrillFailedException(name + " did not finish within a minute");
      }
      if (last.exitValue() != 0) {
        throw new DrillFailedException(name + " finished with exit code " + last.exitValue());
      }
    } catch (IOException e) {
      throw new DrillFailedException(name + " cannot be asked to end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillFailedException("interrupted");
    }
  }

  /** Whatever comes, it does not outlive the drill. */
  synchronized void abandon() {
    ending = true;
    if (process != null) {
      kill();
    }
  }
}
