package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.command.CommandSide.Answer;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same request twice is done once and answered twice; and who has seen an older state is told
 * so.
 */
class IdempotencyTest {
  private static final CommandSide SIDE = CommandSide.shared();

  private static String key() {
    return "key-" + UUID.randomUUID();
  }

  private static void same(Answer first, Answer second) {
    assertThat(first.status()).as("%s", first).isBetween(200, 201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  private static List<Commands> doable() {
    return Commands.all(SIDE).stream()
        .filter(c -> c.name() != CommandName.RECORD_RULE_PACK)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("doable")
  void theSameKeyIsAnsweredTheSameByteForByteAndTakesNoOtherBody(Commands command) {
    var key = key();
    if (command.name() == CommandName.RECORD_CALENDAR_NOTICE) {
      command.body().withObject("/notice").put("number", key);
    }
    var first =
        SIDE.post(command.account(), command.path(), command.body(), "Idempotency-Key", key);
    var after = SIDE.log().nextPosition();
    if (command.onDossier()) {
      SIDE.post(
          "applicant",
          command.path().replaceFirst("/[^/]+$", "/withdraw-dossier"),
          Bodies.json(
              "{\"withdrawnOn\": \"%s\", \"reason\": \"x\", \"act\": {\"capacity\": \"OWN_RIGHT\"}}"
                  .formatted(TODAY)));
    }
    var between = SIDE.log().nextPosition();

    var second =
        SIDE.post(command.account(), command.path(), command.body(), "Idempotency-Key", key);

    same(first, second);
    assertThat(SIDE.log().nextPosition()).isEqualTo(between);
    assertThat(first.json().get("position").asLong()).isEqualTo(after - 1);

    command.body().withObject("/act").put("capacity", "BY_ORDER");
    var other =
        SIDE.post(command.account(), command.path(), command.body(), "Idempotency-Key", key);
    assertThat(other.status()).as("%s", other).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    assertThat(SIDE.log().nextPosition()).isEqualTo(between);
  }

  @Test
  void theOrderOfFieldsAndWhiteSpaceDoNotMakeAnotherBody() {
    var key = key();
    var body = Bodies.incomplete(TODAY);
    var first = SIDE.post("reception-officer", "/api/v1/dossiers", body, "Idempotency-Key", key);
    var channel = body.remove("channel");
    body.set("channel", channel);
    var second =
        SIDE.post(
            "reception-officer", "/api/v1/dossiers", body.toPrettyString(), "Idempotency-Key", key);
    same(first, second);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    var key = key();
    var body = Bodies.incomplete(TODAY);
    SIDE.post("reception-officer", "/api/v1/dossiers", body, "Idempotency-Key", key);
    var before = SIDE.log().nextPosition();

    var other =
        SIDE.post(
            "reception-officer", "/api/v1/dossiers", body.put("sets", 5), "Idempotency-Key", key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    assertThat(other.text("field")).isEqualTo("Idempotency-Key");
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @Test
  void theKeyOfAnotherUserOrAddressIsAnotherKey() {
    var key = key();
    var body = Bodies.incomplete(TODAY);
    var one = SIDE.post("reception-officer", "/api/v1/dossiers", body, "Idempotency-Key", key);
    var two = SIDE.post("second-officer", "/api/v1/dossiers", body, "Idempotency-Key", key);
    assertThat(two.status()).as("%s", two).isEqualTo(201);
    assertThat(two.text("id")).isNotEqualTo(one.text("id"));

    for (var dossier : List.of(one, two)) {
      var refused =
          SIDE.post(
              "reception-officer",
              "/api/v1/dossiers/" + dossier.text("id") + "/refuse-reception",
              Bodies.refuse(TODAY),
              "Idempotency-Key",
              key);
      assertThat(refused.status()).as("%s", refused).isEqualTo(200);
    }
  }

  @Test
  void withoutAKeyTheSameRequestIsAnotherOne() {
    var body = Bodies.incomplete(TODAY);
    var one = SIDE.post("reception-officer", "/api/v1/dossiers", body);
    var two = SIDE.post("reception-officer", "/api/v1/dossiers", body);
    assertThat(two.text("id")).isNotEqualTo(one.text("id"));
  }

  @Test
  void aRefusedRequestMayBeSentAgainUnderItsKey() {
    var path = Commands.file(SIDE, Bodies.incomplete(TODAY));
    var key = key();
    var accept = Bodies.accept(TODAY);
    var early =
        SIDE.post("reception-officer", path + "/accept-dossier", accept, "Idempotency-Key", key);
    assertThat(early.text("code")).isEqualTo("gap-open");
    SIDE.post("reception-officer", path + "/supplement-dossier", Bodies.supplement(TODAY));

    var later =
        SIDE.post("reception-officer", path + "/accept-dossier", accept, "Idempotency-Key", key);

    assertThat(later.status()).as("%s", later).isEqualTo(200);
  }

  @Test
  void sentTwiceAtOnceItIsOneCommitAndBothGetItsAnswer() throws Exception {
    for (var round = 0; round < 5; round++) {
      var key = key();
      var path = Commands.file(SIDE, Bodies.incomplete(TODAY));
      var before = SIDE.log().nextPosition();
      var submitted =
          atOnce(
              4,
              () ->
                  SIDE.post(
                      "reception-officer",
                      "/api/v1/dossiers",
                      Bodies.incomplete(TODAY),
                      "Idempotency-Key",
                      key));
      submitted.forEach(answer -> same(submitted.getFirst(), answer));
      assertThat(SIDE.events(before).stream().map(e -> e.commitId()).distinct()).hasSize(1);

      // It could be done twice as well: nothing but the key stands in the way.
      var between = SIDE.log().nextPosition();
      var supplied =
          atOnce(
              4,
              () ->
                  SIDE.post(
                      "reception-officer",
                      path + "/supplement-dossier",
                      Bodies.supplement(TODAY),
                      "Idempotency-Key",
                      key));
      supplied.forEach(answer -> same(supplied.getFirst(), answer));
      assertThat(SIDE.events(between).stream().map(e -> e.commitId()).distinct()).hasSize(1);
    }
  }

  static List<Answer> atOnce(int times, Callable<Answer> send) throws Exception {
    var barrier = new CyclicBarrier(times);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<java.util.concurrent.Future<Answer>>();
      for (var i = 0; i < times; i++) {
        all.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return send.call();
                }));
      }
      var answers = new ArrayList<Answer>();
      for (var one : all) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void theAnswerOutlivesARestart(@TempDir Path folder) {
    var key = key();
    Answer first;
    try (var side = CommandSide.training(folder)) {
      first =
          side.post(
              "reception-officer",
              "/api/v1/dossiers",
              Bodies.questionable(TODAY),
              "Idempotency-Key",
              key);
      side.post(
          "reception-officer",
          "/api/v1/dossiers/" + first.text("id") + "/withdraw-dossier",
          Bodies.withdraw(TODAY));
    }
    try (var side = CommandSide.training(folder)) {
      var before = side.log().nextPosition();
      var second =
          side.post(
              "reception-officer",
              "/api/v1/dossiers",
              Bodies.questionable(TODAY),
              "Idempotency-Key",
              key);
      same(first, second);
      assertThat(second.json().get("questions")).hasSize(1);
      assertThat(side.log().nextPosition()).isEqualTo(before);
    }
  }

  @Test
  void whoHasSeenAnOlderStateIsTold() {
    var filed = SIDE.post("reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY));
    var path = "/api/v1/dossiers/" + filed.text("id");
    var seen = filed.header("ETag");
    var key = key();
    var supplied =
        SIDE.post(
            "reception-officer",
            path + "/supplement-dossier",
            Bodies.supplement(TODAY),
            "If-Match",
            seen,
            "Idempotency-Key",
            key);
    assertThat(supplied.status()).as("%s", supplied).isEqualTo(200);
    var before = SIDE.log().nextPosition();

    var stale =
        SIDE.post(
            "reception-officer", path + "/accept-dossier", Bodies.accept(TODAY), "If-Match", seen);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("code")).isEqualTo("precondition-failed");
    assertThat(stale.text("field")).isEqualTo("If-Match");
    same(
        supplied,
        SIDE.post(
            "reception-officer",
            path + "/supplement-dossier",
            Bodies.supplement(TODAY),
            "If-Match",
            seen,
            "Idempotency-Key",
            key));
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);

    var any =
        SIDE.post(
            "reception-officer", path + "/accept-dossier", Bodies.accept(TODAY), "If-Match", "*");
    assertThat(any.status()).as("%s", any).isEqualTo(200);
  }

  @Test
  void whatIsYetToBeFiledCannotHaveBeenSeen() {
    var answer =
        SIDE.post(
            "reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY), "If-Match", "\"3\"");
    assertThat(answer.status()).isEqualTo(412);
  }

  @Test
  void ofManyWhoHaveSeenTheSameStateOneIsFirst() throws Exception {
    var filed = SIDE.post("reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY));
    var path = "/api/v1/dossiers/" + filed.text("id") + "/supplement-dossier";
    var answers =
        atOnce(
            6,
            () ->
                SIDE.post(
                    "reception-officer",
                    path,
                    Bodies.supplement(TODAY),
                    "If-Match",
                    filed.header("ETag")));
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(5);
  }

  @Test
  void withoutIfMatchManyAtOnceAreDecidedOneAfterTheOther() throws Exception {
    var path = Commands.file(SIDE, Bodies.incomplete(TODAY)) + "/supplement-dossier";
    var answers = atOnce(6, () -> SIDE.post("reception-officer", path, Bodies.supplement(TODAY)));
    assertThat(answers).allMatch(a -> a.status() == 200);
    assertThat(answers.stream().map(a -> a.header("ETag")).distinct()).hasSize(6);
  }

  @Test
  void aKeyIsBoundToItsUserNotToTheRole() {
    assertThat(CommandService.commitId("a", "b", "c"))
        .isEqualTo(CommandService.commitId("a", "b", "c"))
        .isNotEqualTo(CommandService.commitId("a", "b", "d"))
        .isNotEqualTo(CommandService.commitId("a", "x", "c"))
        .isNotEqualTo(CommandService.commitId(CommandSide.nameOf(Role.CLERK), "b", "c"));
  }
}
