package io.vientro.log;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.event;
import static io.vientro.log.Samples.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every log promises, whatever it stands on. One subclass per store. */
public abstract class EventLogContract {

  /** The log under test, empty at the start of each test; opened again, it is the same log. */
  protected abstract EventLog open();

  /** Puts a document into the store, past the log, replacing one of the same {@code _id}. */
  protected abstract void put(Document block);

  /** Takes a document out of the store, past the log. */
  protected abstract void remove(long first);

  @Test
  void anEmptyLogHasNothingAndBeginsAtZero() {
    EventLog log = open();

    assertThat(log.nextPosition()).isZero();
    assertThat(log.reader(0).next(10)).isEmpty();
    assertThat(log.aggregate("dossier-1", 0, 10)).isEmpty();
    assertThat(log.commit("nobody")).isEmpty();
  }

  @Test
  void aCommitIsReadAsItWasAppended() {
    EventLog log = open();
    Commit commit = commit("c-1", event("dossier-1", 0), event("dossier-1", 1));

    Appended appended = log.append(commit);

    assertThat(appended.repeated()).isFalse();
    assertThat(appended.commit().firstPosition()).isZero();
    assertThat(appended.commit().lastPosition()).isEqualTo(1);
    assertThat(log.nextPosition()).isEqualTo(2);
    assertThat(readAll(log, 0))
        .isEqualTo(appended.commit().events())
        .extracting(StoredEvent::event)
        .isEqualTo(commit.events());
    assertThat(log.commit("c-1")).contains(appended.commit());
  }

  @Test
  void whichAggregatesHaveMovedOnIsToldInOneAnswer() {
    EventLog log = open();
    log.append(commit("dossier-1", 0, 3));
    log.append(commit("dossier-2", 0, 1));

    assertThat(log.moved(Map.of("dossier-1", 2L, "dossier-2", 1L, "dossier-3", 0L)))
        .containsExactly("dossier-1");
    assertThat(log.moved(Map.of("dossier-1", 0L, "dossier-2", 0L)))
        .containsExactlyInAnyOrder("dossier-1", "dossier-2");
    assertThat(log.moved(Map.of())).isEmpty();
  }

  @Test
  void positionsFollowTheOrderOfCommits() {
    EventLog log = open();
    for (int i = 0; i < 10; i++) {
      log.append(commit("dossier-" + i, 0, 1 + i % 3));
    }

    List<StoredEvent> all = readAll(log, 0);

    assertThat(all).extracting(StoredEvent::position).isEqualTo(positions(0, all.size()));
    assertThat(log.nextPosition()).isEqualTo(all.size());
  }

  @Test
  void textIsKeptToTheLastByte() {
    EventLog log = open();
    String payload =
        "{\"tên\":\"Nguyễn Thị"
            + " Ánh\",\"e\":\"e\u0301é\",\"😀\":\"\uD83D\uDE00\",\"x\":\"a\\u0000\u2028 \"}";
    NewEvent event =
        new NewEvent(
            "dossier-đ",
            0,
            "id-Ω",
            Instant.parse("1969-12-31T23:59:59.999Z"),
            "tải.lên",
            7,
            payload,
            " { } ");

    log.append(commit("commit-ư", event));

    assertThat(readAll(open(), 0)).singleElement().extracting(StoredEvent::event).isEqualTo(event);
    assertThat(open().aggregate("dossier-đ", 0, 1))
        .extracting(StoredEvent::event)
        .containsExactly(event);
  }

  @Test
  void aLogOpenedAgainGoesOnWhereItWas() {
    Appended first = open().append(commit("dossier-1", 0, 2));
    EventLog again = open();

    Appended second = again.append(commit("dossier-1", 2, 1));

    assertThat(second.commit().firstPosition()).isEqualTo(2);
    assertThat(readAll(open(), 0)).hasSize(3).startsWith(first.commit().events().getFirst());
  }

  @Test
  void aRepeatedCommitIdIsAnsweredWithWhatWasStoredTheFirstTime() {
    EventLog log = open();
    Commit commit = commit("c-1", event("dossier-1", 0));
    Appended first = log.append(commit);
    log.append(commit("dossier-2", 0, 1));

    Appended second = log.append(commit);

    assertThat(second).isEqualTo(new Appended(first.commit(), true));
    assertThat(log.nextPosition()).isEqualTo(2);
  }

