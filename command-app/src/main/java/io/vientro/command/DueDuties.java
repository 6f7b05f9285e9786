package io.vientro.command;

import io.vientro.command.due.DueIndexProcessor;
import io.vientro.command.due.DueWorker;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * The life of the index's processor and of its worker. The worker begins when the application is
 * ready: sample dossiers are loaded before, with a clock that is moved from day to day.
 */
public final class DueDuties implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** Of a process that leaves time limits to others. */
  static DueDuties off() {
    return new DueDuties(null, null);
  }

  private final @Nullable DueIndexProcessor processor;
  private final @Nullable DueWorker worker;
  private volatile boolean running;

  DueDuties(@Nullable DueIndexProcessor processor, @Nullable DueWorker worker) {
    this.processor = processor;
    this.worker = worker;
  }

  /**
   * Waits until the index has taken a position of the log, whichever process keeps it.
   *
   * @return false if it has not within that time, or this process leaves time limits to others
   */
  public boolean await(long wanted, Duration atMost) {
    if (processor == null) {
      return false;
    }
    var until = System.nanoTime() + atMost.toNanos();
    while (processor.position() < wanted) {
      if (System.nanoTime() - until > 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  /** Null where this process leaves time limits to others. */
  @Nullable DueIndexProcessor processor() {
    return processor;
  }

  /** Likewise. */
  @Nullable DueWorker worker() {
    return worker;
  }

  @Override
  public void start() {
    if (processor != null) {
      processor.start();
    }
    running = true;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    if (worker != null && running) {
      worker.start();
    }
  }

  @Override
  public void stop() {
    running = false;
    if (worker != null) {
      worker.stop();
    }
    if (processor != null) {
      processor.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
