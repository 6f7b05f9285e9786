package io.vientro.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The road of a dossier in steps, up to where any one command can be sent. */
final class Road {
  private Road() {}

  /**
   * One step of the road.
   *
   * @param account that sends it
   * @param command what it sends
   * @param body with which values
   */
  record Step(String account, CommandName command, ObjectNode body) {
    /** Its address on a dossier. */
    String path(String dossier) {
      return dossier + "/" + command.path();
    }
  }

  /**
   * What comes before a command, on a dossier of its own.
   *
   * @param on the day of every step
   */
  static List<Step> before(CommandName command, LocalDate on) {
    return switch (command) {
      case SUBMIT_DOSSIER -> List.of();
      case REQUEST_SUPPLEMENT,
          SUPPLEMENT_DOSSIER,
          REFUSE_RECEPTION,
          WITHDRAW_DOSSIER,
          ADOPT_RULE_PACK_VERSION ->
          List.of(filed(Bodies.incomplete(on)));
      case DECIDE_OPEN_QUESTION -> List.of(filed(Bodies.questionable(on)));
      case ACCEPT_DOSSIER -> List.of(filed(Bodies.complete(on)));
      case ASSIGN_OFFICER,
          HAND_OVER_DOSSIER,
          REQUEST_AGENCY_OPINION,
          CONVENE_APPRAISAL_MEETING,
          STOP_PROCESSING ->
          after(CommandName.ACCEPT_DOSSIER, on);
      case ACCEPT_HAND_OVER -> after(CommandName.HAND_OVER_DOSSIER, on);
      case RECORD_AGENCY_OPINION -> after(CommandName.REQUEST_AGENCY_OPINION, on);
      case CONCLUDE_APPRAISAL -> after(CommandName.RECORD_AGENCY_OPINION, on);
      case SUBMIT_FOR_DECISION -> after(CommandName.CONCLUDE_APPRAISAL, on);
      case APPROVE_AID, REFUSE_AID -> after(CommandName.SUBMIT_FOR_DECISION, on);
      case NOTIFY_OUTCOME -> after(CommandName.APPROVE_AID, on);
      case RECLASSIFY_AID,
          TRANSFER_DOSSIER,
          RECORD_EARLY_RECEIPT,
          CORRECT_RECORD,
          EXTEND_TIME_LIMIT,
          WAIVE_DUTY ->
          after(CommandName.ACCEPT_DOSSIER, on);
      case RECORD_IMPLEMENTATION_START, REQUEST_ADJUSTMENT, REVOKE_AID ->
          after(CommandName.NOTIFY_OUTCOME, on);
      case RECORD_DISBURSEMENT, SUBMIT_REPORT, RECORD_IMPLEMENTATION_END ->
          after(CommandName.RECORD_IMPLEMENTATION_START, on);
      case APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT -> after(CommandName.REQUEST_ADJUSTMENT, on);
      case RECORD_HAND_OVER -> after(CommandName.RECORD_IMPLEMENTATION_END, on);
      case CLOSE_AID ->
          Stream.concat(
                  after(CommandName.RECORD_HAND_OVER, on).stream(),
                  OWED.stream()
                      .map(
                          limit ->
                              new Step(
                                  "decision-maker",
                                  CommandName.WAIVE_DUTY,
                                  Bodies.waive(on, limit))))
              .toList();
      case ACKNOWLEDGE_NOTICE, RAISE_TIME_LIMIT, ATTACH_DOCUMENT ->
          throw new IllegalArgumentException(command + " is not sent on its own");
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER ->
          throw new IllegalArgumentException(command + " is not about a dossier");
    };
  }

  /** What the sample aid still owes when its results are handed over. */
  private static final List<String> OWED =
      List.of(
          "finance-copy",
          "annual-report",
          "account-notice",
          "finance-month-report",
          "finance-half-year-report",
          "finance-year-report",
          "owner-half-year-report",
          "owner-year-report",
          "owner-end-report",
          "managing-agency-end-report",
          "acceptance-report");

  private static List<Step> after(CommandName command, LocalDate on) {
    return Stream.concat(before(command, on).stream(), Stream.of(step(command, on))).toList();
  }

  private static Step filed(ObjectNode body) {
    return new Step("reception-officer", CommandName.SUBMIT_DOSSIER, body);
  }

