package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import io.vientro.core.Zone;
import io.vientro.core.decision.Role;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both applications as processes of their own over one durable store, started as in production. */
class TwoProcessesJourneyTest {
  private static final String VARIABLE = "VIENTRO_TEST_MONGO_URI";
  private static final String PASSWORD = "mật khẩu thử 1";

  @TempDir private Path folder;

  private final String database = "journey_" + UUID.randomUUID().toString().substring(0, 8);
  private String uri = "";
  private @Nullable VientroProcess commands;
  private @Nullable VientroProcess queries;

  @BeforeEach
  void aStoreIsThere() throws IOException {
    var named = System.getenv(VARIABLE);
    assumeTrue(
        named != null && !named.isBlank(),
        VARIABLE + " is not set: two processes over a durable store were not tested");
    uri = named;
    var hash = new Passwords(4).hash("officer", PASSWORD);
    var today = LocalDate.now(Clock.systemUTC());
    new UsersFile(folder.resolve("users"))
        .change(
            accounts -> {
              for (var role : List.of(Role.RECEPTION_OFFICER, Role.AUDITOR)) {
                var name = role == Role.AUDITOR ? "auditor" : "officer";
                accounts.put(name, new Account(name, role, "ubnd-tinh-mau", today, hash));
              }
              return accounts;
            });
  }

  @AfterEach
  void nothingIsLeft() {
    for (var process : new VientroProcess[] {commands, queries}) {
      if (process != null) {
        process.close();
      }
    }
    if (!uri.isEmpty()) {
      try (var client = MongoClients.create(uri)) {
        client.getDatabase(database).drop();
      }
    }
  }

  @Test
  void aDossierGoesItsWayThroughTwoProcessesAndSurvivesTheirRestarts() throws Exception {
    int commandPort = VientroProcess.freePort();
    commands = VientroProcess.application("command-app", environment(commandPort));
    int queryPort = VientroProcess.freePort();
    queries = VientroProcess.application("query-app", environment(queryPort));
    var officer = new Api(commandPort, "officer", PASSWORD);
    var reader = new Api(queryPort, "officer", PASSWORD);
    var today = LocalDate.now(Clock.system(Zone.HO_CHI_MINH));

    var filed = officer.post("/api/v1/dossiers", Papers.submit("Nước sạch", today), "filed");
    assertThat(filed.status()).as("%s", filed).isEqualTo(201);
    var dossier = "/api/v1/dossiers/" + filed.text("id");
    sees(reader, dossier, filed, "SUBMITTED");
    sees(
        reader,
        dossier,
        ok(officer.post(dossier + "/request-supplement", Papers.requestSupplement(today), null)),
        "SUPPLEMENT_REQUESTED");

    // An orderly restart in the middle of the case.
    assertThat(commands.stop()).as(commands.output()).isEqualTo(143);
    commands = VientroProcess.application("command-app", environment(commandPort));
    var again = officer.post("/api/v1/dossiers", Papers.submit("Nước sạch", today), "filed");
    assertThat(again.json()).as("the same key, the same answer").isEqualTo(filed.json());

    sees(
        reader,
        dossier,
        ok(officer.post(dossier + "/supplement-dossier", Papers.supplement(today), null)),
        "CHECKING");
    var accepted = ok(officer.post(dossier + "/accept-dossier", Papers.accept(today), null));
    assertThat(accepted.text("code")).isNotEqualTo("(none)");
    sees(reader, dossier, accepted, "ACCEPTED");
    assertThat(reader.get(dossier).text("code")).isEqualTo(accepted.text("code"));

    var history =
        new Api(queryPort, "auditor", PASSWORD)
            .get(dossier + "/audit-history?at-least-position=" + accepted.number("position"));
    assertThat(history.status()).as("%s", history).isEqualTo(200);
    assertThat(history.body()).contains("request-supplement").contains("accept-dossier");

    killedWhileWriting(commandPort, today);
    commands = VientroProcess.application("command-app", environment(commandPort));
    for (var answer : answers.values()) {
      sees(reader, "/api/v1/dossiers/" + answer.text("id"), answer, "SUBMITTED");
    }
    for (var entry : answers.entrySet()) {
      var repeated =
          officer.post("/api/v1/dossiers", Papers.submit(entry.getKey(), today), entry.getKey());
      assertThat(repeated.json()).isEqualTo(entry.getValue().json());
    }
  }

  @Test
  void aStartAgainstWhatTheLogIsForIsRefusedInOneLine() {
    int port = VientroProcess.freePort();
    commands = VientroProcess.application("command-app", environment(port));
    var live = environment(VientroProcess.freePort());
    live.remove("VIENTRO_LOG_MODE");

    try (var refused = VientroProcess.run("command-app", List.of(), live, List.of())) {
      assertThat(refused.join()).as(refused.output()).isEqualTo(2);
      assertThat(refused.output())
          .contains("the log is TRAINING and stays so")
          .doesNotContain("\tat ");
    }
  }

  private final Map<String, Api.Answer> answers = new java.util.concurrent.ConcurrentHashMap<>();

  private void killedWhileWriting(int port, LocalDate today) throws Exception {
    var process = java.util.Objects.requireNonNull(commands);
    var enough = new CountDownLatch(6);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 3; writer++) {
        var name = "writer-" + writer + "-";
        var api = new Api(port, "officer", PASSWORD);
        threads.submit(
            () -> {
              for (int i = 0; ; i++) {
                try {
                  var answer =
                      api.post("/api/v1/dossiers", Papers.submit(name + i, today), name + i);
                  if (answer.status() == 201) {
                    answers.put(name + i, answer);
                    enough.countDown();
                  }
                } catch (IOException killed) {
                  return null;
                }
              }
            });
      }
      boolean inFullSwing = enough.await(1, TimeUnit.MINUTES);
      process.kill();
      assertThat(inFullSwing).as(process.output()).isTrue();
    }
  }

  private static Api.Answer ok(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  private static void sees(Api reader, String dossier, Api.Answer command, String state)
      throws IOException {
    assertThat(command.text("state")).isEqualTo(state);
    var seen = reader.get(dossier + "?at-least-position=" + command.number("position"));
    assertThat(seen.status()).as("%s", seen).isEqualTo(200);
    assertThat(seen.json().at("/status/code").asString()).as("%s", seen).isEqualTo(state);
  }

  private Map<String, String> environment(int port) {
    var environment = new HashMap<String, String>();
    environment.put("VIENTRO_MONGO_URI", uri);
    environment.put("VIENTRO_DATABASE", database);
    environment.put("VIENTRO_LOG_MODE", "TRAINING");
    environment.put("VIENTRO_USERS_FILE", folder.resolve("users").toString());
    environment.put("SERVER_PORT", Integer.toString(port));
    return environment;
  }
}
