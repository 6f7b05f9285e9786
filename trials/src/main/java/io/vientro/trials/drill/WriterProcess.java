package io.vientro.trials.drill;

import io.vientro.log.Appended;
import io.vientro.log.EventLog;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.SequenceConflictException;
import io.vientro.trials.drill.SentCommit.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A process that appends: several threads on one log and few aggregates, so that they collide with
 * each other and with the other writer.
 *
 * <p>Its journal holds a line before each append ({@code i}, what is sent), and one for each answer
 * ({@code a} acknowledged, at which position with which content; {@code x} lost by conflict; {@code
 * u} the store did not answer). What a life left without an answer, the next one sends again.
 */
public final class WriterProcess {
  static final String SENT = "i ";
  static final String ACKNOWLEDGED = "a ";
  static final String CONFLICT = "x ";
  static final String UNANSWERED = "u ";

  private static final int THREADS = 4;
  private static final int AGGREGATES = 24;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  /** Of a hundred commits, so many carry an id that both writers use in the same half second. */
  private static final int JOINT = 5;

  /** … and so many are sent by two threads at once, or again after their answer. */
  private static final int TWIN = 5;

  private static final int AGAIN = 5;
  private static final String JOINT_PREFIX = "joint-";
  private static final long JOINT_MILLIS = 500;

  private final EventLog log;
  private final Journal journal;
  private final Life life;

  /** Right or not, events carry this time. */
  private final Clock clock;

  private final Clock trueClock;
  private final ExecutorService twins = Executors.newVirtualThreadPerTaskExecutor();

  /** By aggregate, the sequence that its next event takes as far as this process knows. */
  private final Map<String, Long> next = new ConcurrentHashMap<>();

  private volatile boolean stopping;

  private WriterProcess(EventLog log, Journal journal, Life life, Clock trueClock, Clock clock) {
    this.log = log;
    this.journal = journal;
    this.life = life;
    this.trueClock = trueClock;
    this.clock = clock;
  }

  /** Started by the drill only; see {@link ChildOptions}. */
  public static void main(String[] arguments) throws InterruptedException {
    ChildOptions options = ChildOptions.parse(arguments);
    Path folder = Path.of(options.folder());
    Life life = options.life();
    Clock clock = Clock.systemUTC();
    try (DrillStore store = DrillStore.connect(options.uri());
        EventLog log = store.log();
        Journal journal = Journal.create(Journal.path(folder, life))) {
      WriterProcess writer =
          new WriterProcess(
              log,
              journal,
              life,
              clock,
              Clock.offset(clock, Duration.ofSeconds(options.clockOffsetSeconds())));
      ParentLine.onEnd(() -> writer.stopping = true);
      writer.run(
          new SplittableRandom(options.seed() + life.number()),
          Journal.read(Journal.path(folder, new Life(life.name(), life.number() - 1))));
    }
  }

  private void run(SplittableRandom random, List<String> formerLife) throws InterruptedException {
    List<SentCommit> unanswered = unanswered(formerLife);
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < THREADS; caller++) {
      SplittableRandom own = random.split();
      List<SentCommit> first = caller == 0 ? unanswered : List.of();
      callers.add(
          Thread.ofPlatform()
              .name("caller-" + caller)
              .start(
                  () -> {
                    first.forEach(this::deliver);
                    call(own);
                  }));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    twins.close();
  }

  /** What was sent and never answered; on the way it learns where the aggregates stand. */
  private List<SentCommit> unanswered(List<String> lines) {
    Map<String, SentCommit> open = new LinkedHashMap<>();
    for (String line : lines) {
      String rest = line.substring(2);
      String id = rest.split(" ", 2)[0];
      switch (line.substring(0, 2)) {
        case SENT -> open.put(id, SentCommit.parse(rest));
        case ACKNOWLEDGED -> {
          SentCommit sent = open.remove(id);
          if (sent != null) {
            sent.places().forEach(this::passed);
          }
        }
        case CONFLICT -> open.remove(id);
        default -> {}
      }
    }
    return List.copyOf(open.values());
  }

