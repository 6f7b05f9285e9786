package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what in which state: every combination, against tables written by hand. */
class DossierGatesTest {

  /** Phases of the table. */
  private static final Map<String, Set<Status>> PHASES =
      Map.of(
          "RECEPTION",
          EnumSet.of(Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING),
          "APPRAISAL",
          EnumSet.of(
              Status.ACCEPTED, Status.CONSULTING, Status.APPRAISING, Status.APPRAISAL_MEETING),
          "BEFORE_DECISION",
          EnumSet.of(Status.APPRAISAL_CONCLUDED, Status.SUBMITTED_FOR_DECISION),
          "DECIDED",
          EnumSet.of(Status.APPROVED, Status.REFUSED),
          "LIFE",
          EnumSet.of(Status.IMPLEMENTING, Status.ADJUSTING, Status.ENDED, Status.HANDED_OVER),
          "FILED",
          EnumSet.complementOf(EnumSet.of(Status.NONE)));

  /**
   * Who may send what, and when: the role and the part that its agency has in the case, then the
   * states. What is not here is denied.
   */
  private static final List<Row> TABLE =
      """
      SubmitDossier         | APPLICANT:OWN RECEPTION_OFFICER:RECEIVER         | NONE
      RequestSupplement     | RECEPTION_OFFICER:RECEIVER APPRAISER:WORKING     | SUBMITTED CHECKING APPRAISAL
      SupplementDossier     | APPLICANT:OWN RECEPTION_OFFICER:RECEIVER         | RECEPTION
      AcceptDossier         | RECEPTION_OFFICER:RECEIVER                       | SUBMITTED CHECKING
      RefuseReception       | RECEPTION_OFFICER:RECEIVER                       | RECEPTION
      WithdrawDossier       | APPLICANT:OWN RECEPTION_OFFICER:RECEIVER         | RECEPTION APPRAISAL BEFORE_DECISION
      DecideOpenQuestion    | DECISION_MAKER:RECEIVER                          | RECEPTION APPRAISAL BEFORE_DECISION ADJUSTING
      AssignOfficer         | SUPERVISOR:PARTICIPANT                           | RECEPTION APPRAISAL BEFORE_DECISION DECIDED LIFE
      HandOverDossier       | RECEPTION_OFFICER:HOLDER APPRAISER:HOLDER CLERK:HOLDER | RECEPTION APPRAISAL BEFORE_DECISION DECIDED LIFE
      AcceptHandOver        | RECEPTION_OFFICER:GIVEN APPRAISER:GIVEN CLERK:GIVEN | RECEPTION APPRAISAL BEFORE_DECISION DECIDED LIFE
      RequestAgencyOpinion  | APPRAISER:LEAD                                   | APPRAISAL
      RecordAgencyOpinion   | CONSULTED_AGENCY:ASKED APPRAISER:LEAD            | RECEPTION APPRAISAL BEFORE_DECISION
      ConveneAppraisalMeeting | APPRAISER:LEAD                                 | APPRAISAL
      ConcludeAppraisal     | APPRAISER:LEAD                                   | APPRAISAL
      SubmitForDecision     | APPRAISER:LEAD                                   | APPRAISAL_CONCLUDED
      ApproveAid            | DECISION_MAKER:APPROVER CLERK:RECEIVER           | SUBMITTED_FOR_DECISION
      RefuseAid             | DECISION_MAKER:APPROVER CLERK:RECEIVER           | SUBMITTED_FOR_DECISION
      NotifyOutcome         | CLERK:MANAGING                                   | DECIDED NOTIFIED LIFE REVOKED
      StopProcessing        | RECEPTION_OFFICER:RECEIVER APPRAISER:LEAD        | RECEPTION APPRAISAL BEFORE_DECISION
      AdoptRulePackVersion  | DECISION_MAKER:RECEIVER                          | RECEPTION APPRAISAL BEFORE_DECISION APPROVED NOTIFIED
      ReclassifyAid         | RECEPTION_OFFICER:RECEIVER APPRAISER:WORKING     | RECEPTION APPRAISAL BEFORE_DECISION
      TransferDossier       | DECISION_MAKER:ANY ADMINISTRATOR:ANY             | RECEPTION APPRAISAL BEFORE_DECISION DECIDED NOTIFIED LIFE
      RecordEarlyReceipt    | APPLICANT:OWN RECEPTION_OFFICER:RECEIVER CLERK:KEEPER | RECEPTION APPRAISAL BEFORE_DECISION
      RecordImplementationStart | APPLICANT:OWN CLERK:MANAGING                 | APPROVED NOTIFIED ADJUSTING
      RecordDisbursement    | APPLICANT:OWN CLERK:MANAGING                     | LIFE
      SubmitReport          | APPLICANT:OWN CLERK:MANAGING                     | APPROVED NOTIFIED LIFE
      RequestAdjustment     | APPLICANT:OWN CLERK:MANAGING                     | APPROVED NOTIFIED IMPLEMENTING
      ApproveAdjustment     | DECISION_MAKER:ADJUSTER CLERK:RECEIVER           | ADJUSTING
      RefuseAdjustment      | DECISION_MAKER:ADJUSTER CLERK:RECEIVER           | ADJUSTING
      RecordImplementationEnd | APPLICANT:OWN CLERK:MANAGING                   | IMPLEMENTING
      RecordHandOver        | APPLICANT:OWN CLERK:MANAGING                     | ENDED
      CloseAid              | CLERK:MANAGING                                   | HANDED_OVER
      RevokeAid             | DECISION_MAKER:DECIDER CLERK:RECEIVER            | APPROVED NOTIFIED IMPLEMENTING ADJUSTING
      CorrectRecord         | SUPERVISOR:KEEPER                                | FILED
      ExtendTimeLimit       | RECEPTION_OFFICER:ANY APPRAISER:ANY CLERK:ANY    | FILED
      WaiveDuty             | DECISION_MAKER:PARTICIPANT                       | FILED
      AcknowledgeNotice     | APPLICANT:ANY RECEPTION_OFFICER:ANY APPRAISER:ANY CONSULTED_AGENCY:ANY DECISION_MAKER:ANY CLERK:ANY SUPERVISOR:ANY ADMINISTRATOR:ANY | FILED
      RaiseTimeLimit        | SYSTEM:ANY                                       | FILED
      AttachDocument        | APPLICANT:OWN RECEPTION_OFFICER:PARTICIPANT APPRAISER:PARTICIPANT CLERK:PARTICIPANT | FILED
      """
          .lines()
          .map(Row::parse)
          .toList();

