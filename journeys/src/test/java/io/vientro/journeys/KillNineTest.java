package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Sorts;
import io.vientro.core.Zone;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.log.EventLog;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.query.projection.Projection;
import io.vientro.query.projection.ViewDocument;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.AuditHistoryProjection;
import io.vientro.query.view.DossierListProjection;
import io.vientro.query.view.DossierProjection;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.ViewJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A process that answered "done" has promised something that its sudden death must not break. */
class KillNineTest {
  private static final int KILLS = 10;
  private static final int WRITERS = 4;

  /** Answers to wait for before a kill; by then the writers are in full swing. */
  private static final int ANSWERS = 12;

  private static final String PASSWORD = "vientro-training";

  @TempDir private Path folder;

  /** Answers of success by idempotency key. */
  private final Map<String, Api.Answer> done = new ConcurrentHashMap<>();

  /** Bodies by idempotency key, of all commands that were sent. */
  private final Map<String, String> sent = new ConcurrentHashMap<>();

  @Test
  void aKilledProcessLosesNothingItAnsweredFor() throws Exception {
    var data = folder.resolve("data");
    var cache = folder.resolve("start.aot");
    // An orderly first life, which also prepares the JVM's cache for the ten short ones.
    try (var first = VientroProcess.standalone(data, List.of("-XX:AOTCacheOutput=" + cache))) {
      assertThat(first.stop()).as(first.output()).isEqualTo(143);
    }
    var quick = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.<String>of();

    for (int round = 0; round < KILLS; round++) {
      try (var process = VientroProcess.standalone(data, quick)) {
        everyAnswerIsStillTrue(process.port());
        writeUntilKilled(process, round);
      }
      theLogHolds(data);
    }

    try (var last = VientroProcess.standalone(data, quick)) {
      everyAnswerIsStillTrue(last.port());
      sendAgainWhatWasNotAnswered(last.port());
      var reader = new Api(last.port(), "supervisor", PASSWORD);
      long end = done.values().stream().mapToLong(a -> a.number("position")).max().orElseThrow();
      assertThat(reader.get("/api/v1/dossiers?limit=1&at-least-position=" + end).status())
          .isEqualTo(200);
      for (var answer : done.values()) {
        for (var view : List.of("", "/audit-history")) {
          assertThat(reader.get(address(answer) + view + "?at-least-position=" + end).status())
              .isEqualTo(200);
        }
      }
      assertThat(last.stop()).as(last.output()).isEqualTo(143);
    }
    theLogHolds(data);
    theViewsEqualARebuild(data);
  }

  /** Four writers at once; the kill comes while they wait for answers. */
  private void writeUntilKilled(VientroProcess process, int round) throws Exception {
    var today = LocalDate.now(Clock.system(Zone.HO_CHI_MINH));
    var enough = new CountDownLatch(ANSWERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<?>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var name = "round-" + round + "-writer-" + writer + "-";
        var api = new Api(process.port(), "reception", PASSWORD);
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; ; i++) {
                    var key = name + i;
                    var body = Papers.submit("Nước sạch " + key, today);
                    sent.put(key, body);
                    try {
                      var answer = api.post("/api/v1/dossiers", body, key);
                      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
                      done.put(key, answer);
                      enough.countDown();
                    } catch (IOException killed) {
                      return null;
                    }
                  }
                }));
      }
      boolean inFullSwing = enough.await(2, TimeUnit.MINUTES);
      process.kill();
      for (var writer : writers) {
        writer.get(1, TimeUnit.MINUTES);
      }
      assertThat(inFullSwing).as(process.output()).isTrue();
    }
  }

  /** The same request under the same key is answered as the first time, from the log. */
  private void everyAnswerIsStillTrue(int port) throws IOException {
    var officer = new Api(port, "reception", PASSWORD);
    for (var entry : done.entrySet()) {
      var before = entry.getValue();
      var again = officer.get(address(before) + "?at-least-position=" + before.number("position"));
      assertThat(again.status()).as("%s", again).isEqualTo(200);
      assertThat(again.etag()).isEqualTo(before.etag());
    }
    for (var key : done.keySet().stream().sorted().limit(3).toList()) {
      var again = officer.post("/api/v1/dossiers", sentUnder(key), key);
      assertThat(again.json()).isEqualTo(answerTo(key).json());
    }
  }

  private void sendAgainWhatWasNotAnswered(int port) throws IOException {
    var officer = new Api(port, "reception", PASSWORD);
    for (var key : sent.keySet()) {
      if (!done.containsKey(key)) {
        var answer = officer.post("/api/v1/dossiers", sentUnder(key), key);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        done.put(key, answer);
      }
    }
    assertThat(done.values().stream().map(a -> a.text("id")).distinct()).hasSize(sent.size());
  }

  private String sentUnder(String key) {
    return java.util.Objects.requireNonNull(sent.get(key));
  }

  private Api.Answer answerTo(String key) {
    return java.util.Objects.requireNonNull(done.get(key));
  }

  private static String address(Api.Answer answer) {
    return "/api/v1/dossiers/" + answer.text("id");
  }

  /**
   * Opened by this process, since the other one is dead: hashes, positions, and everything that was
   * answered for.
   */
  private void theLogHolds(Path data) {
    try (var store = EmbeddedStore.open(data);
        MongoClient client = MongoClients.create(store.connectionString());
        var log = new MongoEventLog(client.getDatabase("vientro"), MongoLogOptions.defaults())) {
      var verification = LogVerifier.verify(log);
      assertThat(verification.finding()).isNull();
      assertThat(verification.size()).isEqualTo(log.nextPosition());
      var lastPositionOf = lastPositions(log);
      for (var answer : done.values()) {
        assertThat(lastPositionOf).containsKey(answer.text("id"));
        assertThat(answer.number("position")).isLessThan(verification.size());
      }
    }
  }

  private static Map<String, Long> lastPositions(EventLog log) {
    var last = new HashMap<String, Long>();
    var reader = log.reader(0);
    for (List<StoredEvent> some = reader.next(500); !some.isEmpty(); some = reader.next(500)) {
      some.forEach(stored -> last.put(stored.event().aggregate(), stored.position()));
    }
    return last;
  }

  private static List<Document> documents(ViewStore views, String collection) {
    return views.collection(collection).find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
  }

  private static void theViewsEqualARebuild(Path data) {
    try (var store = EmbeddedStore.open(data);
        MongoClient client = MongoClients.create(store.connectionString());
        var log = new MongoEventLog(client.getDatabase("vientro"), MongoLogOptions.defaults())) {
      var database = client.getDatabase("vientro");
      var codec = new EventCodec(new MongoSubjectKeys(database, Clock.systemUTC()));
      var views = new ViewStore(new MongoTemplate(client, "vientro"), new ViewJson());
      var rebuild = new ViewRebuild(log, codec, views);
      for (Projection<? extends ViewDocument> projection :
          List.of(
              new DossierProjection(),
              new DossierListProjection(),
              new AuditHistoryProjection(codec, views.json()))) {
        var anew = projection.collection() + "_rebuilt";
        rebuild.rebuild(projection, anew, position -> {});
        assertThat(views.collection(anew).countDocuments()).isPositive();
        // Document by document first: a digest does not tell what differs.
        assertThat(documents(views, projection.collection()))
            .as(projection.view())
            .containsExactlyElementsOf(documents(views, anew));
        assertThat(rebuild.digest(projection.collection()))
            .as(projection.view())
            .isEqualTo(rebuild.digest(anew));
      }
    }
  }
}