  private void call(RandomGenerator random) {
    int number = 0;
    while (!stopping) {
      String id = "%s-%d-%s-%d".formatted(life.name(), life.number(), name(), number++);
      SentCommit commit = random.nextInt(100) < JOINT ? joint() : compose(id, random);
      if (random.nextInt(100) < TWIN) {
        var twin = CompletableFuture.runAsync(() -> deliver(commit), twins);
        deliver(commit);
        twin.join();
      } else {
        deliver(commit);
      }
      if (random.nextInt(100) < AGAIN) {
        deliver(commit);
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)).toNanos());
    }
  }

  private static String name() {
    return Thread.currentThread().getName().replace("caller-", "");
  }

  /** One to three events over one or two aggregates. */
  private SentCommit compose(String id, RandomGenerator random) {
    List<Place> places = new ArrayList<>();
    Map<String, Long> taken = new LinkedHashMap<>();
    List<String> aggregates =
        List.of("a-" + random.nextInt(AGGREGATES), "a-" + random.nextInt(AGGREGATES));
    int events = 1 + random.nextInt(3);
    for (int i = 0; i < events; i++) {
      String aggregate = aggregates.get(random.nextInt(aggregates.size()));
      long sequence = taken.merge(aggregate, next.getOrDefault(aggregate, 0L), (a, b) -> a + 1);
      places.add(new Place(aggregate, sequence));
    }
    return new SentCommit(id, now(), places);
  }

  /** The same id in both writers, with another content where their clocks differ: one is kept. */
  private SentCommit joint() {
    String id = JOINT_PREFIX + trueClock.millis() / JOINT_MILLIS;
    return new SentCommit(id, now(), List.of(new Place(id, 0)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Sends until there is an answer. */
  private void deliver(SentCommit sent) {
    journal.write(SENT + sent.toLine());
    while (true) {
      try {
        acknowledged(sent, log.append(sent.toCommit()));
        return;
      } catch (SequenceConflictException e) {
        journal.write(CONFLICT + sent.id());
        sent.places().forEach(this::lookUp);
        return;
      } catch (LogUnavailableException e) {
        journal.write(
            UNANSWERED
                + sent.id()
                + " "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        DrillStore.pause();
      }
    }
  }

  private void acknowledged(SentCommit sent, Appended appended) {
    // Whoever came first with a joint id may have been the other writer, with its own content.
    boolean perhapsAnothers = appended.repeated() && sent.id().startsWith(JOINT_PREFIX);
    String content =
        perhapsAnothers
            ? Digests.content(appended.commit())
            : Digests.content(sent.id(), sent.toCommit().events());
    long first = appended.commit().firstPosition();
    journal.write(
        ACKNOWLEDGED
            + sent.id()
            + " %d %d %s".formatted(first, appended.commit().events().size(), content));
    ParentLine.acknowledged(first);
    sent.places().forEach(this::passed);
  }

  private void passed(Place place) {
    if (!place.aggregate().startsWith(JOINT_PREFIX)) {
      next.merge(place.aggregate(), place.sequence() + 1, Math::max);
    }
  }

  /** Where an aggregate stands now: by leaps, then by halves. */
  private void lookUp(Place place) {
    String aggregate = place.aggregate();
    long low = next.getOrDefault(aggregate, 0L);
    long leap = 1;
    while (exists(aggregate, low + leap - 1)) {
      low += leap;
      leap *= 2;
    }
    long high = low + leap - 1;
    while (low < high) {
      long middle = (low + high) / 2;
      if (exists(aggregate, middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    next.merge(aggregate, low, Math::max);
  }

  private boolean exists(String aggregate, long sequence) {
    while (true) {
      try {
        return !log.moved(Map.of(aggregate, sequence)).isEmpty();
      } catch (LogUnavailableException e) {
        DrillStore.pause();
      }
    }
  }
}
