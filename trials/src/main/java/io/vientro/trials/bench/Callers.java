package io.vientro.trials.bench;

import io.vientro.measure.Latencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that do the same thing over and over, each waiting for its own answer. They are virtual
 * threads, for every contestant alike, unless platform threads are asked for.
 */
final class Callers {
  private Callers() {}

  /** One call, acknowledged when it returns. */
  @FunctionalInterface
  interface Call {
    /** Commits or other things done by it; 0 if there is nothing left to do. */
    int run() throws Exception;
  }

  /**
   * What they did.
   *
   * @param seconds from the first call's begin to the last answer
   * @param done commits or other things
   * @param failures calls that threw; they are in neither count nor latencies
   * @param example the first failure's message; empty if there was none
   */
  record Outcome(double seconds, long done, Latencies latencies, long failures, String example) {
    double perSecond() {
      return done / seconds;
    }

    /**
     * What is answered wrongly is not measured.
     *
     * @throws IllegalStateException if a call failed
     */
    Outcome withoutFailures(String what) {
      if (failures > 0) {
        throw new IllegalStateException(what + ": " + failures + " calls failed: " + example);
      }
      return this;
    }
  }

  /** Runs for a time; each caller ends after the call that is under way then. */
  static Outcome run(int callers, long nanos, boolean platformThreads, Call call)
      throws InterruptedException {
    long begun = System.nanoTime();
    List<Future<Caller>> running = new ArrayList<>();
    try (ExecutorService threads =
        platformThreads
            ? Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())
            : Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(() -> new Caller(call).until(begun + nanos)));
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Latencies> latencies = new ArrayList<>();
    long done = 0;
    long failures = 0;
    String example = "";
    for (Future<Caller> each : running) {
      Caller caller = finished(each);
      latencies.add(Latencies.of(Arrays.copyOf(caller.nanos, caller.count)));
      done += caller.done;
      failures += caller.failures;
      example = example.isEmpty() ? caller.example : example;
    }
    return new Outcome(seconds, done, Latencies.merged(latencies), failures, example);
  }

  static Outcome run(int callers, long nanos, Call call) throws InterruptedException {
    return run(callers, nanos, false, call);
  }

  private static Caller finished(Future<Caller> each) throws InterruptedException {
    try {
      return each.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static final class Caller {
    private final Call call;
    private long[] nanos = new long[1024];
    private int count;
    private long done;
    private long failures;
    private String example = "";

    Caller(Call call) {
      this.call = call;
    }

    Caller until(long end) {
      for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
        try {
          int some = call.run();
          if (some == 0) {
            break;
          }
          done += some;
          add(System.nanoTime() - begun);
        } catch (Exception e) {
          failures++;
          example = e.toString();
        }
      }
      return this;
    }

    private void add(long taken) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = taken;
    }
  }
}