  @Test
  void aRepeatedCommitIdWithOtherContentIsAnsweredTheSameAndStoresNothing() {
    EventLog log = open();
    Appended first = log.append(commit("c-1", event("dossier-1", 0)));

    Appended second = log.append(commit("c-1", event("dossier-9", 0), event("dossier-9", 1)));

    assertThat(second).isEqualTo(new Appended(first.commit(), true));
    assertThat(log.aggregate("dossier-9", 0, 10)).isEmpty();
    assertThat(log.nextPosition()).isEqualTo(1);
  }

  @Test
  void aTakenSequenceIsAConflictAndNamesTheKeys() {
    EventLog log = open();
    log.append(commit("dossier-1", 0, 2));

    assertThatExceptionOfType(SequenceConflictException.class)
        .isThrownBy(() -> log.append(commit("c-2", event("dossier-1", 1), event("dossier-1", 2))))
        .satisfies(e -> assertThat(e.keys()).containsExactly("dossier-1#00000001"));
    assertThat(log.nextPosition()).isEqualTo(2);
    assertThat(log.commit("c-2")).isEmpty();
  }

  @Test
  void aCommitOverTwoAggregatesIsStoredWholeOrNotAtAll() {
    EventLog log = open();
    log.append(commit("c-1", event("book-1", 0), event("dossier-1", 0)));

    assertThatThrownBy(() -> log.append(commit("c-2", event("dossier-2", 0), event("book-1", 0))))
        .isInstanceOf(SequenceConflictException.class);

    assertThat(log.aggregate("dossier-2", 0, 1)).isEmpty();
    assertThat(log.aggregate("book-1", 0, 9)).hasSize(1);
    assertThat(log.aggregate("dossier-1", 0, 9)).hasSize(1);
  }

