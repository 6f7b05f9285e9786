package io.vientro.core.dossier;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.CorrectRecord.Fact;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.RulePack.Start;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of what is on record (đính chính). The log keeps what was first recorded; the state
 * shows what is correct, and keeps every correction beside it.
 */
final class Corrections {
  private Corrections() {}

  /** What is on record of a fact; null if nothing is. */
  static @Nullable String recorded(DossierState s, Fact fact) {
    return switch (fact) {
      case TITLE -> s.facts().title();
      case RECIPIENT_NAME -> s.facts().recipient().name();
      case PROVIDER_NAME -> s.facts().provider().name();
      case OWNER_NAME -> s.facts().aidOwner().name();
      case COMPLETE_ON, DECIDED_ON, STARTED_ON, ENDED_ON -> {
        var date = date(s, fact);
        yield date == null ? null : date.toString();
      }
    };
  }

  private static boolean isDate(Fact fact) {
    return switch (fact) {
      case TITLE, RECIPIENT_NAME, PROVIDER_NAME, OWNER_NAME -> false;
      case COMPLETE_ON, DECIDED_ON, STARTED_ON, ENDED_ON -> true;
    };
  }

  private static @Nullable LocalDate date(DossierState s, Fact fact) {
    var approval = s.outcome().approval();
    var refusal = s.outcome().refusal();
    var start = s.life().start();
    var end = s.life().end();
    return switch (fact) {
      case COMPLETE_ON -> s.completeOn();
      case DECIDED_ON ->
          approval != null ? approval.decidedOn() : refusal == null ? null : refusal.decidedOn();
      case STARTED_ON -> start == null ? null : start.startedOn();
      case ENDED_ON -> end == null ? null : end.endedOn();
      default -> null;
    };
  }

  /** Something is on record, what is correct can be read, and it is something else. */
  static Optional<Rejection> refusal(
      DossierState s, CorrectRecord command, DecisionContext context) {
    var fact = command.fact();
    var recorded = recorded(s, fact);
    if (recorded == null) {
      return Optional.of(
          Rejection.of(RejectionCode.NOTHING_RECORDED).at("fact").with("fact", fact));
    }
    if (command.corrected().isBlank()) {
      return Optional.of(Rejection.of(RejectionCode.TEXT_MISSING).at("corrected"));
    }
    if (command.corrected().equals(recorded)) {
      return Optional.of(
          Rejection.of(RejectionCode.CORRECTION_CHANGES_NOTHING)
              .at("corrected")
              .with("fact", fact)
              .with("recorded", recorded));
    }
    if (!isDate(fact)) {
      return Optional.empty();
    }
    var date = parsed(command.corrected());
    return date == null
        ? Optional.of(
            Rejection.of(RejectionCode.CORRECTION_UNREADABLE).at("corrected").with("fact", fact))
        : CommandRule.refusedIfFuture("corrected", date, context)
            .or(() -> outOfOrder(s, fact, date));
  }

  private static @Nullable LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The steps that followed one another still do. */
  private static Optional<Rejection> outOfOrder(DossierState s, Fact fact, LocalDate corrected) {
    var recorded = Objects.requireNonNull(date(s, fact));
    var before =
        steps(s, fact, true).filter(d -> !d.isAfter(recorded)).max(Comparator.naturalOrder());
    var after =
        steps(s, fact, false).filter(d -> !d.isBefore(recorded)).min(Comparator.naturalOrder());
    return before
        .flatMap(step -> CommandRule.refusedIfBefore("corrected", corrected, step))
        .or(
            () ->
                after
                    .filter(corrected::isAfter)
                    .map(
                        step ->
                            Rejection.of(RejectionCode.DATE_AFTER_STEP)
                                .at("corrected")
                                .with("date", corrected)
                                .with("step", step)));
  }