  /** A line of the table. */
  record Row(CommandName command, Map<Role, String> senders, Set<Status> states) {
    static Row parse(String line) {
      var parts = line.split("\\|");
      var senders = new EnumMap<Role, String>(Role.class);
      for (var sender : words(parts[1])) {
        var role = sender.split(":");
        senders.put(Role.valueOf(role[0]), role[1]);
      }
      var states = EnumSet.noneOf(Status.class);
      for (var state : words(parts[2])) {
        states.addAll(isStatus(state) ? EnumSet.of(Status.valueOf(state)) : PHASES.get(state));
      }
      return new Row(named(parts[0].strip()), senders, states);
    }

    private static List<String> words(String text) {
      return List.of(text.strip().split("\\s+"));
    }

    private static boolean isStatus(String word) {
      return Arrays.stream(Status.values()).anyMatch(s -> s.name().equals(word));
    }

    private static CommandName named(String name) {
      return Arrays.stream(CommandName.values())
          .filter(c -> c.commandName().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  static Stream<Row> table() {
    return TABLE.stream();
  }

  @Test
  void theTableNamesEveryCommandOnADossierOnce() {
    assertThat(TABLE)
        .extracting(Row::command)
        .containsExactlyElementsOf(
            EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.ATTACH_DOCUMENT));
    assertThat(EnumSet.allOf(CommandName.class)).hasSize(TABLE.size() + 3);
    assertThat(CommandName.RECORD_CALENDAR_NOTICE.roles())
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.SYSTEM);
    assertThat(CommandName.RECORD_RULE_PACK.roles())
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.SYSTEM);
    assertThat(CommandName.SET_AGENCY_PARAMETER.roles()).containsExactly(Role.ADMINISTRATOR);
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyStateAndRoleIsDecidedAsTheTableSays(Row row) {
    var expected = new TreeMap<String, String>();
    var actual = new TreeMap<String, String>();
    for (var status : Status.values()) {
      var scenario = sample(row.command(), status);
      for (var role : Role.values()) {
        var cell = status + " " + role;
        expected.put(cell, expected(row, status, role));
        actual.put(
            cell,
            scenario
                .as(sender(row, role))
                .admissible(row.command())
                .map(Rejection::code)
                .orElse("may"));
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** Off the main road the law must say what follows the approval. */
  private static DossierScenario sample(CommandName command, Status status) {
    return SINCE_APPROVAL.contains(command) ? LifeSamples.at(status) : RoadSamples.at(status);
  }

  private static final Set<CommandName> SINCE_APPROVAL =
      EnumSet.range(CommandName.RECLASSIFY_AID, CommandName.CORRECT_RECORD);

  private static final Set<CommandName> ONLY_SINCE_APPROVAL =
      EnumSet.range(CommandName.RECORD_IMPLEMENTATION_START, CommandName.REVOKE_AID);

  private static final Set<Status> APPROVED =
      EnumSet.of(
          Status.APPROVED,
          Status.NOTIFIED,
          Status.IMPLEMENTING,
          Status.ADJUSTING,
          Status.ENDED,
          Status.HANDED_OVER,
          Status.CLOSED,
          Status.REVOKED);

  /** Somebody of the agency which has the part in the sample case that the table asks for. */
  private static Actor sender(Row row, Role role) {
    var agency =
        switch (row.senders().getOrDefault(role, "")) {
          case "OWN" -> Samples.APPLICANT_ORGANISATION;
          case "LEAD", "GIVEN" -> RoadLaw.LEAD;
          case "ASKED" -> RoadLaw.FINANCE;
          default -> Samples.PROVINCE;
        };
    return new Actor("x", role, agency);
  }

  private static String expected(Row row, Status status, Role role) {
    if (!row.senders().containsKey(role)) {
      return "role-may-not";
    }
    if (status == Status.NONE) {
      return row.command() == CommandName.SUBMIT_DOSSIER ? "may" : "unknown-dossier";
    }
    if (ONLY_SINCE_APPROVAL.contains(row.command()) && !APPROVED.contains(status)) {
      return "aid-not-approved";
    }
    var inState = row.states().contains(status);
    return switch (row.command()) {
      // What the samples have behind or before them.
      case RECORD_IMPLEMENTATION_START ->
          status == Status.ADJUSTING
              ? "implementation-started-before"
              : inState ? "may" : "wrong-state";
      case CLOSE_AID -> inState ? "duty-open" : "wrong-state";
      case APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT ->
          !inState ? "wrong-state" : role == Role.CLERK ? "decision-not-recorded-by-clerk" : "may";
      case REVOKE_AID ->
          role == Role.CLERK ? "decision-not-recorded-by-clerk" : inState ? "may" : "wrong-state";
      case SUBMIT_DOSSIER -> "dossier-exists";
      // Nothing was handed over, and no question is open.
      case ACCEPT_HAND_OVER -> "no-hand-over-pending";
      case DECIDE_OPEN_QUESTION -> inState ? "no-question-open" : "wrong-state";
      // The province decides here itself.
      case APPROVE_AID, REFUSE_AID ->
          role == Role.CLERK ? "decision-not-recorded-by-clerk" : inState ? "may" : "wrong-state";
      case RECORD_AGENCY_OPINION ->
          role == Role.CONSULTED_AGENCY && !ASKED.contains(status)
              ? "not-asked-for-opinion"
              : inState ? "may" : "wrong-state";
      case CONCLUDE_APPRAISAL ->
          status == Status.ACCEPTED ? "consultee-not-asked" : inState ? "may" : "wrong-state";
      default -> inState ? "may" : "wrong-state";
    };
  }

  /** States in which the sample dossier's consultees have been asked. */
  private static final Set<Status> ASKED =
      EnumSet.complementOf(
          EnumSet.of(
              Status.NONE,
              Status.SUBMITTED,
              Status.SUPPLEMENT_REQUESTED,
              Status.CHECKING,
              Status.ACCEPTED,
              Status.RECEPTION_REFUSED,
              Status.WITHDRAWN));

  @ParameterizedTest
  @MethodSource("table")
  void onlyTheAgencyWithTheRightPartMaySendIt(Row row) {
    if (row.command() == CommandName.SUBMIT_DOSSIER) {
      // Its agency stands in the command; SubmitDossierTest asks for it.
      return;
    }
    for (var casus : List.of(Case.LOCAL, Case.PRIME_MINISTERS)) {
      row.senders()
          .forEach(
              (role, part) -> {
                var may = new TreeSet<String>();
                for (var agency : Case.AGENCIES) {
                  var refusal =
                      row.states().stream()
                          .filter(casus.states().keySet()::contains)
                          .map(casus.states()::get)
                          .map(s -> s.as(new Actor("x", role, agency)).admissible(row.command()))
                          .flatMap(Optional::stream)
                          .map(Rejection::reason)
                          .filter(FOREIGN::contains)
                          .findFirst();
                  if (refusal.isEmpty()) {
                    may.add(agency);
                  }
                }
                assertThat(may)
                    .as(casus + ": " + row.command() + " by " + role)
                    .isEqualTo(casus.parts().get(part));
              });
    }
  }

  /** How somebody of the wrong agency is refused. */
  private static final Set<RejectionCode> FOREIGN =
      EnumSet.of(
          RejectionCode.OTHER_AGENCYS_DOSSIER,
          RejectionCode.OTHER_APPLICANTS_DOSSIER,
          RejectionCode.NOT_THE_LEAD_APPRAISER,
          RejectionCode.NOT_ASKED_FOR_OPINION,
          RejectionCode.NOT_THE_COMPETENT_AUTHORITY,
          RejectionCode.NOT_THE_MANAGING_AGENCY,
          RejectionCode.NOT_THE_HOLDER,
          RejectionCode.NOT_THE_RECEIVER_OF_HAND_OVER);

  /**
   * A case: which agencies have which part in it, and the dossier in some states, handed over to
   * the lead or to the managing agency.
   */
  record Case(String name, Map<String, Set<String>> parts, Map<Status, DossierScenario> states) {
    static final List<String> AGENCIES =
        List.of(
            Samples.PROVINCE,
            Samples.OTHER_PROVINCE,
            Samples.MINISTRY,
            Samples.APPLICANT_ORGANISATION,
            RoadLaw.LEAD,
            RoadLaw.FINANCE,
            RoadLaw.UNION,
            RoadLaw.RELATED,
            RoadLaw.GOVERNMENT_OFFICE);

    /** The province receives, manages and decides; its planning office leads. */
    static final Case LOCAL =
        new Case(
            "local",
            Map.ofEntries(
                Map.entry("ANY", Set.copyOf(AGENCIES)),
                Map.entry("OWN", Set.of(Samples.APPLICANT_ORGANISATION)),
                Map.entry("RECEIVER", Set.of(Samples.PROVINCE)),
                Map.entry("LEAD", Set.of(RoadLaw.LEAD)),
                Map.entry("WORKING", Set.of(Samples.PROVINCE, RoadLaw.LEAD)),
                Map.entry("APPROVER", Set.of(Samples.PROVINCE)),
                Map.entry("ASKED", Set.of(RoadLaw.FINANCE, RoadLaw.UNION)),
                Map.entry("MANAGING", Set.of(Samples.PROVINCE)),
                Map.entry("KEEPER", Set.of(Samples.PROVINCE)),
                Map.entry("DECIDER", Set.of(Samples.PROVINCE)),
                Map.entry("ADJUSTER", Set.of(Samples.PROVINCE)),
                Map.entry("PARTICIPANT", Set.of(Samples.PROVINCE, RoadLaw.LEAD)),
                Map.entry("HOLDER", Set.of(Samples.PROVINCE)),
                Map.entry("GIVEN", Set.of(RoadLaw.LEAD))),
            handedOver(
                RoadLaw.LEAD,
                RoadSamples.asked(),
                RoadSamples.asked().after(Samples.requestSupplement(RoadSamples.day(2), null)),
                RoadSamples.asked()
                    .after(Samples.requestSupplement(RoadSamples.day(2), null))
                    .after(Samples.correct(RoadSamples.day(3), Samples.aid())),
                RoadSamples.concluded(),
                RoadSamples.submitted(),
                LifeSamples.approved(),
                LifeSamples.notified(),
                LifeSamples.started(),
                LifeSamples.adjusting(),
                LifeSamples.ended(),
                LifeSamples.handedOver()));

    /**
     * A ministry receives and leads, a province manages, the Prime Minister decides, whose office
     * alone acts for him.
     */
    static final Case PRIME_MINISTERS =
        new Case(
            "Prime Minister's",
            Map.ofEntries(
                Map.entry("ANY", Set.copyOf(AGENCIES)),
                Map.entry("OWN", Set.of(Samples.APPLICANT_ORGANISATION)),
                Map.entry("RECEIVER", Set.of(Samples.MINISTRY)),
                Map.entry("LEAD", Set.of(Samples.MINISTRY)),
                Map.entry("WORKING", Set.of(Samples.MINISTRY)),
                Map.entry("APPROVER", Set.of(RoadLaw.GOVERNMENT_OFFICE)),
                Map.entry("ASKED", Set.of(RoadLaw.FINANCE, RoadLaw.UNION)),
                Map.entry("MANAGING", Set.of(Samples.PROVINCE)),
                Map.entry("KEEPER", Set.of(Samples.PROVINCE, Samples.MINISTRY)),
                Map.entry("DECIDER", Set.of(RoadLaw.GOVERNMENT_OFFICE)),
                Map.entry("ADJUSTER", Set.of(RoadLaw.GOVERNMENT_OFFICE)),
                Map.entry(
                    "PARTICIPANT",
                    Set.of(Samples.MINISTRY, Samples.PROVINCE, RoadLaw.GOVERNMENT_OFFICE)),
                Map.entry("HOLDER", Set.of(Samples.MINISTRY)),
                Map.entry("GIVEN", Set.of(Samples.PROVINCE))),
            handedOver(
                Samples.PROVINCE,
                RoadSamples.askedForPrimeMinister(RoadSamples.road()),
                RoadSamples.askedForPrimeMinister(RoadSamples.road())
                    .after(
                        RoadSamples.FOCAL_RECEPTION,
                        Samples.requestSupplement(RoadSamples.day(2), null)),
                RoadSamples.askedForPrimeMinister(RoadSamples.road())
                    .after(
                        RoadSamples.FOCAL_RECEPTION,
                        Samples.requestSupplement(RoadSamples.day(2), null))
                    .after(Samples.correct(RoadSamples.day(3), RoadSamples.SECURITY)),
                RoadSamples.concludedForPrimeMinister(RoadSamples.road()),
                RoadSamples.submittedToPrimeMinister(),
                RoadSamples.submittedToPrimeMinister(LifeSamples.life())
                    .after(RoadSamples.FOCAL_CLERK, RoadSamples.approve(RoadSamples.day(8))),
                LifeSamples.primeMinisters(),
                LifeSamples.primeMinisters().after(LifeSamples.adjust(RoadSamples.day(40))),
                LifeSamples.primeMinisters().after(LifeSamples.end(RoadSamples.day(100))),
                LifeSamples.primeMinisters()
                    .after(LifeSamples.end(RoadSamples.day(100)))
                    .after(LifeSamples.handOverResults(RoadSamples.day(110)))));

    private static Map<Status, DossierScenario> handedOver(
        String to, DossierScenario... scenarios) {
      var byStatus = new EnumMap<Status, DossierScenario>(Status.class);
      for (var s : scenarios) {
        var handedOver =
            s.and(
                new DossierHandedOver(
                    Objects.requireNonNull(s.state().custody().holder()),
                    new Custodian(to, null, null),
                    RoadSamples.day(9),
                    null,
                    Samples.DUTY));
        byStatus.put(s.state().status(), handedOver);
      }
      return byStatus;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void theRefusalOfARoleNamesRoleAndCommand() {
    given()
        .as(Samples.APPRAISER)
        .when(Samples.submitComplete())
        .thenRejected(RejectionCode.ROLE_MAY_NOT)
        .saying("role", "APPRAISER")
        .saying("command", "SubmitDossier");
  }

  @Test
  void theRefusalOfAStateNamesItAndThoseThatAllowIt() {
    RoadSamples.concluded()
        .as(RoadSamples.LEAD_APPRAISER)
        .when(RoadSamples.convene(RoadSamples.day(6), RoadSamples.day(9)))
        .thenRejected(RejectionCode.WRONG_STATE)
        .saying("command", "ConveneAppraisalMeeting")
        .saying("status", "APPRAISAL_CONCLUDED")
        .saying("allowed", "ACCEPTED, CONSULTING, APPRAISING, APPRAISAL_MEETING");
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandName.class,
      names = {
        "REQUEST_AGENCY_OPINION",
        "CONVENE_APPRAISAL_MEETING",
        "CONCLUDE_APPRAISAL",
      })
  void aVersionThatDoesNotSayTheRoadLeadsNowhere(CommandName command) {
    var refusal =
        dossierAt(Status.ACCEPTED).as(Samples.APPRAISER).admissible(command).orElseThrow();
    new RejectionAssert(refusal)
        .is(RejectionCode.RULE_PACK_SILENT)
        .saying("pack", "sample-act")
        .saying("version", "1");
  }

  @Test
  void officialsOfAnotherAgencyHaveNoBusinessWithTheDossier() {
    dossierAt(Status.SUBMITTED)
        .as(new Actor("khac", Role.RECEPTION_OFFICER, Samples.OTHER_PROVINCE))
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.OTHER_AGENCYS_DOSSIER)
        .saying("agency", Samples.PROVINCE);
  }

  @Test
  void anotherApplicantHasNoBusinessWithTheDossier() {
    dossierAt(Status.SUBMITTED)
        .as(new Actor("khac", Role.APPLICANT, "truong-mau"))
        .when(Samples.withdraw(DAY))
        .thenRejected(RejectionCode.OTHER_APPLICANTS_DOSSIER);
  }

  @Test
  void aDossierFiledForAnApplicantWithoutAccountIsNoApplicantsToWithdraw() {
    var overTheCounter = Samples.submitComplete(null, Samples.FOR_APPLICANT);
    var filed = given().as(Samples.RECEPTION).when(overTheCounter).events();
    given(filed.toArray(DossierEvent[]::new))
        .when(Samples.withdraw(DAY))
        .thenRejected(RejectionCode.OTHER_APPLICANTS_DOSSIER);
  }

  @Test
  void receptionCannotBeRefusedAfterItWasOnceAccepted() {
    dossierAt(Status.ACCEPTED)
        .after(Samples.requestSupplement(DAY, "Công văn 1"))
        .as(Samples.RECEPTION)
        .when(Samples.refuse(DAY))
        .thenRejected(RejectionCode.ACCEPTED_BEFORE)
        .saying("code", Samples.CODE);
  }

  @Test
  void acceptanceIsRefusedWhileSomethingIsMissing() {
    given()
        .after(Samples.submitIncomplete())
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.GAP_OPEN)
        .under("Sample Act", "8.1.a")
        .saying("gaps", "request: missing, project-document: missing");
  }

  @Test
  void acceptanceIsRefusedWhileAQuestionIsOpen() {
    given()
        .after(
            Samples.submit(
                Samples.aidAbout(SubjectTag.LAW_DRAFTING_COMPONENT), Samples.completePapers()))
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.QUESTION_OPEN)
        .under("Sample Act", "7.1.a")
        .saying("question", "law-drafting");
  }

  @Test
  void acceptanceIsRefusedAtAnAgencyThatIsNotTheReceiver() {
    given()
        .after(Samples.submit(Samples.aidAbout(SubjectTag.SECURITY), Samples.completePapers()))
        .as(Samples.RECEPTION)
        .when(Samples.accept(DAY))
        .thenRejected(RejectionCode.WRONG_RECEIVER)
        .under("Sample Act", "8.6.a")
        .saying("receiver", Samples.MINISTRY)
        .saying("filedWith", Samples.PROVINCE);
  }

  @Test
  void withoutAnOpenQuestionThereIsNothingToDecide() {
    dossierAt(Status.SUBMITTED)
        .as(Samples.DECIDER)
        .when(Samples.decide(DAY, "law-drafting", "PRIME_MINISTER"))
        .thenRejected(RejectionCode.NO_QUESTION_OPEN);
  }

  @Test
  void aViewLearnsFromTheSameGatesWhatMayBeSentNow() {
    var scenario = given().after(Samples.submitIncomplete()).as(Samples.RECEPTION);
    var now = TABLE.stream().map(Row::command).filter(c -> scenario.admissible(c).isEmpty());
    assertThat(now)
        .containsExactly(
            CommandName.REQUEST_SUPPLEMENT,
            CommandName.SUPPLEMENT_DOSSIER,
            CommandName.REFUSE_RECEPTION,
            CommandName.WITHDRAW_DOSSIER,
            CommandName.HAND_OVER_DOSSIER,
            CommandName.STOP_PROCESSING,
            CommandName.RECLASSIFY_AID,
            CommandName.RECORD_EARLY_RECEIPT,
            CommandName.EXTEND_TIME_LIMIT,
            CommandName.ACKNOWLEDGE_NOTICE,
            CommandName.ATTACH_DOCUMENT);
  }

  /** A dossier without gaps, under the version that ends with acceptance. */
  static DossierScenario dossierAt(Status status) {
    var submitted = given().after(Samples.submitComplete());
    return switch (status) {
      case NONE -> given();
      case SUBMITTED -> submitted;
      case SUPPLEMENT_REQUESTED -> submitted.after(Samples.requestSupplement(DAY, null));
      case CHECKING -> submitted.after(Samples.correct(DAY, Samples.aid()));
      case ACCEPTED -> submitted.after(Samples.accept(DAY));
      case RECEPTION_REFUSED -> submitted.after(Samples.refuse(DAY));
      case WITHDRAWN -> submitted.after(Samples.withdraw(DAY));
      default -> throw new IllegalArgumentException(status + " lies beyond the first version");
    };
  }
}
