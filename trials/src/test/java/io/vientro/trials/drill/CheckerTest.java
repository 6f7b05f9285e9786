package io.vientro.trials.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.log.Block;
import io.vientro.log.Commit;
import io.vientro.log.EventHasher;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import io.vientro.trials.drill.SentCommit.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checker finds each kind of damage, and says nothing of a log that has none. */
class CheckerTest {
  private static final Commit FIRST = commit("one", new Place("a", 0), new Place("b", 0));
  private static final Commit SECOND = commit("two", new Place("a", 1));
  private static final Commit THIRD = commit("three", new Place("b", 1));

  private final List<Block> log = new ArrayList<>(chain(FIRST, SECOND, THIRD));
  private final List<String> writer =
      new ArrayList<>(
          List.of(
              acknowledged("one", 0, 2, FIRST),
              acknowledged("two", 2, 1, SECOND),
              acknowledged("three", 3, 1, THIRD)));
  private final List<List<String>> reader = new ArrayList<>(List.of(life(0, 0, 1, 2, 3)));
  private final Map<String, Folded> projection = new HashMap<>(rebuilt(log));

  @Test
  void aSoundLogIsClean() {
    Verdict verdict = verdict();
    assertThat(verdict.examples()).isEmpty();
    assertThat(verdict.clean()).isTrue();
    assertThat(verdict.events()).isEqualTo(4);
    assertThat(verdict.acknowledged()).isEqualTo(3);
    assertThat(verdict.deliveries()).isEqualTo(4);
  }

  @Test
  void anAcknowledgedCommitThatIsNotThereIsLost() {
    writer.add(acknowledged("four", 4, 1, commit("four", new Place("a", 2))));
    assertFoundOnly(Damage.LOST);
  }

  @Test
  void anAcknowledgedCommitWithOtherContentIsAltered() {
    writer.set(1, acknowledged("two", 2, 1, commit("two", new Place("a", 7))));
    assertFoundOnly(Damage.ALTERED);
  }

  @Test
  void anAcknowledgedCommitAtAnotherPositionIsAltered() {
    writer.set(1, acknowledged("two", 1, 1, SECOND));
    assertFoundOnly(Damage.ALTERED);
  }

  @Test
  void aCommitThatLiesInTheLogTwiceIsDuplicated() {
    log.clear();
    log.addAll(chain(FIRST, SECOND, THIRD, SECOND));
    reader.set(0, life(0, 0, 1, 2, 3, 4));
    projection.putAll(rebuilt(log));
    assertFoundOnly(Damage.DUPLICATED);
  }

  @Test
  void aCommitAcknowledgedAtTwoPositionsIsDuplicated() {
    writer.add(acknowledged("one", 9, 2, FIRST));
    assertThat(verdict().damage().get(Damage.DUPLICATED)).isEqualTo(1);
  }

  @Test
  void aCommitAcknowledgedTwiceAtOnePositionIsFine() {
    writer.add(acknowledged("one", 0, 2, FIRST));
    assertThat(verdict().clean()).isTrue();
  }

  @Test
  void aCommitThatWasRefusedAndLiesInTheLogIsFound() {
    writer.set(2, WriterProcess.CONFLICT + "three");
    assertFoundOnly(Damage.REFUSED_BUT_STORED);
  }

  @Test
  void aMissingBlockIsAHole() {
    log.remove(1);
    writer.remove(1);
    assertThat(verdict().damage().get(Damage.HOLE)).isPositive();
    assertThat(verdict().damage().get(Damage.BROKEN_HASH)).isZero();
  }

  @Test
  void aGapInAnAggregatesHistoryIsAHole() {
    Commit later = commit("four", new Place("a", 5));
    log.clear();
    log.addAll(chain(FIRST, SECOND, THIRD, later));
    reader.set(0, life(0, 0, 1, 2, 3, 4));
    projection.putAll(rebuilt(log));
    assertFoundOnly(Damage.HOLE);
  }

  @Test
  void anEventThatWasChangedBreaksTheHash() {
    Block second = log.get(1);
    StoredEvent was = second.events().getFirst();
    NewEvent event = was.event();
    NewEvent forged =
        new NewEvent(
            event.aggregate(),
            event.sequence(),
            event.id(),
            event.at(),
            event.type(),
            event.revision(),
            "{}",
            event.metadata());
    log.set(
        1,
        new Block(
            second.prev(),
            second.hash(),
            second.commitIds(),
            List.of(new StoredEvent(was.position(), was.commitId(), forged))));
    Verdict verdict = verdict();
    assertThat(verdict.damage().get(Damage.BROKEN_HASH)).isEqualTo(1);
    assertThat(verdict.damage().get(Damage.ALTERED)).isPositive();
    assertThat(verdict.damage().get(Damage.WRONG_PROJECTION)).isEqualTo(1);
  }

  @Test
  void aBlockThatDoesNotContinueTheOneBeforeBreaksTheHash() {
    log.set(1, block(2, EventHasher.genesis(), SECOND));
    assertThat(verdict().damage().get(Damage.BROKEN_HASH)).isPositive();
  }

