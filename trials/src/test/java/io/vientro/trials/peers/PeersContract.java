package io.vientro.trials.peers;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoTrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What axon-mongo 4.12.0 does wrong and our log does right: the same scenario on the same store for
 * both. The wrong outcome is asserted to the event, so that a version that gets it right would be
 * noticed here.
 */
abstract class PeersContract {
  private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  /** How far axon-mongo looks back behind the latest timestamp a reader has seen; its default. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(1);

  private static final int UUID_LENGTH = 36;

  private final List<Contestant> opened = new ArrayList<>();
  private MongoDatabase database;

  /** An empty database; aborts the test where there is no store. */
  abstract MongoDatabase openStore();

  abstract void closeStore();

  @BeforeEach
  void open() {
    database = openStore();
  }

  @AfterEach
  void close() {
    opened.forEach(Contestant::close);
    closeStore();
  }

  private Contestant open(Function<MongoDatabase, Contestant> contestant) {
    var node = contestant.apply(database);
    opened.add(node);
    return node;
  }

  private Contestant theirs() {
    return open(AxonMongo::on);
  }

  private Contestant theirsPerCommit() {
    return open(AxonMongo::perCommitOn);
  }

  private Contestant ours() {
    return open(Ours::on);
  }

  @Test
  void anEventCommittedLateIsNeverDeliveredByTheirsAndIsByOurs() {
    var theirs = theirs();
    var ours = ours();

    assertThat(deliveredAroundALateCommit(theirs)).containsExactly("dossier-1#0", "dossier-3#0");
    assertThat(deliveredAroundALateCommit(ours))
        .containsExactly("dossier-1#0", "dossier-2#0", "dossier-3#0");
    assertThat(theirs.history("dossier-2"))
        .as("it was acknowledged, and is stored")
        .isEqualTo(ours.history("dossier-2"))
        .containsExactly("dossier-2#0");
  }

  /** The unit of work of {@code dossier-2} takes 1.5 s from publishing its event to its commit. */
  private static List<String> deliveredAroundALateCommit(Contestant store) {
    var reader = store.reader(null);
    store.append(NOON.plusMillis(1500), "dossier-1#0");
    reader.readOn();
    store.append(NOON, "dossier-2#0");
    reader.readOn();
    store.append(NOON.plusSeconds(2), "dossier-3#0");
    return reader.readOn().delivered();
  }

  @Test
  void twoNodesWhoseClocksDifferBy30MillisecondsGetOneAggregateDeliveredBackwardsByTheirs() {
    assertThat(deliveredOfTwoNodes(theirs(), theirs()))
        .containsExactly("dossier-1#1", "dossier-1#0", "dossier-1#2");
    assertThat(deliveredOfTwoNodes(ours(), ours()))
        .containsExactly("dossier-1#0", "dossier-1#1", "dossier-1#2");
  }

  /** The second command comes 10 ms after the first, to the node whose clock is right. */
  private static List<String> deliveredOfTwoNodes(Contestant fast, Contestant right) {
    fast.append(NOON.plusMillis(30), "dossier-1#0");
    right.append(NOON.plusMillis(10), "dossier-1#1");
    fast.append(NOON.plusMillis(50), "dossier-1#2");
    return right.reader(null).readOn().delivered();
  }

  @Test
  void twoAggregatesInOneUnitOfWorkCorruptBothHistoriesInTheirsWithADocumentPerCommit() {
    var theirs = theirsPerCommit();
    var ours = ours();

    registerDossierInBook(theirs);
    registerDossierInBook(ours);

    assertThat(theirs.history("book-1")).as("an event is missing").containsExactly("book-1#0");
    assertThat(theirs.history("dossier-1"))
        .as("an event of another aggregate")
        .containsExactly("book-1#1", "dossier-1#0");
    assertThat(ours.history("book-1")).containsExactly("book-1#0", "book-1#1");
    assertThat(ours.history("dossier-1")).containsExactly("dossier-1#0");

    theirs.append(NOON, "book-1#1");
    assertThat(theirs.reader(null).readOn().delivered())
        .as("one sequence number, given twice")
        .contains("book-1#1", "book-1#1");
    assertThatThrownBy(() -> ours.append(NOON, "book-1#1"))
        .isInstanceOf(ConcurrencyException.class);
  }

  private static void registerDossierInBook(Contestant store) {
    store.append(NOON, "book-1#0");
    store.append(NOON, "book-1#1", "dossier-1#0");
  }

