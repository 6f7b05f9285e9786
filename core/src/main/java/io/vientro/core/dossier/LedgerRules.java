package io.vientro.core.dossier;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.CommandRule.ActIsSound;
import io.vientro.core.dossier.CommandRule.DateNotAfterToday;
import io.vientro.core.dossier.CommandRule.DateNotBeforeStep;
import io.vientro.core.dossier.CommandRule.TextIsGiven;
import io.vientro.core.dossier.Gate.ActorIsOf;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.LimitEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All rules of the commands on the ledger, in the order in which they are asked. */
final class LedgerRules {
  private LedgerRules() {}

  static CommandName name(LedgerCommand command) {
    return switch (command) {
      case ExtendTimeLimit c -> CommandName.EXTEND_TIME_LIMIT;
      case WaiveDuty c -> CommandName.WAIVE_DUTY;
      case AcknowledgeNotice c -> CommandName.ACKNOWLEDGE_NOTICE;
      case RaiseTimeLimit c -> CommandName.RAISE_TIME_LIMIT;
      case AttachDocument c -> CommandName.ATTACH_DOCUMENT;
    };
  }

  static List<Gate> gates(CommandName command) {
    return switch (command) {
      case WAIVE_DUTY ->
          DossierRules.onDossier(ActorIsOf.party(Role.DECISION_MAKER, Party.PARTICIPANT));
      case ATTACH_DOCUMENT ->
          DossierRules.onDossier(
              new ActorIsOf(
                  Map.of(
                      Role.RECEPTION_OFFICER, Party.PARTICIPANT,
                      Role.APPRAISER, Party.PARTICIPANT,
                      Role.CLERK, Party.PARTICIPANT)));
      // Who owes the limit, or is told, stands in the ledger: the rules on the values ask.
      default -> DossierRules.onDossier();
    };
  }

