package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.app.Law;
import io.vientro.core.decision.CommandName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every command with an address, an account that may send it and a body that is done: what tests of
 * all commands run through.
 *
 * @param name of the command
 * @param account that may send it
 * @param path of an aggregate on which the body would be done now
 * @param body that would be done now
 */
record Commands(CommandName name, String account, String path, ObjectNode body) {
  static final String UNREADABLE_PACK = "pack: nd80-2020";

  @Override
  public String toString() {
    return name.path();
  }

  /** All of them, on dossiers filed for them; nothing more is sent to those dossiers yet. */
  static List<Commands> all(CommandSide side) {
    var all = new ArrayList<>(onLaw());
    for (var name : CommandName.values()) {
      if (sent(name)) {
        all.add(onDossier(side, name));
      }
    }
    return all;
  }

  /**
   * Whether a command on a dossier can be sent at once. What the worker and the upload send has no
   * address of its own; a notice to acknowledge has first to be raised, by the worker in its time.
   */
  static boolean sent(CommandName name) {
    return DossierCommands.type(name).isPresent() && name != CommandName.ACKNOWLEDGE_NOTICE;
  }

  private static Commands onDossier(CommandSide side, CommandName name) {
    var day = TODAY.minusDays(1);
    var step = Road.step(name, day);
    var path =
        name == CommandName.SUBMIT_DOSSIER
            ? "/api/v1/dossiers"
            : step.path(Road.drive(side, Road.before(name, day)));
    if (name == CommandName.ADOPT_RULE_PACK_VERSION) {
      step.body().put("version", recordNextVersion(side));
    }
    return new Commands(name, step.account(), path, step.body());
  }

  private static List<Commands> onLaw() {
    return List.of(
        new Commands(
            CommandName.RECORD_CALENDAR_NOTICE,
            "administrator",
            "/api/v1/calendars/VN-CIVIL-SERVICE/record-calendar-notice",
            Bodies.notice()),
        new Commands(
            CommandName.RECORD_RULE_PACK,
            "administrator",
            "/api/v1/rule-packs/nd80-2020/record-rule-pack",
            Bodies.pack(900_000, UNREADABLE_PACK)),
        new Commands(
            CommandName.SET_AGENCY_PARAMETER,
            "administrator",
            "/api/v1/rule-packs/nd80-2020/set-agency-parameter",
            Bodies.parameter()));
  }

  /** Puts a version on record that says the same as the last one, and gives its number. */
  static int recordNextVersion(CommandSide side) {
    var version =
        1 + side.context.getBean(Law.class).record(Housed.PACK).latest().orElseThrow().version();
    var answer =
        side.post(
            "administrator",
            "/api/v1/rule-packs/nd80-2020/record-rule-pack",
            Bodies.pack(version, Housed.packText(version)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return version;
  }

  /** Files a dossier and gives its address. */
  static String file(CommandSide side, ObjectNode body) {
    var answer = side.post("reception-officer", "/api/v1/dossiers", body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return "/api/v1/dossiers/" + answer.text("id");
  }

  boolean onDossier() {
    return path.matches("/api/v1/dossiers/.+");
  }

  /** The name of the body's business date, at the top or in the notice. */
  String dateField() {
    return switch (name) {
      case SUBMIT_DOSSIER -> "submittedOn";
      case REQUEST_SUPPLEMENT -> "requestedOn";
      case SUPPLEMENT_DOSSIER -> "suppliedOn";
      case ACCEPT_DOSSIER -> "completeOn";
      case REFUSE_RECEPTION -> "refusedOn";
      case WITHDRAW_DOSSIER -> "withdrawnOn";
      case DECIDE_OPEN_QUESTION -> "decidedOn";
      case ASSIGN_OFFICER -> "assignedOn";
      case HAND_OVER_DOSSIER -> "handedOverOn";
      case ACCEPT_HAND_OVER -> "acceptedOn";
      case REQUEST_AGENCY_OPINION -> "requestedOn";
      case RECORD_AGENCY_OPINION -> "answeredOn";
      case CONVENE_APPRAISAL_MEETING -> "convenedOn";
      case CONCLUDE_APPRAISAL -> "concludedOn";
      case SUBMIT_FOR_DECISION -> "submittedOn";
      case APPROVE_AID, REFUSE_AID -> "decidedOn";
      case NOTIFY_OUTCOME -> "notifiedOn";
      case STOP_PROCESSING -> "stoppedOn";
      case ADOPT_RULE_PACK_VERSION -> "adoptedOn";
      case RECLASSIFY_AID -> "reclassifiedOn";
      case TRANSFER_DOSSIER -> "transferredOn";
      case RECORD_EARLY_RECEIPT -> "receivedOn";
      case RECORD_IMPLEMENTATION_START -> "startedOn";
      case RECORD_DISBURSEMENT -> "disbursedOn";
      case SUBMIT_REPORT -> "submittedOn";
      case REQUEST_ADJUSTMENT -> "requestedOn";
      case APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT -> "decidedOn";
      case RECORD_IMPLEMENTATION_END -> "endedOn";
      case RECORD_HAND_OVER -> "handedOverOn";
      case CLOSE_AID -> "closedOn";
      case REVOKE_AID -> "revokedOn";
      case CORRECT_RECORD -> "correctedOn";
      case EXTEND_TIME_LIMIT -> "extendedOn";
      case WAIVE_DUTY -> "waivedOn";
      case ACKNOWLEDGE_NOTICE -> "acknowledgedOn";
      case RECORD_CALENDAR_NOTICE -> "notice.issuedOn";
      case SET_AGENCY_PARAMETER -> "act.document.date";
      case RAISE_TIME_LIMIT, ATTACH_DOCUMENT ->
          throw new IllegalArgumentException("nobody sends it on its own");
      case RECORD_RULE_PACK -> throw new IllegalArgumentException("it has no date");
    };
  }

  static LocalDate tomorrow() {
    return TODAY.plusDays(1);
  }
}
