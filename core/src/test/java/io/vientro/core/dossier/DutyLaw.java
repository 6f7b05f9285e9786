package io.vientro.core.dossier;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.Identified;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.RulePack.WarningRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The third version of the sample law, which says who owes what its limits ask for and what follows
 * the approval. Numbers and articles are its own.
 */
public final class DutyLaw {
  private DutyLaw() {}

  static final String ACT = "Sample Act 1";
  static final LegalBasis APOLOGY = new LegalBasis("Sample One-stop Act", "19.9");
  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");

  /** Version 3 of the sample law. */
  public static final RulePack PACK = pack(OnSupplement.RESTART_ON_COMPLETE);

  /** Puts a decision under this law. */
  public static DecisionContext in(DecisionContext c) {
    return RoadLaw.under(c, new Identified(PACK, "duty-digest"));
  }

  /** Puts a decision under this law, with another policy for the appraisal. */
  static DecisionContext in(DecisionContext c, OnSupplement policy) {
    return RoadLaw.under(c, new Identified(pack(policy), "duty-digest"));
  }

  private static RulePack pack(OnSupplement policy) {
    var p = RoadLaw.PACK;
    return new RulePack(
        p.id(),
        3,
        p.act(),
        p.title(),
        p.inForceFrom(),
        p.inForceTo(),
        p.authority(),
        p.receivers(),
        p.checklist(),
        p.sets(),
        p.translations(),
        p.dossierCode(),
        List.of(
            limit(
                "appraisal",
                11,
                Unit.CALENDAR_DAY,
                Start.COMPLETE_RECEPTION,
                policy,
                traits(DutyParty.LEAD, null)
                    .told(DutyParty.RECEIVER)
                    .extensible()
                    .lateAfter("reception-closes-at")),
            limit(
                "decision-notice",
                4,
                Unit.CALENDAR_DAY,
                Start.DECISION,
                OnSupplement.NO_STOP,
                traits(DutyParty.MANAGING_AGENCY, Fulfilment.NOTICE)),
            limit(
                "not-started",
                6,
                Unit.MONTH,
                Start.DECISION,
                OnSupplement.NO_STOP,
                traits(DutyParty.OWNER, Fulfilment.IMPLEMENTATION_START).told(DutyParty.APPROVER)),
            limit(
                "clearance",
                48,
                Unit.HOUR,
                Start.DECISION,
                OnSupplement.NO_STOP,
                traits(DutyParty.OWNER, Fulfilment.REPORT)),
            limit(
                "annual-report",
                1,
                Unit.CALENDAR_DAY,
                Start.IMPLEMENTATION_START,
                OnSupplement.NO_STOP,
                traits(DutyParty.MANAGING_AGENCY, Fulfilment.REPORT)
                    .every(Recurrence.YEAR, "01-15")),
            limit(
                "end-report",
                6,
                Unit.MONTH,
                Start.IMPLEMENTATION_END,
                OnSupplement.NO_STOP,
                traits(DutyParty.OWNER, Fulfilment.REPORT)),
            limit(
                "adjustment-appraisal",
                11,
                Unit.CALENDAR_DAY,
                Start.ADJUSTMENT_REQUEST,
                OnSupplement.NO_STOP,
                traits(DutyParty.LEAD, Fulfilment.ADJUSTMENT_DECISION)),
            limit(
                "adjustment-notice",
                4,
                Unit.CALENDAR_DAY,
                Start.ADJUSTMENT_DECISION,
                OnSupplement.NO_STOP,
                traits(DutyParty.MANAGING_AGENCY, Fulfilment.NOTICE))),
        p.supplements(),
        p.parameters(),
        road(),
        List.of(),
        new Life(
            new WarningRule("warning-days", 2),
            List.of(),
            List.of(
                new AdjustmentEntry(
                    "to-prime-minister",
                    "16.2.a",
                    new Condition.Is(Field.APPROVER, "PRIME_MINISTER"),
                    "PRIME_MINISTER",
                    null,
                    Confidence.SOURCED,
                    null),
                new AdjustmentEntry(
                    "same",
                    "16.2.b",
                    Condition.ALWAYS,
                    AdjustmentEntry.SAME,
                    null,
                    Confidence.SOURCED,
                    null)),
            "4.7",
            "not-started",
            "4.1",
            "13.6, 18"));
  }

  private static Road road() {
    var r = RoadLaw.ROAD;
    return new Road(
        r.leads(),
        r.consultees(),
        r.exemptions(),
        r.decision(),
        r.notices(),
        List.of(
            agencyLimit(
                "opinion",
                "opinion-days",
                Start.OPINION_REQUEST,
                traits(DutyParty.CONSULTED, Fulfilment.OPINION).told(DutyParty.RECEIVER)),
            agencyLimit(
                "half-year-report",
                "half-year-days",
                Start.IMPLEMENTATION_START,
                traits(DutyParty.OWNER, Fulfilment.REPORT)
                    .every(Recurrence.HALF_YEAR)
                    .owedWithoutLimit())));
  }

  private static TimeLimitEntry limit(
      String id, int amount, Unit unit, Start start, OnSupplement onSupplement, Traits traits) {
    return new TimeLimitEntry(
        id,
        NAME,
        new LegalTerm(amount, unit, endRule(unit), new LegalBasis(ACT, id)),
        start,
        onSupplement,
        Confidence.SOURCED,
        traits.build());
  }

  private static EndRule endRule(Unit unit) {
    return unit == Unit.HOUR ? EndRule.NO_ROLL : EndRule.ROLL_FORWARD;
  }

  private static AgencyLimitEntry agencyLimit(String id, String days, Start start, Traits traits) {
    return new AgencyLimitEntry(
        id,
        NAME,
        days,
        days + "-unit",
        Unit.WORKING_DAY,
        EndRule.ROLL_FORWARD,
        "10.6",
        start,
        OnSupplement.NO_STOP,
        traits.build());
  }

  private static Traits traits(DutyParty debtor, @Nullable Fulfilment fulfilledBy) {
    return new Traits(debtor, fulfilledBy);
  }

  /** Traits of a limit, one by one. */
  private static final class Traits {
    private final DutyParty debtor;
    private final @Nullable Fulfilment fulfilledBy;
    private Recurrence recurrence = Recurrence.ONCE;
    private List<String> fixed = List.of();
    private boolean owedWithoutLimit;
    private List<DutyParty> tell = List.of();
    private @Nullable ExtensionRule extension;
    private @Nullable String lateAfter;

    Traits(DutyParty debtor, @Nullable Fulfilment fulfilledBy) {
      this.debtor = debtor;
      this.fulfilledBy = fulfilledBy;
    }

    Traits told(DutyParty... parties) {
      tell = List.of(parties);
      return this;
    }

    Traits extensible() {
      extension = new ExtensionRule(1, 1, APOLOGY);
      return this;
    }

    Traits lateAfter(String parameter) {
      lateAfter = parameter;
      return this;
    }

    Traits every(Recurrence period, String... days) {
      recurrence = period;
      fixed = List.of(days);
      return this;
    }

    Traits owedWithoutLimit() {
      owedWithoutLimit = true;
      return this;
    }

    LimitTraits build() {
      return new LimitTraits(
          Condition.ALWAYS,
          recurrence,
          fixed,
          owedWithoutLimit,
          debtor,
          tell,
          fulfilledBy,
          extension,
          lateAfter);
    }
  }
}