  private static final List<CommandRule<ExtendTimeLimit>> EXTEND =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", ExtendTimeLimit::reason),
          new DateNotAfterToday<>("extendedOn", ExtendTimeLimit::extendedOn),
          new DateNotBeforeStep<>(
              "extendedOn", ExtendTimeLimit::extendedOn, s -> s.filing().submittedOn()),
          (s, c, context) -> runs(s, c.limit(), c.segment()),
          (s, c, context) -> owedByActor(segment(s, c.limit(), c.segment()), context),
          (s, c, context) ->
              notBeforeItBegan("extendedOn", c.extendedOn(), segment(s, c.limit(), c.segment())),
          LedgerRules::extendable,
          LedgerRules::movesTheEnd);

  private static final List<CommandRule<WaiveDuty>> WAIVE =
      List.of(
          new ActIsSound<>(false),
          new TextIsGiven<>("reason", WaiveDuty::reason),
          new TextIsGiven<>("legalBasis", WaiveDuty::legalBasis),
          new DateNotAfterToday<>("waivedOn", WaiveDuty::waivedOn),
          new DateNotBeforeStep<>("waivedOn", WaiveDuty::waivedOn, s -> s.filing().submittedOn()),
          (s, c, context) -> runs(s, c.limit(), c.segment()),
          (s, c, context) ->
              notBeforeItBegan("waivedOn", c.waivedOn(), segment(s, c.limit(), c.segment())));

  private static final List<CommandRule<AcknowledgeNotice>> ACKNOWLEDGE =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("acknowledgedOn", AcknowledgeNotice::acknowledgedOn),
          LedgerRules::addressed);

  private static final List<CommandRule<AttachDocument>> ATTACH =
      List.of(
          new ActIsSound<>(false),
          new DateNotAfterToday<>("attachedOn", AttachDocument::attachedOn),
          new DateNotBeforeStep<>(
              "attachedOn", AttachDocument::attachedOn, s -> s.filing().submittedOn()));

  static Optional<Rejection> refusal(
      DossierState state, LedgerCommand command, DecisionContext context) {
    return switch (command) {
      case ExtendTimeLimit c -> DossierRules.first(EXTEND, state, c, context);
      case WaiveDuty c -> DossierRules.first(WAIVE, state, c, context);
      case AcknowledgeNotice c -> DossierRules.first(ACKNOWLEDGE, state, c, context);
      case RaiseTimeLimit c -> raisable(state, c, context);
      case AttachDocument c -> DossierRules.first(ATTACH, state, c, context);
    };
  }

  /** The segment that a command means: the one it names, else the last that runs. */
  static @Nullable LimitSegment segment(
      DossierState state, String limit, @Nullable Integer number) {
    return state.limits().stream()
        .filter(l -> number == null ? l.started().limit().equals(limit) : l.is(limit, number))
        .filter(LimitSegment::running)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private static Optional<Rejection> runs(
      DossierState state, String limit, @Nullable Integer number) {
    return segment(state, limit, number) == null
        ? Optional.of(
            Rejection.of(RejectionCode.TIME_LIMIT_NOT_RUNNING).at("limit").with("limit", limit))
        : Optional.empty();
  }

  /** Nothing is waived or moved before it runs, save what is owed for a period still to come. */
  private static Optional<Rejection> notBeforeItBegan(
      String field, LocalDate on, @Nullable LimitSegment segment) {
    return segment == null || segment.started().period() != null
        ? Optional.empty()
        : CommandRule.refusedIfBefore(field, on, segment.started().from());
  }

  private static Optional<Rejection> owedByActor(
      @Nullable LimitSegment segment, DecisionContext context) {
    return segment != null && segment.owedBy(context.actor().agency())
        ? Optional.empty()
        : Optional.of(Rejection.of(RejectionCode.NOT_THE_DEBTOR));
  }

  private static @Nullable ExtensionRule extension(String limit, DecisionContext context) {
    return context.pack().limit(limit).map(LimitEntry::traits).map(t -> t.extension()).orElse(null);
  }

  private static Optional<Rejection> extendable(
      DossierState state, ExtendTimeLimit command, DecisionContext context) {
    var rule = extension(command.limit(), context);
    if (rule == null) {
      return Optional.of(
          Rejection.of(RejectionCode.TIME_LIMIT_NOT_EXTENDABLE)
              .at("limit")
              .with("limit", command.limit()));
    }
    var before =
        state.limits().stream()
            .filter(l -> l.started().limit().equals(command.limit()) && l.extension() != null)
            .count();
    return before < rule.times()
        ? Optional.empty()
        : Optional.of(
            Rejection.of(RejectionCode.TIME_LIMIT_EXTENDED_BEFORE, rule.basis())
                .at("limit")
                .with("limit", command.limit())
                .with("times", rule.times()));
  }

  private static Optional<Rejection> movesTheEnd(
      DossierState state, ExtendTimeLimit command, DecisionContext context) {
    var segment = segment(state, command.limit(), command.segment());
    if (segment == null) {
      return Optional.empty();
    }
    return switch (segment.due(context.calendar())) {
      case DueDate.On(var date, _) ->
          command.newDate().isAfter(date) && !command.newDate().isBefore(context.today())
              ? Optional.empty()
              : Optional.of(
                  Rejection.of(RejectionCode.NEW_DATE_NOT_LATER)
                      .at("newDate")
                      .with("date", command.newDate())
                      .with("due", date));
      case DueDate.CalendarGap gap ->
          Optional.of(
              Rejection.of(RejectionCode.DUE_DATE_UNCERTAIN).at("limit").with("year", gap.year()));
      case DueDate.Open() ->
          Optional.of(
              Rejection.of(RejectionCode.TIME_LIMIT_NOT_EXTENDABLE)
                  .at("limit")
                  .with("limit", command.limit()));
    };
  }

  private static Optional<Rejection> addressed(
      DossierState state, AcknowledgeNotice command, DecisionContext context) {
    var raised =
        state.records().notices().stream()
            .filter(n -> n.notice().id().equals(command.notice()))
            .findFirst();
    if (raised.isEmpty()) {
      return Optional.of(
          Rejection.of(RejectionCode.UNKNOWN_NOTICE).at("notice").with("notice", command.notice()));
    }
    if (state.records().acknowledged().containsKey(command.notice())) {
      return Optional.of(Rejection.of(RejectionCode.NOTICE_ACKNOWLEDGED_BEFORE).at("notice"));
    }
    var notice = raised.get().notice();
    var actor = context.actor();
    var addressed =
        notice.to() == DutyParty.ADMINISTRATOR
            ? actor.role() == Role.ADMINISTRATOR
            : actor.agency().equals(notice.agency());
    return addressed
        ? Optional.empty()
        : Optional.of(Rejection.of(RejectionCode.NOT_THE_ADDRESSEE).at("notice"));
  }

  /** The ledger and the clock say whether there is anything to raise, not who asks. */
  private static Optional<Rejection> raisable(
      DossierState state, RaiseTimeLimit command, DecisionContext context) {
    return pending(state, command, context).isPresent()
        ? Optional.empty()
        : Optional.of(
            Rejection.of(RejectionCode.NOTHING_TO_RAISE, LegalBasis.HOUSE_RULE)
                .with("limit", command.limit())
                .with("segment", command.segment())
                .with("what", command.what()));
  }

  static Optional<Raising.Pending> pending(
      DossierState state, RaiseTimeLimit command, DecisionContext context) {
    return state.limits().stream()
        .filter(l -> l.is(command.limit(), command.segment()))
        .flatMap(l -> Raising.of(l, context.calendar()).stream())
        .filter(p -> p.what() == command.what() && !p.at().isAfter(context.now()))
        .filter(p -> p.what() != RaiseTimeLimit.What.WARNING || !passed(p, context))
        .findFirst();
  }

  /** Nobody is warned of what has passed. */
  private static boolean passed(Raising.Pending warning, DecisionContext context) {
    return warning.due().isBefore(context.today());
  }
}
