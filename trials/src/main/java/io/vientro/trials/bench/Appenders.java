package io.vientro.trials.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.Commit;
import io.vientro.log.MongoEventLog;
import io.vientro.log.NewEvent;
import io.vientro.trials.peers.AxonJdbcPeer;
import io.vientro.trials.peers.AxonMongoPeer;
import io.vientro.trials.peers.Peer;
import io.vientro.trials.peers.TextSerializer;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.RawBsonDocument;

/** The contestants at appending; each call of a factory opens an empty store. */
final class Appenders {
  /** What a document of many commits holds here, like ours at 64 callers. */
  static final int TOGETHER = 64;

  private final Bed bed;
  private final Creates creates;

  Appenders(Bed bed, Creates creates) {
    this.bed = bed;
    this.creates = creates;
  }

  Appender ours() {
    String collection = bed.freshCollection("log");
    MongoEventLog log = bed.log(collection);
    return new Appender() {
      @Override
      public int append() {
        log.append(creates.next());
        return 1;
      }

      @Override
      public void close() {
        log.close();
        bed.database().getCollection(collection).drop();
      }
    };
  }

  Appender axonMongo() {
    MongoDatabase database = bed.freshDatabase();
    return peer(AxonMongoPeer.perEvent(database), database::drop);
  }

  /**
   * Axon's JDBC engine.
   *
   * @param connections of its pool
   */
  Appender axonJdbc(String url, int connections) throws SQLException {
    AxonJdbcPeer peer = bed.freshJdbcPeer(url, connections);
    return peer(peer, peer::dropSchema);
  }

  private interface Drop {
    void run() throws SQLException;
  }

  private Appender peer(Peer peer, Drop drop) {
    return new Appender() {
      @Override
      public int append() {
        peer.engine().appendEvents(List.of(message(creates.next())));
        return 1;
      }

      @Override
      public void close() {
        try (peer) {
          drop.run();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** The one event of a commit, as Axon takes it. */
  static DomainEventMessage<String> message(Commit commit) {
    NewEvent event = commit.events().getFirst();
    return new GenericDomainEventMessage<>(
        "Dossier",
        event.aggregate(),
        event.sequence(),
        event.payload(),
        TextSerializer.metaData(event.metadata()),
        event.id(),
        event.at());
  }

  /**
   * The bare driver inserting documents made beforehand, one by one.
   *
   * @param commitsEach in each document
   */
  Appender insertOne(int documents, int commitsEach) {
    String name = bed.freshCollection("bare");
    Queue<RawBsonDocument> ready =
        new ConcurrentLinkedQueue<>(new ReadyBlocks(creates::next).raw(documents, commitsEach));
    MongoCollection<RawBsonDocument> collection = bed.likeALog(name, RawBsonDocument.class);
    return new Appender() {
      @Override
      public int append() {
        RawBsonDocument document = ready.poll();
        if (document == null) {
          return 0;
        }
        collection.insertOne(document);
        return commitsEach;
      }

      @Override
      public void close() {
        collection.drop();
      }
    };
  }

  /** The bare driver inserting {@link #TOGETHER} one-commit documents at a time. */
  Appender insertMany(int calls) {
    String name = bed.freshCollection("bare");
    ReadyBlocks blocks = new ReadyBlocks(creates::next);
    Queue<List<RawBsonDocument>> ready =
        new ConcurrentLinkedQueue<>(
            IntStream.range(0, calls).mapToObj(_ -> blocks.raw(TOGETHER, 1)).toList());
    MongoCollection<RawBsonDocument> collection = bed.likeALog(name, RawBsonDocument.class);
    return new Appender() {
      @Override
      public int append() {
        List<RawBsonDocument> documents = ready.poll();
        if (documents == null) {
          return 0;
        }
        collection.insertMany(documents);
        return documents.size();
      }

      @Override
      public void close() {
        collection.drop();
      }
    };
  }
}
