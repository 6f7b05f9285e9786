package io.vientro.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * Several writers with several callers each on one {@link UnreliableStore}. Every caller writes
 * down what it asked for and what it was told; in the end the log is held against that.
 */
final class GroupCommitModel {
  /**
   * What happens.
   *
   * @param seed of the faults and of what is appended
   * @param aggregates few: many conflicts
   * @param patienceMillis of an append; short: many are given up
   */
  record Scenario(
      long seed,
      int writers,
      int callersEach,
      int appendsEach,
      int aggregates,
      int patienceMillis,
      int maxBlockCommits,
      int maxQueuedCommits,
      UnreliableStore.Faults faults) {}

  /** What a caller was told. */
  private sealed interface Told {
    /** It is in the log. */
    record Appended(io.vientro.log.Appended answer) implements Told {}

    record Conflict(List<String> keys) implements Told {}

    record NotAppended() implements Told {}

    record Unknown() implements Told {}
  }

  private record Attempt(Commit commit, Told told) {}

  private final Scenario scenario;
  private final UnreliableStore store = new UnreliableStore();
  private final List<BlockWriter> writers = new ArrayList<>();
  private final Collection<Attempt> attempts = new ConcurrentLinkedQueue<>();

  /** What callers believe: behind, or ahead, as callers are. */
  private final ConcurrentMap<String, Long> nextSequence = new ConcurrentHashMap<>();

  GroupCommitModel(Scenario scenario) {
    this.scenario = scenario;
    MongoLogOptions defaults = MongoLogOptions.defaults();
    MongoLogOptions options =
        new MongoLogOptions(
            "unused",
            Duration.ofSeconds(1),
            Duration.ofMillis(scenario.patienceMillis()),
            defaults.limits(),
            defaults.maxBlockBytes(),
            scenario.maxBlockCommits(),
            scenario.maxQueuedCommits());
    for (int w = 0; w < scenario.writers(); w++) {
      writers.add(
          new BlockWriter(
              store.connect(scenario.seed() + w, scenario.faults()), options, () -> {}));
    }
  }

  void run() throws Exception {
    List<Callable<Object>> callers = new ArrayList<>();
    for (BlockWriter writer : writers) {
      for (int c = 0; c < scenario.callersEach(); c++) {
        Random random = new Random(31 * scenario.seed() + callers.size());
        callers.add(
            () -> {
              call(writer, random);
              return "done";
            });
      }
    }
    EventLogContract.inParallel(callers);
    store.heal();
    check();
    appendOnceMore();
  }

  private void call(BlockWriter writer, Random random) {
    List<Commit> mine = new ArrayList<>();
    for (int i = 0; i < scenario.appendsEach(); i++) {
      Commit commit = commit(random, mine, i);
      mine.add(commit);
      // Whoever was not told the outcome asks again, with the same commit.
      for (Told told = append(writer, commit);
          told instanceof Told.Unknown && random.nextInt(4) > 0; ) {
        told = append(writer, commit);
      }
    }
  }

  /** New for the most part; else an old one again, or an old id with other content. */
  private Commit commit(Random random, List<Commit> mine, int round) {
    int kind = random.nextInt(10);
    if (kind == 0 && !mine.isEmpty()) {
      return mine.get(random.nextInt(mine.size()));
    }
    // An id that other callers use about now, so that equal ones are under way at once.
    String id = kind < 3 ? "round-" + round : "commit-" + random.nextLong();
    Map<String, List<NewEvent>> events = new HashMap<>();
    for (int a = random.nextInt(2); a >= 0; a--) {
      String aggregate = "dossier-" + random.nextInt(scenario.aggregates());
      long first = Math.max(0, nextSequence.getOrDefault(aggregate, 0L) - random.nextInt(8) / 7);
      List<NewEvent> some = new ArrayList<>();
      for (long s = first; s <= first + random.nextInt(2); s++) {
        some.add(Samples.event(aggregate, s));
      }
      events.put(aggregate, some);
    }
    return new Commit(id, events.values().stream().flatMap(List::stream).toList());
  }

  private Told append(BlockWriter writer, Commit commit) {
    Told told;
    try {
      told = new Told.Appended(writer.append(commit));
      commit.events().forEach(e -> nextSequence.merge(e.aggregate(), e.sequence() + 1, Math::max));
    } catch (SequenceConflictException e) {
      told = new Told.Conflict(e.keys());
    } catch (LogUnavailableException e) {
      told =
          e.getMessage().contains("was not appended") ? new Told.NotAppended() : new Told.Unknown();
      if (told instanceof Told.Unknown) {
        assertThat(e).hasMessageContaining("may or may not have been appended");
      }
    }
    attempts.add(new Attempt(commit, told));
    return told;
  }

