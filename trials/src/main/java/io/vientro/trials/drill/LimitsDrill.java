package io.vientro.trials.drill;

import com.mongodb.MongoException;
import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.VientroClock;
import io.vientro.command.due.DueIndexProcessor;
import io.vientro.command.due.DueStore;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.log.LogMode;
import io.vientro.log.EventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogReader;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.StoredEvent;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code ./vientro drill --limits N}: two processes of the command side, killed at random while so
 * many limits fall due within minutes. At the end, once what fell due has been caught up with, the
 * log is asked: each expiry once, none forgotten, none early.
 */
final class LimitsDrill {
  /** Monday, 2 June 2025, 07:00 in Hanoi: the working calendar of the whole span is on record. */
  private static final Instant START = Instant.parse("2025-06-02T00:00:00Z");

  private static final int BEGIN_WITHIN_DAYS = 60;

  /** By then the last of them, a month that rolls over a holiday, has passed. */
  private static final Duration SPAN = Duration.ofDays(BEGIN_WITHIN_DAYS + 45);

  private static final Duration PER_LIMIT = Duration.ofMillis(60);
  private static final Duration SHORTEST = Duration.ofSeconds(16);

  /** Long enough for a process to have come to raise something before it is killed. */
  private static final int SHORTEST_PAUSE_MILLIS = 3_000;

  private static final int LONGEST_PAUSE_MILLIS = 8_000;
  private static final Duration STANDS_STILL = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int BATCH = 1_000;

  /** With fewer limits it is over before a process could stand still past its claim. */
  private static final int WORTH_A_STOP = 1_000;

  private final DrillOptions options;
  private final int limits;
  private final LimitsReport report;
  private final StoreInstance store;
  private final Path folder;
  private final List<Member> members;
  private final SplittableRandom random;
  private final LimitsChecker checker = new LimitsChecker();
  private int kills;
  private int stops;
  private boolean closed;

  LimitsDrill(DrillOptions options, int limits, LimitsReport report, String control, Path folder)
      throws IOException {
    this.options = options;
    this.limits = limits;
    this.report = report;
    this.folder = folder;
    this.random = new SplittableRandom(options.seed());
    this.store = new StoreInstance(control, folder.resolve("store.log"));
    this.members = List.of(member("c1", 0), member("c2", 1));
  }

  private Member member(String name, int gateway) {
    return new Member(
        name,
        LimitsProcess.class,
        StoreInstance.uri(store.gateways().get(gateway)),
        folder,
        options.seed(),
        new Timeline());
  }

  /** Whether it passed. Whatever happens, there is a verdict or a reason, and a JSON object. */
  boolean run() {
    report.beginning(options, limits);
    boolean passed = false;
    try {
      store.start();
      passed = drill();
    } catch (DrillFailedException
        | LogUnavailableException
        | LogCorruptedException
        | MongoException
        | IOException e) {
      report.say("FAILED: " + e.getMessage());
    }
    report.json(options.seed(), passed);
    return passed;
  }

  private boolean drill() throws IOException {
    try (DrillStore connection =
            DrillStore.connect(StoreInstance.uri(store.gateways().getFirst()));
        EventLog log = connection.log()) {
      EventCodec codec = CommandSide.codec(connection, Clock.systemUTC());
      fill(log, codec);
      report.say("%d limits are running".formatted(limits));
      if (limits >= WORTH_A_STOP) {
        rehearse(connection, log);
      }
      Duration lasts = lasts();
      PassingTime time = new PassingTime(Clock.systemUTC().instant(), START, SPAN.dividedBy(lasts));
      time.write(folder);
      report.say("%d days pass in %d s".formatted(SPAN.toDays(), lasts.toSeconds()));
      members.forEach(Member::start);
      strikeFor(lasts);
      report.say("all have fallen due, %d kills".formatted(kills));
      Duration caughtUp = catchUp(connection, log, codec, time);
      members.forEach(Member::end);
      LimitsVerdict verdict = checker.verdict(time.at(Clock.systemUTC().instant()));
      report.verdict(verdict, limits, kills, stops, caughtUp, time);
      return verdict.clean() && verdict.limits() == limits;
    }
  }