  @Test
  void aConflictInTheMiddleOfAUnitOfWorkLeavesItsFirstHalfInTheirs() {
    var theirs = theirs();
    var ours = ours();

    collideInBook(theirs);
    collideInBook(ours);

    assertThat(theirs.history("dossier-2")).containsExactly("dossier-2#0");
    assertThat(theirs.reader(null).readOn().delivered()).containsExactly("book-1#0", "dossier-2#0");
    assertThat(ours.history("dossier-2")).isEmpty();
    assertThat(ours.reader(null).readOn().delivered()).containsExactly("book-1#0");
  }

  private static void collideInBook(Contestant store) {
    store.append(NOON, "book-1#0");
    assertThatThrownBy(
            () -> store.append(NOON.plusSeconds(5), "dossier-2#0", "book-1#0", "dossier-3#0"))
        .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
    assertThat(store.history("dossier-3")).isEmpty();
  }

  @Test
  void aReaderFromTheHeadIsGivenOldEventsByTheirs() {
    assertThat(deliveredFromTheHead(theirs())).containsExactly("dossier-1#0");
    assertThat(deliveredFromTheHead(ours())).isEmpty();
  }

  private static List<String> deliveredFromTheHead(Contestant store) {
    // Stamped ahead of the true time, so that it does not depend on how long the append takes.
    store.append(now().plusSeconds(60), "dossier-1#0");
    return store.reader(store.engine().createHeadToken()).readOn().delivered();
  }

  @Test
  void aReaderFromTheHeadMissesEventsOfANodeWhoseClockIsSlowInTheirs() {
    assertThat(deliveredAfterTheHead(theirs())).containsExactly("dossier-3#0");
    assertThat(deliveredAfterTheHead(ours())).containsExactly("dossier-2#0", "dossier-3#0");
  }

  private static List<String> deliveredAfterTheHead(Contestant store) {
    var before = now();
    store.append(before.minusSeconds(60), "dossier-1#0");
    var reader = store.reader(store.engine().createHeadToken());
    store.append(before.minus(LOOK_BACK).minusMillis(1), "dossier-2#0");
    store.append(before.plusSeconds(60), "dossier-3#0");
    return reader.readOn().delivered();
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(MILLIS);
  }

  @Test
  void aReplayHandsOldEventsToHandlersThatDisallowReplayInTheirs() throws Exception {
    assertThat(Replay.of(theirs()))
        .isEqualTo(
            new Replay.Outcome(
                List.of("dossier-0#0", "dossier-1#0", "dossier-2#0", "dossier-5#0"),
                List.of("dossier-3#0", "dossier-4#0")));
    assertThat(Replay.of(ours()))
        .isEqualTo(
            new Replay.Outcome(
                List.of("dossier-5#0"),
                List.of(
                    "dossier-0#0", "dossier-1#0", "dossier-2#0", "dossier-3#0", "dossier-4#0")));
  }

  @Test
  void aTokenKeepsTheNamesOfAllEventsOfTheLastSecondInTheirsAndOneNumberInOurs() {
    var theirs = theirs();
    var ours = ours();
    var theirReader = theirs.reader(null);

    appendAtTenThousandPerSecond(theirs, 0, 100);
    assertThat(known(theirReader.readOn().token())).isEqualTo(100);
    appendAtTenThousandPerSecond(theirs, 100, 300);
    assertThat(known(theirReader.readOn().token())).isEqualTo(300);
    var full = TokenSize.afterASecondOfTenThousand(theirReader.token());
    assertThat(known(full)).as("for as long as the rate lasts").isEqualTo(10_010);
    assertThat(TokenSize.stored(theirs, full))
        .as("bytes written after each batch, and sent with each query for the next")
        .isGreaterThan(10_010 * UUID_LENGTH);

    appendAtTenThousandPerSecond(ours, 0, 300);
    var ourToken = ours.reader(null).readOn().token();
    assertThat(ourToken).isEqualTo(new GlobalSequenceTrackingToken(299));
    assertThat(TokenSize.stored(ours, ourToken)).isLessThan(200);
  }

  /** Ten events in each millisecond. */
  private static void appendAtTenThousandPerSecond(Contestant store, int from, int to) {
    for (int first = from; first < to; first += 10) {
      var events = IntStream.range(first, first + 10).mapToObj(n -> "dossier-" + n + "#0");
      store.append(NOON.plusMillis(first / 10), events.toArray(String[]::new));
    }
  }

  private static int known(@Nullable TrackingToken token) {
    return token instanceof MongoTrackingToken theirs ? theirs.getKnownEventIds().size() : 0;
  }
}
