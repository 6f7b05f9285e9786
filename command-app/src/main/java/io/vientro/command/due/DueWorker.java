package io.vientro.command.due;

import io.vientro.core.Zone;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the index every so often and asks for what has fallen due to be raised, the earliest
 * first. It only asks: whether anything is raised the dossier decides, by its ledger and the clock,
 * and the log takes each commit once. So any number of processes may run one, and at worst two of
 * them do the same look-up twice.
 *
 * <p>After a downtime it asks for everything that fell due meanwhile, in order. A store that does
 * not answer is left alone for a while; an entry that comes to nothing waits, and keeps nobody.
 */
public final class DueWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DueWorker.class);

  /** Small, since another process may have raised what stands in it. */
  private static final int PAGE = 50;

  /** So many that were raised are deleted from the index at once. */
  private static final int DROP = 10;

  /** So many are asked for before the index is looked at anew: something earlier may have come. */
  private static final int BATCH = 1_000;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration END_PATIENCE = Duration.ofSeconds(10);

  private final DueStore store;
  private final DueRaiser raiser;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("due-worker").factory());

  /** Of the worker's one thread. */
  private final Attempts attempts = new Attempts();

  /** Likewise: how often in a row the store did not answer. */
  private int storeFailures;

  /** Of {@link System#nanoTime()}. */
  private volatile long resumeAt = System.nanoTime();

  private final Map<What, AtomicLong> raised = new EnumMap<>(What.class);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile @Nullable Instant oldest;
  private volatile boolean stopping;

  /**
   * @param clock by which things fall due; the one by which the dossiers decide
   * @param every how often to look
   */
  public DueWorker(DueStore store, DueRaiser raiser, Clock clock, Duration every) {
    this.store = store;
    this.raiser = raiser;
    this.clock = clock;
    this.every = every;
    for (var what : What.values()) {
      raised.put(what, new AtomicLong());
    }
  }

  public void start() {
    thread.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends after what it is asking for now. */
  public void stop() {
    stopping = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (System.nanoTime() - resumeAt < 0) {
      return;
    }
    try {
      round();
      if (storeFailures > 0) {
        LOG.info("what falls due is raised again");
      }
      storeFailures = 0;
    } catch (RuntimeException e) {
      if (!stopping) {
        pause(e);
      }
    }
  }

  private void pause(RuntimeException e) {
    if (storeFailures == 0) {
      LOG.warn("what falls due cannot be raised now, and will be later", e);
    }
    storeFailures = Math.min(storeFailures + 1, 16);
    var wait = Math.min(every.toNanos() << storeFailures, LONGEST_PAUSE.toNanos());
    resumeAt = System.nanoTime() + wait;
  }

  /**
   * One look: asks for everything that has fallen due and does not wait.
   *
   * @throws RuntimeException if the store does not answer
   */
  public void round() {
    var done = new ArrayList<DueEntry>();
    try {
      round(done);
    } finally {
      // The index deletes them itself when it comes to their events. But whoever keeps it may have
      // died, and every later look would begin with what is done.
      store.drop(done);
    }
  }

  private void round(List<DueEntry> done) {
    var held = new HashSet<String>();
    Instant left = null;
    String after = null;
    var asked = 0;
    while (!stopping) {
      var now = clock.instant();
      var page = store.due(now, after, PAGE);
      for (var entry : page) {
        if (stopping || asked == BATCH) {
          oldest = left == null ? entry.at() : left;
          return;
        }
        if (done.size() >= DROP) {
          store.drop(done);
          done.clear();
        }
        asked += consider(entry, now, held, done) ? 1 : 0;
        if (left == null && !attempts.settled(entry)) {
          left = entry.at();
        }
      }
      if (page.size() < PAGE) {
        oldest = left;
        return;
      }
      after = page.getLast().id();
    }
  }

  /** Whether the dossier was asked. */
  private boolean consider(DueEntry entry, Instant now, Set<String> held, List<DueEntry> done) {
    if (attempts.waits(entry, System.nanoTime())) {
      if (attempts.failed(entry)) {
        held.add(entry.dossier());
      }
      return false;
    }
    if (held.contains(entry.dossier())) {
      return false;
    }
    if (entry.what() == What.WARNING && entry.due().isBefore(Zone.dateOf(now))) {
      // Nobody is warned of what has passed; the entry goes with the expiry.
      attempts.asked(entry, System.nanoTime(), false);
      return false;
    }
    switch (raiser.raise(entry)) {
      case RAISED -> {
        raised.get(entry.what()).incrementAndGet();
        done.add(entry);
        attempts.asked(entry, System.nanoTime(), false);
      }
      case NOTHING -> {
        refused.incrementAndGet();
        attempts.asked(entry, System.nanoTime(), false);
        store.dropIfLeftBehind(entry);
      }
      case CONTENDED -> held.add(entry.dossier());
      case FAILED -> {
        // What comes later for this dossier must not overtake it.
        failed.incrementAndGet();
        attempts.asked(entry, System.nanoTime(), true);
        held.add(entry.dossier());
      }
    }
    return true;
  }

  /** How many were raised by this process, or found raised when it asked. */
  public long raised(What what) {
    return raised.get(what).get();
  }

  /** How often there was nothing to raise. */
  public long refused() {
    return refused.get();
  }

  /** How often a dossier could not raise what has fallen due. */
  public long failed() {
    return failed.get();
  }

  /** How long the oldest thing that has fallen due has been waiting to be raised; zero if none. */
  public Duration oldestWaits() {
    var since = oldest;
    if (since == null || since.equals(Instant.EPOCH)) {
      return Duration.ZERO;
    }
    var waits = Duration.between(since, clock.instant());
    return waits.isNegative() ? Duration.ZERO : waits;
  }

  /** Whether the store did not answer at the last look. */
  public boolean paused() {
    return System.nanoTime() - resumeAt < 0;
  }
}
