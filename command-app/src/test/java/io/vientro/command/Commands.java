package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every command with an address, an account that may send it and a body that is done: what tests of
 * all commands run through.
 *
 * @param name of the command
 * @param account that may send it
 * @param other account of a role that may not
 * @param path of an aggregate on which the body would be done now
 * @param body that would be done now
 */
record Commands(CommandName name, String account, String other, String path, ObjectNode body) {
  static final String UNREADABLE_PACK = "pack: nd80-2020";

  @Override
  public String toString() {
    return name.path();
  }

  /** All ten, on dossiers filed for them; nothing is sent to those dossiers yet. */
  static List<Commands> all(CommandSide side) {
    var day = TODAY.minusDays(1);
    return List.of(
        new Commands(
            CommandName.SUBMIT_DOSSIER,
            "reception-officer",
            "auditor",
            "/api/v1/dossiers",
            Bodies.incomplete(day)),
        dossier(
            side,
            CommandName.REQUEST_SUPPLEMENT,
            Bodies.incomplete(day),
            Bodies.requestSupplement(day)),
        dossier(
            side, CommandName.SUPPLEMENT_DOSSIER, Bodies.incomplete(day), Bodies.supplement(day)),
        dossier(side, CommandName.ACCEPT_DOSSIER, Bodies.complete(day), Bodies.accept(day)),
        dossier(side, CommandName.REFUSE_RECEPTION, Bodies.incomplete(day), Bodies.refuse(day)),
        dossier(side, CommandName.WITHDRAW_DOSSIER, Bodies.incomplete(day), Bodies.withdraw(day)),
        new Commands(
            CommandName.DECIDE_OPEN_QUESTION,
            "decision-maker",
            "clerk",
            file(side, Bodies.questionable(day)) + "/decide-open-question",
            Bodies.decide(day)),
        new Commands(
            CommandName.RECORD_CALENDAR_NOTICE,
            "administrator",
            "supervisor",
            "/api/v1/calendars/VN-CIVIL-SERVICE/record-calendar-notice",
            Bodies.notice()),
        new Commands(
            CommandName.RECORD_RULE_PACK,
            "administrator",
            "supervisor",
            "/api/v1/rule-packs/nd80-2020/record-rule-pack",
            Bodies.pack(900_000, UNREADABLE_PACK)),
        new Commands(
            CommandName.SET_AGENCY_PARAMETER,
            "administrator",
            "supervisor",
            "/api/v1/rule-packs/nd80-2020/set-agency-parameter",
            Bodies.parameter()));
  }

  private static Commands dossier(
      CommandSide side, CommandName name, ObjectNode filing, ObjectNode body) {
    return new Commands(
        name,
        "reception-officer",
        "consulted-agency",
        file(side, filing) + "/" + name.path(),
        body);
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
      case RECORD_CALENDAR_NOTICE -> "notice.issuedOn";
      case SET_AGENCY_PARAMETER -> "act.document.date";
      case RECORD_RULE_PACK -> throw new IllegalArgumentException("it has no date");
    };
  }

  static LocalDate tomorrow() {
    return TODAY.plusDays(1);
  }
}
