package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
import io.vientro.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** The store is opened by this process, since the other one is dead. */
  private void theLogHolds(Path data) {
    try (var store = EmbeddedStore.open(data)) {
      LogChecks.logHolds(store.connectionString(), "vientro", done.values());
    }
  }

  private static void theViewsEqualARebuild(Path data) {
    try (var store = EmbeddedStore.open(data)) {
      LogChecks.viewsEqualARebuild(store.connectionString(), "vientro");
    }
  }
}
