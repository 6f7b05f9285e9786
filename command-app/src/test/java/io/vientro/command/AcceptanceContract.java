package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.core.log.LogMode;
import io.vientro.http.problem.ProblemException;
import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.ForwardingEventLog;
import io.vientro.log.LogTail;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.SequenceConflictException;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import io.vientro.log.TailOptions;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.axon.LogEventStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the real log makes of commands at once. {@code AcceptDossier}: the reception book's event
 * and the dossier's are both there, or neither is. A decision is taken once, and opinions do not
 * shut one another out. Two processes share the log, and whatever one of them does may come between
 * the other's decision and its append.
 */
abstract class AcceptanceContract {
  private static final BuiltInPacks BUILT_IN = BuiltInPacks.load();
  private static final Actor OFFICER = Housed.OFFICER;
  private static final SubmitDossier COMPLETE =
      Housed.command(Bodies.complete(TODAY), SubmitDossier.class);
  private static final AcceptDossier ACCEPT =
      Housed.command(Bodies.accept(TODAY), AcceptDossier.class);
  private static final WithdrawDossier WITHDRAW =
      Housed.command(Bodies.withdraw(TODAY), WithdrawDossier.class);
  private static final String BOOK = "reception-book-" + CommandSide.AGENCY + "-" + TODAY;

  private final List<AutoCloseable> open = new ArrayList<>();
  private MongoDatabase database;
  private Process one;
  private Process other;

  /** Connection string of the store, or an abort of the test where there is none. */
  abstract String uri();

  /** A process of the command side, without HTTP. */
  private final class Process {
    final MongoEventLog log = new MongoEventLog(database, MongoLogOptions.defaults());
    final Meddled meddled = new Meddled(log);
    final CommandService commands;

    Process() {
      open.add(log);
      var codec = new EventCodec(new MongoSubjectKeys(database, new VientroClock()));
      var clock = new VientroClock();
      var opened =
          new OpenedLog(new LogOpening(log, codec, clock, BUILT_IN).open(LogMode.TRAINING));
      clock.moveTo(CommandSide.NOW);
      var tail = LogTail.start(log, TailOptions.shared());
      open.add(tail);
      var law =
          new Law(log, codec, clock, LogMode.TRAINING, PackSelection.pinned("nd80-2020"), BUILT_IN);
      var wiring = new CommandConfiguration();
      var axon =
          wiring.axon(new LogEventStore(meddled, tail, codec, clock), wiring.decisionContexts(law));
      open.add(axon::shutdown);
      commands = wiring.commandService(axon, meddled, codec, opened);
    }

    CommandAnswer send(String dossier, DossierCommand command) {
      return send(OFFICER, dossier, command);
    }

    CommandAnswer send(Actor actor, String dossier, DossierCommand command) {
      var origin = Housed.origin(actor);
      var unique =
          new Origin(
              origin.actor(), "test-" + UUID.randomUUID(), origin.requestDigest(), false, null);
      return commands.send(new ForDossier(dossier, command, unique), dossier, unique);
    }

    CommandAnswer send(String dossier, Road.Step step) {
      return send(CommandSide.actor(step.account()), dossier, Housed.command(step));
    }

    /** Goes the road up to a command, on a dossier of its own. */
    String drive(CommandName command) {
      var dossier = Dossier.id(UUID.randomUUID());
      Road.before(command, TODAY).forEach(step -> send(dossier, step));
      return dossier;
    }

    String file() {
      return send(Dossier.id(UUID.randomUUID()), COMPLETE).id();
    }
  }

  /** The log, with something happening right before an append. */
  private static final class Meddled extends ForwardingEventLog {
    private volatile Runnable before = () -> {};
    private final AtomicInteger lookUps = new AtomicInteger();
    private volatile Runnable onConflict = () -> {};
    private volatile Runnable beforeTheBook = () -> {};

    Meddled(EventLog log) {
      super(log);
    }

    @Override
    public Appended append(Commit commit) {
      elsewhere(before);
      try {
        return super.append(commit);
      } catch (SequenceConflictException e) {
        onConflict.run();
        throw e;
      }
    }

    /** In a thread of its own, which has no part in this one's unit of work. */
    private static void elsewhere(Runnable what) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.submit(what).get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Optional<StoredCommit> commit(String commitId) {
      lookUps.incrementAndGet();
      return super.commit(commitId);
    }

