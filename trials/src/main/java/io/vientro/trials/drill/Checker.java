package io.vientro.trials.drill;

import io.vientro.log.Block;
import io.vientro.log.EventHasher;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.StoredEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the log against what writers and readers wrote down. First all blocks, in order; then
 * journals and projections. Believes nobody: neither the store's indexes nor the log's own reader.
 * Not thread-safe.
 */
final class Checker {
  private static final int EXAMPLES = 20;

  /** A commit where it was found. */
  private record Found(long first, int count, String content) {}

  private final Map<Damage, Long> damage = new EnumMap<>(Damage.class);
  private final List<String> examples = new ArrayList<>();

  private final Map<String, Found> commits = new HashMap<>();
  private final Map<String, Folded> rebuilt = new HashMap<>();
  private final List<String> digests = new ArrayList<>();
  private byte[] running = EventHasher.genesis();

  private final Map<String, Long> acknowledgedAt = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private long answers;
  private long conflicts;
  private long unanswered;
  private long deliveries;

  Checker() {
    for (Damage kind : Damage.values()) {
      damage.put(kind, 0L);
    }
  }

  /** The next document of the log, in the order of its {@code _id}. */
  void block(Block block) {
    long next = digests.size();
    boolean hole = block.first() > next;
    if (hole) {
      found(Damage.HOLE, "positions %d to %d are empty".formatted(next, block.first() - 1));
      while (digests.size() < block.first()) {
        digests.add("");
      }
    } else if (block.first() < next) {
      found(Damage.DUPLICATED, "position %d comes again".formatted(block.first()));
    }
    try {
      // What follows a hole cannot continue it: the hole was counted.
      block.check(hole ? block.prev() : running);
    } catch (LogCorruptedException e) {
      found(Damage.BROKEN_HASH, "position %d: %s".formatted(e.position(), e.getMessage()));
    }
    running = block.hash();
    for (String id : block.commitIds()) {
      List<StoredEvent> events =
          block.events().stream().filter(event -> event.commitId().equals(id)).toList();
      commit(id, events);
    }
  }

  private void commit(String id, List<StoredEvent> events) {
    String content = Digests.content(id, events.stream().map(StoredEvent::event).toList());
    Found before =
        commits.putIfAbsent(id, new Found(events.getFirst().position(), events.size(), content));
    if (before != null) {
      found(
          Damage.DUPLICATED,
          "commit %s lies at %d and at %d"
              .formatted(id, before.first(), events.getFirst().position()));
    }
    for (StoredEvent event : events) {
      digests.add(Digests.event(event));
      String aggregate = event.event().aggregate();
      Folded folded = rebuilt.getOrDefault(aggregate, Folded.NOTHING);
      if (event.event().sequence() != folded.count()) {
        found(
            event.event().sequence() < folded.count() ? Damage.DUPLICATED : Damage.HOLE,
            "%s has its event %d after %d others"
                .formatted(aggregate, event.event().sequence(), folded.count()));
      }
      rebuilt.put(aggregate, folded.with(event));
    }
  }

  /** What the log's own verifier said, at the same size. */
  void verifier(long size, String finding) {
    if (!finding.isEmpty()) {
      found(Damage.BROKEN_HASH, "the verifier says: " + finding);
    }
    if (size != digests.size()) {
      found(Damage.HOLE, "the verifier saw %d events of %d".formatted(size, digests.size()));
    }
  }

  /** The journal of one life of a writer. */
  void writer(List<String> journal) {
    for (String line : journal) {
      String[] words = line.split(" ");
      switch (line.substring(0, 2)) {
        case WriterProcess.ACKNOWLEDGED ->
            acknowledged(
                words[1],
                new Found(Long.parseLong(words[2]), Integer.parseInt(words[3]), words[4]));
        case WriterProcess.CONFLICT -> {
          conflicts++;
          if (refused.add(words[1]) && commits.containsKey(words[1])) {
            found(Damage.REFUSED_BUT_STORED, "commit " + words[1] + " was refused, and is there");
          }
        }
        case WriterProcess.UNANSWERED -> unanswered++;
        default -> {} // Sent; the answer is on another line, if there was one.
      }
    }
  }

  private void acknowledged(String id, Found acknowledged) {
    answers++;
    Long before = acknowledgedAt.putIfAbsent(id, acknowledged.first());
    if (before != null && before != acknowledged.first()) {
      found(
          Damage.DUPLICATED,
          "commit %s was acknowledged at %d and at %d".formatted(id, before, acknowledged.first()));
    }
    Found stored = commits.get(id);
    if (stored == null) {
      found(Damage.LOST, "commit %s was acknowledged at %d".formatted(id, acknowledged.first()));
    } else if (!stored.equals(acknowledged)) {
      found(
          Damage.ALTERED,
          "commit %s was acknowledged as %s and is %s".formatted(id, acknowledged, stored));
    }
  }

  /** The journals of all lives of one reader, in order. */
  void reader(String name, List<List<String>> lives) {
    long saved = 0;
    long delivered = -1;
    for (List<String> life : lives) {
      long next = -1;
      for (String line : life) {
        String[] words = line.split(" ");
        long position = Long.parseLong(words[1]);
        switch (line.substring(0, 2)) {
          case ReaderProcess.FROM -> {
            if (position < saved || position > delivered + 1) {
              found(
                  Damage.OUT_OF_ORDER,
                  "%s goes on from %d, saved was %d, delivered %d"
                      .formatted(name, position, saved, delivered));
            }
            next = position;
          }
          case ReaderProcess.DELIVERED -> {
            delivery(name, position, next, words[2]);
            next = position + 1;
            delivered = Math.max(delivered, position);
          }
          case ReaderProcess.SAVED -> saved = Math.max(saved, position);
          default -> throw new IllegalArgumentException("no line of a reader's: " + line);
        }
      }
    }
    if (delivered + 1 != digests.size()) {
      found(
          Damage.OUT_OF_ORDER,
          "%s was given events up to %d of %d".formatted(name, delivered, digests.size() - 1));
    }
  }

  private void delivery(String name, long position, long expected, String digest) {
    deliveries++;
    if (position != expected) {
      found(
          Damage.OUT_OF_ORDER,
          "%s was given %d where %d was due".formatted(name, position, expected));
    } else if (position >= digests.size() || !digests.get((int) position).equals(digest)) {
      found(Damage.ALTERED, "%s was given something else at %d".formatted(name, position));
    }
  }

  /** What a reader's projection holds. */
  void projection(String name, Map<String, Folded> projection) {
    Set<String> aggregates = new HashSet<>(rebuilt.keySet());
    aggregates.addAll(projection.keySet());
    for (String aggregate : aggregates) {
      Folded right = rebuilt.getOrDefault(aggregate, Folded.NOTHING);
      Folded is = projection.getOrDefault(aggregate, Folded.NOTHING);
      if (!is.equals(right)) {
        found(
            Damage.WRONG_PROJECTION,
            "%s has %s of %s, a rebuild %s".formatted(name, is, aggregate, right));
      }
    }
  }

  private void found(Damage kind, String what) {
    damage.merge(kind, 1L, Long::sum);
    if (examples.size() < EXAMPLES) {
      examples.add(kind.key() + ": " + what);
    }
  }

  Verdict verdict() {
    return new Verdict(
        damage,
        examples,
        digests.size(),
        commits.size(),
        acknowledgedAt.size(),
        answers,
        conflicts,
        unanswered,
        deliveries);
  }
}
