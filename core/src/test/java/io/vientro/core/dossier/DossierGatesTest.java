package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierScenario.given;
import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.SubjectTag;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what in which state: every combination, against tables written by hand. */
class DossierGatesTest {

  private static final Set<CommandName> ON_DOSSIER =
      EnumSet.range(CommandName.SUBMIT_DOSSIER, CommandName.DECIDE_OPEN_QUESTION);

  private static final Map<CommandName, Set<Role>> ROLES =
      Map.of(
          CommandName.SUBMIT_DOSSIER, EnumSet.of(Role.APPLICANT, Role.RECEPTION_OFFICER),
          CommandName.REQUEST_SUPPLEMENT, EnumSet.of(Role.RECEPTION_OFFICER, Role.APPRAISER),
          CommandName.SUPPLEMENT_DOSSIER, EnumSet.of(Role.APPLICANT, Role.RECEPTION_OFFICER),
          CommandName.ACCEPT_DOSSIER, EnumSet.of(Role.RECEPTION_OFFICER),
          CommandName.REFUSE_RECEPTION, EnumSet.of(Role.RECEPTION_OFFICER),
          CommandName.WITHDRAW_DOSSIER, EnumSet.of(Role.APPLICANT, Role.RECEPTION_OFFICER),
          CommandName.DECIDE_OPEN_QUESTION, EnumSet.of(Role.DECISION_MAKER),
          CommandName.RECORD_CALENDAR_NOTICE, EnumSet.of(Role.ADMINISTRATOR, Role.SYSTEM),
          CommandName.RECORD_RULE_PACK, EnumSet.of(Role.ADMINISTRATOR, Role.SYSTEM),
          CommandName.SET_AGENCY_PARAMETER, EnumSet.of(Role.ADMINISTRATOR));

  private static final Map<CommandName, Set<Status>> STATES =
      Map.of(
          CommandName.REQUEST_SUPPLEMENT,
          EnumSet.of(Status.SUBMITTED, Status.CHECKING, Status.ACCEPTED),
          CommandName.SUPPLEMENT_DOSSIER,
          EnumSet.of(Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING),
          CommandName.ACCEPT_DOSSIER,
          EnumSet.of(Status.SUBMITTED, Status.CHECKING),
          CommandName.REFUSE_RECEPTION,
          EnumSet.of(Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING),
          CommandName.WITHDRAW_DOSSIER,
          EnumSet.of(
              Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING, Status.ACCEPTED),
          CommandName.DECIDE_OPEN_QUESTION,
          EnumSet.of(
              Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED, Status.CHECKING, Status.ACCEPTED));

  static Stream<Arguments> deniedRoles() {
    return ON_DOSSIER.stream()
        .flatMap(
            command ->
                EnumSet.complementOf(EnumSet.copyOf(ROLES.get(command))).stream()
                    .map(role -> Arguments.of(command, role)));
  }

  @ParameterizedTest
  @MethodSource("deniedRoles")
  void aRoleThatIsNotListedIsDeniedWhateverElseHolds(CommandName command, Role role) {
    var actor = new Actor("x", role, Samples.PROVINCE);
    var state = dossierAt(Status.SUBMITTED).state();
    assertThat(Dossier.admissible(state, command, Samples.context(actor, DAY)))
        .map(Rejection::reason)
        .contains(RejectionCode.ROLE_MAY_NOT);
  }

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void theTableOfRolesIsTheOneWrittenHere(CommandName command) {
    assertThat(command.roles()).isEqualTo(ROLES.get(command));
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

  static Stream<Arguments> everyStateAndCommand() {
    return Arrays.stream(Status.values())
        .filter(status -> status != Status.NONE)
        .flatMap(status -> STATES.keySet().stream().map(command -> Arguments.of(status, command)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndCommand")
  void aCommandIsRefusedInEveryStateThatIsNotListed(Status status, CommandName command) {
    var context = Samples.context(Samples.senderOf(command), DAY);
    var refusal = Dossier.admissible(dossierAt(status).state(), command, context);
    var wrongState = refusal.filter(r -> r.reason() == RejectionCode.WRONG_STATE);
    assertThat(wrongState.isEmpty()).isEqualTo(STATES.get(command).contains(status));
    wrongState.ifPresent(
        r ->
            assertThat(r.details())
                .containsEntry("status", status.name())
                .containsEntry("command", command.commandName()));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandName.class,
      names = {"SUBMIT_DOSSIER", "RECORD_.*", "SET_.*"},
      mode = EnumSource.Mode.MATCH_NONE)
  void aDossierThatWasNeverFiledIsUnknown(CommandName command) {
    var context = Samples.context(Samples.senderOf(command), DAY);
    assertThat(Dossier.admissible(DossierState.INITIAL, command, context))
        .map(Rejection::reason)
        .contains(RejectionCode.UNKNOWN_DOSSIER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"NONE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aDossierIsFiledOnce(Status status) {
    dossierAt(status).when(Samples.submitComplete()).thenRejected(RejectionCode.DOSSIER_EXISTS);
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
    var now =
        ON_DOSSIER.stream()
            .filter(c -> Dossier.admissible(scenario.state(), c, scenario.context()).isEmpty());
    assertThat(now)
        .containsExactly(
            CommandName.REQUEST_SUPPLEMENT,
            CommandName.SUPPLEMENT_DOSSIER,
            CommandName.REFUSE_RECEPTION,
            CommandName.WITHDRAW_DOSSIER);
  }

  /** A dossier without gaps in each state. */
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
    };
  }
}
