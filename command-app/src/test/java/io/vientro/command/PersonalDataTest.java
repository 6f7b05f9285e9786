package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nothing of a person stands in the log's documents, in the store's file, in addresses or in what
 * the process prints.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {
  private static final List<String> SECRETS =
      List.of(
          "Zacharias Voorbeeldsen",
          "PASSPORT-99887766",
          "Voorbeeldstraat 77",
          "Đỗ Thị Bí Mật",
          "+84 912 000 777",
          "bimat.rieng@example.invalid",
          "Phạm Văn Kín",
          "Hoàng Thị Chữ Ký");

  private static ObjectNode filing() {
    var body = Bodies.incomplete(TODAY);
    body.set(
        "act",
        Bodies.json(
            """
            {"capacity": "ON_BEHALF", "onBehalfOf": "Phạm Văn Kín",
             "document": {"number": "12/CV", "date": "2025-06-02", "signatory": "Hoàng Thị Chữ Ký"}}\
            """));
    var aid = body.withObject("/aid");
    aid.set(
        "provider",
        Bodies.json(
            """
            {"papers": "INDIVIDUAL", "providerClass": "INDIVIDUAL", "country": "NL",
             "individual": {"name": "Zacharias Voorbeeldsen", "passportNumber": "PASSPORT-99887766",
               "address": "Voorbeeldstraat 77"}}\
            """));
    aid.set(
        "aidOwner",
        Bodies.json(
            """
            {"name": "Trung tâm Mẫu", "contactName": "Đỗ Thị Bí Mật", "contactPhone": "+84 912 000 777",
             "contactEmail": "bimat.rieng@example.invalid"}\
            """));
    return body;
  }

  @Test
  void personalValuesAreNowhereToBeFound(@TempDir Path folder, CapturedOutput output)
      throws IOException {
    try (var side = CommandSide.training(folder)) {
      var filed = side.post("reception-officer", "/api/v1/dossiers", filing());
      assertThat(filed.status()).as("%s", filed).isEqualTo(201);
      noneOf(filed.body() + filed.http().headers());
      var path = "/api/v1/dossiers/" + filed.text("id");
      var supplement = Bodies.supplement(TODAY);
      supplement.set("aid", filing().get("aid"));
      supplement.set("act", filing().get("act"));
      assertThat(side.post("reception-officer", path + "/supplement-dossier", supplement).status())
          .isEqualTo(200);

      everyCommandWithNames(side);

      // Refusals must not repeat what they refuse, neither to the client nor to the process's log.
      var wrong = filing().put("sets", 0);
      noneOf(side.post("reception-officer", "/api/v1/dossiers", wrong).body());
      var twice = filing().toString().replace("\"sets\":6", "\"sets\":\"6\"");
      noneOf(side.post("reception-officer", "/api/v1/dossiers", twice).body());
      noneOf(side.post("auditor", "/api/v1/dossiers", filing()).body());
      noneOf(
          side.post("reception-officer", "/api/v1/dossiers", filing().toString().replace("}", ""))
              .body());

      var sealed = 0;
      for (var name : side.database().listCollectionNames()) {
        for (Document document : side.database().getCollection(name).find()) {
          noneOf(document.toJson());
          sealed++;
        }
      }
      assertThat(sealed).isGreaterThan(5);
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        noneOf(Files.readAllBytes(file));
      }
    }
    noneOf(output.getAll());
  }

  /**
   * Every command, on a dossier of its own; each paper is signed, and the decision names a person.
   */
  private static void everyCommandWithNames(CommandSide side) {
    for (var name : CommandName.values()) {
      if (Commands.sent(name) && name != CommandName.SUBMIT_DOSSIER) {
        var dossier = Road.drive(side, named(Road.before(name, TODAY)));
        var step = named(Road.step(name, TODAY));
        if (name == CommandName.ADOPT_RULE_PACK_VERSION) {
          step.body().put("version", Commands.recordNextVersion(side));
        }
        var done = Road.done(side, dossier, step);
        noneOf(done.body() + done.http().headers());
        noneOf(side.post("auditor", step.path(dossier), step.body()).body());
        noneOf(side.post(step.account(), step.path(dossier), step.body().put("x", 1)).body());
      }
    }
  }

  private static List<Road.Step> named(List<Road.Step> steps) {
    return steps.stream().map(PersonalDataTest::named).toList();
  }

  private static Road.Step named(Road.Step step) {
    var body =
        step.body()
            .toString()
            .replace("Trần Thị Mẫu", "Hoàng Thị Chữ Ký")
            .replace("Nguyễn Văn Mẫu", "Phạm Văn Kín")
            .replace("Nguyễn Thị Mẫu", "Zacharias Voorbeeldsen");
    return new Road.Step(step.account(), step.command(), Bodies.json(body));
  }

  private static void noneOf(String text) {
    assertThat(text).doesNotContain(SECRETS);
  }

  private static void noneOf(byte[] bytes) {
    noneOf(new String(bytes, StandardCharsets.UTF_8));
    noneOf(new String(bytes, StandardCharsets.UTF_16BE));
  }
}
