package io.vientro.command;

import io.vientro.store.documents.DocumentCleanUp;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the clean-up of documents in the background, in every process of the command side. */
final class DocumentCleaning implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentCleaning.class);
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration EVERY = Duration.ofHours(1);

  private final DocumentCleanUp cleanUp;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("document-clean-up").factory());

  DocumentCleaning(DocumentCleanUp cleanUp) {
    this.cleanUp = cleanUp;
  }

  void start() {
    scheduler.scheduleWithFixedDelay(
        this::run, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void run() {
    try {
      cleanUp.run();
    } catch (RuntimeException e) {
      // The next hour tries again; a scheduler that sees an exception never would.
      LOG.warn("the clean-up of documents broke off: {}", e.toString());
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
