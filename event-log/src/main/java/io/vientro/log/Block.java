package io.vientro.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One document of the log: one or more commits that went into the store together.
 *
 * @param prev running hash before the first event
 * @param hash running hash after the last event
 * @param commitIds in the order of their events
 * @param events at least one, in order of position
 */
public record Block(byte[] prev, byte[] hash, List<String> commitIds, List<StoredEvent> events) {
  public Block {
    commitIds = List.copyOf(commitIds);
    events = List.copyOf(events);
  }

  /** Puts commits at a position, after the running hash there. */
  static Block of(long first, byte[] prev, List<Commit> commits) {
    List<StoredEvent> events = new ArrayList<>();
    byte[] running = prev;
    for (Commit commit : commits) {
      for (NewEvent event : commit.events()) {
        StoredEvent stored = new StoredEvent(first + events.size(), commit.id(), event);
        events.add(stored);
        running = EventHasher.running(running, EventHasher.leaf(stored));
      }
    }
    return new Block(prev, running, commits.stream().map(Commit::id).toList(), events);
  }

  /** The key under which an event is found and which no two events may share. */
  static String key(String aggregate, long sequence) {
    return "%s#%08d".formatted(aggregate, sequence);
  }

  static String key(NewEvent event) {
    return key(event.aggregate(), event.sequence());
  }

  /** The position of the first event. */
  public long first() {
    return events.getFirst().position();
  }

  /** The position after the last event. */
  public long next() {
    return first() + events.size();
  }

  /** Characters of its payloads and metadata. */
  long characters() {
    return events.stream()
        .mapToLong(e -> e.event().payload().length() + e.event().metadata().length())
        .sum();
  }

  List<String> keys() {
    return events.stream().map(event -> key(event.event())).toList();
  }

  StoredCommit commit(String id) {
    return new StoredCommit(id, events.stream().filter(e -> e.commitId().equals(id)).toList());
  }

  /** Whether the other block is this one to the last byte; {@code equals} compares no arrays. */
  public boolean sameAs(Block other) {
    return Arrays.equals(prev, other.prev)
        && Arrays.equals(hash, other.hash)
        && commitIds.equals(other.commitIds)
        && events.equals(other.events);
  }

  /**
   * Checks what the block says of itself.
   *
   * @param running the running hash before its first event, from a source that is trusted
   * @throws LogCorruptedException at the first position that cannot be trusted; hashes are kept per
   *     block, so this is the block's first position unless the order within is broken
   */
  public void check(byte[] running) {
    if (!Arrays.equals(prev, running)) {
      throw new LogCorruptedException(first(), "the block does not continue the hash before it");
    }
    if (first() == 0 && !Arrays.equals(prev, EventHasher.genesis())) {
      throw new LogCorruptedException(0, "the log does not begin with the empty log's hash");
    }
    checkCommits();
    byte[] computed = prev;
    for (StoredEvent event : events) {
      computed = EventHasher.running(computed, EventHasher.leaf(event));
    }
    if (!Arrays.equals(computed, hash)) {
      throw new LogCorruptedException(first(), "the events of the block do not give its hash");
    }
  }

  private void checkCommits() {
    int current = -1;
    Set<String> seen = new HashSet<>();
    for (StoredEvent event : events) {
      if (current >= 0 && event.commitId().equals(commitIds.get(current))) {
        continue;
      }
      current++;
      if (current >= commitIds.size()
          || !event.commitId().equals(commitIds.get(current))
          || !seen.add(event.commitId())) {
        throw new LogCorruptedException(
            event.position(), "the commits of the block are out of order");
      }
    }
    if (current != commitIds.size() - 1) {
      throw new LogCorruptedException(first(), "the block names a commit without events");
    }
  }
}