  /** A command that would be done after what {@link #before} says. */
  static Step step(CommandName command, LocalDate on) {
    return new Step(
        sender(command),
        command,
        switch (command) {
          case SUBMIT_DOSSIER -> Bodies.incomplete(on);
          case REQUEST_SUPPLEMENT -> Bodies.requestSupplement(on);
          case SUPPLEMENT_DOSSIER -> Bodies.supplement(on);
          case ACCEPT_DOSSIER -> Bodies.accept(on);
          case REFUSE_RECEPTION -> Bodies.refuse(on);
          case WITHDRAW_DOSSIER -> Bodies.withdraw(on);
          case DECIDE_OPEN_QUESTION -> Bodies.decide(on);
          case ASSIGN_OFFICER -> Bodies.assign(on);
          case HAND_OVER_DOSSIER -> Bodies.handOver(on);
          case ACCEPT_HAND_OVER -> Bodies.acceptHandOver(on);
          case REQUEST_AGENCY_OPINION -> Bodies.requestOpinion(on);
          case RECORD_AGENCY_OPINION -> Bodies.recordOpinion(on, CommandSide.POLICE);
          case CONVENE_APPRAISAL_MEETING -> Bodies.convene(on);
          case CONCLUDE_APPRAISAL -> Bodies.conclude(on);
          case SUBMIT_FOR_DECISION -> Bodies.submitForDecision(on);
          case APPROVE_AID -> Bodies.approve(on);
          case REFUSE_AID -> Bodies.refuseAid(on);
          case NOTIFY_OUTCOME -> Bodies.notifyOutcome(on);
          case STOP_PROCESSING -> Bodies.stop(on);
          case ADOPT_RULE_PACK_VERSION -> Bodies.adopt(on, Housed.NEXT_VERSION);
          case RECLASSIFY_AID -> Bodies.reclassify(on);
          case TRANSFER_DOSSIER -> Bodies.transfer(on);
          case RECORD_EARLY_RECEIPT -> Bodies.earlyReceipt(on);
          case RECORD_IMPLEMENTATION_START -> Bodies.start(on);
          case RECORD_DISBURSEMENT -> Bodies.disburse(on);
          case SUBMIT_REPORT -> Bodies.report(on);
          case REQUEST_ADJUSTMENT -> Bodies.requestAdjustment(on);
          case APPROVE_ADJUSTMENT -> Bodies.approve(on);
          case REFUSE_ADJUSTMENT -> Bodies.refuseAid(on);
          case RECORD_IMPLEMENTATION_END -> Bodies.end(on);
          case RECORD_HAND_OVER -> Bodies.handOverResults(on);
          case CLOSE_AID -> Bodies.close(on);
          case REVOKE_AID -> Bodies.revoke(on);
          case CORRECT_RECORD -> Bodies.correct(on);
          case EXTEND_TIME_LIMIT -> Bodies.extend(on);
          case WAIVE_DUTY -> Bodies.waive(on, "appraisal");
          case ACKNOWLEDGE_NOTICE, RAISE_TIME_LIMIT, ATTACH_DOCUMENT ->
              throw new IllegalArgumentException(command + " is not sent on its own");
          case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER ->
              throw new IllegalArgumentException(command + " is not about a dossier");
        });
  }

  private static String sender(CommandName command) {
    return switch (command) {
      case SUBMIT_DOSSIER,
          REQUEST_SUPPLEMENT,
          SUPPLEMENT_DOSSIER,
          ACCEPT_DOSSIER,
          REFUSE_RECEPTION,
          WITHDRAW_DOSSIER,
          HAND_OVER_DOSSIER,
          RECLASSIFY_AID,
          RECORD_EARLY_RECEIPT ->
          "reception-officer";
      case ASSIGN_OFFICER -> "lead-supervisor";
      case ACCEPT_HAND_OVER,
          REQUEST_AGENCY_OPINION,
          CONVENE_APPRAISAL_MEETING,
          CONCLUDE_APPRAISAL,
          SUBMIT_FOR_DECISION,
          STOP_PROCESSING,
          EXTEND_TIME_LIMIT ->
          "appraiser";
      case RECORD_AGENCY_OPINION -> "consulted-agency";
      case DECIDE_OPEN_QUESTION,
          APPROVE_AID,
          REFUSE_AID,
          ADOPT_RULE_PACK_VERSION,
          TRANSFER_DOSSIER,
          APPROVE_ADJUSTMENT,
          REFUSE_ADJUSTMENT,
          REVOKE_AID,
          WAIVE_DUTY ->
          "decision-maker";
      case CORRECT_RECORD -> "supervisor";
      case NOTIFY_OUTCOME,
          RECORD_IMPLEMENTATION_START,
          RECORD_DISBURSEMENT,
          SUBMIT_REPORT,
          REQUEST_ADJUSTMENT,
          RECORD_IMPLEMENTATION_END,
          RECORD_HAND_OVER,
          CLOSE_AID ->
          "clerk";
      case ACKNOWLEDGE_NOTICE, RAISE_TIME_LIMIT, ATTACH_DOCUMENT ->
          throw new IllegalArgumentException(command + " is not sent on its own");
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER -> "administrator";
    };
  }

  /** What somebody of another province's agency is told who sends a command after acceptance. */
  static String refusalOfStranger(CommandName command) {
    return switch (command) {
      case HAND_OVER_DOSSIER -> "not-the-holder";
      case ACCEPT_HAND_OVER -> "not-the-receiver-of-hand-over";
      case REQUEST_AGENCY_OPINION,
          CONVENE_APPRAISAL_MEETING,
          CONCLUDE_APPRAISAL,
          SUBMIT_FOR_DECISION,
          STOP_PROCESSING ->
          "not-the-lead-appraiser";
      case RECORD_AGENCY_OPINION -> "not-asked-for-opinion";
      case APPROVE_AID, REFUSE_AID, APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT, REVOKE_AID ->
          "not-the-competent-authority";
      case EXTEND_TIME_LIMIT -> "not-the-debtor";
      case NOTIFY_OUTCOME,
          RECORD_IMPLEMENTATION_START,
          RECORD_DISBURSEMENT,
          SUBMIT_REPORT,
          REQUEST_ADJUSTMENT,
          RECORD_IMPLEMENTATION_END,
          RECORD_HAND_OVER,
          CLOSE_AID ->
          "not-the-managing-agency";
      default -> "other-agencys-dossier";
    };
  }

  /** The account of the same role at the other province. */
  static String stranger(CommandName command) {
    return "other-" + CommandSide.nameOf(CommandSide.actor(sender(command)).role());
  }

  /** Goes some way over HTTP with a dossier of its own, and gives its address. */
  static String drive(CommandSide side, List<Step> steps) {
    var dossier = Commands.file(side, steps.getFirst().body());
    steps.stream().skip(1).forEach(step -> done(side, dossier, step));
    return dossier;
  }

  /** Sends a step that must be done. */
  static CommandSide.Answer done(CommandSide side, String dossier, Step step) {
    var answer = side.post(step.account(), step.path(dossier), step.body());
    assertThat(answer.status()).as("%s: %s", step.command(), answer).isEqualTo(200);
    return answer;
  }
}
