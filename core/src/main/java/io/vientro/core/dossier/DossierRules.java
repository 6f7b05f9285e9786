package io.vientro.core.dossier;

import static io.vientro.core.dossier.Status.ACCEPTED;
import static io.vientro.core.dossier.Status.ADJUSTING;
import static io.vientro.core.dossier.Status.APPRAISAL_CONCLUDED;
import static io.vientro.core.dossier.Status.APPRAISAL_MEETING;
import static io.vientro.core.dossier.Status.APPRAISING;
import static io.vientro.core.dossier.Status.APPROVED;
import static io.vientro.core.dossier.Status.CHECKING;
import static io.vientro.core.dossier.Status.CONSULTING;
import static io.vientro.core.dossier.Status.ENDED;
import static io.vientro.core.dossier.Status.HANDED_OVER;
import static io.vientro.core.dossier.Status.IMPLEMENTING;
import static io.vientro.core.dossier.Status.NOTIFIED;
import static io.vientro.core.dossier.Status.REFUSED;
import static io.vientro.core.dossier.Status.REVOKED;
import static io.vientro.core.dossier.Status.SUBMITTED;
import static io.vientro.core.dossier.Status.SUBMITTED_FOR_DECISION;
import static io.vientro.core.dossier.Status.SUPPLEMENT_REQUESTED;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.CommandRule.ActIsSound;
import io.vientro.core.dossier.CommandRule.AnswerIsOffered;
import io.vientro.core.dossier.CommandRule.ApplicantFilesOwn;
import io.vientro.core.dossier.CommandRule.CountsArePositive;
import io.vientro.core.dossier.CommandRule.DateNotAfterToday;
import io.vientro.core.dossier.CommandRule.DateNotBeforeStep;
import io.vientro.core.dossier.CommandRule.DocumentIsNamed;
import io.vientro.core.dossier.CommandRule.DocumentIsOfTheDay;
import io.vientro.core.dossier.CommandRule.FiledWithKnownAgency;
import io.vientro.core.dossier.CommandRule.FindingsNameRequirements;
import io.vientro.core.dossier.CommandRule.OfficerFilesAtOwnAgency;
import io.vientro.core.dossier.CommandRule.RepeatHasBasis;
import io.vientro.core.dossier.CommandRule.SomethingIsMissing;
import io.vientro.core.dossier.CommandRule.SomethingIsSupplied;
import io.vientro.core.dossier.CommandRule.TextIsGiven;
import io.vientro.core.dossier.Gate.ActorIsNamedReceiver;
import io.vientro.core.dossier.Gate.ActorIsOf;
import io.vientro.core.dossier.Gate.ActorsRoleMay;
import io.vientro.core.dossier.Gate.AidIsEligible;
import io.vientro.core.dossier.Gate.AidIsInScope;
import io.vientro.core.dossier.Gate.ApproverIsSettled;
import io.vientro.core.dossier.Gate.CaseIsNotOver;
import io.vientro.core.dossier.Gate.ClerkRecordsOnlyForOthers;
import io.vientro.core.dossier.Gate.DossierExists;
import io.vientro.core.dossier.Gate.DossierIs;
import io.vientro.core.dossier.Gate.DossierIsNew;
import io.vientro.core.dossier.Gate.EveryConsulteeWasAsked;
import io.vientro.core.dossier.Gate.NeverAccepted;
import io.vientro.core.dossier.Gate.NoGapIsOpen;
import io.vientro.core.dossier.Gate.NoHandOverIsPending;
import io.vientro.core.dossier.Gate.NoQuestionIsOpen;
import io.vientro.core.dossier.Gate.PackSaysTheRoad;
import io.vientro.core.dossier.Gate.ReceivedByCompetentAgency;
import io.vientro.core.dossier.Gate.SomeHandOverIsPending;
import io.vientro.core.dossier.Gate.SomeQuestionIsOpen;
import io.vientro.core.dossier.RoadRule.AddresseesAreSound;
import io.vientro.core.dossier.RoadRule.AnswerNotDueBeforeRequest;
import io.vientro.core.dossier.RoadRule.AnsweredAfterRequest;
import io.vientro.core.dossier.RoadRule.AskedAgencyIsKnown;
import io.vientro.core.dossier.RoadRule.AskedInKnownRole;
import io.vientro.core.dossier.RoadRule.HandedToParticipant;
import io.vientro.core.dossier.RoadRule.InvitedAgenciesAreKnown;
import io.vientro.core.dossier.RoadRule.LetterIsNamed;
import io.vientro.core.dossier.RoadRule.MeetingNotBeforeInvitation;
import io.vientro.core.dossier.RoadRule.MeetingWasHeld;
import io.vientro.core.dossier.RoadRule.NotAskedAlready;
import io.vientro.core.dossier.RoadRule.OpinionIsOwn;
import io.vientro.core.dossier.RoadRule.OpinionWasRequested;
import io.vientro.core.dossier.RoadRule.VersionIsLater;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules of all commands on a dossier, in the order in which they are asked. There is no other
 * place.
 */
