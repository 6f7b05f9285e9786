package io.vientro.store.documents;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that were uploaded and never recorded: their command was refused, or the process
 * died. It looks only at uploads begun more than a day ago, asks the log about each, and keeps
 * every file that an event names. Any number of processes may do it at the same time.
 */
public final class DocumentCleanUp {
  /** Far beyond the longest time that an upload and its command may take. */
  static final Duration AGE = Duration.ofDays(1);

  /** At most so many in one run; the next run goes on. */
  static final int BATCH = 500;

  private static final Logger LOG = LoggerFactory.getLogger(DocumentCleanUp.class);

  private final DocumentStore store;
  private final Recorded recorded;
  private final InstantSource time;

  /** Whether a dossier's events name a document. */
  @FunctionalInterface
  public interface Recorded {
    /**
     * @throws RuntimeException if it cannot be told
     */
    boolean has(String dossier, String document);
  }

  /**
   * @param recorded asks the log itself, never a view of it
   * @param time the store's
   */
  public DocumentCleanUp(DocumentStore store, Recorded recorded, InstantSource time) {
    this.store = store;
    this.recorded = recorded;
    this.time = time;
  }

  /**
   * Does it once.
   *
   * @return how many files were removed
   * @throws com.mongodb.MongoException if the store does not answer; the next run goes on
   */
  public int run() {
    var removed = 0;
    for (var it : store.pendingBefore(time.instant().minus(AGE), BATCH)) {
      boolean kept;
      try {
        kept = recorded.has(it.dossier(), it.id());
      } catch (RuntimeException e) {
        // Kept, and asked about again: a log that cannot be read condemns nothing.
        LOG.warn("cannot tell whether {} was recorded: {}", it.id(), e.toString());
        continue;
      }
      if (kept) {
        store.recorded(it.id());
      } else {
        store.discard(it.id());
        removed++;
      }
    }
    if (removed > 0) {
      LOG.info("removed {} uploaded files that were never recorded", removed);
    }
    return removed;
  }
}