  @Test
  void aCommitWhoseSequencesAreNotContiguousIsRefused() {
    assertThatThrownBy(() -> commit("c", event("a", 0), event("b", 0), event("a", 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> commit("c", event("a", 0), event("a", 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textWithoutAUtf8FormIsRefused() {
    assertThatThrownBy(() -> event("a", 0, "\"\uD83D\""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> commit("\uDE00", event("a", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCommitOverTheSizeGuardIsRefusedAndALargeOneBelowItIsStored() {
    EventLog log = open();
    String megabyte = "\"" + "ạ".repeat(1_000_000 / 3) + "\"";

    assertThatExceptionOfType(CommitTooLargeException.class)
        .isThrownBy(
            () ->
                log.append(
                    new Commit(
                        "c-large",
                        IntStream.range(0, 9)
                            .mapToObj(s -> event("dossier-1", s, megabyte))
                            .toList())));
    assertThat(log.nextPosition()).isZero();
    log.append(
        new Commit(
            "c-below",
            IntStream.range(0, 7).mapToObj(s -> event("dossier-1", s, megabyte)).toList()));

    assertThat(log.aggregate("dossier-1", 0, 10)).hasSize(7);
  }

  @Test
  void anAggregateOfManyEventsAmongOthersIsLoadedInItsOrder() {
    EventLog log = open();
    for (int i = 0; i < 75; i++) {
      log.append(
          commit(
              "c-" + i,
              event("dossier-a", i),
              event("dossier-b", 2 * i),
              event("dossier-b", 2 * i + 1)));
    }

    assertThat(log.aggregate("dossier-a", 0, 1000))
        .extracting(e -> e.event().sequence())
        .isEqualTo(positions(0, 75));
    assertThat(log.aggregate("dossier-b", 0, 1000))
        .isEqualTo(
            readAll(log, 0).stream()
                .filter(e -> e.event().aggregate().equals("dossier-b"))
                .toList());
    assertThat(log.aggregate("dossier-b", 31, 65))
        .extracting(e -> e.event().sequence())
        .isEqualTo(positions(31, 65));
    assertThat(log.aggregate("dossier-b", 150, 10)).isEmpty();
    assertThat(log.aggregate("dossier", 0, 10)).isEmpty();
  }

  @Test
  void idsAreToldApartHoweverAlikeTheyAre() {
    EventLog log = open();
    log.append(commit("$c", event("a.b", 0), event("a#00000001", 0)));
    log.append(commit("c.d", event("a", 0)));

    assertThat(log.aggregate("$a", 0, 10)).isEmpty();
    assertThat(log.aggregate("a.b", 0, 10)).hasSize(1);
    assertThat(log.aggregate("a#00000001", 0, 10)).hasSize(1);
    assertThat(log.aggregate("a", 0, 10)).hasSize(1);
    assertThat(log.commit("$c")).isPresent();
    assertThatThrownBy(() -> event("$a", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReaderBeginsAnywhereAlsoAtTheHeadAndBeyondIt() {
    EventLog log = open();
    for (int i = 0; i < 5; i++) {
      log.append(commit("dossier-" + i, 0, 3));
    }
    LogReader atHead = log.reader(15);
    LogReader beyond = log.reader(17);

    for (long from = 0; from < 15; from++) {
      assertThat(readAll(log, from))
          .extracting(StoredEvent::position)
          .isEqualTo(positions(from, (int) (15 - from)));
    }
    assertThat(atHead.next(10)).isEmpty();
    assertThat(beyond.next(10)).isEmpty();
    log.append(commit("dossier-x", 0, 4));
    assertThat(atHead.next(10)).extracting(StoredEvent::position).isEqualTo(positions(15, 4));
    assertThat(atHead.position()).isEqualTo(19);
    assertThat(beyond.next(10)).extracting(StoredEvent::position).isEqualTo(positions(17, 2));
  }

  @Test
  void blocksOfSeveralCommitsAreReadLikeBlocksOfOne() {
    EventLog log = open();
    log.append(commit("c-0", event("dossier-1", 0)));
    byte[] hash = Block.of(0, EventHasher.genesis(), List.of(commitOf(log, "c-0"))).hash();
    Block block =
        Block.of(
            1,
            hash,
            List.of(
                commit("c-1", event("dossier-1", 1), event("dossier-2", 0)),
                commit("c-2", event("dossier-1", 2)),
                commit("c-3", event("dossier-3", 0), event("dossier-1", 3))));
    put(BlockDocument.encode(block));
    EventLog again = open();

    assertThat(again.nextPosition()).isEqualTo(6);
    assertThat(again.append(commit("c-4", event("dossier-2", 1))).commit().firstPosition())
        .isEqualTo(6);
    assertThat(readAll(again, 1)).startsWith(block.events().toArray(StoredEvent[]::new)).hasSize(6);
    assertThat(readAll(again, 4)).extracting(StoredEvent::position).isEqualTo(positions(4, 3));
    assertThat(again.aggregate("dossier-1", 0, 10))
        .extracting(StoredEvent::position)
        .containsExactly(0L, 1L, 3L, 5L);
    assertThat(again.commit("c-2")).contains(block.commit("c-2"));
    assertThat(again.append(commit("c-3", event("dossier-7", 0))).commit())
        .isEqualTo(block.commit("c-3"));
    assertThatThrownBy(() -> again.append(commit("c-5", event("dossier-3", 0))))
        .isInstanceOf(SequenceConflictException.class);
  }

  @Test
  void aHoleIsFoundAtItsPositionAndNothingAfterItIsDelivered() {
    EventLog log = appendFive();
    remove(2);

    LogReader reader = log.reader(0);
    assertThat(reader.next(10)).extracting(StoredEvent::position).containsExactly(0L, 1L);
    assertThatCorrupted(2, () -> reader.next(10));
    assertThatCorrupted(2, () -> reader.next(10));
    assertThatCorrupted(2, () -> log.reader(2).next(10));
    assertThatCorrupted(0, () -> afterRemoving(0).reader(0).next(10));
  }

  @Test
  void aChangedEventIsFoundAtItsPosition() {
    EventLog log = appendFive();
    Block second = block(log, 2);
    NewEvent changed = event("dossier-2", 0, "{\"amount\":9}");
    put(
        BlockDocument.encode(
            new Block(
                second.prev(),
                second.hash(),
                second.commitIds(),
                List.of(new StoredEvent(2, second.commitIds().getFirst(), changed)))));

    LogReader reader = log.reader(0);
    assertThat(reader.next(10)).hasSize(2);
    assertThatCorrupted(2, () -> reader.next(10));
    assertThat(reader.position()).isEqualTo(2);
    assertThatCorrupted(2, () -> log.reader(2).next(10));
  }

  @Test
  void anEventRewrittenWithItsHashesIsFoundAtTheNextPosition() {
    EventLog log = appendFive();
    put(
        BlockDocument.encode(
            Block.of(2, block(log, 2).prev(), List.of(commit("c-x", event("dossier-2", 0))))));

    LogReader reader = log.reader(0);
    assertThat(reader.next(10)).hasSize(3);
    assertThatCorrupted(3, () -> reader.next(10));
  }

  @Test
  void aLogThatDoesNotBeginAtTheBeginningIsFound() {
    byte[] wrong = EventHasher.genesis();
    wrong[0] = 1;
    put(BlockDocument.encode(Block.of(0, wrong, List.of(commit("c-0", event("dossier-1", 0))))));

    assertThatCorrupted(0, () -> open().reader(0).next(10));
  }

  @Test
  void twoBlocksThatChangedPlacesAreFound() {
    EventLog log = appendFive();
    Block one = block(log, 1);
    Block two = block(log, 2);
    remove(1);
    remove(2);
    put(BlockDocument.encode(two).append("_id", 1L));
    put(BlockDocument.encode(one).append("_id", 2L));

    LogReader reader = log.reader(0);
    assertThat(reader.next(10)).hasSize(1);
    assertThatCorrupted(1, () -> reader.next(10));
  }

  @Test
  void theVerifierTellsSizeHashAndTheFirstFinding() {
    EventLog log = appendFive();
    byte[] expected = EventHasher.genesis();
    for (StoredEvent event : readAll(log, 0)) {
      expected = EventHasher.running(expected, EventHasher.leaf(event));
    }

    assertThat(LogVerifier.verify(log))
        .isEqualTo(new LogVerification(5, 5, HexFormat.of().formatHex(expected), null));

    remove(3);
    LogVerification broken = LogVerifier.verify(log);
    assertThat(broken.size()).isEqualTo(3);
    assertThat(broken.finding())
        .isNotNull()
        .extracting(LogVerification.Finding::position)
        .isEqualTo(3L);
  }

  @Test
  void theVerifierFindsAGapInAnAggregate() {
    EventLog log = open();
    log.append(commit("dossier-1", 0, 1));
    log.append(commit("dossier-1", 2, 1));

    assertThat(LogVerifier.verify(log).finding())
        .isNotNull()
        .extracting(LogVerification.Finding::position)
        .isEqualTo(1L);
    assertThatThrownBy(() -> log.aggregate("dossier-1", 0, 10))
        .isInstanceOf(LogCorruptedException.class);
  }

  @Test
  void writersOnOneLogNeitherLoseNorDoubleNorLeaveHoles() throws Exception {
    EventLog log = open();

    writeConcurrently(List.of(log, log, log, log), 40);
  }

  @Test
  void oneSequenceWantedByManyIsGivenToOne() throws Exception {
    EventLog log = open();
    AtomicInteger won = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();

    inParallel(
        IntStream.range(0, 8)
            .<Callable<Object>>mapToObj(
                i ->
                    () -> {
                      try {
                        log.append(commit("dossier-1", 0, 1));
                        return won.incrementAndGet();
                      } catch (SequenceConflictException e) {
                        return lost.incrementAndGet();
                      }
                    })
            .toList());

    assertThat(won).hasValue(1);
    assertThat(lost).hasValue(7);
    assertThat(readAll(log, 0)).hasSize(1);
  }

  @Test
  void oneCommitIdSentByManyAtOnceIsStoredOnceAndAnsweredToAll() throws Exception {
    EventLog log = open();

    List<Appended> answers =
        inParallel(
            IntStream.range(0, 8)
                .<Callable<Appended>>mapToObj(
                    i -> () -> log.append(commit("same", event("dossier-" + i, 0))))
                .toList());

    assertThat(answers).extracting(Appended::commit).containsOnly(answers.getFirst().commit());
    assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
    assertThat(readAll(log, 0)).hasSize(1);
  }

  @Test
  void whoeverNeverHeardTheAnswerAndAsksAgainIsToldSuccessAndNoConflict() {
    Commit commit = commit("c-1", event("dossier-1", 0), event("book-1", 0));
    StoredCommit unheard = open().append(commit).commit();
    open().append(commit("c-2", event("dossier-1", 1)));

    assertThat(open().append(commit)).isEqualTo(new Appended(unheard, true));
    assertThat(readAll(open(), 0)).hasSize(3);
  }

  @Test
  void oneCommitSentTwiceAtOnceIsOneCommit() throws Exception {
    EventLog one = open();
    EventLog other = open();
    for (int round = 0; round < 10; round++) {
      Commit commit = commit("c-" + round, event("dossier-1", round));

      List<Appended> answers =
          inParallel(List.of(() -> one.append(commit), () -> other.append(commit)));

      assertThat(answers).extracting(Appended::repeated).containsExactlyInAnyOrder(false, true);
      assertThat(answers).extracting(Appended::commit).containsOnly(answers.getFirst().commit());
    }
    assertThat(readAll(one, 0)).hasSize(10);
  }

  @Test
  void idsThatReadLikeTheNameOfAnIndexAreTakenLikeAllOthers() {
    EventLog log = open();
    Commit commit = commit("c_id_1", event("dossier_id_1", 0));
    Appended first = log.append(commit);

    assertThat(log.append(commit)).isEqualTo(new Appended(first.commit(), true));
    assertThatThrownBy(() -> log.append(commit("c-2", event("dossier_id_1", 0))))
        .isInstanceOf(SequenceConflictException.class);
  }

  @Test
  void theBellRingsForAnAppendAndNotForARepetitionAndNotAfterItIsGivenBack() throws Exception {
    EventLog log = open();
    AtomicInteger rung = new AtomicInteger();
    AutoCloseable bell = log.onAppend(rung::incrementAndGet);
    log.onAppend(
        () -> {
          throw new IllegalStateException("a bell that fails fails nobody");
        });
    Commit commit = commit("dossier-1", 0, 1);

    log.append(commit);
    assertThat(rung).hasValue(1);
    log.append(commit);
    assertThat(rung).hasValue(1);
    bell.close();
    log.append(commit("dossier-1", 1, 1));
    assertThat(rung).hasValue(1);
  }

  /**
   * Each writer writes its own aggregate while a reader follows; in the end all is there, once, in
   * order.
   */
  final void writeConcurrently(List<EventLog> writers, int commitsEach) throws Exception {
    List<Callable<Object>> tasks = new ArrayList<>();
    for (int w = 0; w < writers.size(); w++) {
      EventLog log = writers.get(w);
      String aggregate = "writer-" + w;
      tasks.add(
          () -> {
            for (int i = 0; i < commitsEach; i++) {
              log.append(commit(aggregate, 2L * i, 2));
            }
            return aggregate;
          });
    }
    int expected = writers.size() * commitsEach * 2;
    List<StoredEvent> followed = new ArrayList<>();
    tasks.add(
        () -> {
          LogReader reader = writers.getFirst().reader(0);
          while (followed.size() < expected) {
            followed.addAll(reader.next(7));
            Thread.onSpinWait();
          }
          return "reader";
        });
    inParallel(tasks);

    EventLog log = writers.getFirst();
    assertThat(followed).extracting(StoredEvent::position).isEqualTo(positions(0, expected));
    assertThat(readAll(log, 0)).isEqualTo(followed);
    for (int w = 0; w < writers.size(); w++) {
      assertThat(log.aggregate("writer-" + w, 0, expected)).hasSize(commitsEach * 2);
    }
    assertThat(LogVerifier.verify(log).finding()).isNull();
  }

  static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
    CyclicBarrier together = new CyclicBarrier(tasks.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  together.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  private EventLog appendFive() {
    EventLog log = open();
    for (int i = 0; i < 5; i++) {
      log.append(commit("dossier-" + i, 0, 1));
    }
    return log;
  }

  private EventLog afterRemoving(long first) {
    remove(first);
    return open();
  }

  private static Commit commitOf(EventLog log, String id) {
    StoredCommit stored = log.commit(id).orElseThrow();
    return new Commit(id, stored.events().stream().map(StoredEvent::event).toList());
  }

  /** The block of one commit at a position, put together again from its events. */
  private static Block block(EventLog log, long first) {
    byte[] running = EventHasher.genesis();
    for (StoredEvent event : readAll(log, 0)) {
      if (event.position() == first) {
        return Block.of(first, running, List.of(commitOf(log, event.commitId())));
      }
      running = EventHasher.running(running, EventHasher.leaf(event));
    }
    throw new IllegalArgumentException("no block at " + first);
  }

  static List<Long> positions(long from, int count) {
    return LongStream.range(from, from + count).boxed().toList();
  }

  static void assertThatCorrupted(
      long position, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(LogCorruptedException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.position()).isEqualTo(position));
  }
}