  private Duration lasts() {
    Duration all = PER_LIMIT.multipliedBy(limits);
    return all.compareTo(SHORTEST) < 0 ? SHORTEST : all;
  }

  private void fill(EventLog log, EventCodec codec) {
    VientroClock clock = new VientroClock(Clock.fixed(START, ZoneOffset.UTC));
    BuiltInPacks builtIn = BuiltInPacks.load();
    LogMode mode = new LogOpening(log, codec, clock, builtIn).open(LogMode.TRAINING).mode();
    Law law = new Law(log, codec, clock, mode, PackSelection.pinned("nd80-2020"), builtIn);
    var pack = law.record("nd80-2020").latest().orElseThrow();
    new LimitsFilling(log, codec, new PackPin(pack.id(), pack.version(), pack.sha256(), false))
        .fill(limits, options.seed(), START, BEGIN_WITHIN_DAYS);
  }

  /**
   * A first life in which nothing falls due: it fills the index, and where the JVM can keep what a
   * start needs the later ones start quickly.
   */
  private void rehearse(DrillStore connection, EventLog log) throws IOException {
    new PassingTime(Clock.systemUTC().instant(), START.minus(SPAN), 1).write(folder);
    Member first = members.getFirst();
    first.start();
    long last = log.nextPosition() - 1;
    var tokens = CommandSide.tokens(connection);
    await(
        "the index was not filled",
        () -> {
          first.check();
          return tokens.position(DueIndexProcessor.NAME, 0).orElse(-1) >= last;
        });
    first.end();
  }

  private void strikeFor(Duration lasts) {
    long end = System.nanoTime() + lasts.toNanos();
    long nextStop = System.nanoTime() + lasts.toNanos() / 5;
    while (System.nanoTime() < end) {
      Scene.pause(Duration.ofMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
      Member struck = members.get(random.nextInt(members.size()));
      if (limits >= WORTH_A_STOP && System.nanoTime() > nextStop) {
        standStill(struck);
        nextStop = System.nanoTime() + lasts.toNanos() / 5;
      } else {
        kill(struck);
        if (random.nextInt(8) == 0) {
          kill(members.get(1 - members.indexOf(struck)));
        }
      }
      members.forEach(Member::check);
    }
  }

  private void kill(Member member) {
    member.kill();
    kills++;
    report.say("kill -9 of " + member.name());
    member.start();
  }

  /** Longer than its claim on the index holds: another one takes it, and then it goes on. */
  private void standStill(Member member) {
    Life life = member.life();
    member.stop();
    stops++;
    report.say("SIGSTOP of " + member.name());
    Scene.pause(STANDS_STILL);
    member.goOn(life);
  }

  /** Nobody is killed any more; until everything is raised and the index says so, too. */
  private Duration catchUp(
      DrillStore connection, EventLog log, EventCodec codec, PassingTime time) {
    long begun = System.nanoTime();
    DueStore index = new DueStore(connection.database());
    LogReader reader = log.reader(0);
    RecordedEvents events = new RecordedEvents(codec);
    await(
        "not everything was raised",
        () -> {
          members.forEach(Member::check);
          read(reader, events);
          return checker.expiredLimits() == limits
              && index.due(time.at(Clock.systemUTC().instant()), null, 1).isEmpty();
        });
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    read(reader, events);
    return took;
  }

  private void read(LogReader reader, RecordedEvents events) {
    List<StoredEvent> next = reader.next(BATCH);
    while (!next.isEmpty()) {
      events.of(next).forEach(checker::take);
      next = reader.next(BATCH);
    }
  }

  private interface Look {
    boolean there();
  }

  /** What is not there in time is for the verdict to say, where there can be one. */
  private void await(String otherwise, Look look) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!look.there()) {
      if (System.nanoTime() > until) {
        report.say("waited in vain: " + otherwise);
        return;
      }
      DrillStore.pause();
    }
  }

  /** Leaves nothing behind: no process, no data. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      members.forEach(Member::abandon);
      store.close();
    }
  }
}
