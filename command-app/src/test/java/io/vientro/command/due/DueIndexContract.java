package io.vientro.command.due;

import static io.vientro.command.due.LimitEvents.corrected;
import static io.vientro.command.due.LimitEvents.ended;
import static io.vientro.command.due.LimitEvents.expired;
import static io.vientro.command.due.LimitEvents.extended;
import static io.vientro.command.due.LimitEvents.notice;
import static io.vientro.command.due.LimitEvents.started;
import static io.vientro.command.due.LimitEvents.startedAt;
import static io.vientro.command.due.LimitEvents.term;
import static io.vientro.command.due.LimitEvents.uncertain;
import static io.vientro.command.due.LimitEvents.waived;
import static io.vientro.command.due.LimitEvents.warned;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.vientro.command.due.DyingDatabase.Died;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.dossier.RaiseTimeLimit.What;
import io.vientro.store.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the index holds after events, however they came to it. */
abstract class DueIndexContract {
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2025, 6, 30);
  private static final LocalDate HOLIDAY = LocalDate.of(2025, 6, 30);

  private MongoClient client;
  private final List<MongoDatabase> databases = new ArrayList<>();

  /** Connection string of the store, or an abort of the test where there is none. */
  abstract String uri();

  @BeforeEach
  void connect() {
    client = MongoClients.create(uri());
  }

  @AfterEach
  void drop() {
    databases.forEach(MongoDatabase::drop);
    if (client != null) {
      client.close();
    }
  }

  private MongoDatabase fresh() {
    var database = client.getDatabase("due_" + UUID.randomUUID().toString().substring(0, 8));
    databases.add(database);
    return database;
  }

  /** Everything that can happen to limits, over five dossiers and two calendar years. */
  private static List<RecordedEvent> events() {
    var a = "dossier-a";
    var b = "dossier-b";
    var c = "dossier-c";
    var d = "dossier-d";
    var june = LocalDate.of(2025, 6, 10);
    return new LimitEvents()
        .seed(2025)
        .seed(2026)
        // Due on Monday, 30 June 2025.
        .add(a, started("appraisal", 1, june, term(20, Unit.CALENDAR_DAY), 3))
        .add(b, started("report", 1, LocalDate.of(2026, 12, 20), term(30, Unit.CALENDAR_DAY), 5))
        .add(c, startedAt("clearance", Instant.parse("2025-06-10T02:30:00Z"), june, 48))
        .add(a, warned("appraisal", 1, DUE))
        .add(d, started("check", 1, june, term(3, Unit.WORKING_DAY), null))
        .add(d, started("opinion", 1, june, term(10, Unit.WORKING_DAY), 2))
        .add(d, ended("check", 1, june.plusDays(1)))
        .add(d, started("check", 2, june.plusDays(4), term(3, Unit.WORKING_DAY), null))
        .add(c, expired("clearance", 1, june.plusDays(2)))
        .add(a, expired("appraisal", 1, DUE))
        .add(b, uncertain("report", 1, 2027))
        // Moves the due date of what was raised, and of what still runs.
        .notice(notice(2025, HOLIDAY, LocalDate.of(2025, 6, 17)))
        .add(a, corrected("appraisal", 1, DUE, DUE.plusDays(1)))
        .add(d, extended("opinion", 1, LocalDate.of(2025, 6, 25), LocalDate.of(2025, 7, 3)))
        .add(a, ended("appraisal", 1, LocalDate.of(2025, 7, 2)))
        .notice(notice(2027, LocalDate.of(2027, 1, 1)))
        .add(d, waived("check", 2, june.plusDays(5)))
        .add(a, started("appraisal", 2, LocalDate.of(2025, 7, 10), term(20, Unit.CALENDAR_DAY), 3))
        .add(d, expired("opinion", 1, LocalDate.of(2025, 7, 3)))
        .events();
  }

  private static void take(MongoDatabase database, List<RecordedEvent> events, Random cuts) {
    var index = new DueIndex(new DueStore(database));
    var from = 0;
    while (from < events.size()) {
      var to = Math.min(events.size(), from + 1 + cuts.nextInt(6));
      index.take(events.subList(from, to));
      from = to;
    }
  }

  private static List<Document> contents(MongoDatabase database) {
    var all = new ArrayList<Document>();
    for (var name : List.of(DueStore.INDEX, DueStore.CASES, DueStore.CALENDAR)) {
      database.getCollection(name).find().sort(Sorts.ascending("_id")).into(all);
    }
    return all;
  }

  private List<Document> oneByOne(List<RecordedEvent> events) {
    var database = fresh();
    var index = new DueIndex(new DueStore(database));
    events.forEach(event -> index.take(List.of(event)));
    return contents(database);
  }

  @Test
  void holdsWhatIsToBeRaisedTheEarliestFirst() {
    var database = fresh();
    new DueIndex(new DueStore(database)).take(events());
    var entries = new DueStore(database).due(FAR, null, 100);
    assertThat(entries)
        .extracting(DueEntry::dossier, DueEntry::limit, DueEntry::what, DueEntry::due)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "dossier-a", "appraisal", What.WARNING, LocalDate.of(2025, 7, 30)),
            org.assertj.core.groups.Tuple.tuple(
                "dossier-a", "appraisal", What.EXPIRY, LocalDate.of(2025, 7, 30)),
            org.assertj.core.groups.Tuple.tuple(
                "dossier-b", "report", What.WARNING, LocalDate.of(2027, 1, 19)),
            org.assertj.core.groups.Tuple.tuple(
                "dossier-b", "report", What.EXPIRY, LocalDate.of(2027, 1, 19)));
    assertThat(entries).isSortedAccordingTo((x, y) -> x.at().compareTo(y.at()));
    assertThat(entries.get(1).at()).isEqualTo(Instant.parse("2025-07-30T17:00:00Z"));
  }

  @Test
  void givesWhatIsDueByAnInstantAndPages() {
    var store = new DueStore(fresh());
    new DueIndex(store).take(events());
    var expiry = Instant.parse("2025-07-30T17:00:00Z");
    assertThat(store.due(expiry.minusMillis(1), null, 10)).hasSize(1);
    var both = store.due(expiry, null, 10);
    assertThat(both).hasSize(2);
    assertThat(store.due(expiry, both.getFirst().id(), 10)).containsExactly(both.getLast());
  }

  @Test
  void isTheSameHoweverTheEventsAreCutAndHoweverOftenTheyCome() {
    var events = events();
    var expected = oneByOne(events);
    for (var seed = 0; seed < 5; seed++) {
      var database = fresh();
      take(database, events, new Random(seed));
      assertThat(contents(database)).as("cut by seed %d", seed).isEqualTo(expected);
      take(database, events, new Random(seed + 100));
      assertThat(contents(database)).as("again, cut by seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void aNoticeDerivesAnewWhatItMovesAndLeavesTheRest() {
    var events = events();
    var store = new DueStore(fresh());
    var index = new DueIndex(store);
    index.take(events.subList(0, 13));
    var before = store.due(FAR, null, 100);
    index.take(events.subList(13, 14));
    var after = store.due(FAR, null, 100);
    assertThat(after)
        .filteredOn(entry -> entry.what() == What.CORRECTION)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.at()).isEqualTo(Instant.EPOCH);
              assertThat(entry.due()).isEqualTo(DUE.plusDays(1));
              assertThat(entry.position()).isEqualTo(13);
            });
    assertThat(after)
        .filteredOn(entry -> entry.dossier().equals("dossier-d"))
        .filteredOn(entry -> entry.limit().equals("opinion"))
        .allSatisfy(entry -> assertThat(entry.position()).isEqualTo(13));
    assertThat(after)
        .filteredOn(entry -> entry.dossier().equals("dossier-b"))
        .isEqualTo(before.stream().filter(entry -> entry.dossier().equals("dossier-b")).toList());
  }

  @Test
  void aProcessMayDieAtAnyWrite() {
    var events = events();
    var expected = oneByOne(events);
    var writes = 0;
    boolean died;
    do {
      var database = fresh();
      var dying = new DyingDatabase(database, writes);
      died = false;
      try {
        take(dying.database(), events, new Random(writes));
      } catch (Died e) {
        died = true;
      }
      // The next one begins where the token stood, at the latest at the batch that was cut off;
      // here from the very beginning, with other cuts.
      take(database, events, new Random(writes + 1_000));
      assertThat(contents(database)).as("died after %d writes", writes).isEqualTo(expected);
      database.drop();
      writes++;
    } while (died);
    assertThat(writes).isGreaterThan(20);
  }

  @Test
  void whatAStoppedProcessLeavesBehindIsFoundOut() {
    var events = events();
    var database = fresh();
    var store = new DueStore(database);
    var index = new DueIndex(store);
    index.take(events.subList(0, 3));
    var early = store.due(FAR, null, 1).getFirst();
    index.take(events.subList(3, events.size()));
    assertThat(store.due(FAR, null, 100)).doesNotContain(early);
    // It had computed this before it was stopped, and writes it now.
    store.saveEntries(List.of(early));
    assertThat(store.due(FAR, null, 100)).contains(early);
    assertThat(store.dropIfLeftBehind(early)).isTrue();
    assertThat(store.due(FAR, null, 100)).doesNotContain(early);
    var stands = store.due(FAR, null, 1).getFirst();
    assertThat(store.dropIfLeftBehind(stands)).isFalse();
    assertThat(store.due(FAR, null, 1)).containsExactly(stands);
  }

  @Test
  void doesNotDropWhatAnotherProcessIsAboutToNameInItsWorkingDocument() {
    var events = events();
    var store = new DueStore(fresh());
    new DueIndex(store).take(events.subList(0, 3));
    var stands = store.due(FAR, null, 1).getFirst();
    var ahead =
        new DueEntry(
            stands.at().plusSeconds(1),
            stands.dossier(),
            "another",
            1,
            What.EXPIRY,
            stands.due(),
            false,
            7);
    store.saveEntries(List.of(ahead));
    assertThat(store.dropIfLeftBehind(ahead)).isFalse();
  }
}
