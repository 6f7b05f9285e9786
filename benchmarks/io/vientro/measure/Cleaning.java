package io.vientro.measure;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must not be left behind, even by Ctrl-C: processes, a database, a folder. */
public final class Cleaning implements AutoCloseable {
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Thread interrupted = new Thread(this::clean);

  public interface Step {
    void run() throws Exception;
  }

  public Cleaning() {
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  /** To be done before all that was said so far. */
  public synchronized void before(Step step) {
    steps.addFirst(step);
  }

  private synchronized void clean() {
    for (var step = steps.poll(); step != null; step = steps.poll()) {
      try {
        step.run();
      } catch (Exception e) {
        System.err.println("vientro: something was left behind: " + e);
      }
    }
  }

  @Override
  public void close() {
    clean();
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException interruptedNow) {
      // Then it is running, and finds nothing left to do.
    }
  }
}