    @Override
    public List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit) {
      if (aggregate.equals(BOOK)) {
        var what = beforeTheBook;
        beforeTheBook = () -> {};
        elsewhere(what);
      }
      return super.aggregate(aggregate, fromSequence, limit);
    }
  }

  /** Does something once, before the next append. */
  private void beforeTheNextAppend(Process process, Runnable what) {
    process.meddled.before =
        () -> {
          process.meddled.before = () -> {};
          what.run();
        };
  }

  @BeforeEach
  void start() {
    MongoClient client = MongoClients.create(uri());
    open.add(client);
    database = client.getDatabase("acceptance_" + UUID.randomUUID().toString().substring(0, 8));
    open.add(database::drop);
    one = new Process();
    other = new Process();
  }

  @AfterEach
  void stop() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  private List<String> types(String aggregate) {
    return one.log.aggregate(aggregate, 0, 100).stream().map(e -> e.event().type()).toList();
  }

  @Test
  void bookAndDossierLieInOneDocument() {
    var dossier = one.file();

    var answer = one.send(dossier, ACCEPT);

    assertThat(answer.code()).isEqualTo("T01.001-250616-0001");
    var document = database.getCollection("log").find().sort(new Document("_id", -1)).first();
    assertThat(document.getList("c", String.class)).hasSize(1);
    assertThat(document.getList("ev", Document.class))
        .extracting(e -> e.getString("t"))
        .containsExactly("dossier-code.issued", "dossier.accepted", "time-limit.started");
    assertThat(document.getList("ev", Document.class))
        .extracting(e -> e.getString("a"))
        .containsExactly(BOOK, dossier, dossier);
  }

  @Test
  void whatWasDoneIsAnsweredWithoutAskingTheLogForItAgain() {
    var dossier = one.file();
    var answer = one.send(dossier, ACCEPT);
    assertThat(answer.position()).isEqualTo(one.log.nextPosition() - 1);
    assertThat(one.meddled.lookUps).hasValue(0);
  }

  @Test
  void sentToTwoProcessesAtOnceUnderOneKeyItIsOneCommitAndOneAnswer() throws Exception {
    for (var round = 0; round < 5; round++) {
      var key = "key-" + UUID.randomUUID();
      var before = one.log.nextPosition();
      var origin = new Origin(OFFICER, key, "digest", true, null);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = threads.submit(() -> submit(one, origin));
        var second = threads.submit(() -> submit(other, origin));
        assertThat(first.get()).isEqualTo(second.get());
      }
      var commit = one.log.commit(key).orElseThrow();
      assertThat(commit.firstPosition()).isEqualTo(before);
      assertThat(one.log.nextPosition()).isEqualTo(commit.lastPosition() + 1);
    }
  }

  private static CommandAnswer submit(Process process, Origin origin) {
    var dossier = Dossier.id(UUID.randomUUID());
    return process.commands.send(new ForDossier(dossier, COMPLETE, origin), dossier, origin);
  }

  @Test
  void whenTheBookHasMovedOnNeitherIsThereAndTheNextNumberIsTaken() {
    var dossier = one.file();
    var rival = one.file();
    var seen = new ArrayList<List<String>>();
    beforeTheNextAppend(one, () -> other.send(rival, ACCEPT));
    one.meddled.onConflict =
        () -> {
          seen.add(types(BOOK));
          seen.add(types(dossier));
        };

    var answer = one.send(dossier, ACCEPT);

    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst()).containsExactly("dossier-code.issued");
    assertThat(seen.getLast()).doesNotContain("dossier.accepted");
    assertThat(answer.code()).endsWith("-0002");
    assertThat(types(BOOK)).hasSize(2);
  }

  @Test
  void whenTheDossierHasMovedOnNeitherIsThereAndNoNumberIsLost() {
    var dossier = one.file();
    beforeTheNextAppend(one, () -> other.send(dossier, WITHDRAW));

    assertThatThrownBy(() -> one.send(dossier, ACCEPT))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type().code()).isEqualTo("wrong-state"));

    assertThat(types(BOOK)).isEmpty();
    assertThat(types(dossier)).contains("dossier.withdrawn").doesNotContain("dossier.accepted");
    assertThat(one.send(one.file(), ACCEPT).code()).endsWith("-0001");
  }

  @Test
  void whoLosesEveryTryIsToldAndNothingIsThere() {
    var dossier = one.file();
    var tries = new AtomicInteger();
    one.meddled.before =
        () -> {
          tries.incrementAndGet();
          other.send(other.file(), ACCEPT);
        };

    assertThatThrownBy(() -> one.send(dossier, ACCEPT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type().code()).isEqualTo("concurrent-change");
              assertThat(e.type().status()).isEqualTo(409);
            });

    assertThat(types(dossier)).doesNotContain("dossier.accepted");
    assertThat(types(BOOK)).hasSize(tries.get());
  }

  @Test
  void acceptedByTwoProcessesAtOnceADossierHasOneCode() throws Exception {
    var dossier = one.file();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          List.of(
              threads.submit(() -> accept(one, dossier)),
              threads.submit(() -> accept(other, dossier)));
      var codes = new HashSet<String>();
      for (var each : both) {
        codes.add(each.get());
      }
      assertThat(codes).containsExactlyInAnyOrder("T01.001-250616-0001", "wrong-state");
    }
    assertThat(types(BOOK)).hasSize(1);
  }

  @Test
  void acceptedBetweenTheReadingOfDossierAndBookItIsDecidedAgain() {
    var dossier = one.file();
    one.meddled.beforeTheBook = () -> other.send(dossier, ACCEPT);

    assertThat(accept(one, dossier)).isEqualTo("wrong-state");

    assertThat(types(BOOK)).hasSize(1);
  }

  @Test
  void underConcurrencyNumbersHaveNoGapsAndNoDoubles() throws Exception {
    var dossiers = IntStream.range(0, 24).mapToObj(i -> one.file()).toList();
    var codes = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var running = new ArrayList<Future<String>>();
      for (var i = 0; i < dossiers.size(); i++) {
        var process = i % 2 == 0 ? one : other;
        var dossier = dossiers.get(i);
        running.add(threads.submit(() -> acceptUntilDone(process, dossier)));
      }
      for (var each : running) {
        codes.add(each.get());
      }
    }
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 24).mapToObj("T01.001-250616-%04d"::formatted).toList());
    assertThat(types(BOOK)).hasSize(24);
  }

  private static String acceptUntilDone(Process process, String dossier) {
    while (true) {
      var answer = accept(process, dossier);
      if (!answer.equals("concurrent-change")) {
        return answer;
      }
    }
  }

  private static String accept(Process process, String dossier) {
    try {
      return String.valueOf(process.send(dossier, ACCEPT).code());
    } catch (ProblemException e) {
      return e.type().code();
    }
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
    var dossier = one.drive(CommandName.APPROVE_AID);
    var approve = Road.step(CommandName.APPROVE_AID, TODAY);
    var refuse = Road.step(CommandName.REFUSE_AID, TODAY);
    var second = CommandSide.actor("second-decision-maker");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          List.of(
              threads.submit(() -> outcome(() -> one.send(dossier, approve))),
              threads.submit(
                  () -> outcome(() -> other.send(second, dossier, Housed.command(approve)))),
              threads.submit(() -> outcome(() -> other.send(dossier, refuse))));
      var outcomes = new ArrayList<String>();
      for (var each : all) {
        outcomes.add(each.get());
      }
      assertThat(outcomes).filteredOn("wrong-state"::equals).hasSize(2);
    }
    assertThat(types(dossier)).filteredOn(t -> t.matches("aid\\.(approved|refused)")).hasSize(1);
  }

  @Test
  void approvedBetweenDecisionAndAppendItIsDecidedAgainAndRefused() {
    var dossier = one.drive(CommandName.APPROVE_AID);
    var approve = Road.step(CommandName.APPROVE_AID, TODAY);
    beforeTheNextAppend(one, () -> other.send(dossier, approve));

    assertThat(outcome(() -> one.send(dossier, approve))).isEqualTo("wrong-state");

    assertThat(types(dossier)).filteredOn("aid.approved"::equals).hasSize(1);
  }

  @Test
  void opinionsOfTwoAgenciesAtOnceAreBothRecorded() {
    var dossier = one.drive(CommandName.RECORD_AGENCY_OPINION);
    one.send(
        CommandSide.actor("appraiser"),
        dossier,
        Housed.command(
            Bodies.requestOpinion(TODAY, CommandSide.HEALTH), RequestAgencyOpinion.class));
    var related =
        Housed.command(Bodies.recordOpinion(TODAY, CommandSide.HEALTH), RecordAgencyOpinion.class);
    var attempts = new AtomicInteger();
    one.meddled.onConflict = attempts::incrementAndGet;
    beforeTheNextAppend(
        one, () -> other.send(CommandSide.actor("related-agency"), dossier, related));

    var answer = one.send(dossier, Road.step(CommandName.RECORD_AGENCY_OPINION, TODAY));

    assertThat(attempts).hasValue(1);
    assertThat(answer.state()).isEqualTo("APPRAISING");
    assertThat(types(dossier)).filteredOn("agency-opinion.recorded"::equals).hasSize(2);
  }

  /** Where it then stands, or the code of the refusal. */
  private static String outcome(Supplier<CommandAnswer> send) {
    try {
      return String.valueOf(send.get().state());
    } catch (ProblemException e) {
      return e.type().code();
    }
  }
}
