package io.vientro.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.log.LogMode;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.log.EventLog;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.rulepacks.BuiltInPack;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogOpeningTest {
  private static final BuiltInPacks BUILT_IN = BuiltInPacks.load();
  // 23:30 in Hanoi is still the day before in UTC, and 01:30 is not.
  private static final Instant AT = Instant.parse("2025-06-15T18:30:00Z");

  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());
  private final VientroClock clock = new VientroClock(Clock.fixed(AT, ZoneOffset.UTC));
  private final EventLog log = new InMemoryEventLog();

  private LogOpening opening(EventLog of, BuiltInPacks packs) {
    return new LogOpening(of, codec, clock, packs);
  }

  private static List<StoredEvent> events(EventLog log) {
    var all = new ArrayList<StoredEvent>();
    var reader = log.reader(0);
    for (var chunk = reader.next(100); !chunk.isEmpty(); chunk = reader.next(100)) {
      all.addAll(chunk);
    }
    return all;
  }

  private static List<String> types(EventLog log) {
    return events(log).stream().map(e -> e.event().type()).toList();
  }

  @Test
  void theFirstEventSaysWhatTheLogIsFor() {
    var opened = opening(log, BUILT_IN).open(LogMode.LIVE);

    assertThat(types(log).getFirst()).isEqualTo("log.opened");
    assertThat(opened.mode()).isEqualTo(LogMode.LIVE);
    assertThat(LogOpening.first(log, codec)).contains(opened);
    assertThat(events(log).getFirst().event().payload()).contains("2025-06-16");
    var metadata = codec.metadata(events(log).getFirst().event().metadata());
    assertThat(metadata.account()).isEqualTo("system");
    assertThat(metadata.logMode()).isEqualTo(LogMode.LIVE);
  }

  @Test
  void aSecondStartAddsNothing() {
    opening(log, BUILT_IN).open(LogMode.TRAINING);
    var before = log.nextPosition();
    opening(log, BUILT_IN).open(LogMode.TRAINING);
    assertThat(log.nextPosition()).isEqualTo(before);
  }

  @Test
  void aStartThatWasCutShortIsTakenUpByTheNext() {
    var whole = new InMemoryEventLog();
    opening(whole, BUILT_IN).open(LogMode.TRAINING);
    var noPacks = new BuiltInPacks(BUILT_IN.decrees(), List.of());
    // It fails where the calendar needs the pack's context, after what comes before it was written.
    assertThatThrownBy(() -> opening(log, noPacks).open(LogMode.TRAINING));
    assertThat(log.nextPosition()).isPositive();

    opening(log, BUILT_IN).open(LogMode.TRAINING);

    assertThat(types(log)).containsExactlyInAnyOrderElementsOf(types(whole));
  }

  @Test
  void aLiveLogHasTheCalendarAndTheRealAgenciesOnly() {
    opening(log, BUILT_IN).open(LogMode.LIVE);
    var law = law(LogMode.LIVE);
    assertThat(law.calendar().years()).contains(2021, 2025, 2026);
    assertThat(law.calendar().day(LocalDate.of(2025, 9, 2))).isEqualTo(WorkingCalendar.Day.OFF);
    assertThat(law.registry().agency("ubnd-tinh-mau")).isEmpty();
    assertThat(law.knows(Law.TRAINING_REGISTRY)).isFalse();
    assertThat(law.record(Settings.DEFAULT_PACK).latest()).isPresent();
  }

  @Test
  void aTrainingLogHasFictionalAgenciesBesideTheRealOnes() {
    opening(log, BUILT_IN).open(LogMode.TRAINING);
    var registry = law(LogMode.TRAINING).registry();
    assertThat(registry.agency("ubnd-tinh-mau")).isPresent();
    assertThat(registry.agencies().size()).isGreaterThan(2);
  }

  private Law law(LogMode mode) {
    return new Law(log, codec, clock, mode, PackSelection.pinned(Settings.DEFAULT_PACK), BUILT_IN);
  }

  @Test
  void aLogIsNeverOpenedForWhatItIsNot() {
    opening(log, BUILT_IN).open(LogMode.LIVE);
    var before = log.nextPosition();
    assertThatThrownBy(() -> opening(log, BUILT_IN).open(LogMode.TRAINING))
        .isInstanceOf(StartRefusedException.class)
        .hasMessage("the log is LIVE and stays so; it cannot be opened as TRAINING");
    assertThat(log.nextPosition()).isEqualTo(before);
    assertThatThrownBy(() -> clock.moveTo(AT)).isInstanceOf(IllegalStateException.class);

    var training = new InMemoryEventLog();
    opening(training, BUILT_IN).open(LogMode.TRAINING);
    assertThatThrownBy(() -> opening(training, BUILT_IN).open(LogMode.LIVE))
        .isInstanceOf(StartRefusedException.class);
  }

  @Test
  void onlyTheClockOfATrainingLogCanBeMoved() {
    opening(log, BUILT_IN).open(LogMode.LIVE);
    assertThatThrownBy(() -> clock.moveTo(AT.plusSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(clock.instant()).isEqualTo(AT);

    opening(new InMemoryEventLog(), BUILT_IN).open(LogMode.TRAINING);
    clock.moveTo(AT.plusSeconds(7));
    assertThat(clock.instant()).isEqualTo(AT.plusSeconds(7));
    clock.release();
    assertThat(clock.instant()).isEqualTo(AT);
  }

  @Test
  void aChangedTextUnderAKnownVersionRefusesTheStartInOneLine() {
    opening(log, BUILT_IN).open(LogMode.LIVE);
    var before = log.nextPosition();
    var packs =
        BUILT_IN.packs().stream()
            .map(p -> new BuiltInPack(p.id(), p.version(), p.file(), p.text() + "\n# changed\n"))
            .toList();
    var changed = new BuiltInPacks(BUILT_IN.decrees(), packs);

    assertThatThrownBy(() -> opening(log, changed).open(LogMode.LIVE))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("nd80-2020 version")
        .hasMessageContaining("differs from the one on record")
        .extracting(e -> String.valueOf(e.getMessage()).lines().count())
        .isEqualTo(1L);
    assertThat(log.nextPosition()).isEqualTo(before);
  }

  @Test
  void aBuildWithALaterVersionOfAPackRecordsItAndKeepsTheEarlierForItsDossiers() {
    var shipped = BUILT_IN.latest(Settings.DEFAULT_PACK).orElseThrow();
    assertThat(shipped.version()).isGreaterThan(1);
    var text = shipped.text().replaceFirst("(?m)^version: \\d+$", "version: 1");
    var first = new BuiltInPack(shipped.id(), 1, shipped.file(), text);
    opening(log, new BuiltInPacks(BUILT_IN.decrees(), List.of(first))).open(LogMode.TRAINING);
    var before = log.nextPosition();

    opening(log, BUILT_IN).open(LogMode.TRAINING);

    assertThat(types(log).subList(Math.toIntExact(before), Math.toIntExact(log.nextPosition())))
        .containsExactly("rule-pack.recorded");
    var law = law(LogMode.TRAINING);
    assertThat(law.record(shipped.id()).versions().keySet())
        .containsExactlyInAnyOrder(1, shipped.version());
    var filed = law.filing(Actor.SYSTEM, LocalDate.of(2025, 6, 16));
    assertThat(filed)
        .isInstanceOfSatisfying(
            Law.Filing.Bound.class,
            b -> assertThat(b.context().pack().version()).isEqualTo(shipped.version()));
    var pin = new PackPin(first.id(), 1, first.sha256(), false);
    assertThat(law.context(Actor.SYSTEM, pin).pack().version()).isEqualTo(1);
    // And a build that does not know the later one leaves it in place.
    var after = log.nextPosition();
    opening(log, new BuiltInPacks(BUILT_IN.decrees(), List.of(first))).open(LogMode.TRAINING);
    assertThat(log.nextPosition()).isEqualTo(after);
  }

  @Test
  void processesThatOpenItAtOnceWriteItOnce(@TempDir Path folder) throws Exception {
    var alone = new InMemoryEventLog();
    opening(alone, BUILT_IN).open(LogMode.TRAINING);
    try (var store = EmbeddedStore.open(folder);
        var client = MongoClients.create(store.connectionString())) {
      for (var round = 0; round < 3; round++) {
        var database = client.getDatabase("opening" + round);
        var logs = new ArrayList<EventLog>();
        for (var i = 0; i < 3; i++) {
          logs.add(new MongoEventLog(database, MongoLogOptions.defaults()));
        }
        atOnce(logs, LogMode.TRAINING);
        assertThat(types(logs.getFirst())).containsExactlyInAnyOrderElementsOf(types(alone));
        logs.forEach(EventLog::close);
      }
    }
  }

  private void atOnce(List<EventLog> logs, LogMode mode) throws Exception {
    var barrier = new CyclicBarrier(logs.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var each : logs) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return opening(each, BUILT_IN).open(mode);
                }));
      }
      for (var each : running) {
        each.get();
      }
    }
  }

  @Test
  void ofTwoThatOpenItForDifferentThingsOneIsRefused() throws Exception {
    var barrier = new CyclicBarrier(2);
    var refused = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var mode : LogMode.values()) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return opening(log, BUILT_IN).open(mode);
                }));
      }
      for (var each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(StartRefusedException.class);
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(1);
    assertThat(types(log)).filteredOn("log.opened"::equals).hasSize(1);
  }

  @Test
  void theQuerySideWaitsForTheLogToBeOpened() {
    assertThatThrownBy(() -> OpenedLog.await(log, codec, LogMode.LIVE, Duration.ZERO))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("start command-app");
    opening(log, BUILT_IN).open(LogMode.LIVE);
    assertThat(OpenedLog.await(log, codec, LogMode.LIVE, Duration.ZERO).mode())
        .isEqualTo(LogMode.LIVE);
    assertThatThrownBy(() -> OpenedLog.await(log, codec, LogMode.TRAINING, Duration.ZERO))
        .isInstanceOf(StartRefusedException.class);
  }
}
