package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dossier's way from the counter to the notice of its outcome, over HTTP. */
abstract class DossierJourneyContract {
  private CommandSide side;

  /** The command side over a store, or an abort of the test where there is none. */
  abstract CommandSide side();

  @BeforeEach
  void start() {
    side = side();
  }

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

  @Test
  void anAcceptedDossierGoesToTheNoticeOfItsApproval() {
    var day = TODAY.minusDays(5);
    var dossier = Road.drive(side, Road.before(CommandName.ASSIGN_OFFICER, day));

    assertThat(at(dossier, CommandName.HAND_OVER_DOSSIER, day)).isEqualTo("ACCEPTED");
    assertThat(at(dossier, CommandName.ACCEPT_HAND_OVER, day)).isEqualTo("ACCEPTED");
    assertThat(at(dossier, CommandName.ASSIGN_OFFICER, day)).isEqualTo("ACCEPTED");
    var early = side.post("appraiser", dossier + "/conclude-appraisal", Bodies.conclude(day));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("code")).isEqualTo("consultee-not-asked");
    assertThat(early.json().at("/legalBasis/article").asString()).isEqualTo("10.2.c");
    assertThat(at(dossier, CommandName.REQUEST_AGENCY_OPINION, day)).isEqualTo("CONSULTING");
    var related =
        side.post(
            "appraiser",
            dossier + "/request-agency-opinion",
            Bodies.requestOpinion(day, CommandSide.HEALTH));
    assertThat(related.text("state")).isEqualTo("CONSULTING");
    assertThat(at(dossier, CommandName.RECORD_AGENCY_OPINION, day.plusDays(1)))
        .isEqualTo("CONSULTING");
    assertThat(at(dossier, CommandName.CONVENE_APPRAISAL_MEETING, day.plusDays(1)))
        .isEqualTo("APPRAISAL_MEETING");
    // The related agency stays silent: that blocks nothing, and the conclusion says so.
    var before = side.log().nextPosition();
    assertThat(at(dossier, CommandName.CONCLUDE_APPRAISAL, day.plusDays(2)))
        .isEqualTo("APPRAISAL_CONCLUDED");
    assertThat(side.events(before).getFirst().event().payload())
        .contains("\"silent\":[\"" + CommandSide.HEALTH + "\"]");
    assertThat(at(dossier, CommandName.SUBMIT_FOR_DECISION, day.plusDays(2)))
        .isEqualTo("SUBMITTED_FOR_DECISION");
    assertThat(at(dossier, CommandName.APPROVE_AID, day.plusDays(3))).isEqualTo("APPROVED");
    var first = Bodies.notifyOutcome(day.plusDays(3));
    first.withArray("/addressees").remove(0);
    assertThat(side.post("clerk", dossier + "/notify-outcome", first).text("state"))
        .isEqualTo("APPROVED");
    var rest = Bodies.notifyOutcome(day.plusDays(4));
    rest.withArray("/addressees").remove(1);
    var notified = side.post("clerk", dossier + "/notify-outcome", rest);
    assertThat(notified.status()).as("%s", notified).isEqualTo(200);
    assertThat(notified.text("state")).isEqualTo("NOTIFIED");
    assertThat(notified.text("code")).matches("T01\\.001-250611-\\d{4}");
  }

  /** The state after a step that must be done. */
  private String at(String dossier, CommandName command, LocalDate day) {
    return Road.done(side, dossier, Road.step(command, day)).text("state");
  }

  @Test
  void aRefusalIsNotifiedToTheProvider() {
    var dossier = Road.drive(side, Road.before(CommandName.REFUSE_AID, TODAY));
    assertThat(at(dossier, CommandName.REFUSE_AID, TODAY)).isEqualTo("REFUSED");
    var notice = Bodies.notifyOutcome(TODAY);
    notice.withArray("/addressees").remove(1);
    assertThat(side.post("clerk", dossier + "/notify-outcome", notice).text("state"))
        .isEqualTo("NOTIFIED");
  }

  @Test
  void aDossierOfAnEarlierVersionGoesOnUnderTheLaterOneThatIsAdopted() {
    var dossier = Commands.file(side, Bodies.complete(TODAY));
    var version = Commands.recordNextVersion(side);
    var before = side.log().nextPosition();
    var adopted =
        side.post(
            "decision-maker", dossier + "/adopt-rule-pack-version", Bodies.adopt(TODAY, version));
    assertThat(adopted.status()).as("%s", adopted).isEqualTo(200);
    assertThat(side.events(before).getFirst().event().type()).isEqualTo("rule-pack.adopted");
    assertThat(side.events(before).getFirst().event().payload()).contains("\"version\":" + version);
    assertThat(at(dossier, CommandName.ACCEPT_DOSSIER, TODAY)).isEqualTo("ACCEPTED");

    var old =
        side.post("decision-maker", dossier + "/adopt-rule-pack-version", Bodies.adopt(TODAY, 1));
    assertThat(old.text("code")).isEqualTo("rule-pack-version-old");
    var unknown =
        side.post(
            "decision-maker", dossier + "/adopt-rule-pack-version", Bodies.adopt(TODAY, 800_000));
    assertThat(unknown.text("code")).isEqualTo("rule-pack-version-unknown");
    assertThat(unknown.text("field")).isEqualTo("version");
  }
}
