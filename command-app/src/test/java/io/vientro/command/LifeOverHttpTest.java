package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An aid after its approval, and what came in before it, as its people send it over HTTP. */
class LifeOverHttpTest {
  private static final CommandSide SIDE = CommandSide.shared();

  private static String ready(CommandName command) {
    return Road.drive(SIDE, Road.before(command, TODAY));
  }

  private static CommandSide.Answer done(String dossier, CommandName command) {
    return Road.done(SIDE, dossier, Road.step(command, TODAY));
  }

  private static Stream<String> warnings(CommandSide.Answer answer) {
    return answer.json().get("warnings").valueStream().map(JsonNode::asString);
  }

  @Test
  void anAidIsClosedOnceEverythingIsReportedOrWaived() {
    var dossier = ready(CommandName.RECORD_HAND_OVER);
    assertThat(done(dossier, CommandName.RECORD_HAND_OVER).text("state")).isEqualTo("HANDED_OVER");
    var close = Road.step(CommandName.CLOSE_AID, TODAY);
    var refused = SIDE.post(close.account(), close.path(dossier), close.body());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("duty-open");
    Road.before(CommandName.CLOSE_AID, TODAY).stream()
        .filter(step -> step.command() == CommandName.WAIVE_DUTY)
        .forEach(step -> Road.done(SIDE, dossier, step));
    assertThat(done(dossier, CommandName.CLOSE_AID).text("state")).isEqualTo("CLOSED");
  }

  @Test
  void anAdjustmentLeadsBackToTheImplementation() {
    var dossier = ready(CommandName.RECORD_DISBURSEMENT);
    assertThat(done(dossier, CommandName.REQUEST_ADJUSTMENT).text("state")).isEqualTo("ADJUSTING");
    assertThat(done(dossier, CommandName.APPROVE_ADJUSTMENT).text("state"))
        .isEqualTo("IMPLEMENTING");
    assertThat(done(dossier, CommandName.NOTIFY_OUTCOME).text("state")).isEqualTo("IMPLEMENTING");
    assertThat(done(dossier, CommandName.REVOKE_AID).text("state")).isEqualTo("REVOKED");
  }

  @Test
  void whatCameInEarlyWarnsFromThenOn() {
    var dossier = ready(CommandName.RECORD_EARLY_RECEIPT);
    assertThat(warnings(done(dossier, CommandName.RECORD_EARLY_RECEIPT)))
        .containsExactly("RECEIVED_BEFORE_APPROVAL");
    assertThat(warnings(done(dossier, CommandName.HAND_OVER_DOSSIER)))
        .containsExactly("RECEIVED_BEFORE_APPROVAL");
  }

  @Test
  void moreThanWasGrantedIsDisbursedWithAWarning() {
    var dossier = ready(CommandName.RECORD_DISBURSEMENT);
    assertThat(warnings(done(dossier, CommandName.RECORD_DISBURSEMENT))).isEmpty();
    assertThat(warnings(done(dossier, CommandName.RECORD_DISBURSEMENT))).isEmpty();
    assertThat(warnings(done(dossier, CommandName.RECORD_DISBURSEMENT)))
        .as("three times 40,000 of 90,000")
        .containsExactly("DISBURSED_BEYOND_GRANT");
  }

  @Test
  void aCaseThatMovesKeepsItsCode() {
    var dossier = ready(CommandName.TRANSFER_DOSSIER);
    var moved = done(dossier, CommandName.TRANSFER_DOSSIER);
    assertThat(moved.text("state")).isEqualTo("CHECKING");
    assertThat(moved.text("code")).isNotBlank();
  }

  @Test
  void aNoticeThatNobodyRaisedIsNotAcknowledged() {
    var dossier = ready(CommandName.CORRECT_RECORD);
    var answer = SIDE.post("appraiser", dossier + "/acknowledge-notice", Bodies.acknowledge(TODAY));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("unknown-notice");
  }

  @Test
  void whatTheSoftwareRaisesHasNoAddress() {
    var dossier = ready(CommandName.CORRECT_RECORD);
    var answer =
        SIDE.post("administrator", dossier + "/raise-time-limit", Bodies.acknowledge(TODAY));
    assertThat(answer.status()).isEqualTo(404);
  }
}
