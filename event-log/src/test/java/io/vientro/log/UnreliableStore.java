package io.vientro.log;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * A store of blocks in memory that keeps its promises to the letter and no more: what it has taken
 * it has, its indexes are unique from document to document but not within one, and which of several
 * it names in an error is anyone's guess. Its connections fail in every way that one can.
 */
final class UnreliableStore {
  private static final ServerAddress ADDRESS = new ServerAddress();
  private static final int DUPLICATE_KEY = 11_000;
  private static final int INTERRUPTED_AT_SHUTDOWN = 11_600;

  /** How often each fault happens, in percent of the calls. */
  record Faults(
      int answerLost, int insertLost, int insertLate, int notSent, int refused, int readFailed) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);
  }

  private record Late(Block block, int due) {}

  private final TreeMap<Long, Block> blocks = new TreeMap<>();
  private final Map<String, Block> byCommit = new HashMap<>();
  private final Set<String> keys = new HashSet<>();
  private final List<Late> late = new ArrayList<>();
  private final Map<String, Integer> unanswered = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int calls;
  private volatile boolean healthy;

  /** A connection of one writer; it fails as the seed says. */
  Blocks connect(long seed, Faults faults) {
    return new Connection(new Random(seed), faults);
  }

  /** From now on nothing fails, and what was on its way has arrived. */
  synchronized void heal() {
    healthy = true;
    late.forEach(l -> arrive(l.block()));
    late.clear();
  }

  synchronized List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  /** How many inserts with this commit were not answered, or by an error that tells nothing. */
  synchronized int unanswered(String commitId) {
    return unanswered.getOrDefault(commitId, 0);
  }

  /** What a writer did that it must not do. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  private synchronized void tick() {
    calls++;
    for (Iterator<Late> it = late.iterator(); it.hasNext(); ) {
      Late next = it.next();
      if (next.due() <= calls) {
        it.remove();
        arrive(next.block());
      }
    }
  }

  private synchronized List<String> hurt(Block block) {
    List<String> hurt = new ArrayList<>();
    if (blocks.containsKey(block.first())) {
      hurt.add("_id_");
    }
    if (block.commitIds().stream().anyMatch(byCommit::containsKey)) {
      hurt.add("c_1");
    }
    if (block.keys().stream().anyMatch(keys::contains)) {
      hurt.add("k_1");
    }
    return hurt;
  }

  private synchronized void arrive(Block block) {
    if (hurt(block).isEmpty()) {
      blocks.put(block.first(), block);
      block.commitIds().forEach(id -> byCommit.put(id, block));
      keys.addAll(block.keys());
    }
  }

  private synchronized void put(Block block, Random random) {
    List<String> hurt = hurt(block);
    if (!hurt.isEmpty()) {
      String named = hurt.get(random.nextInt(hurt.size()));
      throw new MongoWriteException(
          new WriteError(
              DUPLICATE_KEY, "E11000 duplicate key error index: " + named, new BsonDocument()),
          ADDRESS,
          Set.of());
    }
    arrive(block);
  }

  private synchronized void leaveUnanswered(Block block) {
    block.commitIds().forEach(id -> unanswered.merge(id, 1, Integer::sum));
  }

  private synchronized void arriveLater(Block block, int callsFromNow) {
    late.add(new Late(block, calls + callsFromNow));
  }

  private synchronized void tellBroken(String what) {
    broken.add(what);
  }

  private final class Connection implements Blocks {
    private final Random random;
    private final Faults faults;
    private final AtomicBoolean inserting = new AtomicBoolean();

    private Connection(Random random, Faults faults) {
      this.random = random;
      this.faults = faults;
    }

    @Override
    public void insert(Block block) {
      if (inserting.getAndSet(true)) {
        tellBroken("two inserts under way from one writer");
      }
      try {
        begin();
        insertOrFail(block);
      } finally {
        inserting.set(false);
      }
    }

    private void insertOrFail(Block block) {
      int fault = healthy ? 100 : random.nextInt(100);
      if ((fault -= faults.notSent()) < 0) {
        throw new MongoSocketOpenException("refused", ADDRESS);
      }
      if ((fault -= faults.answerLost()) < 0) {
        arrive(block);
      } else if ((fault -= faults.insertLate()) < 0) {
        arriveLater(block, random.nextInt(30));
      } else if ((fault -= faults.refused()) < 0) {
        if (random.nextBoolean()) {
          arrive(block);
        }
        leaveUnanswered(block);
        throw new MongoCommandException(
            new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(INTERRUPTED_AT_SHUTDOWN)),
            ADDRESS);
      } else if (fault - faults.insertLost() >= 0) {
        put(block, random);
        return;
      }
      leaveUnanswered(block);
      throw connectionLost();
    }

    @Override
    public Head head() {
      return read(
          () ->
              blocks.isEmpty()
                  ? new Head(0, EventHasher.genesis())
                  : new Head(
                      blocks.lastEntry().getValue().next(), blocks.lastEntry().getValue().hash()));
    }

    @Override
    public Map<String, StoredCommit> commits(Collection<String> ids) {
      return read(
          () -> {
            Map<String, StoredCommit> found = new HashMap<>();
            ids.stream()
                .filter(byCommit::containsKey)
                .forEach(id -> found.put(id, byCommit.get(id).commit(id)));
            return found;
          });
    }

    @Override
    public Set<String> taken(Collection<String> wanted) {
      return read(
          () -> {
            Set<String> found = new HashSet<>(wanted);
            found.retainAll(keys);
            return found;
          });
    }

    private <T> T read(Supplier<T> question) {
      begin();
      if (!healthy && random.nextInt(100) < faults.readFailed()) {
        throw connectionLost();
      }
      synchronized (UnreliableStore.this) {
        return question.get();
      }
    }

    /** Every call takes a while, now and then a longer one. */
    private void begin() {
      tick();
      LockSupport.parkNanos(random.nextInt(10) == 0 ? 500_000 : 20_000);
    }

    private MongoException connectionLost() {
      return new MongoSocketReadException("closed before the answer", ADDRESS);
    }
  }
}
