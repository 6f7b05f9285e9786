package io.vientro.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** The log as a list and two maps, and random writers that hold a real one against it. */
final class LogModel {
  private final List<? extends EventLog> writers;
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, StoredCommit> commits = new HashMap<>();
  private final Map<String, Long> nextSequence = new HashMap<>();

  /**
   * @param writers logs on one store, as several processes would have them
   */
  LogModel(List<? extends EventLog> writers) {
    this.writers = writers;
  }

  /**
   * One append.
   *
   * @param writer which of the writers
   * @param commitId from a small range, so that repetitions come up
   * @param parts how many events for which aggregate
   * @param behind how far the writer's idea of the aggregates lags: 0 is up to date
   * @param readFrom where to read on afterwards, in percent of the log
   */
  record Action(
      int writer,
      int commitId,
      Map<Integer, Integer> parts,
      int behind,
      int readFrom,
      String text) {}

  static Arbitrary<List<Action>> actions() {
    Arbitrary<Map<Integer, Integer>> parts =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(1, 40))
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 60),
            parts,
            Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 7)),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of("", "\"x\"", "{\"tên\":\"Bộ Y tế\"}", "\uD83D\uDE00\u2028"))
        .as(Action::new)
        .list()
        .ofMaxSize(30);
  }

  void run(List<Action> actions) {
    actions.forEach(this::run);
    EventLog log = writers.getFirst();
    assertThat(Samples.readAll(log, 0)).isEqualTo(events);
    nextSequence.forEach((aggregate, next) -> checkAggregate(log, aggregate, next));
    LogVerification verification = LogVerifier.verify(log);
    assertThat(verification.finding()).isNull();
    assertThat(verification.size()).isEqualTo(events.size());
  }

  private void run(Action action) {
    EventLog log = writers.get(action.writer() % writers.size());
    Commit commit = commit(action);
    List<String> taken =
        commit.events().stream()
            .filter(e -> e.sequence() < nextSequence.getOrDefault(e.aggregate(), 0L))
            .map(e -> e.aggregate() + "#%08d".formatted(e.sequence()))
            .toList();
    StoredCommit earlier = commits.get(commit.id());
    if (earlier != null) {
      assertThat(log.append(commit)).isEqualTo(new Appended(earlier, true));
    } else if (!taken.isEmpty()) {
      assertThatThrownBy(() -> log.append(commit))
          .isInstanceOfSatisfying(
              SequenceConflictException.class, e -> assertThat(e.keys()).isEqualTo(taken));
    } else {
      Appended appended = log.append(commit);
      remember(commit);
      assertThat(appended).isEqualTo(new Appended(commits.get(commit.id()), false));
    }
    assertThat(log.nextPosition()).isEqualTo(events.size());
    int from = events.size() * action.readFrom() / 100;
    assertThat(Samples.readAll(log, from)).isEqualTo(events.subList(from, events.size()));
  }

  private Commit commit(Action action) {
    List<NewEvent> wanted = new ArrayList<>();
    new LinkedHashMap<>(action.parts())
        .forEach(
            (number, count) -> {
              String aggregate = "dossier-" + number;
              long first = Math.max(0, nextSequence.getOrDefault(aggregate, 0L) - action.behind());
              for (long s = first; s < first + count; s++) {
                wanted.add(Samples.event(aggregate, s, action.text()));
              }
            });
    return new Commit("commit-" + action.commitId(), wanted);
  }

  private void remember(Commit commit) {
    List<StoredEvent> stored = new ArrayList<>();
    for (NewEvent event : commit.events()) {
      stored.add(new StoredEvent(events.size() + stored.size(), commit.id(), event));
      nextSequence.put(event.aggregate(), event.sequence() + 1);
    }
    events.addAll(stored);
    commits.put(commit.id(), new StoredCommit(commit.id(), stored));
  }

  private void checkAggregate(EventLog log, String aggregate, long next) {
    List<StoredEvent> expected =
        events.stream().filter(e -> e.event().aggregate().equals(aggregate)).toList();
    assertThat(log.aggregate(aggregate, 0, Integer.MAX_VALUE)).isEqualTo(expected);
    assertThat(log.aggregate(aggregate, next / 2, 33))
        .isEqualTo(expected.stream().skip(next / 2).limit(33).toList());
  }
}
