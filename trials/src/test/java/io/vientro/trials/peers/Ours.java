package io.vientro.trials.peers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.vientro.log.LogTail;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.TailOptions;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.axon.LogEventStorageEngine;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.Document;

/** Our log, with a clock that is set by hand. */
final class Ours implements Contestant {
  private final MongoDatabase database;
  private final MongoEventLog log;
  private final LogTail tail;
  private final LogEventStorageEngine engine;
  private final LogEventStore store;
  private volatile Instant now = Instant.EPOCH;

  private Ours(MongoDatabase database) {
    this.database = database;
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    var codec = new EventCodec(new InMemorySubjectKeys());
    this.log = new MongoEventLog(database, MongoLogOptions.defaults());
    this.tail = LogTail.start(log, TailOptions.shared());
    this.engine = new LogEventStorageEngine(log, codec, clock);
    this.store = new LogEventStore(log, tail, codec, clock);
  }

  static Contestant on(MongoDatabase database) {
    return new Ours(database);
  }

  @Override
  public void append(Instant clock, String... events) {
    now = clock;
    engine.appendEvents(Published.signed(clock, events));
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
    return LogTokenStore.soleProcess(database);
  }

  @Override
  public MongoCollection<Document> tokenDocuments() {
    return database.getCollection(LogTokenStore.COLLECTION);
  }

  @Override
  public void close() {
    tail.close();
    log.close();
  }
}
