package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A dossier's way from the counter to acceptance, over HTTP. */
class DossierJourneyTest {
  private final CommandSide side = CommandSide.shared();

  @Test
  void anIncompleteDossierIsTakenInReturnedSupplementedAndAccepted() {
    var filed =
        side.post("reception-officer", "/api/v1/dossiers", Bodies.incomplete(TODAY.minusDays(6)));

    assertThat(filed.status()).as("%s", filed).isEqualTo(201);
    var address = "/api/v1/dossiers/" + filed.text("id");
    assertThat(filed.header("Location")).isEqualTo(address);
    assertThat(filed.header("ETag")).isEqualTo("\"" + filed.json().get("sequence") + "\"");
    assertThat(filed.text("state")).isEqualTo("SUBMITTED");
    assertThat(filed.text("code")).isEqualTo("(none)");
    assertThat(filed.text("logMode")).isEqualTo("TRAINING");
    assertThat(filed.json().get("position").asLong()).isEqualTo(side.log().nextPosition() - 1);
    assertThat(filed.json().get("gaps").findValuesAsString("requirement"))
        .containsExactlyInAnyOrder(
            "provider-agreement", "programme-or-project-document", "legal-status-registered-ngo");
    assertThat(filed.json().get("warnings")).isEmpty();
    assertThat(filed.json().get("assumed").get(0).asString()).isEqualTo("aid.channel");

    var returned =
        side.post(
            "reception-officer",
            address + "/request-supplement",
            Bodies.requestSupplement(TODAY.minusDays(5)));
    assertThat(returned.status()).as("%s", returned).isEqualTo(200);
    assertThat(returned.text("state")).isEqualTo("SUPPLEMENT_REQUESTED");

    var supplied =
        side.post(
            "applicant",
            address + "/supplement-dossier",
            withOwnRight(Bodies.supplement(TODAY.minusDays(2))));
    assertThat(supplied.status()).as("%s", supplied).isEqualTo(200);
    assertThat(supplied.text("state")).isEqualTo("CHECKING");
    assertThat(supplied.json().get("gaps")).isEmpty();

    var accepted =
        side.post(
            "reception-officer", address + "/accept-dossier", Bodies.accept(TODAY.minusDays(1)));
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(200);
    assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
    assertThat(accepted.text("code")).matches("T01\\.001-250615-\\d{4}");
    assertThat(accepted.header("ETag")).isEqualTo("\"" + accepted.json().get("sequence") + "\"");
  }

  private static tools.jackson.databind.node.ObjectNode withOwnRight(
      tools.jackson.databind.node.ObjectNode body) {
    body.set("act", Bodies.json("{\"capacity\": \"OWN_RIGHT\"}"));
    return body;
  }
}
