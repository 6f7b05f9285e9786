package io.vientro.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection of blocks: every call to the store, and nothing that decides. Throws the driver's
 * exceptions.
 */
final class MongoBlocks implements BlockSource, Blocks {
  /** Blocks read in one go. */
  private static final int MOST_BLOCKS = 256;

  /** Text read in one go, about: one block may take 256 KB, or 8 MB if it carries one commit. */
  private static final long MOST_CHARACTERS = 16 << 20;

  /** More positions than a block that shares its place with others takes. */
  private static final int NEAR = 1_000;

  private static final int INDEX_TRIES = 5;

  private static final Bson HEAD = Projections.include("_id", "n", "hash");

  private final MongoCollection<Document> collection;

  /**
   * Position of a block near the head. Without it a store that has no statistics of a young
   * collection yet (PostgreSQL gathers them after minutes) would read and sort all of it for the
   * last one: 80 ms at 600 blocks, while another writer is on its way with the next.
   */
  private volatile long known;

  /** In the blocks read last. */
  private volatile int eventsPerBlock = 1;

  MongoBlocks(MongoDatabase database, MongoLogOptions options) {
    collection =
        database
            .getCollection(options.collection())
            .withReadPreference(ReadPreference.primary())
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withTimeout(options.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * {@code c} first: a store names the index that was created first, and the commit id is what has
   * to be looked at first.
   */
  void createIndexes() {
    for (int triesLeft = INDEX_TRIES; ; triesLeft--) {
      try {
        collection.createIndex(Indexes.ascending("c"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        return;
      } catch (MongoCommandException e) {
        // Of two processes that start at once on an empty store, one may be told of a deadlock.
        if (triesLeft == 1) {
          throw e;
        }
      }
    }
  }

  @Override
  public Head head() {
    Document last = last(Filters.gte("_id", known)).projection(HEAD).first();
    if (last == null) {
      last = last(Filters.empty()).projection(HEAD).first();
    }
    if (last == null) {
      return new Head(0, EventHasher.genesis());
    }
    if (!(last.get("n") instanceof Number n)
        || !(last.get("hash") instanceof org.bson.types.Binary)) {
      throw new LogCorruptedException(BlockDocument.position(last), "the last block is none");
    }
    long first = BlockDocument.position(last);
    known = first;
    return new Head(first + n.longValue(), BlockDocument.binary(last, "hash"));
  }

  private FindIterable<Document> last(Bson filter) {
    return collection.find(filter).sort(Sorts.descending("_id")).limit(1);
  }

  @Override
  public void insert(Block block) {
    collection.insertOne(BlockDocument.encode(block));
    known = block.first();
  }

  void insert(List<Block> blocks) {
    collection.insertMany(blocks.stream().map(BlockDocument::encode).toList());
  }

  static boolean areDuplicates(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream()
            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }

  @Nullable StoredCommit commit(String id) {
    return commits(List.of(id)).get(id);
  }

  @Override
  public Map<String, StoredCommit> commits(Collection<String> ids) {
    Map<String, StoredCommit> found = new HashMap<>();
    Bson filter = ids.size() == 1 ? Filters.eq("c", ids.iterator().next()) : Filters.in("c", ids);
    for (Document document : collection.find(filter)) {
      Block block = BlockDocument.decode(document);
      block.commitIds().stream()
          .filter(ids::contains)
          .forEach(id -> found.put(id, block.commit(id)));
    }
    return found;
  }

  @Override
  public Set<String> taken(Collection<String> keys) {
    Set<String> found = new HashSet<>();
    try (MongoCursor<Document> cursor =
        collection.find(Filters.in("k", keys)).projection(Projections.include("k")).iterator()) {
      while (cursor.hasNext()) {
        found.addAll(cursor.next().getList("k", String.class));
      }
    }
    found.retainAll(Set.copyOf(keys));
    return found;
  }

  /** Which of the aggregates have an event with the sequence given. */
  Set<String> moved(Map<String, Long> next) {
    Map<String, String> aggregateOf = new HashMap<>();
    next.forEach(
        (aggregate, sequence) -> aggregateOf.put(Block.key(aggregate, sequence), aggregate));
    return taken(aggregateOf.keySet()).stream().map(aggregateOf::get).collect(Collectors.toSet());
  }

  /**
   * The events of one aggregate whose keys are given, cut out of their blocks by the store.
   *
   * <p>As a pipeline: a find's projection with {@code $filter} returns nothing, silently, on the
   * embedded store.
   */
  AggregateSlice slice(String aggregate, long from, int size) {
    List<String> keys = AggregateSlice.keys(aggregate, from, size);
    Document ofAggregate =
        new Document(
            "$and",
            List.of(
                new Document("$eq", List.of("$$e.a", new Document("$literal", aggregate))),
                new Document("$gte", List.of("$$e.s", from)),
                new Document("$lt", List.of("$$e.s", from + size))));
    List<Bson> pipeline =
        List.of(
            new Document("$match", new Document("k", new Document("$in", keys))),
            new Document(
                "$project",
                new Document("k", 1)
                    .append("c", 1)
                    .append(
                        "ev",
                        new Document(
                            "$filter",
                            new Document("input", "$ev")
                                .append("as", "e")
                                .append("cond", ofAggregate)))));
    Set<String> wanted = Set.copyOf(keys);
    Set<String> foundKeys = new HashSet<>();
    List<StoredEvent> events = new ArrayList<>();
    try (MongoCursor<Document> cursor = collection.aggregate(pipeline).iterator()) {
      while (cursor.hasNext()) {
        decodeSlice(cursor.next(), wanted, foundKeys, events);
      }
    }
    return new AggregateSlice(aggregate, from, foundKeys, events);
  }

  /** The place of an event in its block is the place of its key in {@code k}. */
  private static void decodeSlice(
      Document block, Set<String> wanted, Set<String> foundKeys, List<StoredEvent> events) {
    long first = BlockDocument.position(block);
    try {
      List<String> keys = block.getList("k", String.class);
      List<String> commitIds = block.getList("c", String.class);
      keys.stream().filter(wanted::contains).forEach(foundKeys::add);
      for (Document event : block.getList("ev", Document.class)) {
        StoredEvent stored = BlockDocument.event(0, commitIds, event);
        int index = keys.indexOf(Block.key(stored.event()));
        events.add(new StoredEvent(first + Math.max(0, index), stored.commitId(), stored.event()));
      }
    } catch (NullPointerException
        | ClassCastException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw new LogCorruptedException(first, "not a block of this log: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Block> blocks(long from, int atMostEvents) {
    // As many as are probably enough: what a store sends beyond that is thrown away.
    int most = Math.clamp(Math.ceilDiv(atMostEvents, eventsPerBlock), 1, MOST_BLOCKS);
    List<Block> found = new ArrayList<>();
    int events = 0;
    long characters = 0;
    FindIterable<Document> blocks =
        collection.find(Filters.gte("_id", from)).sort(Sorts.ascending("_id")).limit(most);
    try (MongoCursor<Document> cursor = blocks.iterator()) {
      while (events < atMostEvents && characters < MOST_CHARACTERS && cursor.hasNext()) {
        try {
          Block block = BlockDocument.decode(cursor.next());
          found.add(block);
          events += block.events().size();
          characters += block.characters();
        } catch (LogCorruptedException e) {
          if (found.isEmpty()) {
            throw e;
          }
          // What came before it is good; the next call meets the bad one first.
          break;
        }
      }
    }
    if (!found.isEmpty()) {
      eventsPerBlock = Math.max(1, events / found.size());
    }
    return found;
  }

  @Override
  public @Nullable Block floor(long position) {
    Bson near = new Document("_id", new Document("$gte", position - NEAR).append("$lte", position));
    Document document = last(near).first();
    if (document == null) {
      document = last(Filters.lte("_id", position)).first();
    }
    return document == null ? null : BlockDocument.decode(document);
  }

  @Override
  public long nextPosition() {
    return head().next();
  }
}
