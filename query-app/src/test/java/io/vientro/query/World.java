package io.vientro.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.VientroClock;
import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.log.LogMode;
import io.vientro.core.reception.DossierCodeIssued;
import io.vientro.core.reception.IssueDossierCode;
import io.vientro.core.reception.ReceptionBook;
import io.vientro.core.reception.ReceptionBookEvent;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
  public final VientroClock clock;
  public final EventLog log;
  public final SubjectKeys keys;
  public final EventCodec codec;
  public final Law law;

  /** What a test changes in the law that commands are decided on. */
  public UnaryOperator<DecisionContext> change = UnaryOperator.identity();

  private final Supplier<UUID> ids;

  private World(
      @Nullable MongoServer server,
      String uri,
      VientroClock clock,
      BuiltInPacks packs,
      Supplier<UUID> ids) {
    this.server = server;
    this.uri = uri;
    this.clock = clock;
    this.ids = ids;
    this.client = MongoClients.create(uri);
    this.database = client.getDatabase("query_" + UUID.randomUUID().toString().replace("-", ""));
    this.log = new MongoEventLog(database, MongoLogOptions.defaults());
    this.keys = new MongoSubjectKeys(database, clock);
    this.codec = new EventCodec(keys);
    new LogOpening(log, codec, clock, packs).open(LogMode.TRAINING);
    this.law =
        new Law(log, codec, clock, LogMode.TRAINING, PackSelection.pinned("nd80-2020"), packs);
  }

  /** On the engine of the embedded store, in memory. */
  public static World embedded() {
    return embedded(new VientroClock(), BuiltInPacks.load(), UUID::randomUUID);
  }

  /**
   * As {@link #embedded()}.
   *
   * @param clock what to read as the time
   * @param packs what is put on record when the log is opened
   * @param ids of dossiers, events and commits
   */
  public static World embedded(VientroClock clock, BuiltInPacks packs, Supplier<UUID> ids) {
    var server = new MongoServer(H2Backend.inMemory());
    return new World(server, server.bindAndGetConnectionString(), clock, packs, ids);
  }

  /** Aborts the test, so that it counts as skipped, where there is no durable store. */
  public static World durable() {
    var uri = System.getenv(URI);
    Assumptions.assumeTrue(
        uri != null && !uri.isBlank(), URI + " is not set: nothing was tried on a durable store");
    return new World(null, uri, new VientroClock(), BuiltInPacks.load(), UUID::randomUUID);
  }

  public MongoClient client() {
    return client;
  }

  /** An id that no dossier has yet. */
  public String newDossier() {
    return Dossier.id(ids.get());
  }

  /** Files a dossier; its id. */
  public String submit(SubmitDossier command, Actor actor) {
    var id = newDossier();
    send(id, command, actor);
    return id;
  }

  /** The dossier as it is on record now, with personal values opened. */
  public DossierState dossier(String id) {
    var state = DossierState.INITIAL;
    for (var recorded : new AggregateHistory(log, codec).history(id)) {
      state = Dossier.evolve(state, (DossierEvent) recorded.event());
    }
    return state;
  }

  /** Sends a command that must be accepted; the position of its last event. */
  public long send(String id, DossierCommand command, Actor actor) {
    return send(id, command, actor, Fictional.DAY);
  }

  /**
   * As {@link #send(String, DossierCommand, Actor)}.
   *
   * @param effectiveOn business date of the command
   */
  public long send(String id, DossierCommand command, Actor actor, LocalDate effectiveOn) {
    var state = dossier(id);
    var context = change.apply(context(state, command, actor));
    var drafts = new ArrayList<EventDraft>();
    if (command instanceof AcceptDossier accept && state.code() == null) {
      var issued = issue(id, accept, state, context);
      drafts.add(new EventDraft(ReceptionBook.aggregateId(issued.agency(), issued.day()), issued));
      context = context.withDossierCode(issued.code());
    }
    accepted(Dossier.decide(state, command, context))
        .forEach(event -> drafts.add(new EventDraft(id, event)));
    return append(drafts, Dossier.name(command).path(), actor, command.act(), effectiveOn);
  }

  /** Sends a command that may be refused; whether it was accepted. */
  public boolean trySend(String id, DossierCommand command, Actor actor, LocalDate effectiveOn) {
    var state = dossier(id);
    var context =
        change.apply(context(state, command, actor)).withDossierCode("T01.001-250303-0001");
    if (Dossier.decide(state, command, context) instanceof Decision.Rejected) {
      return false;
    }
    send(id, command, actor, effectiveOn);
    return true;
  }

  /** Records a notice of the working calendar, unasked; its position. */
  public long notice(CalendarNotice notice, Act act) {
    var calendar = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);
    return append(
        List.of(new EventDraft(calendar, new CalendarNoticeRecorded(notice, act))),
        CommandName.RECORD_CALENDAR_NOTICE.path(),
        Actor.SYSTEM,
        act,
        Zone.dateOf(clock.instant()));
  }

  private DecisionContext context(DossierState state, DossierCommand command, Actor actor) {
    if (state.submitted() == null) {
      return ((Law.Filing.Bound) law.filing(actor, Fictional.DAY)).context();
    }
    if (command instanceof AdoptRulePackVersion adopt) {
      var pin = state.pin();
      var version = law.record(pin.id()).versions().get(adopt.version());
      return law.context(actor, new PackPin(pin.id(), adopt.version(), version.sha256(), false));
    }
    return law.context(actor, state.pin());
  }

  private DossierCodeIssued issue(
      String id, AcceptDossier accept, DossierState state, DecisionContext context) {
    var agency = state.filing().filedWith();
    var code = context.registry().agency(agency).orElseThrow().code();
    var book = ReceptionBook.EMPTY;
    var history =
        new AggregateHistory(log, codec)
            .history(ReceptionBook.aggregateId(agency, accept.completeOn()));
    for (var recorded : history) {
      book = ReceptionBook.evolve(book, (ReceptionBookEvent) recorded.event());
    }
    var request = new IssueDossierCode(agency, String.valueOf(code), accept.completeOn(), id);
    return (DossierCodeIssued)
        accepted(ReceptionBook.decide(book, request, context.pack().dossierCode())).getFirst();
  }

  /** The events of a decision that must be one. */
  public static <E> List<E> accepted(Decision<E> decision) {
    return switch (decision) {
      case Decision.Accepted<E>(var events) -> events;
      case Decision.Rejected<E>(var rejection) -> throw new AssertionError(rejection.toString());
    };
  }

  /** Appends events in one commit; the position of the last one. */
  public long append(
      List<EventDraft> drafts, String name, Actor actor, Act act, LocalDate effectiveOn) {
    var commit = ids.get().toString();
    var metadata =
        new EventMetadata(
            actor.account(),
            actor.role(),
            actor.agency(),
            act.capacity(),
            act.onBehalfOf() != null,
            name,
            commit,
            null,
            effectiveOn,
            LogMode.TRAINING);
    var encoded = codec.encode(drafts);
    var next = new HashMap<String, Long>();
    var news = new ArrayList<NewEvent>();
    for (var i = 0; i < encoded.size(); i++) {
      var event = encoded.get(i);
      var aggregate = drafts.get(i).aggregate();
      var sequence =
          next.computeIfAbsent(
              aggregate, a -> (long) new AggregateHistory(log, codec).history(a).size());
      next.put(aggregate, sequence + 1);
      news.add(
          new NewEvent(
              aggregate,
              sequence,
              ids.get().toString(),
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