  private void check() {
    Map<String, StoredCommit> log = readLog();
    Map<String, String> commitOfKey = new HashMap<>();
    log.values()
        .forEach(c -> c.events().forEach(e -> commitOfKey.put(Block.key(e.event()), c.id())));
    Set<String> tried = new TreeSet<>();
    for (Attempt attempt : attempts) {
      tried.add(attempt.commit().id());
      switch (attempt.told()) {
        case Told.Appended(var answer) -> checkAppended(attempt.commit(), answer, log);
        case Told.Conflict(var keys) -> checkConflict(attempt.commit(), keys, commitOfKey);
        case Told.NotAppended _, Told.Unknown _ -> {}
      }
    }
    assertThat(tried).containsAll(log.keySet());
    tried.forEach(id -> checkOfOneId(id, log.get(id)));
    assertThat(store.broken()).isEmpty();
  }

  /** The log's commits; each is there once, one after the other, and the hashes hold. */
  private Map<String, StoredCommit> readLog() {
    Map<String, StoredCommit> log = new HashMap<>();
    Set<String> keys = new HashSet<>();
    byte[] running = EventHasher.genesis();
    long next = 0;
    for (Block block : store.blocks()) {
      assertThat(block.first()).as("no hole").isEqualTo(next);
      block.check(running);
      assertThat(block.commitIds()).hasSizeLessThanOrEqualTo(scenario.maxBlockCommits());
      for (StoredEvent event : block.events()) {
        assertThat(event.position()).isEqualTo(next++);
        assertThat(keys.add(Block.key(event.event()))).as("a key is taken once").isTrue();
      }
      for (String id : block.commitIds()) {
        assertThat(log.put(id, block.commit(id))).as("a commit is there once").isNull();
      }
      running = block.hash();
    }
    return log;
  }

  private static void checkAppended(Commit commit, Appended answer, Map<String, StoredCommit> log) {
    assertThat(log.get(commit.id())).as("what was acknowledged").isEqualTo(answer.commit());
    if (!answer.repeated()) {
      assertThat(eventsOf(answer.commit())).isEqualTo(commit.events());
    }
  }

  private static void checkConflict(
      Commit commit, List<String> keys, Map<String, String> commitOfKey) {
    assertThat(keys).isNotEmpty();
    assertThat(commit.events().stream().map(Block::key)).containsAll(keys);
    for (String key : keys) {
      assertThat(commitOfKey.get(key)).as("who has " + key).isNotNull().isNotEqualTo(commit.id());
    }
  }

  private void checkOfOneId(String id, StoredCommit stored) {
    List<Attempt> all = attempts.stream().filter(a -> a.commit().id().equals(id)).toList();
    long first =
        all.stream()
            .filter(a -> a.told() instanceof Told.Appended(var answer) && !answer.repeated())
            .count();
    if (stored == null) {
      return;
    }
    assertThat(all)
        .as("who asked for " + id)
        .anyMatch(a -> a.commit().events().equals(eventsOf(stored)));
    assertThat(all)
        .as("a commit that all were told is not there")
        .anyMatch(a -> a.told() instanceof Told.Appended || a.told() instanceof Told.Unknown);
    if (all.size() == 1) {
      assertThat(first == 1)
          .as("who alone asked for " + id + " is the first, whatever was lost")
          .isEqualTo(all.getFirst().told() instanceof Told.Appended);
    }
    if (store.unanswered(id) == 0) {
      assertThat(first).as("one caller of " + id + " is the first").isEqualTo(1);
    } else {
      // Nobody can tell them apart who sent the same and heard nothing.
      assertThat(first).isLessThanOrEqualTo(1 + store.unanswered(id));
    }
  }

  private static List<NewEvent> eventsOf(StoredCommit commit) {
    return commit.events().stream().map(StoredEvent::event).toList();
  }

  /** Whatever has happened, no writer is stuck. */
  private void appendOnceMore() {
    for (int w = 0; w < writers.size(); w++) {
      Commit commit = Samples.commit("last-" + w, Samples.event("last-" + w, 0));
      Told told = append(writers.get(w), commit);
      while (told instanceof Told.NotAppended) {
        told = append(writers.get(w), commit); // Short of patience, on a busy machine.
      }
      assertThat(told).isInstanceOf(Told.Appended.class);
    }
    check();
  }
}
