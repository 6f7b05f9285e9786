package io.vientro.core.dossier;

import static io.vientro.core.dossier.Status.ACCEPTED;
import static io.vientro.core.dossier.Status.CHECKING;
import static io.vientro.core.dossier.Status.SUBMITTED;
import static io.vientro.core.dossier.Status.SUPPLEMENT_REQUESTED;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.dossier.CommandRule.ActIsSound;
import io.vientro.core.dossier.CommandRule.AnswerIsOffered;
import io.vientro.core.dossier.CommandRule.ApplicantFilesOwn;
import io.vientro.core.dossier.CommandRule.CountsArePositive;
import io.vientro.core.dossier.CommandRule.DateNotAfterToday;
import io.vientro.core.dossier.CommandRule.DateNotBeforeStep;
import io.vientro.core.dossier.CommandRule.FiledWithKnownAgency;
import io.vientro.core.dossier.CommandRule.FindingsNameRequirements;
import io.vientro.core.dossier.CommandRule.OfficerFilesAtOwnAgency;
import io.vientro.core.dossier.CommandRule.RepeatHasBasis;
import io.vientro.core.dossier.CommandRule.SomethingIsMissing;
import io.vientro.core.dossier.CommandRule.SomethingIsSupplied;
import io.vientro.core.dossier.Gate.ActorHandlesDossier;
import io.vientro.core.dossier.Gate.ActorsRoleMay;
import io.vientro.core.dossier.Gate.DossierExists;
import io.vientro.core.dossier.Gate.DossierIs;
import io.vientro.core.dossier.Gate.DossierIsNew;
import io.vientro.core.dossier.Gate.NeverAccepted;
import io.vientro.core.dossier.Gate.NoGapIsOpen;
import io.vientro.core.dossier.Gate.NoQuestionIsOpen;
import io.vientro.core.dossier.Gate.ReceivedByCompetentAgency;
import io.vientro.core.dossier.Gate.SomeQuestionIsOpen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All rules of all commands on a dossier, in the order in which they are asked. There is no other
 * place.
 */
final class DossierRules {
  private DossierRules() {}

  /** Gates of a command. */
  static List<Gate> gates(CommandName command) {
    return switch (command) {
      case SUBMIT_DOSSIER -> List.of(new ActorsRoleMay(), new DossierIsNew());
      case REQUEST_SUPPLEMENT -> onDossier(DossierIs.in(SUBMITTED, CHECKING, ACCEPTED));
      case SUPPLEMENT_DOSSIER -> onDossier(DossierIs.in(SUBMITTED, SUPPLEMENT_REQUESTED, CHECKING));
      case ACCEPT_DOSSIER ->
          onDossier(
              DossierIs.in(SUBMITTED, CHECKING),
              new NoQuestionIsOpen(),
              new ReceivedByCompetentAgency(),
              new NoGapIsOpen());
      case REFUSE_RECEPTION ->
          onDossier(DossierIs.in(SUBMITTED, SUPPLEMENT_REQUESTED, CHECKING), new NeverAccepted());
      case WITHDRAW_DOSSIER ->
          onDossier(DossierIs.in(SUBMITTED, SUPPLEMENT_REQUESTED, CHECKING, ACCEPTED));
      case DECIDE_OPEN_QUESTION ->
          onDossier(
              DossierIs.in(SUBMITTED, SUPPLEMENT_REQUESTED, CHECKING, ACCEPTED),
              new SomeQuestionIsOpen());
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER ->
          throw new IllegalArgumentException(command + " is not a command on a dossier");
    };
  }

  private static List<Gate> onDossier(Gate... more) {
    var gates = new ArrayList<Gate>();
    gates.add(new ActorsRoleMay());
    gates.add(new DossierExists());
    gates.add(new ActorHandlesDossier());
    gates.addAll(Arrays.asList(more));
    return List.copyOf(gates);
  }

  private static final List<CommandRule<SubmitDossier>> SUBMIT =
      List.of(
          new ActIsSound<>(true),
          new ApplicantFilesOwn(),
          new FiledWithKnownAgency(),
          new OfficerFilesAtOwnAgency(),
          new DateNotAfterToday<>("submittedOn", SubmitDossier::submittedOn),
          new CountsArePositive<>(SubmitDossier::sets, SubmitDossier::documents),
          (s, c, context) -> FactRules.refusal(c.aid(), context));

  private static final List<CommandRule<RequestSupplement>> REQUEST_SUPPLEMENT =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("requestedOn", RequestSupplement::requestedOn),
          new DateNotBeforeStep<>(
              "requestedOn", RequestSupplement::requestedOn, DossierState::lastStepOn),
          new FindingsNameRequirements(),
          new SomethingIsMissing(),
          new RepeatHasBasis());

  private static final List<CommandRule<SupplementDossier>> SUPPLEMENT =
      List.of(
          new ActIsSound<>(true),
          new DateNotAfterToday<>("suppliedOn", SupplementDossier::suppliedOn),
          new DateNotBeforeStep<>(
              "suppliedOn", SupplementDossier::suppliedOn, DossierState::lastStepOn),
          new SomethingIsSupplied(),
          new CountsArePositive<>(SupplementDossier::sets, SupplementDossier::documents),
          (s, c, context) ->
              c.aid() == null ? Optional.empty() : FactRules.refusal(c.aid(), context));

  private static final List<CommandRule<AcceptDossier>> ACCEPT =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("completeOn", AcceptDossier::completeOn),
          new DateNotBeforeStep<>(
              "completeOn", AcceptDossier::completeOn, DossierState::settledOn));

  private static final List<CommandRule<RefuseReception>> REFUSE =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("refusedOn", RefuseReception::refusedOn),
          new DateNotBeforeStep<>(
              "refusedOn", RefuseReception::refusedOn, DossierState::lastStepOn));

  private static final List<CommandRule<WithdrawDossier>> WITHDRAW =
      List.of(
          new ActIsSound<>(true),
          new DateNotAfterToday<>("withdrawnOn", WithdrawDossier::withdrawnOn),
          new DateNotBeforeStep<>(
              "withdrawnOn", WithdrawDossier::withdrawnOn, DossierState::lastStepOn));

  private static final List<CommandRule<DecideOpenQuestion>> DECIDE_QUESTION =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("decidedOn", DecideOpenQuestion::decidedOn),
          new DateNotBeforeStep<>(
              "decidedOn", DecideOpenQuestion::decidedOn, DossierState::classifiedOn),
          new AnswerIsOffered());

  /** The first refusal by a rule on the command's values. */
  static Optional<Rejection> refusal(
      DossierState state, DossierCommand command, DecisionContext context) {
    return switch (command) {
      case SubmitDossier c -> first(SUBMIT, state, c, context);
      case RequestSupplement c -> first(REQUEST_SUPPLEMENT, state, c, context);
      case SupplementDossier c -> first(SUPPLEMENT, state, c, context);
      case AcceptDossier c -> first(ACCEPT, state, c, context);
      case RefuseReception c -> first(REFUSE, state, c, context);
      case WithdrawDossier c -> first(WITHDRAW, state, c, context);
      case DecideOpenQuestion c -> first(DECIDE_QUESTION, state, c, context);
    };
  }

  private static <C extends DossierCommand> Optional<Rejection> first(
      List<CommandRule<C>> rules, DossierState state, C command, DecisionContext context) {
    return rules.stream()
        .flatMap(rule -> rule.refuses(state, command, context).stream())
        .findFirst();
  }
}