  /** Dates of the steps before a fact, or of those after it. */
  private static Stream<LocalDate> steps(DossierState s, Fact fact, boolean before) {
    var submission = s.outcome().submission();
    var conclusion = s.appraisal().conclusion();
    var adjustments = s.life().adjustments().stream().map(a -> a.request().requestedOn());
    var handOver = s.life().handOver();
    var revoked = s.life().revoked();
    return switch (fact) {
      case COMPLETE_ON ->
          before
              ? Stream.of(s.filing().submittedOn())
              : Stream.of(
                      s.appraisal().opinions().stream().map(o -> o.request().requestedOn()),
                      Stream.ofNullable(conclusion).map(AppraisalConcluded::concludedOn),
                      Stream.ofNullable(submission).map(SubmittedForDecision::submittedOn),
                      Stream.ofNullable(date(s, Fact.DECIDED_ON)))
                  .flatMap(d -> d);
      case DECIDED_ON ->
          before
              ? Stream.ofNullable(submission).map(SubmittedForDecision::submittedOn)
              : Stream.of(
                      s.outcome().notified().values().stream(),
                      adjustments,
                      Stream.ofNullable(date(s, Fact.STARTED_ON)),
                      Stream.ofNullable(revoked).map(AidRevoked::revokedOn))
                  .flatMap(d -> d);
      case STARTED_ON ->
          before ? Stream.of(s.approvedOn()) : Stream.ofNullable(date(s, Fact.ENDED_ON));
      case ENDED_ON ->
          before
              ? Stream.ofNullable(date(s, Fact.STARTED_ON))
              : Stream.ofNullable(handOver).map(ResultsHandedOver::handedOverOn);
      default -> Stream.of();
    };
  }

  static void take(Steps steps, CorrectRecord c) {
    var recorded = Objects.requireNonNull(recorded(steps.state(), c.fact()));
    steps.take(
        new RecordCorrected(
            c.fact(),
            recorded,
            c.corrected(),
            c.reason(),
            c.legalBasis(),
            c.correctedOn(),
            c.act()));
    if (isDate(c.fact())) {
      restart(steps, c.fact(), LocalDate.parse(c.corrected()), c.correctedOn());
    }
  }

  /**
   * Limits that run from the date run anew from the right one. What ended is not reopened: it was
   * done, and its own record says when.
   */
  private static void restart(Steps steps, Fact fact, LocalDate from, LocalDate on) {
    steps.take(TimeLimits.restart(steps.state(), steps.context(), start(steps, fact), from, on));
    var begun = steps.state().life().start();
    if (begun == null || fact != Fact.STARTED_ON && fact != Fact.ENDED_ON) {
      return;
    }
    periods(steps, begun.startedOn(), on);
  }

  private static Start start(Steps steps, Fact fact) {
    return switch (fact) {
      case COMPLETE_ON -> Start.COMPLETE_RECEPTION;
      case DECIDED_ON ->
          steps.state().outcome().approval() == null ? Start.REFUSAL : Start.DECISION;
      case STARTED_ON -> Start.IMPLEMENTATION_START;
      default -> Start.IMPLEMENTATION_END;
    };
  }

  /** What recurs is owed for each period of the implementation as it now stands, and no other. */
  private static void periods(Steps steps, LocalDate start, LocalDate on) {
    var end = steps.state().life().end();
    steps.endPeriods(period -> outside(period, start, end), on, Reason.CORRECTED);
    if (!DossierRules.LIFE.contains(steps.state().status())) {
      return;
    }
    steps.take(TimeLimits.startPeriods(steps.state(), steps.context(), start));
  }

  private static boolean outside(
      Period period, LocalDate start, @Nullable ImplementationEnded end) {
    return period.to().isBefore(start) || end != null && period.from().isAfter(end.endedOn());
  }

  /** The state with what is correct. Read models keep parts of a state: what they lack stays so. */
  static DossierState overlaid(DossierState s, RecordCorrected e) {
    var aid = s.aid();
    var text = e.corrected();
    if (!isDate(e.fact())) {
      return aid == null
          ? s
          : s.change()
              .aid(
                  switch (e.fact()) {
                    case TITLE -> Facts.titled(aid, text);
                    case RECIPIENT_NAME -> Facts.recipientNamed(aid, text);
                    case PROVIDER_NAME -> Facts.providerNamed(aid, text);
                    default -> Facts.ownerNamed(aid, text);
                  })
              .build();
    }
    var date = LocalDate.parse(text);
    var changed =
        switch (e.fact()) {
          case COMPLETE_ON -> s.change().completeOn(date).build();
          case DECIDED_ON -> s.change().outcome(s.outcome().decidedOn(date)).build();
          case STARTED_ON -> {
            var start = s.life().start();
            yield start == null
                ? s
                : s.change()
                    .life(
                        s.life()
                            .corrected(
                                new ImplementationStarted(
                                    date, start.evidence(), start.description(), start.act()),
                                s.life().end()))
                    .build();
          }
          default -> {
            var end = s.life().end();
            yield end == null
                ? s
                : s.change()
                    .life(
                        s.life()
                            .corrected(
                                s.life().start(),
                                new ImplementationEnded(date, end.description(), end.act())))
                    .build();
          }
        };
    return changed.change().stepOn(date).build();
  }
}
