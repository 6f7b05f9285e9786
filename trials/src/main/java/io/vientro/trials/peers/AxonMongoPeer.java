package io.vientro.trials.peers;

import com.mongodb.client.MongoDatabase;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;

/**
 * axon-mongo 4.12.0 with its defaults, as its reference guide sets it up: a template over the
 * database, the collections' default names, indexes ensured by the engine. Without transactions,
 * which our durable test store has none of.
 */
public final class AxonMongoPeer implements Peer {
  private final EventStorageEngine engine;
  private final TokenStore tokens;
  private final EmbeddedEventStore store;

  private AxonMongoPeer(MongoDatabase database, StorageStrategy strategy) {
    MongoTemplate template = DefaultMongoTemplate.builder().mongoDatabase(database).build();
    engine =
        MongoEventStorageEngine.builder()
            .mongoTemplate(template)
            .storageStrategy(strategy)
            .transactionManager(NoTransactionManager.INSTANCE)
            .eventSerializer(new TextSerializer())
            .snapshotSerializer(new TextSerializer())
            .build();
    tokens =
        MongoTokenStore.builder()
            .mongoTemplate(template)
            .transactionManager(NoTransactionManager.INSTANCE)
            .serializer(Tokens.serializer())
            .build();
    store = EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  /**
   * One document per event: the engine's default.
   *
   * @param database of a client that the caller closes, after this
   */
  public static AxonMongoPeer perEvent(MongoDatabase database) {
    return new AxonMongoPeer(database, new DocumentPerEventStorageStrategy());
  }

  /**
   * One document per commit: the engine's other mode.
   *
   * @param database of a client that the caller closes, after this
   */
  public static AxonMongoPeer perCommit(MongoDatabase database) {
    return new AxonMongoPeer(database, new DocumentPerCommitStorageStrategy());
  }

  @Override
  public String name() {
    return "axon-mongo 4.12.0";
  }

  @Override
  public EventStorageEngine engine() {
    return engine;
  }

  @Override
  public TokenStore tokens() {
    return tokens;
  }

  @Override
  public EventStore store() {
    return store;
  }

  @Override
  public void close() {
    store.shutDown();
  }
}
