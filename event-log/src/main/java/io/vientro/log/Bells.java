package io.vientro.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear that something was appended. */
final class Bells {
  private static final Logger log = LoggerFactory.getLogger(Bells.class);

  private final List<Bell> bells = new CopyOnWriteArrayList<>();

  /** One registration; the same runnable may be registered twice and taken back once. */
  private record Bell(Runnable action, Object identity) {}

  AutoCloseable add(Runnable action) {
    Bell bell = new Bell(action, new Object());
    bells.add(bell);
    return () -> bells.remove(bell);
  }

  /** A bell that fails must not fail the append that rang it. */
  void ring() {
    for (Bell bell : bells) {
      try {
        bell.action().run();
      } catch (RuntimeException e) {
        log.warn("a listener to the log failed", e);
      }
    }
  }
}
