package io.vientro.core.dossier;

import static io.vientro.core.dossier.DossierRules.BEFORE_DECISION;
import static io.vientro.core.dossier.DossierRules.DECIDED;
import static io.vientro.core.dossier.DossierRules.LIFE;
import static io.vientro.core.dossier.DossierRules.first;
import static io.vientro.core.dossier.DossierRules.onDossier;
import static io.vientro.core.dossier.DossierRules.with;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.CommandRule.ActIsSound;
import io.vientro.core.dossier.CommandRule.DateNotAfterToday;
import io.vientro.core.dossier.CommandRule.DateNotBeforeStep;
import io.vientro.core.dossier.CommandRule.DocumentIsNamed;
import io.vientro.core.dossier.CommandRule.DocumentIsOfTheDay;
import io.vientro.core.dossier.CommandRule.TextIsGiven;
import io.vientro.core.dossier.Gate.ActorIsOf;
import io.vientro.core.dossier.Gate.AidIsApproved;
import io.vientro.core.dossier.Gate.CaseIsNotOver;
import io.vientro.core.dossier.Gate.ClerkRecordsOnlyForOthers;
import io.vientro.core.dossier.Gate.DossierIs;
import io.vientro.core.dossier.Gate.HasStarted;
import io.vientro.core.dossier.Gate.NoDutyIsOpen;
import io.vientro.core.dossier.Gate.NoQuestionIsOpen;
import io.vientro.core.dossier.Gate.NotStartedYet;
import io.vientro.core.dossier.Gate.PackSaysLife;
import io.vientro.core.dossier.LifeRule.AdjustmentChangesSomething;
import io.vientro.core.dossier.LifeRule.AmountsAreSound;
import io.vientro.core.dossier.LifeRule.DocumentsAreAttached;
import io.vientro.core.dossier.LifeRule.FactsDiffer;
import io.vientro.core.dossier.LifeRule.NotBeforeApproval;
import io.vientro.core.dossier.LifeRule.PeriodFits;
import io.vientro.core.dossier.LifeRule.ReportIsKnown;
import io.vientro.core.dossier.LifeRule.ReportIsNew;
import io.vientro.core.dossier.LifeRule.ReportIsOwn;
import io.vientro.core.dossier.LifeRule.RevocationIsOpen;
import io.vientro.core.dossier.LifeRule.SomethingWasReceived;
import io.vientro.core.dossier.LifeRule.TransferIsTheirs;
import io.vientro.core.dossier.LifeRule.TransferredToKnownAgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All rules of the commands off the main road, in the order in which they are asked. */
final class LifeRules {
  private LifeRules() {}

  static CommandName name(LifeCommand command) {
    return switch (command) {
      case ReclassifyAid c -> CommandName.RECLASSIFY_AID;
      case TransferDossier c -> CommandName.TRANSFER_DOSSIER;
      case RecordEarlyReceipt c -> CommandName.RECORD_EARLY_RECEIPT;
      case RecordImplementationStart c -> CommandName.RECORD_IMPLEMENTATION_START;
      case RecordDisbursement c -> CommandName.RECORD_DISBURSEMENT;
      case SubmitReport c -> CommandName.SUBMIT_REPORT;
      case RequestAdjustment c -> CommandName.REQUEST_ADJUSTMENT;
      case ApproveAdjustment c -> CommandName.APPROVE_ADJUSTMENT;
      case RefuseAdjustment c -> CommandName.REFUSE_ADJUSTMENT;
      case RecordImplementationEnd c -> CommandName.RECORD_IMPLEMENTATION_END;
      case RecordHandOver c -> CommandName.RECORD_HAND_OVER;
      case CloseAid c -> CommandName.CLOSE_AID;
      case RevokeAid c -> CommandName.REVOKE_AID;
      case CorrectRecord c -> CommandName.CORRECT_RECORD;
    };
  }

  private static final Set<Status> SINCE_APPROVAL =
      with(LIFE, Set.of(Status.APPROVED, Status.NOTIFIED));

