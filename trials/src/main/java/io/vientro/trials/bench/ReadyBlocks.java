package io.vientro.trials.bench;

import io.vientro.log.Block;
import io.vientro.log.BlockDocument;
import io.vientro.log.Commit;
import io.vientro.log.EventHasher;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Makes a chain of blocks without a store. Thread-safe. */
final class ReadyBlocks {
  private final Supplier<Commit> commits;
  private byte[] running = EventHasher.genesis();
  private long next;

  ReadyBlocks(Supplier<Commit> commits) {
    this.commits = commits;
  }

  /** The next block of the chain, with so many commits. */
  synchronized Block next(int size) {
    byte[] before = running;
    List<String> ids = new ArrayList<>();
    List<StoredEvent> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Commit commit = commits.get();
      ids.add(commit.id());
      for (NewEvent event : commit.events()) {
        StoredEvent stored = new StoredEvent(next++, commit.id(), event);
        events.add(stored);
        running = EventHasher.running(running, EventHasher.leaf(stored));
      }
    }
    return new Block(before, running, ids, events);
  }

  /** The same, as the bytes that go over the wire. */
  RawBsonDocument nextRaw(int size) {
    BsonDocument document =
        BlockDocument.encode(next(size))
            .toBsonDocument(
                BsonDocument.class, com.mongodb.MongoClientSettings.getDefaultCodecRegistry());
    return new RawBsonDocument(document, new BsonDocumentCodec());
  }

  /** So many of them. */
  List<RawBsonDocument> raw(int documents, int commitsEach) {
    List<RawBsonDocument> ready = new ArrayList<>(documents);
    for (int i = 0; i < documents; i++) {
      ready.add(nextRaw(commitsEach));
    }
    return ready;
  }
}
