package io.vientro.command;

import static io.vientro.command.CommandSide.NOW;
import static io.vientro.command.CommandSide.TODAY;
import static io.vientro.command.due.LimitEvents.fixed;
import static io.vientro.command.due.LimitEvents.notice;
import static io.vientro.command.due.LimitEvents.started;
import static io.vientro.command.due.LimitEvents.startedAt;
import static io.vientro.command.due.LimitEvents.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.command.due.DueEntry;
import io.vientro.command.due.DueIndex;
import io.vientro.command.due.DueRaiser;
import io.vientro.command.due.DueStore;
import io.vientro.command.due.DueWorker;
import io.vientro.core.DomainEvent;
import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DueDateUncertain;
import io.vientro.core.dossier.LedgerEvent;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.dossier.TimeLimitExpired;
import io.vientro.core.dossier.TimeLimitExpiryCorrected;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.dossier.TimeLimitWarned;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.DutyParty;
import io.vientro.log.Commit;
import io.vientro.log.LogTail;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.TailOptions;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.EventCodec;
import io.vientro.store.EventMetadata;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.PendingEvent;
import io.vientro.store.PendingEvents;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import io.vientro.store.axon.LogEventStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the worker makes of the index, with the real dossiers and the real log: each thing once, in
 * order, and never early. Two processes share the log; a test's clock is moved by hand.
 */
abstract class DueWorkerContract {
  private static final BuiltInPacks BUILT_IN = BuiltInPacks.load();
  private static final SubmitDossier SUBMIT =
      Housed.command(Bodies.complete(TODAY), SubmitDossier.class);
  private static final Actor ADMINISTRATOR =
      new Actor("administrator", Role.ADMINISTRATOR, CommandSide.AGENCY);

  private final List<AutoCloseable> open = new ArrayList<>();
  private MongoDatabase database;
  private Process one;

  /** Connection string of the store, or an abort of the test where there is none. */
  abstract String uri();

  /** A process of the command side, without HTTP; its index is brought up by hand. */
  private final class Process {
    final MongoEventLog log = new MongoEventLog(database, MongoLogOptions.defaults());
    final EventCodec codec = new EventCodec(new MongoSubjectKeys(database, new VientroClock()));
    final VientroClock clock = new VientroClock();
    final DueStore store = new DueStore(database);
    final DueIndex index = new DueIndex(store);
    final AtomicInteger asked = new AtomicInteger();
    final CommandService commands;
    final DueRaiser raiser;
    final DueWorker worker;
    private long taken;

    Process() {
      open.add(log);
      var opened =
          new OpenedLog(new LogOpening(log, codec, clock, BUILT_IN).open(LogMode.TRAINING));
      clock.moveTo(NOW);
      var tail = LogTail.start(log, TailOptions.shared());
      open.add(tail);
      var law =
          new Law(log, codec, clock, LogMode.TRAINING, PackSelection.pinned("nd80-2020"), BUILT_IN);
      var axon =
          Aggregates.housed(new LogEventStore(log, tail, codec, clock), new LawContexts(law));
      open.add(axon::shutdown);
      commands = new CommandConfiguration().commandService(axon, log, codec, opened);
      raiser = new DueCommands(commands, clock);
      worker =
          new DueWorker(
              store,
              entry -> {
                asked.incrementAndGet();
                return raiser.raise(entry);
              },
              clock,
              Duration.ofSeconds(1));
    }

    String file() {
      var origin = Housed.origin(Housed.OFFICER);
      var unique =
          new Origin(
              origin.actor(), "test-" + UUID.randomUUID(), origin.requestDigest(), false, null);
      return commands.send(Dossier.id(UUID.randomUUID()), SUBMIT, unique).id();
    }

    /** Appends what a pack of the future may start. */
    void append(String dossier, DomainEvent event) {
      var metadata =
          new EventMetadata(
              "test",
              Role.SYSTEM,
              "system",
              Capacity.ASSIGNED_DUTY,
              false,
              "test",
              "test",
              null,
              null,
              LogMode.TRAINING);
      var sequence = log.aggregate(dossier, 0, 1_000).size();
      var pending =
          new PendingEvent(dossier, sequence, UUID.randomUUID().toString(), event, metadata);
      log.append(
          new Commit(
              "test-" + UUID.randomUUID(),
              new PendingEvents(codec).of(List.of(pending), clock.instant())));
    }

