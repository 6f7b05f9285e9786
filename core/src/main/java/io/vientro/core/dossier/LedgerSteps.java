package io.vientro.core.dossier;

import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.TimeLimitEnded.Reason;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack.LimitEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens when a command on the ledger is done. */
final class LedgerSteps {
  private LedgerSteps() {}

  static void take(Steps steps, LedgerCommand command) {
    switch (command) {
      case ExtendTimeLimit c -> extend(steps, c);
      case WaiveDuty c -> waive(steps, c);
      case AcknowledgeNotice c ->
          steps.take(new NoticeAcknowledged(c.notice(), c.acknowledgedOn(), c.act()));
      case RaiseTimeLimit c -> raise(steps, c);
      case AttachDocument c ->
          steps.take(
              new DocumentAttached(
                  c.document(),
                  c.kind(),
                  c.sha256(),
                  c.size(),
                  c.contentType(),
                  c.subjectKey(),
                  c.attachedOn(),
                  c.act()));
    }
  }

  private static void extend(Steps steps, ExtendTimeLimit c) {
    var segment =
        Objects.requireNonNull(LedgerRules.segment(steps.state(), c.limit(), c.segment()));
    var first = Objects.requireNonNull(segment.due(steps.context().calendar()).date());
    steps.take(
        new TimeLimitExtended(
            c.limit(),
            segment.started().segment(),
            first,
            c.newDate(),
            c.reason(),
            c.extendedOn(),
            c.act()));
    // Whoever re-appoints has apologised.
    var apology = LedgerRules.segment(steps.state(), TimeLimits.apologyFor(c.limit()), null);
    if (apology != null) {
      steps.take(
          TimeLimits.ended(steps.state(), apology, c.extendedOn(), Reason.FULFILLED).toList());
    }
  }

  private static void waive(Steps steps, WaiveDuty c) {
    var segment =
        Objects.requireNonNull(LedgerRules.segment(steps.state(), c.limit(), c.segment()));
    steps.take(
        new DutyWaived(
            c.limit(),
            segment.started().segment(),
            c.reason(),
            c.legalBasis(),
            c.waivedOn(),
            c.act()));
    steps.take(TimeLimits.next(steps.state(), steps.context(), segment));
  }

  private static void raise(Steps steps, RaiseTimeLimit c) {
    var segment =
        steps.state().limits().stream()
            .filter(l -> l.is(c.limit(), c.segment()))
            .findFirst()
            .orElseThrow();
    var pending = LedgerRules.pending(steps.state(), c, steps.context()).orElseThrow();
    var due = segment.due(steps.context().calendar());
    switch (c.what()) {
      case WARNING -> warn(steps, segment, (DueDate.On) due);
      case EXPIRY -> expire(steps, segment, (DueDate.On) due);
      case CORRECTION ->
          steps.take(
              new TimeLimitExpiryCorrected(
                  c.limit(),
                  c.segment(),
                  Objects.requireNonNull(segment.expired()),
                  due.date(),
                  due.endsAt() != null && !due.endsAt().isAfter(steps.context().now()),
                  notices(steps, segment, c.what(), due.date(), false)));
      case UNCERTAINTY ->
          steps.take(
              new DueDateUncertain(
                  c.limit(),
                  c.segment(),
                  ((DueDate.CalendarGap) due).year(),
                  List.of(
                      new DutyNotice(
                          id(c.what(), segment, pending.due(), "administrator"),
                          DutyParty.ADMINISTRATOR,
                          null,
                          basis(segment)))));
    }
  }

  private static void warn(Steps steps, LimitSegment segment, DueDate.On due) {
    var started = segment.started();
    steps.take(
        new TimeLimitWarned(
            started.limit(),
            started.segment(),
            due.date(),
            due.at(),
            notices(steps, segment, RaiseTimeLimit.What.WARNING, due.date(), false)));
    apology(steps, segment, due.date());
  }

  /**
   * Where the end may be moved, an apology with a new date is owed before it passes. It is owed
   * only by who will be late, so that it ends with its limit.
   */
  private static void apology(Steps steps, LimitSegment segment, LocalDate due) {
    var limit = segment.started().limit();
    var rule =
        steps
            .context()
            .pack()
            .limit(limit)
            .map(LimitEntry::traits)
            .map(traits -> traits.extension())
            .orElse(null);
    if (rule == null || segment.extension() != null) {
      return;
    }
    var id = TimeLimits.apologyFor(limit);
    var number =
        1
            + (int)
                steps.state().limits().stream().filter(l -> l.started().limit().equals(id)).count();
    steps.take(
        new TimeLimitStarted(
            id,
            number,
            steps.context().today(),
            LegalTerm.on(due.minusDays(rule.apologyDaysBefore()), EndRule.NO_ROLL, rule.basis()),
            CommandName.RAISE_TIME_LIMIT.commandName(),
            null,
            null,
            segment.started().jurisdiction(),
            null,
            segment.started().debtor(),
            null,
            null,
            null));
  }

  private static void expire(Steps steps, LimitSegment segment, DueDate.On due) {
    var started = segment.started();
    steps.take(
        new TimeLimitExpired(
            started.limit(),
            started.segment(),
            due.date(),
            due.at(),
            notices(steps, segment, RaiseTimeLimit.What.EXPIRY, due.date(), true)));
    var apology = LedgerRules.segment(steps.state(), TimeLimits.apologyFor(started.limit()), null);
    if (apology != null && apology.due(steps.context().calendar()) instanceof DueDate.On on) {
      steps.take(
          new TimeLimitExpired(
              apology.started().limit(), apology.started().segment(), on.date(), null, List.of()));
    }
    steps.take(TimeLimits.next(steps.state(), steps.context(), segment));
  }

  /** The debtor is told, and once it has passed those whom the pack names too; an agency once. */
  private static List<DutyNotice> notices(
      Steps steps,
      LimitSegment segment,
      RaiseTimeLimit.What what,
      @Nullable LocalDate due,
      boolean tellOthers) {
    var to = new ArrayList<Debtor>();
    var debtor = segment.started().debtor();
    if (debtor != null) {
      to.add(debtor);
    }
    if (tellOthers) {
      steps
          .context()
          .pack()
          .limit(segment.started().limit())
          .map(LimitEntry::traits)
          .ifPresent(traits -> traits.tell().forEach(p -> to.add(Debtors.of(p, steps.state()))));
    }
    var seen = new HashSet<String>();
    return to.stream()
        .filter(d -> seen.add(name(d)))
        .map(
            d ->
                new DutyNotice(
                    id(what, segment, due, name(d)), d.party(), d.agency(), basis(segment)))
        .toList();
  }

  private static String name(Debtor debtor) {
    return debtor.agency() == null
        ? debtor.party().name().toLowerCase(Locale.ROOT)
        : debtor.agency();
  }

  private static String id(
      RaiseTimeLimit.What what, LimitSegment segment, @Nullable LocalDate due, String to) {
    return String.join(
        ":",
        what.name().toLowerCase(Locale.ROOT),
        segment.started().limit(),
        String.valueOf(segment.started().segment()),
        due == null ? "-" : due.toString(),
        to);
  }

  private static LegalBasis basis(LimitSegment segment) {
    var term = segment.started().term();
    return term == null ? LegalBasis.HOUSE_RULE : term.basis();
  }
}
