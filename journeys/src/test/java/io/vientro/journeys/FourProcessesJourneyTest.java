package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of each application over one durable store, started as in production. Dossiers go the whole
 * road while one process after the other dies or is restarted; whoever asked in vain asks again,
 * under the same key, whichever process answers.
 */
class FourProcessesJourneyTest {
  private static final int AT_ONCE = 3;

  /** Each kind of process is killed once and stopped in order once. */
  private static final int FAULTS = 4;

  /** Commands answered between one fault and the next. */
  private static final int ANSWERS_PER_FAULT = 8;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private record Step(String by, String command, String body, String state) {}

  /** What was answered, by idempotency key. */
  private record Done(String by, String address, String body, Api.Answer answer) {}

  @TempDir private Path folder;

  private final LocalDate today = LocalDate.now(Clock.system(Zone.HO_CHI_MINH));
  private final Map<Integer, VientroProcess> commands = new ConcurrentHashMap<>();
  private final Map<Integer, VientroProcess> queries = new ConcurrentHashMap<>();
  private final Map<String, Done> done = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean over;
  private int dossiers;
  private @Nullable Office office;

  @BeforeEach
  void twoOfEachAreRunning() throws IOException {
    office = Office.open(folder);
    for (var i = 0; i < 2; i++) {
      start(commands, "command-app", VientroProcess.freePort());
      start(queries, "query-app", VientroProcess.freePort());
    }
  }

  @AfterEach
  void nothingIsLeft() {
    commands.values().forEach(VientroProcess::close);
    queries.values().forEach(VientroProcess::close);
    if (office != null) {
      office.close();
    }
  }