  @Test
  void whatTheVerifierFindsCounts() {
    Checker checker = new Checker();
    checker.verifier(0, "something");
    checker.verifier(1, "");
    assertThat(checker.verdict().damage())
        .containsEntry(Damage.BROKEN_HASH, 1L)
        .containsEntry(Damage.HOLE, 1L);
  }

  @Test
  void aDeliveryLeftOutIsOutOfOrder() {
    reader.set(0, life(0, 0, 1, 3));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void aDeliveryTooEarlyIsOutOfOrder() {
    reader.set(0, life(0, 0, 2, 1, 3));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void aDeliveryRepeatedWithinOneLifeIsOutOfOrder() {
    reader.set(0, life(0, 0, 1, 1, 2, 3));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void deliveriesThatEndBeforeTheLogAreOutOfOrder() {
    reader.set(0, life(0, 0, 1, 2));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void deliveriesGoOnFromTheDurablePositionAfterADeath() {
    reader.clear();
    reader.add(with(life(0, 0, 1, 2), ReaderProcess.SAVED + 2));
    reader.add(List.of());
    reader.add(life(2, 2, 3));
    assertThat(verdict().clean()).isTrue();
  }

  @Test
  void deliveriesFromBeforeTheDurablePositionAreOutOfOrder() {
    reader.clear();
    reader.add(with(life(0, 0, 1, 2), ReaderProcess.SAVED + 2));
    reader.add(life(1, 1, 2, 3));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void deliveriesThatSkipSomethingAfterADeathAreOutOfOrder() {
    reader.clear();
    reader.add(life(0, 0, 1));
    reader.add(life(3, 3));
    assertFoundOnly(Damage.OUT_OF_ORDER);
  }

  @Test
  void aDeliveryOfAnotherEventIsAltered() {
    reader.set(0, with(life(0, 0, 1, 2), ReaderProcess.DELIVERED + "3 0123456789abcdef"));
    assertFoundOnly(Damage.ALTERED);
  }

  @Test
  void aProjectionThatMissedAnEventIsWrong() {
    projection.put("a", Folded.NOTHING.with(log.getFirst().events().getFirst()));
    assertFoundOnly(Damage.WRONG_PROJECTION);
  }

  @Test
  void aProjectionThatKnowsAnAggregateNobodyWroteIsWrong() {
    projection.put("c", projection.get("a"));
    assertFoundOnly(Damage.WRONG_PROJECTION);
  }

  private void assertFoundOnly(Damage expected) {
    Verdict verdict = verdict();
    assertThat(verdict.clean()).isFalse();
    verdict
        .damage()
        .forEach(
            (kind, count) -> {
              if (kind == expected) {
                assertThat(count).as(kind.key()).isPositive();
              } else {
                assertThat(count).as(kind.key() + " " + verdict.examples()).isZero();
              }
            });
  }

  private Verdict verdict() {
    Checker checker = new Checker();
    log.forEach(checker::block);
    checker.writer(writer);
    checker.reader("r1", reader);
    checker.projection("r1", projection);
    return checker.verdict();
  }

  private static Commit commit(String id, Place... places) {
    return new SentCommit(id, Instant.parse("2021-03-01T02:03:04.005Z"), List.of(places))
        .toCommit();
  }

  private static List<Block> chain(Commit... commits) {
    List<Block> blocks = new ArrayList<>();
    byte[] running = EventHasher.genesis();
    long next = 0;
    for (Commit commit : commits) {
      Block block = block(next, running, commit);
      blocks.add(block);
      running = block.hash();
      next = block.next();
    }
    return blocks;
  }

  private static Block block(long first, byte[] prev, Commit commit) {
    List<StoredEvent> events = new ArrayList<>();
    byte[] running = prev;
    for (NewEvent event : commit.events()) {
      StoredEvent stored = new StoredEvent(first + events.size(), commit.id(), event);
      events.add(stored);
      running = EventHasher.running(running, EventHasher.leaf(stored));
    }
    return new Block(prev, running, List.of(commit.id()), events);
  }

  private static String acknowledged(String id, long first, int count, Commit commit) {
    return WriterProcess.ACKNOWLEDGED
        + "%s %d %d %s".formatted(id, first, count, Digests.content(id, commit.events()));
  }

  private static Map<String, Folded> rebuilt(List<Block> blocks) {
    Map<String, Folded> folded = new HashMap<>();
    for (Block block : blocks) {
      for (StoredEvent event : block.events()) {
        folded.put(
            event.event().aggregate(),
            folded.getOrDefault(event.event().aggregate(), Folded.NOTHING).with(event));
      }
    }
    return folded;
  }

  private List<String> life(long from, long... positions) {
    List<String> lines = new ArrayList<>(List.of(ReaderProcess.FROM + from));
    List<StoredEvent> events = log.stream().flatMap(block -> block.events().stream()).toList();
    for (long position : positions) {
      lines.add(
          ReaderProcess.DELIVERED + position + " " + Digests.event(events.get((int) position)));
    }
    return lines;
  }

  private static List<String> with(List<String> lines, String last) {
    return Stream.concat(lines.stream(), Stream.of(last)).toList();
  }
}