    void record(CalendarNotice notice) {
      var calendar = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);
      var origin = new Origin(ADMINISTRATOR, "test-" + UUID.randomUUID(), "digest", false, null);
      var command = new RecordCalendarNotice(notice, new Act(Capacity.ASSIGNED_DUTY, null, null));
      commands.send(new ForCalendar(calendar, command, origin), calendar, origin);
    }

    /** Brings the index up to the log. */
    void follow() {
      var news = read(taken);
      index.take(news);
      taken += news.size();
    }

    List<RecordedEvent> read(long from) {
      var reader = log.reader(from);
      var all = new ArrayList<RecordedEvent>();
      for (var next = reader.next(500); !next.isEmpty(); next = reader.next(500)) {
        all.addAll(new RecordedEvents(codec.leavingSealed()).of(next));
      }
      return all;
    }

    void at(Instant instant) {
      clock.moveTo(instant);
    }

    /** The index follows, the worker looks; until nothing more comes of it. */
    void settle() {
      int before;
      do {
        before = read(0).size();
        follow();
        worker.round();
      } while (read(0).size() > before);
    }
  }

  @BeforeEach
  void start() {
    MongoClient client = MongoClients.create(uri());
    open.add(client);
    database = client.getDatabase("due_worker_" + UUID.randomUUID().toString().substring(0, 8));
    open.add(database::drop);
    one = new Process();
  }

  @AfterEach
  void stop() throws Exception {
    for (var closeable : open.reversed()) {
      closeable.close();
    }
  }

  private static Instant hanoi(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(Zone.HO_CHI_MINH).toInstant();
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Zone.HO_CHI_MINH).toInstant();
  }

  private static TimeLimitStarted days(String limit, int days) {
    return started(limit, 1, TODAY, term(days, Unit.CALENDAR_DAY), null);
  }

  private <E extends LedgerEvent> List<E> raised(Class<E> type) {
    return one.read(0).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void nothingIsRaisedBeforeTheDayHasEnded() {
    var dossier = one.file();
    // Monday, 16 June + 3 days: Thursday, 19 June.
    one.append(dossier, days("check", 3));
    one.follow();
    var due = TODAY.plusDays(3);
    one.at(endOf(due).minusMillis(1));
    one.settle();
    assertThat(raised(TimeLimitExpired.class)).isEmpty();
    assertThat(one.asked).hasValue(0);
    var entry = one.store.due(endOf(due), null, 10).getFirst();
    assertThat(one.raiser.raise(entry)).isEqualTo(DueRaiser.Outcome.NOTHING);
    assertThat(raised(TimeLimitExpired.class)).isEmpty();
    one.at(endOf(due));
    one.settle();
    assertThat(raised(TimeLimitExpired.class))
        .extracting(TimeLimitExpired::due)
        .containsExactly(due);
    assertThat(one.worker.raised(What.EXPIRY)).isOne();
  }

  @Test
  void hoursAreNotOverBeforeTheirMinuteIs() {
    var dossier = one.file();
    var from = hanoi(TODAY, 14, 30).plusSeconds(20);
    one.append(dossier, startedAt("clearance", from, TODAY, 48));
    one.follow();
    var end = hanoi(TODAY.plusDays(2), 14, 31);
    one.at(end.minusMillis(1));
    one.settle();
    assertThat(raised(TimeLimitExpired.class)).isEmpty();
    one.at(end);
    one.settle();
    assertThat(raised(TimeLimitExpired.class))
        .singleElement()
        .satisfies(it -> assertThat(it.at()).isEqualTo(end.minusSeconds(60)));
  }

  @Test
  void twoWorkersRaiseEachThingOnce() {
    var other = new Process();
    var limits = IntStream.range(0, 25).mapToObj(i -> "limit-" + i).toList();
    for (var i = 0; i < limits.size(); i += 5) {
      var dossier = one.file();
      for (var limit : limits.subList(i, i + 5)) {
        one.append(dossier, days(limit, 3));
      }
    }
    one.follow();
    var later = endOf(TODAY.plusDays(4));
    one.at(later);
    other.at(later);
    var both =
        List.of(
            CompletableFuture.runAsync(one.worker::round),
            CompletableFuture.runAsync(other.worker::round));
    both.forEach(CompletableFuture::join);
    one.settle();
    other.settle();
    assertThat(raised(TimeLimitExpired.class))
        .extracting(TimeLimitExpired::limit)
        .containsExactlyInAnyOrderElementsOf(limits);
    assertThat(one.store.due(later, null, 100)).isEmpty();
  }

  @Test
  void aWorkerThatDiedAfterTheCommitLeavesNothingToDoTwice() {
    var other = new Process();
    var dossier = one.file();
    one.append(dossier, days("check", 3));
    one.follow();
    var later = endOf(TODAY.plusDays(4));
    one.at(later);
    other.at(later);
    var dies =
        new DueWorker(
            one.store,
            entry -> {
              one.raiser.raise(entry);
              throw new IllegalStateException("dead");
            },
            one.clock,
            Duration.ofSeconds(1));
    assertThatThrownBy(dies::round).hasMessage("dead");
    // The index was not brought up: the other one finds the same entry.
    other.worker.round();
    assertThat(other.asked).hasValue(1);
    assertThat(other.worker.raised(What.EXPIRY)).isOne();
    assertThat(raised(TimeLimitExpired.class)).hasSize(1);
    assertThat(one.store.due(later, null, 10)).isEmpty();
    // An index that reads the past again brings it back for a moment, and then not.
    one.follow();
    other.follow();
    assertThat(one.store.due(later, null, 10)).isEmpty();
  }

  @Test
  void afterADowntimeEverythingIsRaisedInOrderAndOnce() {
    var first = one.file();
    var second = one.file();
    one.append(first, days("c", 30));
    one.append(second, days("a", 10));
    one.append(first, days("b", 20));
    // Warned of on the way, had anybody been there: nobody is warned of what has passed.
    one.append(second, started("d", 1, TODAY, term(40, Unit.CALENDAR_DAY), 3));
    one.append(first, started("e", 1, TODAY, term(200, Unit.CALENDAR_DAY), 150));
    one.follow();
    one.at(endOf(TODAY.plusDays(100)));
    one.settle();
    var raised =
        one.read(0).stream()
            .map(RecordedEvent::event)
            .filter(LedgerEvent.class::isInstance)
            .map(
                event ->
                    switch (event) {
                      case TimeLimitExpired e -> "expired " + e.limit();
                      case TimeLimitWarned e -> "warned " + e.limit();
                      default -> event.toString();
                    });
    assertThat(raised)
        .containsExactly("expired a", "expired b", "expired c", "expired d", "warned e");
    one.settle();
    assertThat(raised(TimeLimitExpired.class)).hasSize(4);
  }

  @Test
  void whatNoLongerHoldsIsAskedOnceAndKeepsNobody() {
    var done = one.file();
    var late = one.file();
    one.append(done, days("check", 3));
    one.append(late, days("check", 5));
    one.follow();
    one.append(done, new TimeLimitEnded("check", 1, TODAY, TimeLimitEnded.Reason.FULFILLED));
    one.at(endOf(TODAY.plusDays(10)));
    // The index has not heard of the end yet.
    one.worker.round();
    one.worker.round();
    assertThat(one.worker.refused()).isOne();
    assertThat(one.asked).hasValue(2);
    assertThat(raised(TimeLimitExpired.class)).hasSize(1);
    one.follow();
    assertThat(one.store.due(Instant.parse("9000-01-01T00:00:00Z"), null, 10)).isEmpty();
  }

  @Test
  void whatCannotBeRaisedHoldsItsOwnDossierOnly() {
    var sick = one.file();
    var well = one.file();
    one.append(sick, days("a", 3));
    one.append(sick, days("b", 4));
    one.append(well, days("c", 5));
    one.follow();
    one.at(endOf(TODAY.plusDays(10)));
    var asked = new ArrayList<String>();
    var worker =
        new DueWorker(
            one.store,
            entry -> {
              asked.add(entry.limit());
              return entry.dossier().equals(sick)
                  ? DueRaiser.Outcome.FAILED
                  : one.raiser.raise(entry);
            },
            one.clock,
            Duration.ofSeconds(1));
    worker.round();
    worker.round();
    assertThat(asked).containsExactly("a", "c");
    assertThat(worker.failed()).isOne();
    assertThat(worker.oldestWaits()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void anUncertainDueDateIsToldOnceAndExpiresOnceTheNoticeIsThere() {
    var dossier = one.file();
    var from = LocalDate.of(2026, 12, 20);
    one.append(dossier, started("report", 1, from, term(10, Unit.WORKING_DAY), null));
    one.at(hanoi(LocalDate.of(2027, 2, 1), 9, 0));
    one.settle();
    assertThat(raised(DueDateUncertain.class))
        .extracting(DueDateUncertain::year)
        .containsExactly(2027);
    assertThat(raised(TimeLimitExpired.class)).isEmpty();
    one.settle();
    assertThat(raised(DueDateUncertain.class)).hasSize(1);
    one.record(notice(2027, LocalDate.of(2027, 1, 1)));
    one.settle();
    // 21 to 31 December are nine working days; 1 January is off.
    assertThat(raised(TimeLimitExpired.class))
        .extracting(TimeLimitExpired::due)
        .containsExactly(LocalDate.of(2027, 1, 4));
  }

  @Test
  void aLaterNoticeCorrectsAnExpiryAsOftenAsItMovesTheDate() {
    var dossier = one.file();
    // Ten working days after 16 June 2025: Monday, 30 June.
    one.append(dossier, started("appraisal", 1, TODAY, term(10, Unit.WORKING_DAY), null));
    var due = LocalDate.of(2025, 6, 30);
    one.at(hanoi(due.plusDays(10), 9, 0));
    one.settle();
    assertThat(raised(TimeLimitExpired.class)).hasSize(1);
    one.record(notice(2025, due));
    one.settle();
    one.record(again("TB-2025-trả lại", List.of(), List.of(due)));
    one.settle();
    one.record(again("TB-2025-nghỉ lại", List.of(due), List.of()));
    one.settle();
    assertThat(raised(TimeLimitExpired.class)).hasSize(1);
    assertThat(raised(TimeLimitExpiryCorrected.class))
        .extracting(TimeLimitExpiryCorrected::due)
        .containsExactly(due.plusDays(1), due, due.plusDays(1));
  }

  private static CalendarNotice again(
      String number, List<LocalDate> off, List<LocalDate> restored) {
    return new CalendarNotice(
        2025, number, null, "Bộ luật Lao động, Điều 112", off, List.of(), restored);
  }

  @Test
  void anAnnualReportThatExpiredStartsTheNextOneAndThatExpiresInItsTurn() {
    var dossier = one.file();
    one.append(dossier, annualReport(LocalDate.of(2023, 1, 15), "2022"));
    one.settle();
    assertThat(raised(TimeLimitExpired.class))
        .extracting(TimeLimitExpired::segment, TimeLimitExpired::due)
        .containsExactly(
            tuple(1, LocalDate.of(2023, 1, 15)),
            tuple(2, LocalDate.of(2024, 1, 15)),
            tuple(3, LocalDate.of(2025, 1, 15)));
    assertThat(one.store.due(endOf(LocalDate.of(2026, 1, 15)), null, 10))
        .filteredOn(entry -> entry.what() == What.EXPIRY)
        .extracting(DueEntry::limit, DueEntry::segment, DueEntry::due)
        .containsExactly(tuple("annual-report", 4, LocalDate.of(2026, 1, 15)));
  }

  private static TimeLimitStarted annualReport(LocalDate due, String period) {
    return new TimeLimitStarted(
        "annual-report",
        1,
        due.withDayOfYear(1).minusDays(1),
        fixed(due),
        "record-implementation-start",
        null,
        null,
        null,
        period,
        new Debtor(DutyParty.MANAGING_AGENCY, CommandSide.AGENCY),
        null,
        null,
        null);
  }

  @Test
  void theEventsSayThatTheSoftwareDidIt() {
    var dossier = one.file();
    one.append(dossier, days("check", 3));
    one.follow();
    one.at(endOf(TODAY.plusDays(4)));
    DueEntry entry = one.store.due(one.clock.instant(), null, 1).getFirst();
    one.settle();
    var event =
        one.read(0).stream()
            .filter(it -> it.event() instanceof TimeLimitExpired)
            .findFirst()
            .orElseThrow();
    assertThat(event.metadata().actor()).isEqualTo(Actor.SYSTEM);
    assertThat(event.metadata().command()).isEqualTo("raise-time-limit");
    assertThat(event.commitId()).isEqualTo(entry.commitId()).startsWith("due-");
    assertThat(event.metadata().effectiveOn()).isEqualTo(TODAY.plusDays(5));
  }
}
