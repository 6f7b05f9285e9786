package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.command.CommandSide.Answer;
import io.vientro.rulepacks.BuiltInPacks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule packs, registries and parameters over HTTP. On a log of its own, since it changes the law.
 */
class RulePacksOverHttpTest {
  private static final String PACK = "/api/v1/rule-packs/nd80-2020";
  private static final String REGISTRY = "/api/v1/rule-packs/agency-registry";
  private static CommandSide side;

  @BeforeAll
  static void start(@TempDir Path folder) {
    side = CommandSide.training(folder);
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  private static Answer record(String address, int version, String text) {
    return side.post("administrator", address + "/record-rule-pack", Bodies.pack(version, text));
  }

  private static String text(int version) {
    return BuiltInPacks.load()
        .latest("nd80-2020")
        .orElseThrow()
        .text()
        .replaceFirst("(?m)^version: \\d+$", "version: " + version);
  }

  private static int latest() {
    return BuiltInPacks.load().latest("nd80-2020").orElseThrow().version();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
  }

  @Test
  void aNewVersionIsForNewDossiersAndABoundOneKeepsItsOwn() {
    var bound = Commands.file(side, Bodies.complete(TODAY));
    var next = latest() + 1;

    var recorded = record(PACK, next, text(next));

    assertThat(recorded.status()).as("%s", recorded).isEqualTo(200);
    assertThat(recorded.header("ETag")).isEqualTo("\"" + recorded.json().get("sequence") + "\"");
    refused(record(PACK, next, text(next)), 409, "rule-pack-already-recorded");
    refused(record(PACK, next, text(next) + "\n# changed\n"), 409, "rule-pack-text-changed");
    var before = side.log().nextPosition();
    Commands.file(side, Bodies.complete(TODAY));
    assertThat(side.events(before).getFirst().event().payload()).contains("\"version\":" + next);
    assertThat(
            side.post("reception-officer", bound + "/accept-dossier", Bodies.accept(TODAY))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aTextThatCannotBeReadDoesNotBecomeLaw() {
    var before = side.log().nextPosition();
    var answer = record(PACK, 700, "pack: [unclosed");
    refused(answer, 422, "rule-pack-invalid");
    assertThat(answer.text("field")).isEqualTo("text");
    assertThat(answer.json().at("/facts/findings").asString()).contains("1:");
    refused(record(PACK, 701, "a: &x [*x, *x]\nb: *x"), 422, "rule-pack-invalid");
    refused(record(PACK, 702, text(703)), 422, "rule-pack-name-mismatch");
    refused(record(PACK, 0, text(0)), 422, "rule-pack-invalid");
    refused(record(REGISTRY, 704, text(704)), 422, "rule-pack-invalid");
    refused(record(REGISTRY, 705, BuiltInPacks.trainingAgenciesText()), 422, "rule-pack-invalid");
    refused(record("/api/v1/rule-packs/nd313-2025", 1, text(1)), 422, "rule-pack-name-mismatch");
    assertThat(side.log().nextPosition()).isEqualTo(before);
  }

  @Test
  void aParameterIsSetWhereThePackKnowsIt() {
    var address = PACK + "/set-agency-parameter";
    assertThat(side.post("administrator", address, Bodies.parameter()).status()).isEqualTo(200);
    refused(
        side.post("administrator", address, Bodies.parameter().put("parameter", "none-such")),
        422,
        "unknown-parameter");
    refused(
        side.post("administrator", address, Bodies.parameter().put("value", "zero")),
        422,
        "parameter-value-not-allowed");
    refused(
        side.post("administrator", address, Bodies.parameter().put("agency", "none-such")),
        422,
        "unknown-agency");
    refused(
        side.post("administrator", REGISTRY + "/set-agency-parameter", Bodies.parameter()),
        404,
        "unknown-rule-pack");
    refused(
        side.post(
            "administrator",
            "/api/v1/rule-packs/nd313-2025/set-agency-parameter",
            Bodies.parameter()),
        404,
        "unknown-rule-pack");
  }

  @Test
  void aParameterCountsFromItsDayOn() {
    var filing = Bodies.complete(TODAY).put("channel", "ONLINE").put("sets", 1);
    var before = side.post("reception-officer", "/api/v1/dossiers", filing);
    assertThat(before.json().get("gaps").findValuesAsString("defect"))
        .containsExactly("too-few-sets");
    var set =
        Bodies.parameter().put("parameter", "electronic-filing-replaces-sets").put("value", "YES");
    assertThat(side.post("administrator", PACK + "/set-agency-parameter", set).status())
        .isEqualTo(200);
    var after = side.post("reception-officer", "/api/v1/dossiers", filing);
    assertThat(after.json().get("gaps")).isEmpty();
  }

  @Test
  void aDossierFiledOutsideThePacksDaysIsTakenInWithAWarning() {
    var late = Bodies.complete(TODAY).put("submittedOn", "2020-09-16");
    ((tools.jackson.databind.node.ObjectNode) late.at("/act/document")).put("date", "2020-09-01");
    var answer = side.post("reception-officer", "/api/v1/dossiers", late);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.json().get("warnings").get(0).asString()).isEqualTo("RULE_PACK_OUT_OF_FORCE");
  }
}