final class DossierRules {
  private DossierRules() {}

  static final Set<Status> RECEPTION = Set.of(SUBMITTED, SUPPLEMENT_REQUESTED, CHECKING);
  static final Set<Status> APPRAISAL = Set.of(ACCEPTED, CONSULTING, APPRAISING, APPRAISAL_MEETING);
  static final Set<Status> BEFORE_DECISION =
      with(with(RECEPTION, APPRAISAL), Set.of(APPRAISAL_CONCLUDED, SUBMITTED_FOR_DECISION));

  static final Set<Status> DECIDED = Set.of(APPROVED, REFUSED);

  /** From the beginning of the implementation to the settlement. */
  static final Set<Status> LIFE = Set.of(IMPLEMENTING, ADJUSTING, ENDED, HANDED_OVER);

  static final Set<Status> OPEN = with(with(BEFORE_DECISION, DECIDED), LIFE);

  static Set<Status> with(Set<Status> some, Set<Status> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Gates of a command. */
  static List<Gate> gates(CommandName command) {
    return switch (command) {
      case SUBMIT_DOSSIER -> List.of(new ActorsRoleMay(), new DossierIsNew());
      case REQUEST_SUPPLEMENT ->
          onDossier(
              ActorIsOf.party(Role.APPRAISER, Party.RECEIVER_OR_LEAD),
              DossierIs.in(with(APPRAISAL, Set.of(SUBMITTED, CHECKING))));
      case SUPPLEMENT_DOSSIER -> onDossier(ActorIsOf.receiver(), DossierIs.in(RECEPTION));
      case ACCEPT_DOSSIER ->
          onDossier(
              ActorIsOf.receiver(),
              DossierIs.in(SUBMITTED, CHECKING),
              new AidIsInScope(),
              new ApproverIsSettled(),
              new ReceivedByCompetentAgency(),
              new NoGapIsOpen());
      case REFUSE_RECEPTION ->
          onDossier(ActorIsOf.receiver(), DossierIs.in(RECEPTION), new NeverAccepted());
      case WITHDRAW_DOSSIER -> onDossier(ActorIsOf.receiver(), DossierIs.in(BEFORE_DECISION));
      case DECIDE_OPEN_QUESTION ->
          onDossier(
              ActorIsOf.receiver(),
              DossierIs.in(with(BEFORE_DECISION, Set.of(ADJUSTING))),
              new SomeQuestionIsOpen());
      case ASSIGN_OFFICER ->
          onDossier(ActorIsOf.party(Role.SUPERVISOR, Party.PARTICIPANT), DossierIs.in(OPEN));
      case HAND_OVER_DOSSIER ->
          onDossier(
              new ActorIsOf(
                  Map.of(
                      Role.RECEPTION_OFFICER, Party.HOLDER,
                      Role.APPRAISER, Party.HOLDER,
                      Role.CLERK, Party.HOLDER)),
              DossierIs.in(OPEN),
              new NoHandOverIsPending());
      case ACCEPT_HAND_OVER ->
          onDossier(
              new SomeHandOverIsPending(),
              new ActorIsOf(
                  Map.of(
                      Role.RECEPTION_OFFICER, Party.HAND_OVER_RECEIVER,
                      Role.APPRAISER, Party.HAND_OVER_RECEIVER,
                      Role.CLERK, Party.HAND_OVER_RECEIVER)),
              new ActorIsNamedReceiver(),
              DossierIs.in(OPEN));
      case REQUEST_AGENCY_OPINION, CONVENE_APPRAISAL_MEETING ->
          onDossier(
              ActorIsOf.party(Role.APPRAISER, Party.LEAD),
              DossierIs.in(APPRAISAL),
              new PackSaysTheRoad());
      case RECORD_AGENCY_OPINION ->
          onDossier(
              new ActorIsOf(
                  Map.of(Role.CONSULTED_AGENCY, Party.CONSULTED, Role.APPRAISER, Party.LEAD)),
              // An opinion may come in while the dossier is back with the applicant, or late.
              DossierIs.in(BEFORE_DECISION));
      case CONCLUDE_APPRAISAL ->
          onDossier(
              ActorIsOf.party(Role.APPRAISER, Party.LEAD),
              DossierIs.in(APPRAISAL),
              new PackSaysTheRoad(),
              new AidIsInScope(),
              new NoQuestionIsOpen(),
              new EveryConsulteeWasAsked());
      case SUBMIT_FOR_DECISION ->
          onDossier(
              ActorIsOf.party(Role.APPRAISER, Party.LEAD),
              DossierIs.in(APPRAISAL_CONCLUDED),
              new PackSaysTheRoad(),
              new AidIsInScope(),
              new NoQuestionIsOpen());
      case APPROVE_AID ->
          onDossier(
              ActorIsOf.party(Role.DECISION_MAKER, Party.APPROVER),
              new ClerkRecordsOnlyForOthers(),
              DossierIs.in(SUBMITTED_FOR_DECISION),
              new PackSaysTheRoad(),
              new AidIsInScope(),
              new NoQuestionIsOpen(),
              new AidIsEligible());
      case REFUSE_AID ->
          onDossier(
              ActorIsOf.party(Role.DECISION_MAKER, Party.APPROVER),
              new ClerkRecordsOnlyForOthers(),
              DossierIs.in(SUBMITTED_FOR_DECISION),
              new PackSaysTheRoad(),
              new AidIsInScope(),
              new NoQuestionIsOpen());
      case NOTIFY_OUTCOME ->
          onDossier(
              ActorIsOf.party(Role.CLERK, Party.MANAGING),
              DossierIs.in(with(with(LIFE, DECIDED), Set.of(NOTIFIED, REVOKED))));
      case STOP_PROCESSING ->
          onDossier(ActorIsOf.party(Role.APPRAISER, Party.LEAD), DossierIs.in(BEFORE_DECISION));
      case ADOPT_RULE_PACK_VERSION ->
          // After the approval, too: an earlier version may not say what follows it.
          onDossier(
              ActorIsOf.receiver(),
              DossierIs.in(with(BEFORE_DECISION, Set.of(APPROVED, NOTIFIED))),
              new CaseIsNotOver());
      case RECLASSIFY_AID,
          TRANSFER_DOSSIER,
          RECORD_EARLY_RECEIPT,
          RECORD_IMPLEMENTATION_START,
          RECORD_DISBURSEMENT,
          SUBMIT_REPORT,
          REQUEST_ADJUSTMENT,
          APPROVE_ADJUSTMENT,
          REFUSE_ADJUSTMENT,
          RECORD_IMPLEMENTATION_END,
          RECORD_HAND_OVER,
          CLOSE_AID,
          REVOKE_AID,
          CORRECT_RECORD ->
          LifeRules.gates(command);
      case EXTEND_TIME_LIMIT, WAIVE_DUTY, ACKNOWLEDGE_NOTICE, RAISE_TIME_LIMIT, ATTACH_DOCUMENT ->
          LedgerRules.gates(command);
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER ->
          throw new IllegalArgumentException(command + " is not a command on a dossier");
    };
  }

  static List<Gate> onDossier(Gate... more) {
    var gates = new ArrayList<Gate>();
    gates.add(new ActorsRoleMay());
    gates.add(new DossierExists());
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
              "decidedOn", DecideOpenQuestion::decidedOn, DossierRules::askedOn),
          new AnswerIsOffered());

