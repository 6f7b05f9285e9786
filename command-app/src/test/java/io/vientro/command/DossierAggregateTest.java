package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static io.vientro.command.Housed.AUDITOR;
import static io.vientro.command.Housed.CODE;
import static io.vientro.command.Housed.DECIDER;
import static io.vientro.command.Housed.OFFICER;
import static io.vientro.command.Housed.STRANGER;
import static io.vientro.command.Housed.command;
import static io.vientro.command.Housed.history;
import static io.vientro.command.Housed.origin;
import static io.vientro.command.Housed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.WithdrawDossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The housing of the dossier: every command gets to core's decider, and its events and refusals
 * come out unchanged.
 */
class DossierAggregateTest {
  private static final String ID = "dossier-00000000-0000-0000-0000-000000000001";
  private static final LocalDate DAY = TODAY.minusDays(1);

  private static final SubmitDossier SUBMIT = command(Bodies.incomplete(DAY), SubmitDossier.class);
  private static final SubmitDossier SUBMIT_COMPLETE =
      command(Bodies.complete(DAY), SubmitDossier.class);
  private static final SubmitDossier SUBMIT_QUESTIONABLE =
      command(Bodies.questionable(DAY), SubmitDossier.class);
  private static final RequestSupplement REQUEST =
      command(Bodies.requestSupplement(DAY), RequestSupplement.class);
  private static final SupplementDossier SUPPLEMENT =
      command(Bodies.supplement(DAY), SupplementDossier.class);
  private static final AcceptDossier ACCEPT = command(Bodies.accept(DAY), AcceptDossier.class);
  private static final RefuseReception REFUSE = command(Bodies.refuse(DAY), RefuseReception.class);
  private static final WithdrawDossier WITHDRAW =
      command(Bodies.withdraw(DAY), WithdrawDossier.class);
  private static final DecideOpenQuestion DECIDE =
      command(Bodies.decide(DAY), DecideOpenQuestion.class);

  private final List<String> codesAskedFor = new ArrayList<>();

  private AggregateTestFixture<DossierAggregate> fixture() {
    var fixture = new AggregateTestFixture<>(DossierAggregate.class);
    DossierCodes codes =
        (request, rule, cause, mode) -> {
          codesAskedFor.add(request.dossier());
          return CODE;
        };
    fixture.registerInjectableResource(new Housed.FixedLaw());
    fixture.registerInjectableResource(codes);
    return fixture;
  }

  private void done(List<DossierEvent> before, Actor actor, DossierCommand command) {
    var expected = Housed.decided(Housed.state(before), actor, command);
    var after = new ArrayList<>(before);
    after.addAll(expected);
    fixture()
        .given(before)
        .when(new ForDossier(ID, command, origin(actor)))
        .expectEvents(expected.toArray())
        .expectResultMessagePayload(Housed.state(after));
  }

  private void refused(
      List<DossierEvent> before, Actor actor, DossierCommand command, String code) {
    fixture()
        .given(before)
        .when(new ForDossier(ID, command, origin(actor)))
        .expectNoEvents()
        .expectException(refusal(code));
  }

  @Test
  void aDossierIsFiledOnce() {
    done(List.of(), OFFICER, SUBMIT);
    refused(List.of(), AUDITOR, SUBMIT, "role-may-not");
    refused(List.of(), STRANGER, SUBMIT, "other-agencys-dossier");
    refused(history(OFFICER, SUBMIT), OFFICER, SUBMIT, "dossier-exists");
  }

  @Test
  void aSupplementIsRequestedWhereSomethingIsMissing() {
    done(history(OFFICER, SUBMIT), OFFICER, REQUEST);
    refused(List.of(), OFFICER, REQUEST, "unknown-dossier");
    refused(history(OFFICER, SUBMIT), STRANGER, REQUEST, "other-agencys-dossier");
    refused(history(OFFICER, SUBMIT, OFFICER, REQUEST), OFFICER, REQUEST, "wrong-state");
  }

  @Test
  void aDossierIsSupplemented() {
    done(history(OFFICER, SUBMIT, OFFICER, REQUEST), OFFICER, SUPPLEMENT);
    refused(List.of(), OFFICER, SUPPLEMENT, "unknown-dossier");
    refused(history(OFFICER, SUBMIT), AUDITOR, SUPPLEMENT, "role-may-not");
    refused(history(OFFICER, SUBMIT, OFFICER, WITHDRAW), OFFICER, SUPPLEMENT, "wrong-state");
  }

