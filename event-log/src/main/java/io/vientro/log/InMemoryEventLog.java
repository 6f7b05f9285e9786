package io.vientro.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A log for tests: the same blocks, hashes and checks as on a store, gone with the process. */
public final class InMemoryEventLog implements EventLog {
  private final NavigableMap<Long, Block> blocks = new ConcurrentSkipListMap<>();
  private final Map<String, Long> blockOfCommit = new HashMap<>();
  private final Map<String, Long> blockOfKey = new HashMap<>();
  private final Bells bells = new Bells();
  private final CommitLimits limits;

  public InMemoryEventLog() {
    this(CommitLimits.defaults());
  }

  public InMemoryEventLog(CommitLimits limits) {
    this.limits = limits;
  }

  @Override
  public Appended append(Commit commit) {
    limits.check(commit);
    Appended appended = appendExclusively(commit);
    if (!appended.repeated()) {
      bells.ring();
    }
    return appended;
  }

  private synchronized Appended appendExclusively(Commit commit) {
    Optional<StoredCommit> earlier = commit(commit.id());
    if (earlier.isPresent()) {
      return new Appended(earlier.get(), true);
    }
    List<String> lost =
        commit.events().stream().map(Block::key).filter(blockOfKey::containsKey).toList();
    if (!lost.isEmpty()) {
      throw new SequenceConflictException(lost);
    }
    Map.Entry<Long, Block> last = blocks.lastEntry();
    Block block =
        last == null
            ? Block.of(0, EventHasher.genesis(), List.of(commit))
            : Block.of(last.getValue().next(), last.getValue().hash(), List.of(commit));
    put(block);
    return new Appended(block.commit(commit.id()), false);
  }

  /** Stores a block as it is, good or bad. */
  synchronized void put(Block block) {
    blocks.put(block.first(), block);
    block.commitIds().forEach(id -> blockOfCommit.put(id, block.first()));
    block.keys().forEach(key -> blockOfKey.put(key, block.first()));
  }

  /** Takes a block out, as nobody should. Its keys stay. */
  synchronized void remove(long first) {
    blocks.remove(first);
  }

  @Override
  public synchronized Optional<StoredCommit> commit(String commitId) {
    Long first = blockOfCommit.get(commitId);
    Block block = first == null ? null : blocks.get(first);
    return Optional.ofNullable(block).map(found -> found.commit(commitId));
  }

  @Override
  public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
    return AggregateSlice.load(fromSequence, limit, (from, size) -> slice(aggregate, from, size));
  }

  private synchronized AggregateSlice slice(String aggregate, long from, int size) {
    Set<String> found = new HashSet<>();
    List<StoredEvent> events = new ArrayList<>();
    for (String key : AggregateSlice.keys(aggregate, from, size)) {
      Long first = blockOfKey.get(key);
      if (first == null) {
        continue;
      }
      found.add(key);
      Block block = blocks.get(first);
      if (block != null) {
        block.events().stream()
            .filter(event -> Block.key(event.event()).equals(key))
            .forEach(events::add);
      }
    }
    return new AggregateSlice(aggregate, from, found, events);
  }

  @Override
  public synchronized Set<String> moved(Map<String, Long> next) {
    Set<String> moved = new HashSet<>();
    next.forEach(
        (aggregate, sequence) -> {
          if (blockOfKey.containsKey(Block.key(aggregate, sequence))) {
            moved.add(aggregate);
          }
        });
    return moved;
  }

  @Override
  public LogReader reader(long fromPosition) {
    return new BlockReader(new Source(), fromPosition);
  }

  /** The blocks as a reader gets them. */
  public BlockSource blocks() {
    return new Source();
  }

  @Override
  public long nextPosition() {
    Map.Entry<Long, Block> last = blocks.lastEntry();
    return last == null ? 0 : last.getValue().next();
  }

  @Override
  public AutoCloseable onAppend(Runnable bell) {
    return bells.add(bell);
  }

  @Override
  public void close() {
    // Nothing is held that the garbage collector would not find.
  }

  private final class Source implements BlockSource {
    @Override
    public List<Block> blocks(long from, int atMostEvents) {
      List<Block> found = new ArrayList<>();
      int events = 0;
      for (Block block : blocks.tailMap(from).values()) {
        found.add(block);
        events += block.events().size();
        if (events >= atMostEvents) {
          break;
        }
      }
      return found;
    }

    @Override
    public @Nullable Block floor(long position) {
      Map.Entry<Long, Block> entry = blocks.floorEntry(position);
      return entry == null ? null : entry.getValue();
    }

    @Override
    public long nextPosition() {
      return InMemoryEventLog.this.nextPosition();
    }
  }
}