  @Test
  void dossiers_go_the_whole_road_while_processes_die_and_come_back() throws Exception {
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      var atWork = new ArrayList<Future<Integer>>();
      for (var i = 0; i < AT_ONCE; i++) {
        var name = "road-" + i + "-";
        atWork.add(people.submit(() -> roadsUntilTheFaultsAreOver(name)));
      }
      for (var fault = 0; fault < FAULTS; fault++) {
        strike(fault, atWork);
      }
      over = true;
      for (var somebody : atWork) {
        dossiers += somebody.get(2, TimeUnit.MINUTES);
      }
    }
    everyAnswerIsRepeatedAsTheFirstTime();
    for (var port : queries.keySet()) {
      everyViewHasIt(port);
    }
    stopAll();
    var answers = done.values().stream().map(Done::answer).toList();
    LogChecks.logHolds(office().uri(), office().database(), answers);
    LogChecks.viewsEqualARebuild(office().uri(), office().database());
  }

  /** How many dossiers went the whole road. */
  private int roadsUntilTheFaultsAreOver(String name) throws Exception {
    var roads = 0;
    while (!over) {
      wholeRoad(name + roads);
      roads++;
    }
    return roads;
  }

  private void wholeRoad(String name) throws Exception {
    var filed =
        send(
            "officer",
            "/api/v1/dossiers",
            Papers.submit("Nước sạch " + name, today),
            name + "/submit");
    var dossier = "/api/v1/dossiers/" + filed.text("id");
    seen("officer", dossier, filed, "SUBMITTED");
    for (var step : road()) {
      var key = name + "/" + step.command() + "/" + step.by();
      var answer = send(step.by(), dossier + "/" + step.command(), step.body(), key);
      assertThat(answer.text("state")).as(key).isEqualTo(step.state());
      seen("supervisor", dossier, answer, step.state());
    }
  }

  private List<Step> road() {
    return List.of(
        new Step(
            "officer",
            "request-supplement",
            Papers.requestSupplement(today),
            "SUPPLEMENT_REQUESTED"),
        new Step("officer", "supplement-dossier", Papers.supplement(today), "CHECKING"),
        new Step("officer", "accept-dossier", Papers.accept(today), "ACCEPTED"),
        new Step("officer", "hand-over-dossier", Papers.handOver(Office.LEAD, today), "ACCEPTED"),
        new Step("appraiser", "accept-hand-over", Papers.acceptHandOver(today), "ACCEPTED"),
        new Step("lead-head", "assign-officer", Papers.assign("appraiser", today), "ACCEPTED"),
        new Step(
            "appraiser",
            "request-agency-opinion",
            Papers.requestOpinion(Office.POLICE, today),
            "CONSULTING"),
        new Step(
            "police",
            "record-agency-opinion",
            Papers.recordOpinion(Office.POLICE, today),
            "APPRAISING"),
        new Step("appraiser", "conclude-appraisal", Papers.conclude(today), "APPRAISAL_CONCLUDED"),
        new Step(
            "appraiser",
            "submit-for-decision",
            Papers.submitForDecision(today),
            "SUBMITTED_FOR_DECISION"),
        new Step("head", "approve-aid", Papers.approve(today), "APPROVED"),
        new Step(
            "clerk",
            "notify-outcome",
            Papers.notifyOutcome(today, "PROVIDER", Office.MINISTRY),
            "NOTIFIED"));
  }

  /** Sent to one process after the other until one answers; the key makes that safe. */
  private Api.Answer send(String by, String address, String body, String key) throws Exception {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        var answer = office().at(next(commands), by).post(address, body, key);
        if (answer.status() != 503) {
          assertThat(answer.status()).as("%s: %s", key, answer).isIn(200, 201);
          done.put(key, new Done(by, address, body, answer));
          return answer;
        }
      } catch (IOException away) {
        assertThat(System.nanoTime()).as(key).isLessThan(until);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** What was answered is seen by whoever asks for its position, whichever process is asked. */
  private void seen(String by, String dossier, Api.Answer command, String state) throws Exception {
    var address = dossier + "?at-least-position=" + command.number("position");
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        var answer = office().at(next(queries), by).get(address);
        if (answer.status() != 503) {
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          assertThat(answer.json().at("/status/code").asString()).isEqualTo(state);
          return;
        }
      } catch (IOException away) {
        assertThat(System.nanoTime()).as(address).isLessThan(until);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Office office() {
    return Objects.requireNonNull(office);
  }

  private int next(Map<Integer, VientroProcess> processes) {
    var ports = processes.keySet().stream().sorted().toList();
    return ports.get(turn.incrementAndGet() % ports.size());
  }

  /** By turns a command process and a query process; killed first, later stopped in order. */
  private void strike(int fault, List<Future<Integer>> atWork) throws Exception {
    var before = done.size();
    while (done.size() < before + ANSWERS_PER_FAULT) {
      assertThat(atWork).as("at work").noneMatch(Future::isDone);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    var ofCommands = fault % 2 == 0;
    var processes = ofCommands ? commands : queries;
    var port = next(processes);
    var process = Objects.requireNonNull(processes.get(port));
    if (fault < FAULTS / 2) {
      process.kill();
    } else {
      assertThat(process.stop()).as(process.output()).isEqualTo(143);
    }
    start(processes, ofCommands ? "command-app" : "query-app", port);
  }

  private void start(Map<Integer, VientroProcess> processes, String module, int port) {
    processes.put(port, office().start(module, port));
  }

  private void everyAnswerIsRepeatedAsTheFirstTime() throws IOException {
    for (var entry : done.entrySet()) {
      var first = entry.getValue();
      var again =
          office()
              .at(next(commands), first.by())
              .post(first.address(), first.body(), entry.getKey());
      assertThat(again.json()).as(entry.getKey()).isEqualTo(first.answer().json());
    }
  }

  private void everyViewHasIt(int port) throws IOException {
    var end = done.values().stream().mapToLong(d -> d.answer().number("position")).max();
    var at = "at-least-position=" + end.orElseThrow();
    var supervisor = office().at(port, "supervisor");
    for (var list : List.of("my-work", "deadlines", "pending-approvals", "opinions")) {
      var answer = supervisor.get("/api/v1/" + list + "?" + at);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
    var notified = supervisor.get("/api/v1/dossiers?state=NOTIFIED&limit=200&" + at);
    assertThat(notified.json().get("items")).as("%s", notified).hasSize(dossiers);
    for (var filed : done.values()) {
      if (filed.answer().status() == 201) {
        var address = "/api/v1/dossiers/" + filed.answer().text("id") + "/audit-history?" + at;
        assertThat(office().at(port, "auditor").get(address).body()).contains("outcome.notified");
      }
    }
  }

  private void stopAll() {
    commands.values().forEach(p -> assertThat(p.stop()).as(p.output()).isEqualTo(143));
    queries.values().forEach(p -> assertThat(p.stop()).as(p.output()).isEqualTo(143));
  }
}
