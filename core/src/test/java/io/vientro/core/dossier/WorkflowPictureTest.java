package io.vientro.core.dossier;

import static io.vientro.core.dossier.RoadSamples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.Role;
import io.vientro.core.decision.Vocabulary;
import io.vientro.core.dossier.TransferDossier.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The blocks of docs/workflow.md that are generated: the picture, found by sending commands to a
 * dossier in each state; the commands, read off the gates; the states, read off the bundles.
 */
class WorkflowPictureTest {
  private static final Path PAGE = Path.of("..", "docs", "workflow.md");
  private static final Locale VIETNAMESE = Locale.of("vi");

  private static final Set<CommandName> COMMANDS =
      EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.ATTACH_DOCUMENT);

  /** Where the law, or the one-stop rules, speak of a command. */
  private static final Map<CommandName, String> ARTICLES =
      Map.ofEntries(
          Map.entry(CommandName.SUBMIT_DOSSIER, "8.1, 8.2"),
          Map.entry(CommandName.REQUEST_SUPPLEMENT, "10.1, one-stop"),
          Map.entry(CommandName.SUPPLEMENT_DOSSIER, "one-stop"),
          Map.entry(CommandName.ACCEPT_DOSSIER, "8.6, 10.6"),
          Map.entry(CommandName.REFUSE_RECEPTION, "one-stop"),
          Map.entry(CommandName.WITHDRAW_DOSSIER, "one-stop"),
          Map.entry(CommandName.DECIDE_OPEN_QUESTION, "where the text is open"),
          Map.entry(CommandName.ASSIGN_OFFICER, "one-stop"),
          Map.entry(CommandName.HAND_OVER_DOSSIER, "one-stop"),
          Map.entry(CommandName.ACCEPT_HAND_OVER, "one-stop"),
          Map.entry(CommandName.REQUEST_AGENCY_OPINION, "10.2"),
          Map.entry(CommandName.RECORD_AGENCY_OPINION, "10.2"),
          Map.entry(CommandName.CONVENE_APPRAISAL_MEETING, "10.3"),
          Map.entry(CommandName.CONCLUDE_APPRAISAL, "10.3, 10.6"),
          Map.entry(CommandName.SUBMIT_FOR_DECISION, "10.3"),
          Map.entry(CommandName.APPROVE_AID, "7, 11.1"),
          Map.entry(CommandName.REFUSE_AID, "7, 10.3"),
          Map.entry(CommandName.NOTIFY_OUTCOME, "10.3, 11.2"),
          Map.entry(CommandName.STOP_PROCESSING, "one-stop"),
          Map.entry(CommandName.ADOPT_RULE_PACK_VERSION, "none: a person says on which basis"),
          Map.entry(CommandName.RECLASSIFY_AID, "7, 8.6"),
          Map.entry(CommandName.TRANSFER_DOSSIER, "8.6; none for a succession"),
          Map.entry(CommandName.RECORD_EARLY_RECEIPT, "4.1"),
          Map.entry(CommandName.RECORD_IMPLEMENTATION_START, "4.1, 4.7"),
          Map.entry(CommandName.RECORD_DISBURSEMENT, "4.1, 14.4"),
          Map.entry(CommandName.SUBMIT_REPORT, "13.9, 14.4, 15.5, 15.6, 18"),
          Map.entry(CommandName.REQUEST_ADJUSTMENT, "16"),
          Map.entry(CommandName.APPROVE_ADJUSTMENT, "16, 11.1"),
          Map.entry(CommandName.REFUSE_ADJUSTMENT, "16"),
          Map.entry(CommandName.RECORD_IMPLEMENTATION_END, "14.4, 15.6"),
          Map.entry(CommandName.RECORD_HAND_OVER, "18"),
          Map.entry(CommandName.CLOSE_AID, "13.6, 18"),
          Map.entry(CommandName.REVOKE_AID, "4.7"),
          Map.entry(CommandName.CORRECT_RECORD, "none: a person says on which basis"),
          Map.entry(CommandName.EXTEND_TIME_LIMIT, "one-stop"),
          Map.entry(CommandName.WAIVE_DUTY, "none: a person says on which basis"),
          Map.entry(CommandName.ACKNOWLEDGE_NOTICE, "none"),
          Map.entry(CommandName.RAISE_TIME_LIMIT, "each limit's own"),
          Map.entry(CommandName.ATTACH_DOCUMENT, "none"));

  /** What the parts of agencies are called. */
  private static final Map<Party, String> PARTIES =
      Map.ofEntries(
          Map.entry(Party.RECEIVER, " of the receiving agency"),
          Map.entry(Party.LEAD, " of the lead agency"),
          Map.entry(Party.RECEIVER_OR_LEAD, " of the receiving or the lead agency"),
          Map.entry(Party.APPROVER, " of the competent authority"),
          Map.entry(Party.CONSULTED, ", once asked"),
          Map.entry(Party.MANAGING, " of a managing agency"),
          Map.entry(Party.FOLLOWING, " of a managing agency"),
          Map.entry(Party.KEEPER, " of the receiving or a managing agency"),
          Map.entry(Party.DECIDER, " of the authority whose decision stands"),
          Map.entry(Party.ADJUSTMENT_APPROVER, " of the authority that decides on it"),
          Map.entry(Party.PARTICIPANT, " of any agency with a part in the case"),
          Map.entry(Party.HOLDER, " of the agency that holds it"),
          Map.entry(Party.HAND_OVER_RECEIVER, " of the agency it was handed to"));

  /** Commands of which the values, or the ledger, say which agency may send them. */
  private static final Map<CommandName, String> BY_VALUES =
      Map.of(
          CommandName.TRANSFER_DOSSIER,
          " of the agency in charge or, of a succession, of the successor",
          CommandName.EXTEND_TIME_LIMIT,
          " of the agency that owes it",
          CommandName.ACKNOWLEDGE_NOTICE,
          " of the agency it is addressed to",
          CommandName.RAISE_TIME_LIMIT,
          "");

  @Test
  void thePictureShowsEveryWayThatIsOpen() throws IOException {
    generated("picture", "```mermaid\nstateDiagram-v2\n" + picture() + "```\n");
  }

  @Test
  void theTableOfCommandsIsTheOneOfTheGates() throws IOException {
    generated("commands", commands());
  }

  @Test
  void theTableOfStatesIsTheOneOfTheBundles() throws IOException {
    generated("states", states());
  }

  @Test
  void everyStateCanBeReached() {
    assertThat(ways().stream().map(Way::to).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.range(Status.SUBMITTED, Status.PROCESSING_STOPPED));
  }

  /** A block of the page, between its two marks. */
  private static void generated(String name, String expected) throws IOException {
    var page = Files.readString(PAGE);
    var from = "<!-- generated: " + name + " -->\n";
    var to = "<!-- end of " + name + " -->";
    assertThat(page).as(PAGE + " has the marks of " + name).contains(from, to);
    var block = page.substring(page.indexOf(from) + from.length(), page.indexOf(to));
    assertThat(block).as("replace the block '" + name + "' by:\n" + expected).isEqualTo(expected);
  }

  private static String picture() {
    return ways().stream()
        .map(
            way ->
                "  %s --> %s: %s\n"
                    .formatted(
                        way.from() == Status.NONE ? "[*]" : way.from(),
                        way.to(),
                        way.command().commandName()))
        .collect(Collectors.joining());
  }

  /** One way from a state to another. */
  private record Way(Status from, CommandName command, Status to) {}

  /**
   * Every way that a command opened. Those that leave the state as it is are left out, but for a
   * supplement, which may come in pieces.
   */
  private static List<Way> ways() {
    var ways = new LinkedHashSet<Way>();
    for (var from : Status.values()) {
      for (var command : COMMANDS) {
        var tos = new TreeSet<Status>();
        for (var scenario : standing(from)) {
          for (var variant : variants(command)) {
            var outcome = scenario.as(Samples.senderOf(command)).when(variant);
            if (outcome.decision() instanceof Decision.Accepted<DossierEvent>) {
              tos.add(outcome.state().status());
            }
          }
        }
        tos.stream()
            .filter(to -> to != from || command == CommandName.SUPPLEMENT_DOSSIER)
            .forEach(to -> ways.add(new Way(from, command, to)));
      }
    }
    return List.copyOf(ways);
  }

  /** Dossiers that stand in a state, with different pasts. */
  private static List<DossierScenario> standing(Status status) {
    var all = new ArrayList<DossierScenario>();
    all.add(RoadSamples.at(status));
    all.add(LifeSamples.at(status));
    switch (status) {
      case ADJUSTING ->
          Stream.of(LifeSamples.notified(), LifeSamples.approved())
              .map(before -> before.after(LifeSamples.adjust(day(40))))
              .forEach(all::add);
      case HANDED_OVER -> all.add(LifeSamples.reported());
      case SUBMITTED -> all.add(RoadSamples.road().after(Samples.submitIncomplete()));
      // Aid for which nobody need be consulted.
      case ACCEPTED ->
          all.add(
              RoadSamples.accepted(
                  AidBuilder.of(Samples.aid()).purpose(Purpose.CONSEQUENCE_RECOVERY).build()));
      case CHECKING ->
          Stream.of(Status.ACCEPTED, Status.CONSULTING, Status.APPRAISING, Status.APPRAISAL_MEETING)
              .map(
                  before ->
                      RoadSamples.at(before)
                          .after(Samples.requestSupplement(day(4), null))
                          .after(Samples.correct(day(4), Samples.aid())))
              .forEach(all::add);
      case CONSULTING ->
          all.add(
              RoadSamples.asked()
                  .after(RoadSamples.UNION, RoadSamples.answer(RoadLaw.UNION, day(2))));
      case APPROVED ->
          all.add(RoadSamples.approved().after(RoadSamples.inform(day(9), RoadLaw.FINANCE)));
      case APPRAISAL_CONCLUDED -> all.add(RoadSamples.asked().after(RoadSamples.conclude(day(5))));
      default -> {}
    }
    return all;
  }

  private static List<DossierCommand> variants(CommandName command) {
    var on = day(10);
    var late = day(200);
    return switch (command) {
      case SUBMIT_DOSSIER -> List.of(Samples.submitComplete());
      case REQUEST_SUPPLEMENT -> List.of(Samples.requestSupplement(on, "Công văn 1"));
      case SUPPLEMENT_DOSSIER -> List.of(Samples.correct(on, Samples.aid()));
      case ACCEPT_DOSSIER -> List.of(Samples.accept(on));
      case REFUSE_RECEPTION -> List.of(Samples.refuse(on));
      case WITHDRAW_DOSSIER -> List.of(Samples.withdraw(on));
      case DECIDE_OPEN_QUESTION -> List.of(Samples.decide(on, "law-drafting", "PRIME_MINISTER"));
      case ASSIGN_OFFICER -> List.of(RoadSamples.assign(on));
      case HAND_OVER_DOSSIER -> List.of(RoadSamples.handOverToLead(on));
      case ACCEPT_HAND_OVER -> List.of(RoadSamples.acceptHandOver(on));
      case REQUEST_AGENCY_OPINION -> List.of(RoadSamples.ask(RoadLaw.RELATED, on));
      case RECORD_AGENCY_OPINION -> List.of(RoadSamples.answer(RoadLaw.FINANCE, on));
      case CONVENE_APPRAISAL_MEETING -> List.of(RoadSamples.convene(on, on));
      case CONCLUDE_APPRAISAL -> List.of(RoadSamples.conclude(on));
      case SUBMIT_FOR_DECISION -> List.of(RoadSamples.submit(on));
      case APPROVE_AID -> List.of(RoadSamples.approve(on));
      case REFUSE_AID -> List.of(RoadSamples.refuse(on));
      case NOTIFY_OUTCOME ->
          List.of(
              RoadSamples.informAll(on),
              RoadSamples.inform(on, NoticeOwed.PROVIDER),
              RoadSamples.inform(on, RoadLaw.UNION));
      case STOP_PROCESSING -> List.of(RoadSamples.stop(on));
      case ADOPT_RULE_PACK_VERSION -> List.of(RoadSamples.adopt(3, on));
      case RECLASSIFY_AID ->
          List.of(
              LifeSamples.reclassify(RoadSamples.SECURITY, on),
              LifeSamples.reclassify(
                  AidBuilder.of(Samples.aid()).experts(false).subjects(SubjectTag.RELIGION).build(),
                  on));
      case TRANSFER_DOSSIER ->
          List.of(
              LifeSamples.transfer(Samples.MINISTRY, Cause.CHANGE_OF_COMPETENCE, late),
              LifeSamples.transfer(Samples.OTHER_PROVINCE, Cause.SUCCESSION, late));
      case RECORD_EARLY_RECEIPT -> List.of(LifeSamples.earlyReceipt(on));
      case RECORD_IMPLEMENTATION_START -> List.of(LifeSamples.start(on));
      case RECORD_DISBURSEMENT -> List.of(LifeSamples.disburse(late));
      case SUBMIT_REPORT -> List.of(LifeSamples.report("clearance", null, late));
      case REQUEST_ADJUSTMENT -> List.of(LifeSamples.adjust(late));
      case APPROVE_ADJUSTMENT -> List.of(LifeSamples.approveAdjustment(late));
      case REFUSE_ADJUSTMENT -> List.of(LifeSamples.refuseAdjustment(late));
      case RECORD_IMPLEMENTATION_END -> List.of(LifeSamples.end(late));
      case RECORD_HAND_OVER -> List.of(LifeSamples.handOverResults(late));
      case CLOSE_AID -> List.of(LifeSamples.close(late));
      case REVOKE_AID -> List.of(LifeSamples.revoke(late, "Sample Budget Act 5"));
      case CORRECT_RECORD ->
          List.of(LifeSamples.correct(CorrectRecord.Fact.TITLE, "Tên khác", late));
      case ATTACH_DOCUMENT -> List.of(LifeSamples.attach("tai-lieu", late));
      // They move limits and notices, never the case.
      case EXTEND_TIME_LIMIT, WAIVE_DUTY, ACKNOWLEDGE_NOTICE, RAISE_TIME_LIMIT -> List.of();
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER ->
          throw new IllegalArgumentException(command + " is not a command on a dossier");
    };
  }

  private static String commands() {
    var table = new StringBuilder("| Command | | Who may send it | In which states | Article |\n");
    table.append("|---|---|---|---|---|\n");
    for (var command : COMMANDS) {
      table.append(
          "| `%s` | %s<br>%s | %s | %s | %s |\n"
              .formatted(
                  command.commandName(),
                  Vocabulary.text(command, Locale.ENGLISH),
                  Vocabulary.text(command, VIETNAMESE),
                  senders(command),
                  inStates(command),
                  ARTICLES.get(command)));
    }
    return table.toString();
  }

  private static String senders(CommandName command) {
    var parties =
        DossierRules.gates(command).stream()
            .filter(Gate.ActorIsOf.class::isInstance)
            .map(gate -> ((Gate.ActorIsOf) gate).parties())
            .findFirst()
            .orElse(Map.of());
    return command.roles().stream()
        .map(
            role ->
                Vocabulary.text(role, Locale.ENGLISH)
                    + BY_VALUES.getOrDefault(
                        command,
                        role == Role.APPLICANT
                            ? ", its own"
                            : PARTIES.get(parties.getOrDefault(role, Party.RECEIVER))))
        .collect(Collectors.joining("<br>"));
  }

  private static String inStates(CommandName command) {
    return DossierRules.gates(command).stream()
        .filter(Gate.DossierIs.class::isInstance)
        .flatMap(gate -> ((Gate.DossierIs) gate).allowed().stream())
        .map(Status::name)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                s ->
                    s.isEmpty()
                        ? command == CommandName.SUBMIT_DOSSIER ? "not filed yet" : "any"
                        : s));
  }

  private static String states() {
    var table = new StringBuilder("| State | Trạng thái | | On the portal |\n|---|---|---|---|\n");
    Arrays.stream(Status.values())
        .filter(status -> status != Status.NONE)
        .forEach(
            status ->
                table.append(
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            status,
                            Vocabulary.text(status, VIETNAMESE),
                            Vocabulary.text(status, Locale.ENGLISH),
                            portal(status))));
    return table.toString();
  }

  private static String portal(Status status) {
    return standing(status).stream()
        .map(scenario -> PortalState.of(scenario.state()))
        .distinct()
        .map(p -> p.code() + " " + Vocabulary.text(p, VIETNAMESE))
        .collect(Collectors.joining(", or "));
  }
}
