package io.vientro.trials.drill;

import com.mongodb.MongoException;
import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailOptions;
import io.vientro.log.TailSubscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A process that follows the log and keeps a read model.
 *
 * <p>Its journal begins with the durable position it goes on from ({@code f}), and holds each event
 * that was delivered to it ({@code d} position and digest) and each position that was acknowledged
 * as saved ({@code s}).
 */
public final class ReaderProcess {
  static final String FROM = "f ";
  static final String DELIVERED = "d ";
  static final String SAVED = "s ";

  private static final int BATCH = 500;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final LogTail tail;
  private final ReaderProjection projection;
  private final Journal journal;
  private volatile boolean stopping;

  private ReaderProcess(LogTail tail, ReaderProjection projection, Journal journal) {
    this.tail = tail;
    this.projection = projection;
    this.journal = journal;
  }

  /** Started by the drill only; see {@link ChildOptions}. */
  public static void main(String[] arguments) throws InterruptedException {
    ChildOptions options = ChildOptions.parse(arguments);
    Life life = options.life();
    try (DrillStore store = DrillStore.connect(options.uri());
        EventLog log = store.log();
        LogTail tail = LogTail.start(log, TailOptions.shared());
        Journal journal = Journal.create(Journal.path(Path.of(options.folder()), life))) {
      ReaderProcess reader =
          new ReaderProcess(tail, new ReaderProjection(store.database(), life.name()), journal);
      ParentLine.onEnd(() -> reader.stopping = true);
      reader.run();
    }
  }

  private void run() throws InterruptedException {
    long from = patiently(projection::next);
    journal.write(FROM + from);
    Semaphore available = new Semaphore(0);
    try (TailSubscription subscription = tail.subscribe(from)) {
      subscription.onAvailable(available::release);
      while (!stopping) {
        List<StoredEvent> events = patiently(() -> subscription.poll(BATCH));
        if (events.isEmpty()) {
          tail.failure()
              .ifPresent(
                  failure -> {
                    throw failure;
                  });
          available.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
          available.drainPermits();
        } else {
          take(events);
        }
      }
    }
  }

  private void take(List<StoredEvent> events) {
    journal.write(
        String.join(
            "\n",
            events.stream()
                .map(event -> DELIVERED + event.position() + " " + Digests.event(event))
                .toList()));
    long next = events.getLast().position() + 1;
    patiently(
        () -> {
          projection.apply(events);
          return true;
        });
    patiently(
        () -> {
          projection.saveNext(next);
          return true;
        });
    journal.write(SAVED + next);
    ParentLine.delivered(next - 1);
  }

  /** Asks until there is an answer; a log that cannot be trusted ends the process instead. */
  private static <T> T patiently(Supplier<T> question) {
    while (true) {
      try {
        return question.get();
      } catch (LogUnavailableException | MongoException e) {
        DrillStore.pause();
      }
    }
  }
}