  static List<Gate> gates(CommandName command) {
    return switch (command) {
      case RECLASSIFY_AID ->
          onDossier(
              ActorIsOf.party(Role.APPRAISER, Party.RECEIVER_OR_LEAD),
              DossierIs.in(BEFORE_DECISION));
      // Which agency may do it depends on the successor, which the command names.
      case TRANSFER_DOSSIER ->
          onDossier(
              DossierIs.in(with(BEFORE_DECISION, with(SINCE_APPROVAL, DECIDED))),
              new CaseIsNotOver());
      case RECORD_EARLY_RECEIPT ->
          onDossier(ActorIsOf.party(Role.CLERK, Party.KEEPER), DossierIs.in(BEFORE_DECISION));
      case RECORD_IMPLEMENTATION_START ->
          // The notice need not have reached everybody: Art. 4.1 and 4.7 ask for the approval.
          ofOwner(
              DossierIs.in(Status.APPROVED, Status.NOTIFIED, Status.ADJUSTING),
              new NotStartedYet());
      case RECORD_DISBURSEMENT -> ofOwner(DossierIs.in(LIFE), new HasStarted());
      case SUBMIT_REPORT -> ofOwner(DossierIs.in(SINCE_APPROVAL));
      case REQUEST_ADJUSTMENT ->
          ofOwner(DossierIs.in(Status.APPROVED, Status.NOTIFIED, Status.IMPLEMENTING));
      case APPROVE_ADJUSTMENT, REFUSE_ADJUSTMENT ->
          onDossier(
              new PackSaysLife(),
              new AidIsApproved(),
              DossierIs.in(Status.ADJUSTING),
              new NoQuestionIsOpen(),
              ActorIsOf.party(Role.DECISION_MAKER, Party.ADJUSTMENT_APPROVER),
              new ClerkRecordsOnlyForOthers());
      case RECORD_IMPLEMENTATION_END -> ofOwner(DossierIs.in(Status.IMPLEMENTING));
      case RECORD_HAND_OVER -> ofOwner(DossierIs.in(Status.ENDED));
      case CLOSE_AID -> ofOwner(DossierIs.in(Status.HANDED_OVER), new NoDutyIsOpen());
      case REVOKE_AID ->
          onDossier(
              new PackSaysLife(),
              new AidIsApproved(),
              ActorIsOf.party(Role.DECISION_MAKER, Party.DECIDER),
              new ClerkRecordsOnlyForOthers(),
              DossierIs.in(
                  Status.APPROVED, Status.NOTIFIED, Status.IMPLEMENTING, Status.ADJUSTING));
      case CORRECT_RECORD -> onDossier(ActorIsOf.party(Role.SUPERVISOR, Party.KEEPER));
      default -> throw new IllegalArgumentException(command + " is no command of the life");
    };
  }

  /** Gates of what the aid owner does, or a clerk of the managing agency records. */
  private static List<Gate> ofOwner(Gate... more) {
    var gates = new ArrayList<Gate>();
    gates.add(ActorIsOf.party(Role.CLERK, Party.FOLLOWING));
    gates.add(new PackSaysLife());
    gates.add(new AidIsApproved());
    gates.addAll(List.of(more));
    return onDossier(gates.toArray(Gate[]::new));
  }