  @Test
  void aCompleteDossierIsAcceptedWithACodeFromTheBook() {
    done(history(OFFICER, SUBMIT_COMPLETE), OFFICER, ACCEPT);
    assertThat(codesAskedFor).containsExactly(ID);
  }

  @Test
  void aRefusedAcceptanceDoesNotTouchTheBook() {
    refused(history(OFFICER, SUBMIT), OFFICER, ACCEPT, "gap-open");
    refused(history(OFFICER, SUBMIT_QUESTIONABLE), OFFICER, ACCEPT, "question-open");
    refused(history(OFFICER, SUBMIT_COMPLETE), STRANGER, ACCEPT, "other-agencys-dossier");
    assertThat(codesAskedFor).isEmpty();
  }

  @Test
  void aDossierKeepsItsCodeWhenItIsAcceptedAgain() {
    var returned =
        history(OFFICER, SUBMIT_COMPLETE, OFFICER, ACCEPT, OFFICER, REQUEST, OFFICER, SUPPLEMENT);
    done(returned, OFFICER, ACCEPT);
    assertThat(codesAskedFor).isEmpty();
  }

  @Test
  void receptionIsRefused() {
    done(history(OFFICER, SUBMIT), OFFICER, REFUSE);
    refused(history(OFFICER, SUBMIT), DECIDER, REFUSE, "role-may-not");
    refused(history(OFFICER, SUBMIT_COMPLETE, OFFICER, ACCEPT), OFFICER, REFUSE, "wrong-state");
  }

  @Test
  void aDossierIsWithdrawn() {
    done(history(OFFICER, SUBMIT), OFFICER, WITHDRAW);
    refused(history(OFFICER, SUBMIT), AUDITOR, WITHDRAW, "role-may-not");
    refused(history(OFFICER, SUBMIT, OFFICER, WITHDRAW), OFFICER, WITHDRAW, "wrong-state");
  }

  @Test
  void anOpenQuestionIsDecided() {
    done(history(OFFICER, SUBMIT_QUESTIONABLE), DECIDER, DECIDE);
    refused(history(OFFICER, SUBMIT_QUESTIONABLE), OFFICER, DECIDE, "role-may-not");
    refused(history(OFFICER, SUBMIT), DECIDER, DECIDE, "no-question-open");
  }

  /** The commands of the road after acceptance, and the adoption of a later pack. */
  static Stream<CommandName> road() {
    return Arrays.stream(CommandName.values())
        .filter(name -> name.ordinal() >= CommandName.ASSIGN_OFFICER.ordinal())
        .filter(Commands::sent);
  }

  @ParameterizedTest
  @MethodSource("road")
  void everyCommandAfterAcceptanceGetsToTheDeciderAndItsEventsComeOut(CommandName name) {
    var step = Road.step(name, DAY);
    var before = history(Road.before(name, DAY));
    done(before, CommandSide.actor(step.account()), command(step));
  }

  @ParameterizedTest
  @MethodSource("road")
  void everyCommandAfterAcceptanceIsRefusedToAStrangerAndOnNoDossier(CommandName name) {
    var step = Road.step(name, DAY);
    var before = history(Road.before(name, DAY));
    refused(
        before,
        CommandSide.actor(Road.stranger(name)),
        command(step),
        Road.refusalOfStranger(name));
    refused(before, AUDITOR, command(step), "role-may-not");
    refused(List.of(), CommandSide.actor(step.account()), command(step), "unknown-dossier");
  }

  @Test
  void anUnknownVersionOfThePackIsRefused() {
    var unknown = command(Bodies.adopt(DAY, Housed.NEXT_VERSION + 1), AdoptRulePackVersion.class);
    refused(history(OFFICER, SUBMIT), DECIDER, unknown, "rule-pack-version-unknown");
  }

  @Test
  void whoHasSeenAnotherStateIsRefused() {
    var filed = history(OFFICER, SUBMIT);
    var seen = filed.size() - 1L;
    fixture()
        .given(filed)
        .when(new ForDossier(ID, SUPPLEMENT, origin(OFFICER, seen - 1)))
        .expectNoEvents()
        .expectException(StaleStateException.class);
    fixture()
        .given(filed)
        .when(new ForDossier(ID, SUPPLEMENT, origin(OFFICER, seen)))
        .expectSuccessfulHandlerExecution();
    fixture()
        .givenNoPriorActivity()
        .when(new ForDossier(ID, SUBMIT, origin(OFFICER, 0L)))
        .expectNoEvents()
        .expectException(StaleStateException.class);
  }
}
