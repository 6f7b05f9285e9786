package io.vientro.trials.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that faults strike: the store, two writers on a gateway each with a link between, and
 * two readers, the other way round.
 */
final class Scene implements AutoCloseable {
  private static final Duration STOPPED_FOR = Duration.ofSeconds(30);

  /** Hears that a stopped writer went on. */
  interface Returns {
    /**
     * @param untilWrite from SIGCONT to its first acknowledged write
     */
    void wentOn(String writer, Duration untilWrite);
  }

  private final StoreInstance store;
  private final Timeline timeline;
  private final Duration patience;
  private final Returns returns;
  private final List<CuttableLink> links = new ArrayList<>();
  private final List<Member> writers = new ArrayList<>();
  private final List<Member> readers = new ArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("goes-on").unstarted(task));

  /** The return of the writer that was stopped last. */
  private volatile @Nullable ScheduledFuture<?> returning;

  /** Guarded by this. */
  private boolean closed;

  /**
   * @param patience for a stopped writer's return
   */
  Scene(
      StoreInstance store,
      Path folder,
      long seed,
      Timeline timeline,
      Duration patience,
      Returns returns)
      throws IOException {
    this.store = store;
    this.timeline = timeline;
    this.patience = patience;
    this.returns = returns;
    for (int i = 0; i < 2; i++) {
      CuttableLink link = new CuttableLink(store.gateways().get(i));
      links.add(link);
      Member writer =
          new Member(
              "w" + (i + 1),
              WriterProcess.class,
              link.uri(),
              folder,
              seed + 1_000_000L * i,
              timeline);
      writers.add(writer);
      String other = StoreInstance.uri(store.gateways().get(1 - i));
      readers.add(new Member("r" + (i + 1), ReaderProcess.class, other, folder, seed, timeline));
    }
    writers.getLast().setClockOffsetSeconds(Fault.SKEW.toSeconds());
  }

  void start() {
    store.start();
    writers.forEach(Member::start);
    readers.forEach(Member::start);
  }

  StoreInstance store() {
    return store;
  }

  List<CuttableLink> links() {
    return links;
  }

  List<Member> writers() {
    return writers;
  }

  List<Member> readers() {
    return readers;
  }

  /** Writers that are not stopped: at least one. */
  List<Member> activeWriters() {
    return writers.stream().filter(writer -> !writer.isStopped()).toList();
  }

  boolean onlyActiveWriterIs(int index) {
    return activeWriters().equals(List.of(writers.get(index)));
  }

  /** Lives of the active writers, after a look whether everybody lives. */
  Collection<Life> writing() {
    check();
    return activeWriters().stream().map(Member::life).toList();
  }

  /** Lives of the readers, likewise. */
  Collection<Life> reading() {
    check();
    return readers.stream().map(Member::life).toList();
  }

  private void check() {
    writers.forEach(Member::check);
    readers.forEach(Member::check);
    ScheduledFuture<?> last = returning;
    if (last != null && last.state() == Future.State.FAILED) {
      throw new DrillFailedException("a stopped writer did not come back: " + last.exceptionNow());
    }
  }

  /** Stops a writer; it goes on by itself later, whatever else happens. */
  void stopForAWhile(Member writer) {
    Life life = writer.life();
    writer.stop();
    returning =
        later.schedule(() -> goOn(writer, life), STOPPED_FOR.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void goOn(Member writer, Life life) {
    long now = System.nanoTime();
    if (writer.goOn(life)) {
      timeline.awaitWrites(
          () -> writer.life().equals(life) ? List.of(life) : writing(), now, patience);
      returns.wentOn(writer.name(), Duration.ofNanos(System.nanoTime() - now));
    }
  }

  /** Waits for the return of a writer that is stopped, if one is. */
  void awaitReturn() {
    ScheduledFuture<?> last = returning;
    if (last != null) {
      try {
        last.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        check();
      }
    }
  }

  static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Leaves nothing behind: no process, no data. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    later.shutdownNow();
    writers.forEach(Member::abandon);
    readers.forEach(Member::abandon);
    links.forEach(CuttableLink::close);
    store.close();
  }
}