  private static final List<CommandRule<ReclassifyAid>> RECLASSIFY =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", ReclassifyAid::reason),
          new TextIsGiven<>("legalBasis", ReclassifyAid::legalBasis),
          new DateNotAfterToday<>("reclassifiedOn", ReclassifyAid::reclassifiedOn),
          new DateNotBeforeStep<>(
              "reclassifiedOn", ReclassifyAid::reclassifiedOn, DossierState::settledOn),
          new FactsDiffer(),
          (s, c, context) -> FactRules.refusal(c.aid(), context));

  private static final List<CommandRule<TransferDossier>> TRANSFER =
      List.of(
          new TransferIsTheirs(),
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", TransferDossier::reason),
          new TextIsGiven<>("legalBasis", TransferDossier::legalBasis),
          new TransferredToKnownAgency(),
          new DateNotAfterToday<>("transferredOn", TransferDossier::transferredOn),
          new DateNotBeforeStep<>(
              "transferredOn", TransferDossier::transferredOn, DossierState::settledOn));

  private static final List<CommandRule<RecordEarlyReceipt>> EARLY_RECEIPT =
      List.of(
          new ActIsSound<>(false),
          new SomethingWasReceived(),
          new TextIsGiven<>("heldBy", RecordEarlyReceipt::heldBy),
          new TextIsGiven<>("reason", RecordEarlyReceipt::reason),
          new DateNotAfterToday<>("receivedOn", RecordEarlyReceipt::receivedOn));

  private static final List<CommandRule<RecordImplementationStart>> START =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("description", RecordImplementationStart::description),
          new DateNotAfterToday<>("startedOn", RecordImplementationStart::startedOn),
          new NotBeforeApproval<>("startedOn", RecordImplementationStart::startedOn));

  private static final List<CommandRule<RecordDisbursement>> DISBURSE =
      List.of(
          new ActIsSound<>(false),
          new AmountsAreSound(),
          new TextIsGiven<>("description", RecordDisbursement::description),
          new DateNotAfterToday<>("disbursedOn", RecordDisbursement::disbursedOn),
          new NotBeforeApproval<>("disbursedOn", RecordDisbursement::disbursedOn));

  private static final List<CommandRule<SubmitReport>> REPORT =
      List.of(
          new ReportIsKnown(),
          new ReportIsOwn(),
          new ActIsSound<>(false),
          new PeriodFits(),
          new ReportIsNew(),
          new TextIsGiven<>("summary", SubmitReport::summary),
          new DocumentsAreAttached(),
          new DateNotAfterToday<>("submittedOn", SubmitReport::submittedOn),
          new NotBeforeApproval<>("submittedOn", SubmitReport::submittedOn));

  private static final List<CommandRule<RequestAdjustment>> REQUEST_ADJUSTMENT =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", RequestAdjustment::reason),
          new AdjustmentChangesSomething(),
          new DateNotAfterToday<>("requestedOn", RequestAdjustment::requestedOn),
          new DateNotBeforeStep<>(
              "requestedOn", RequestAdjustment::requestedOn, DossierState::lastDecidedOn),
          (s, c, context) ->
              c.aid() == null ? Optional.empty() : FactRules.refusal(c.aid(), context));

  private static final List<CommandRule<ApproveAdjustment>> APPROVE_ADJUSTMENT =
      List.of(
          new ActIsSound<>(false),
          new DocumentIsNamed<>(),
          new DateNotAfterToday<>("decidedOn", ApproveAdjustment::decidedOn),
          new DateNotBeforeStep<>(
              "decidedOn", ApproveAdjustment::decidedOn, LifeRules::adjustmentRequestedOn),
          new DocumentIsOfTheDay<>("decidedOn", ApproveAdjustment::decidedOn),
          ContentRules::refusal);

  private static final List<CommandRule<RefuseAdjustment>> REFUSE_ADJUSTMENT =
      List.of(
          new ActIsSound<>(false),
          new DocumentIsNamed<>(),
          new TextIsGiven<>("reason", RefuseAdjustment::reason),
          new TextIsGiven<>("legalBasis", RefuseAdjustment::legalBasis),
          new DateNotAfterToday<>("decidedOn", RefuseAdjustment::decidedOn),
          new DateNotBeforeStep<>(
              "decidedOn", RefuseAdjustment::decidedOn, LifeRules::adjustmentRequestedOn),
          new DocumentIsOfTheDay<>("decidedOn", RefuseAdjustment::decidedOn));

  private static final List<CommandRule<RecordImplementationEnd>> END =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("description", RecordImplementationEnd::description),
          new DateNotAfterToday<>("endedOn", RecordImplementationEnd::endedOn),
          new DateNotBeforeStep<>(
              "endedOn",
              RecordImplementationEnd::endedOn,
              s -> Objects.requireNonNull(s.life().start()).startedOn()));

  private static final List<CommandRule<RecordHandOver>> HAND_OVER =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("receivedBy", RecordHandOver::receivedBy),
          new TextIsGiven<>("description", RecordHandOver::description),
          new DateNotAfterToday<>("handedOverOn", RecordHandOver::handedOverOn),
          new DateNotBeforeStep<>(
              "handedOverOn",
              RecordHandOver::handedOverOn,
              s -> Objects.requireNonNull(s.life().end()).endedOn()));

  private static final List<CommandRule<CloseAid>> CLOSE =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("settlement", CloseAid::settlement),
          new DateNotAfterToday<>("closedOn", CloseAid::closedOn),
          new DateNotBeforeStep<>(
              "closedOn",
              CloseAid::closedOn,
              s -> Objects.requireNonNull(s.life().handOver()).handedOverOn()));

  private static final List<CommandRule<RevokeAid>> REVOKE =
      List.of(
          new ActIsSound<>(false),
          new DocumentIsNamed<>(),
          new TextIsGiven<>("reason", RevokeAid::reason),
          new TextIsGiven<>("legalBasis", RevokeAid::legalBasis),
          new DateNotAfterToday<>("revokedOn", RevokeAid::revokedOn),
          new DateNotBeforeStep<>("revokedOn", RevokeAid::revokedOn, DossierState::lastDecidedOn),
          new DocumentIsOfTheDay<>("revokedOn", RevokeAid::revokedOn),
          new RevocationIsOpen());

  private static final List<CommandRule<CorrectRecord>> CORRECT =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", CorrectRecord::reason),
          new TextIsGiven<>("legalBasis", CorrectRecord::legalBasis),
          new DateNotAfterToday<>("correctedOn", CorrectRecord::correctedOn),
          new DateNotBeforeStep<>(
              "correctedOn", CorrectRecord::correctedOn, s -> s.filing().submittedOn()),
          Corrections::refusal);

  private static LocalDate adjustmentRequestedOn(DossierState s) {
    return Objects.requireNonNull(s.life().openAdjustment(), "a gate asks").request().requestedOn();
  }

  static Optional<Rejection> refusal(
      DossierState state, LifeCommand command, DecisionContext context) {
    return switch (command) {
      case ReclassifyAid c -> first(RECLASSIFY, state, c, context);
      case TransferDossier c -> first(TRANSFER, state, c, context);
      case RecordEarlyReceipt c -> first(EARLY_RECEIPT, state, c, context);
      case RecordImplementationStart c -> first(START, state, c, context);
      case RecordDisbursement c -> first(DISBURSE, state, c, context);
      case SubmitReport c -> first(REPORT, state, c, context);
      case RequestAdjustment c -> first(REQUEST_ADJUSTMENT, state, c, context);
      case ApproveAdjustment c -> first(APPROVE_ADJUSTMENT, state, c, context);
      case RefuseAdjustment c -> first(REFUSE_ADJUSTMENT, state, c, context);
      case RecordImplementationEnd c -> first(END, state, c, context);
      case RecordHandOver c -> first(HAND_OVER, state, c, context);
      case CloseAid c -> first(CLOSE, state, c, context);
      case RevokeAid c -> first(REVOKE, state, c, context);
      case CorrectRecord c -> first(CORRECT, state, c, context);
    };
  }
}