  private static final List<CommandRule<AssignOfficer>> ASSIGN =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("officer", AssignOfficer::officer),
          new DateNotAfterToday<>("assignedOn", AssignOfficer::assignedOn),
          new DateNotBeforeStep<>(
              "assignedOn", AssignOfficer::assignedOn, s -> s.filing().submittedOn()));

  private static final List<CommandRule<HandOverDossier>> HAND_OVER =
      List.of(
          new ActIsSound<>(false),
          new HandedToParticipant(),
          new DateNotAfterToday<>("handedOverOn", HandOverDossier::handedOverOn),
          new DateNotBeforeStep<>(
              "handedOverOn",
              HandOverDossier::handedOverOn,
              s -> Objects.requireNonNull(s.custody().movedOn())));

  private static final List<CommandRule<AcceptHandOver>> ACCEPT_HAND_OVER =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("acceptedOn", AcceptHandOver::acceptedOn),
          new DateNotBeforeStep<>(
              "acceptedOn",
              AcceptHandOver::acceptedOn,
              s -> Objects.requireNonNull(s.custody().pending()).handedOverOn()));

  private static final List<CommandRule<RequestAgencyOpinion>> REQUEST_OPINION =
      List.of(
          new ActIsSound<>(false),
          new AskedAgencyIsKnown(),
          new AskedInKnownRole(),
          new NotAskedAlready(),
          new DateNotAfterToday<>("requestedOn", RequestAgencyOpinion::requestedOn),
          new DateNotBeforeStep<>(
              "requestedOn", RequestAgencyOpinion::requestedOn, DossierState::acceptedOn),
          new AnswerNotDueBeforeRequest());

  private static final List<CommandRule<RecordAgencyOpinion>> RECORD_OPINION =
      List.of(
          new ActIsSound<>(false),
          new OpinionIsOwn(),
          new OpinionWasRequested(),
          new LetterIsNamed(),
          new DateNotAfterToday<>("answeredOn", RecordAgencyOpinion::answeredOn),
          new AnsweredAfterRequest());

  private static final List<CommandRule<ConveneAppraisalMeeting>> CONVENE =
      List.of(
          new ActIsSound<>(false),
          new InvitedAgenciesAreKnown(),
          new DateNotAfterToday<>("convenedOn", ConveneAppraisalMeeting::convenedOn),
          new DateNotBeforeStep<>(
              "convenedOn", ConveneAppraisalMeeting::convenedOn, DossierState::acceptedOn),
          new MeetingNotBeforeInvitation());

  private static final List<CommandRule<ConcludeAppraisal>> CONCLUDE =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("summary", ConcludeAppraisal::summary),
          new DateNotAfterToday<>("concludedOn", ConcludeAppraisal::concludedOn),
          new DateNotBeforeStep<>(
              "concludedOn", ConcludeAppraisal::concludedOn, DossierState::gatheredOn),
          new MeetingWasHeld());

  private static final List<CommandRule<SubmitForDecision>> SUBMIT_FOR_DECISION =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("submittedOn", SubmitForDecision::submittedOn),
          new DateNotBeforeStep<>(
              "submittedOn", SubmitForDecision::submittedOn, DossierState::lastStepOn));

  private static final List<CommandRule<ApproveAid>> APPROVE =
      List.of(
          new ActIsSound<>(false),
          new DocumentIsNamed<>(),
          new DateNotAfterToday<>("decidedOn", ApproveAid::decidedOn),
          new DateNotBeforeStep<>("decidedOn", ApproveAid::decidedOn, DossierState::lastStepOn),
          new DocumentIsOfTheDay<>("decidedOn", ApproveAid::decidedOn),
          ContentRules::refusal);

  private static final List<CommandRule<RefuseAid>> REFUSE_AID =
      List.of(
          new ActIsSound<>(false),
          new DocumentIsNamed<>(),
          new TextIsGiven<>("reason", RefuseAid::reason),
          new TextIsGiven<>("legalBasis", RefuseAid::legalBasis),
          new DateNotAfterToday<>("decidedOn", RefuseAid::decidedOn),
          new DateNotBeforeStep<>("decidedOn", RefuseAid::decidedOn, DossierState::lastStepOn),
          new DocumentIsOfTheDay<>("decidedOn", RefuseAid::decidedOn));

  private static final List<CommandRule<NotifyOutcome>> NOTIFY =
      List.of(
          new ActIsSound<>(false),
          new AddresseesAreSound(),
          new DateNotAfterToday<>("notifiedOn", NotifyOutcome::notifiedOn),
          new DateNotBeforeStep<>(
              "notifiedOn", NotifyOutcome::notifiedOn, DossierState::lastDecidedOn));

  private static final List<CommandRule<StopProcessing>> STOP =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", StopProcessing::reason),
          new TextIsGiven<>("legalBasis", StopProcessing::legalBasis),
          new DateNotAfterToday<>("stoppedOn", StopProcessing::stoppedOn),
          new DateNotBeforeStep<>(
              "stoppedOn", StopProcessing::stoppedOn, DossierState::lastStepOn));

  private static final List<CommandRule<AdoptRulePackVersion>> ADOPT =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", AdoptRulePackVersion::reason),
          new TextIsGiven<>("legalBasis", AdoptRulePackVersion::legalBasis),
          new VersionIsLater(),
          new DateNotAfterToday<>("adoptedOn", AdoptRulePackVersion::adoptedOn),
          new DateNotBeforeStep<>(
              "adoptedOn", AdoptRulePackVersion::adoptedOn, DossierState::lastStepOn));

  /** The day on which the questions that are open arose. */
  static LocalDate askedOn(DossierState state) {
    var adjustment = state.status() == ADJUSTING ? state.life().openAdjustment() : null;
    return adjustment == null
        ? Objects.requireNonNull(state.classifiedOn())
        : adjustment.request().requestedOn();
  }

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
      case AssignOfficer c -> first(ASSIGN, state, c, context);
      case HandOverDossier c -> first(HAND_OVER, state, c, context);
      case AcceptHandOver c -> first(ACCEPT_HAND_OVER, state, c, context);
      case RequestAgencyOpinion c -> first(REQUEST_OPINION, state, c, context);
      case RecordAgencyOpinion c -> first(RECORD_OPINION, state, c, context);
      case ConveneAppraisalMeeting c -> first(CONVENE, state, c, context);
      case ConcludeAppraisal c -> first(CONCLUDE, state, c, context);
      case SubmitForDecision c -> first(SUBMIT_FOR_DECISION, state, c, context);
      case ApproveAid c -> first(APPROVE, state, c, context);
      case RefuseAid c -> first(REFUSE_AID, state, c, context);
      case NotifyOutcome c -> first(NOTIFY, state, c, context);
      case StopProcessing c -> first(STOP, state, c, context);
      case AdoptRulePackVersion c -> first(ADOPT, state, c, context);
      case LifeCommand c -> LifeRules.refusal(state, c, context);
      case LedgerCommand c -> LedgerRules.refusal(state, c, context);
    };
  }

  static <C extends DossierCommand> Optional<Rejection> first(
      List<CommandRule<C>> rules, DossierState state, C command, DecisionContext context) {
    return rules.stream()
        .flatMap(rule -> rule.refuses(state, command, context).stream())
        .findFirst();
  }
}
