package io.vientro.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.VientroClock;
import io.vientro.core.DomainEvent;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Decision;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.log.LogMode;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.NewEvent;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.AggregateHistory;
import io.vientro.store.EventCodec;
import io.vientro.store.EventDraft;
import io.vientro.store.EventMetadata;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.SubjectKeys;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * An open TRAINING log with its law on a store of its own, and a hand that sends commands to it.
 */
public final class World implements AutoCloseable {
  private static final String URI = "VIENTRO_TEST_MONGO_URI";

  private final @Nullable MongoServer server;
  private final MongoClient client;
  public final String uri;
  public final MongoDatabase database;
  public final VientroClock clock = new VientroClock();
  public final EventLog log;
  public final SubjectKeys keys;
  public final EventCodec codec;
  public final Law law;

  private World(@Nullable MongoServer server, String uri) {
    this.server = server;
    this.uri = uri;
    this.client = MongoClients.create(uri);
    this.database = client.getDatabase("query_" + UUID.randomUUID().toString().replace("-", ""));
    this.log = new MongoEventLog(database, MongoLogOptions.defaults());
    this.keys = new MongoSubjectKeys(database, clock);
    this.codec = new EventCodec(keys);
    var packs = BuiltInPacks.load();
    new LogOpening(log, codec, clock, packs).open(LogMode.TRAINING);
    this.law =
        new Law(log, codec, clock, LogMode.TRAINING, PackSelection.pinned("nd80-2020"), packs);
  }

  /** On the engine of the embedded store, in memory. */
  public static World embedded() {
    var server = new MongoServer(H2Backend.inMemory());
    return new World(server, server.bindAndGetConnectionString());
  }

  /** Aborts the test, so that it counts as skipped, where there is no durable store. */
  public static World durable() {
    var uri = System.getenv(URI);
    Assumptions.assumeTrue(
        uri != null && !uri.isBlank(), URI + " is not set: nothing was tried on a durable store");
    return new World(null, uri);
  }

  public MongoClient client() {
    return client;
  }

  /** Files a dossier; its id. */
  public String submit(SubmitDossier command, Actor actor) {
    var id = Dossier.id(UUID.randomUUID());
    send(id, command, actor);
    return id;
  }

  /** Sends a command that must be accepted; the position of its last event. */
  public long send(String id, DossierCommand command, Actor actor) {
    var state = DossierState.INITIAL;
    var history = new AggregateHistory(log, codec).history(id);
    for (var recorded : history) {
      state = Dossier.evolve(state, (DossierEvent) recorded.event());
    }
    var context =
        state.submitted() == null
            ? ((Law.Filing.Bound) law.filing(actor, Fictional.DAY)).context()
            : law.context(actor, state.submitted().pack());
    if (command instanceof AcceptDossier && state.code() == null) {
      context = context.withDossierCode("T01.001-250303-" + id.substring(8, 12));
    }
    return switch (Dossier.decide(state, command, context)) {
      case Decision.Accepted<DossierEvent>(var events) ->
          append(id, history.size(), Dossier.name(command).path(), events, actor, command);
      case Decision.Rejected<DossierEvent>(var rejection) ->
          throw new AssertionError(rejection.toString());
    };
  }

  private long append(
      String id,
      long sequence,
      String name,
      List<? extends DomainEvent> events,
      Actor actor,
      DossierCommand command) {
    var commit = UUID.randomUUID().toString();
    var metadata =
        new EventMetadata(
            actor.account(),
            actor.role(),
            actor.agency(),
            command.act().capacity(),
            command.act().onBehalfOf() != null,
            name,
            commit,
            null,
            Fictional.DAY,
            LogMode.TRAINING);
    var encoded = codec.encode(events.stream().map(event -> new EventDraft(id, event)).toList());
    var news = new ArrayList<NewEvent>();
    for (var i = 0; i < encoded.size(); i++) {
      var event = encoded.get(i);
      news.add(
          new NewEvent(
              id,
              sequence + i,
              UUID.randomUUID().toString(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              event.type(),
              event.revision(),
              event.payload(),
              codec.encode(metadata)));
    }
    return log.append(new Commit(commit, news)).commit().lastPosition();
  }

  @Override
  public void close() {
    log.close();
    database.drop();
    client.close();
    if (server != null) {
      server.shutdownNow();
    }
  }
}
