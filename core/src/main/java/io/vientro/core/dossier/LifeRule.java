package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.Recurrence;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules on the values of the commands off the main road. */
final class LifeRule {
  private LifeRule() {}

  /** Corrected facts are not those on record already. */
  record FactsDiffer() implements CommandRule<ReclassifyAid> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, ReclassifyAid command, DecisionContext context) {
      return command.aid().equals(s.facts())
          ? Optional.of(Rejection.of(RejectionCode.FACTS_UNCHANGED).at("aid"))
          : Optional.empty();
    }
  }

  /**
   * Who has the case hands it over; a successor may take it itself, since whom it succeeds is no
   * more (E37); the administrator does it where neither has anybody to sign in.
   */
  record TransferIsTheirs() implements CommandRule<TransferDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, TransferDossier command, DecisionContext context) {
      var actor = context.actor();
      var succeeds = command.cause() == TransferDossier.Cause.SUCCESSION;
      var theirs =
          actor.role() == Role.ADMINISTRATOR
              || actor.agency().equals(s.inCharge())
              || succeeds && actor.agency().equals(command.to())
              || succeeds && actor.agency().equals(command.from());
      return theirs
          ? Optional.empty()
          : Optional.of(
              Rejection.of(RejectionCode.OTHER_AGENCYS_DOSSIER).with("agency", s.inCharge()));
    }
  }

  /**
   * The case moves to an agency that is known, from one that has a part in it; and where it is
   * taken over as a whole, to one that receives dossiers.
   */
  record TransferredToKnownAgency() implements CommandRule<TransferDossier> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, TransferDossier command, DecisionContext context) {
      var from = command.from() == null ? s.inCharge() : command.from();
      var succeeds = command.cause() == TransferDossier.Cause.SUCCESSION;
      if (!from.equals(s.inCharge()) && !(succeeds && s.managingAgencies().contains(from))) {
        return Optional.of(
            Rejection.of(RejectionCode.AGENCY_NOT_INVOLVED)
                .at("from")
                .with("agency", from)
                .with("involved", String.join(", ", s.managingAgencies())));
      }
      if (command.to().equals(from)) {
        return Optional.of(Rejection.of(RejectionCode.HANDED_OVER_TO_SELF).at("to"));
      }
      var to = context.registry().agency(command.to());
      return to.isEmpty() || from.equals(s.inCharge()) && to.get().code() == null
          ? Optional.of(
              Rejection.of(RejectionCode.UNKNOWN_AGENCY).at("to").with("agency", command.to()))
          : Optional.empty();
    }
  }

  /** Money or goods, and sound amounts (Art. 4.1). */
  record SomethingWasReceived() implements CommandRule<RecordEarlyReceipt> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordEarlyReceipt command, DecisionContext context) {
      var goods = command.goods();
      return command.amounts().isEmpty() && (goods == null || goods.isBlank())
          ? Optional.of(Rejection.of(RejectionCode.NOTHING_RECEIVED).at("amounts"))
          : FactRules.moneyRefusal("amounts", command.amounts(), new HashSet<>());
    }
  }

  /** Nothing is carried out or used before the approval (Art. 4.1). */
  record NotBeforeApproval<C extends LifeCommand>(String field, Function<C, LocalDate> date)
      implements CommandRule<C> {
    @Override
    public Optional<Rejection> refuses(DossierState s, C command, DecisionContext context) {
      return CommandRule.refusedIfBefore(field, date.apply(command), s.approvedOn())
          .map(
              r -> new Rejection(r.reason(), Gate.beforeApproval(context), r.field(), r.details()));
    }
  }

  record AmountsAreSound() implements CommandRule<RecordDisbursement> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RecordDisbursement command, DecisionContext context) {
      return command.amounts().isEmpty()
          ? Optional.of(Rejection.of(RejectionCode.AMOUNT_MISSING).at("amounts"))
          : FactRules.moneyRefusal("amounts", command.amounts(), new HashSet<>());
    }
  }

  private static Optional<LimitEntry> report(SubmitReport command, DecisionContext context) {
    return context.pack().limit(command.report()).filter(e -> e.fulfilledBy() == Fulfilment.REPORT);
  }

  /** The pack asks for such a report, and the time for it has come. */
  record ReportIsKnown() implements CommandRule<SubmitReport> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitReport command, DecisionContext context) {
      var entry = report(command, context).orElse(null);
      if (entry == null) {
        return Optional.of(
            Rejection.of(RejectionCode.UNKNOWN_REPORT)
                .at("report")
                .with("report", command.report())
                .with("reports", known(context)));
      }
      return switch (entry.start()) {
        case IMPLEMENTATION_START ->
            s.life().start() == null
                ? Optional.of(Rejection.of(RejectionCode.IMPLEMENTATION_NOT_STARTED))
                : Optional.empty();
        case IMPLEMENTATION_END ->
            s.life().end() == null
                ? Optional.of(Rejection.of(RejectionCode.IMPLEMENTATION_NOT_ENDED).at("report"))
                : Optional.empty();
        default -> Optional.empty();
      };
    }

    private static String known(DecisionContext context) {
      return context.pack().limits().stream()
          .filter(e -> e.fulfilledBy() == Fulfilment.REPORT)
          .map(LimitEntry::id)
          .collect(Collectors.joining(", "));
    }
  }

  /** Whoever owes it reports; for the aid owner a clerk may hand in what came on paper. */
  record ReportIsOwn() implements CommandRule<SubmitReport> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitReport command, DecisionContext context) {
      var debtor = report(command, context).map(e -> e.traits().debtor()).orElse(null);
      if (debtor == null) {
        return Optional.empty();
      }
      var byOwner = context.actor().role() == Role.APPLICANT;
      if (byOwner && !Debtors.isOwner(debtor)) {
        return Optional.of(Rejection.of(RejectionCode.NOT_THE_DEBTOR));
      }
      return !byOwner && Debtors.isOwner(debtor) && !onBehalf(command.act())
          ? Optional.of(Rejection.of(RejectionCode.ACT_NOT_ON_BEHALF).at("act.capacity"))
          : Optional.empty();
    }

    private static boolean onBehalf(Act act) {
      return act.capacity() == Capacity.ON_BEHALF;
    }
  }

  /** The period is one for which the report is owed, and one that has begun. */
  record PeriodFits() implements CommandRule<SubmitReport> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitReport command, DecisionContext context) {
      var recurrence = report(command, context).orElseThrow().traits().recurrence();
      var text = command.period();
      if (recurrence == Recurrence.ONCE) {
        return text == null ? Optional.empty() : Optional.of(wrong(text, "—"));
      }
      var period = text == null ? null : Period.read(recurrence, text).orElse(null);
      if (period == null) {
        return Optional.of(wrong(Objects.requireNonNullElse(text, "—"), Period.form(recurrence)));
      }
      var start = Objects.requireNonNull(s.life().start()).startedOn();
      var end = s.life().end();
      return period.to().isBefore(start)
              || end != null && period.from().isAfter(end.endedOn())
              || period.from().isAfter(command.submittedOn())
          ? Optional.of(
              Rejection.of(RejectionCode.REPORT_PERIOD_OUTSIDE).at("period").with("period", period))
          : Optional.empty();
    }

    private static Rejection wrong(String period, String form) {
      return Rejection.of(RejectionCode.REPORT_PERIOD_WRONG)
          .at("period")
          .with("period", period)
          .with("form", form);
    }
  }

  /**
   * A report is submitted once for a period. What is wrong in it is put right by a document that is
   * attached, so that nobody can pass a late report off as an early one.
   */
  record ReportIsNew() implements CommandRule<SubmitReport> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitReport command, DecisionContext context) {
      return s.life().reports().stream()
          .filter(r -> r.report().equals(command.report()))
          .filter(r -> Objects.equals(r.period(), command.period()))
          .findFirst()
          .map(
              r ->
                  Rejection.of(RejectionCode.REPORT_SUBMITTED_BEFORE)
                      .at("report")
                      .with("report", r.report())
                      .with("date", r.submittedOn()));
    }
  }

  record DocumentsAreAttached() implements CommandRule<SubmitReport> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, SubmitReport command, DecisionContext context) {
      var attached =
          s.records().attachments().stream()
              .map(DocumentAttached::document)
              .collect(Collectors.toSet());
      for (var i = 0; i < command.documents().size(); i++) {
        var document = command.documents().get(i);
        if (!attached.contains(document)) {
          return Optional.of(
              Rejection.of(RejectionCode.UNKNOWN_DOCUMENT)
                  .at("documents[" + i + "]")
                  .with("document", document));
        }
      }
      return Optional.empty();
    }
  }

  /** An adjustment changes a part of the decision, or facts. */
  record AdjustmentChangesSomething() implements CommandRule<RequestAdjustment> {
    @Override
    public Optional<Rejection> refuses(
        DossierState s, RequestAdjustment command, DecisionContext context) {
      return command.parts().isEmpty() && (command.aid() == null || command.aid().equals(s.facts()))
          ? Optional.of(Rejection.of(RejectionCode.NOTHING_TO_ADJUST).at("parts"))
          : Optional.empty();
    }
  }

  /**
   * A revocation that rests on Art. 4.7 is open only once its limit has passed without a start
   * (E27). One that rests on another law says which; that law is not for this software to judge.
   */
  record RevocationIsOpen() implements CommandRule<RevokeAid> {
    @Override
    public Optional<Rejection> refuses(DossierState s, RevokeAid command, DecisionContext context) {
      var life = Objects.requireNonNull(context.pack().life(), "a gate asks");
      var articles = life.revocationArticles();
      if (!names(command.legalBasis(), articles)
          || s.life().start() == null && passed(s, life.revocationLimit(), context)) {
        return Optional.empty();
      }
      return Optional.of(
          Rejection.of(
                  RejectionCode.REVOCATION_NOT_OPEN, new LegalBasis(context.pack().act(), articles))
              .at("legalBasis")
              .with("limit", life.revocationLimit()));
    }

    /** Whether the text names the article itself; 14.7 and 4.71 are others. */
    private static boolean names(String text, String article) {
      return Pattern.compile("(?<![0-9.])" + Pattern.quote(article) + "(?![0-9])")
          .matcher(text)
          .find();
    }

    private static boolean passed(DossierState s, String limit, DecisionContext context) {
      return s.limits().stream()
          .filter(l -> l.started().limit().equals(limit))
          .reduce((a, b) -> b)
          .map(l -> l.due(context.calendar()).endsAt())
          .filter(end -> !end.isAfter(context.now()))
          .isPresent();
    }
  }
}
