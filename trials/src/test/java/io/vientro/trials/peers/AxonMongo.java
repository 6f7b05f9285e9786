package io.vientro.trials.peers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The MongoDB extension of Axon, set up as its documentation does, with all its defaults. */
final class AxonMongo implements Contestant {
  private final MongoTemplate template;
  private final EventStorageEngine engine;
  private final EmbeddedEventStore store;

  private AxonMongo(MongoDatabase database, StorageStrategy strategy) {
    this.template = DefaultMongoTemplate.builder().mongoDatabase(database).build();
    var events = serializer();
    this.engine =
        MongoEventStorageEngine.builder()
            .mongoTemplate(template)
            .storageStrategy(strategy)
            .eventSerializer(events)
            .snapshotSerializer(events)
            .build();
    this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  /** JSON: its other one, XML by XStream, cannot write its own tokens on Java 17 or newer. */
  private static Serializer serializer() {
    // Without it, Axon's tokens cannot be read back.
    var tokens =
        BasicPolymorphicTypeValidator.builder()
            .allowIfSubType("org.axonframework.")
            .allowIfBaseType(Object.class)
            .build();
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(tokens))
        .build();
  }

  /** Its default: a document for each event. */
  static Contestant on(MongoDatabase database) {
    return new AxonMongo(database, new DocumentPerEventStorageStrategy());
  }

  /** Its other mode: a document for each unit of work. */
  static Contestant perCommitOn(MongoDatabase database) {
    return new AxonMongo(database, new DocumentPerCommitStorageStrategy());
  }

  @Override
  public void append(Instant clock, String... events) {
    engine.appendEvents(Published.plain(clock, events));
  }

  @Override
  public EventStorageEngine engine() {
    return engine;
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return store;
  }

  @Override
  public TokenStore tokens() {
    return MongoTokenStore.builder().mongoTemplate(template).serializer(serializer()).build();
  }

  @Override
  public MongoCollection<Document> tokenDocuments() {
    return template.trackingTokensCollection();
  }

  @Override
  public void close() {
    store.shutDown();
  }
}
