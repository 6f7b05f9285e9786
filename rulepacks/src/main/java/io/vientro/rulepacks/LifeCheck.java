package io.vientro.rulepacks;

import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.ParameterKind;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.ScopeEntry;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.Truth;
import io.vientro.rulepacks.RulePackCheck.Asks;
import io.vientro.rulepacks.RulePackCheck.Entry;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of {@link RulePackCheck} that looks at scope, at what limits say besides their length,
 * and at what follows the approval.
 */
final class LifeCheck {
  private static final String SCOPE = "/scope";
  private static final String MANAGEMENT = "/management";
  private static final String ADJUSTMENT = "/adjustment";
  private static final Set<Unit> DAYS = Set.of(Unit.CALENDAR_DAY, Unit.WORKING_DAY);
  private static final Set<String> OUTCOMES =
      Stream.of(ScopeOutcome.values())
          .filter(o -> o != ScopeOutcome.QUESTION)
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());

  private final RulePackCheck check;
  private final RulePack pack;

  LifeCheck(RulePackCheck check, RulePack pack) {
    this.check = check;
    this.pack = pack;
  }

  /** What can be said without running a table. */
  void form() {
    scope();
    limits();
    var life = pack.life();
    if (life != null) {
      management(life);
      adjustment(life);
      number("/life/warning/parameter", life.warning().parameter());
      if (pack.limit(life.revocationLimit()).isEmpty()) {
        check.add(
            "/life/revocation/limit",
            "'" + life.revocationLimit() + "' is not a limit of this pack");
      }
    }
  }

  private void scope() {
    check.unique(SCOPE, "id", pack.scope(), ScopeEntry::id);
    for (var i = 0; i < pack.scope().size(); i++) {
      var entry = pack.scope().get(i);
      var path = SCOPE + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.SCOPE);
      var answers = new HashSet<String>();
      var question = entry.question();
      if (question != null) {
        check.question(path + "/question", question);
        answers.addAll(question.answers());
        if (!OUTCOMES.containsAll(answers)) {
          check.add(path + "/question/answers", "must be of " + new TreeSet<>(OUTCOMES));
        }
      } else if (entry.outcome() == ScopeOutcome.QUESTION) {
        check.add(path, "asks nothing");
      }
      answers.add(entry.outcome().name());
      if (answers.contains(ScopeOutcome.OTHER_ACT.name()) != (entry.otherAct() != null)) {
        check.add(path, "names another act exactly if it may govern the aid");
      }
    }
  }

  private void management(RulePack.Life life) {
    var modes = new TreeSet<>(Stream.of(ManagementMode.values()).map(Enum::name).toList());
    check.unique(MANAGEMENT, "id", life.management(), RulePack.ManagementEntry::id);
    check.unique(MANAGEMENT, "mode", life.management(), RulePack.ManagementEntry::mode);
    for (var i = 0; i < life.management().size(); i++) {
      var entry = life.management().get(i);
      check.condition(MANAGEMENT + "/" + i + "/when", entry.when(), Asks.LEVEL);
      modes.remove(entry.mode());
    }
    if (!modes.isEmpty()) {
      check.add(MANAGEMENT, "says nothing of " + modes);
    }
  }

  private void adjustment(RulePack.Life life) {
    var deciders = new TreeSet<>(RulePackCheck.approvers(pack));
    deciders.add(AdjustmentEntry.SAME);
    deciders.add(AdjustmentEntry.NOBODY);
    check.unique(ADJUSTMENT, "id", life.adjustment(), AdjustmentEntry::id);
    for (var i = 0; i < life.adjustment().size(); i++) {
      var entry = life.adjustment().get(i);
      var path = ADJUSTMENT + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.ADJUSTMENT);
      if (entry.decides() != null && !deciders.contains(entry.decides())) {
        check.add(path + "/decides", entry.decides() + " is none of " + deciders);
      }
      if (entry.question() != null) {
        check.question(path + "/question", entry.question());
        if (!deciders.containsAll(entry.question().answers())) {
          check.add(path + "/question/answers", "must be of " + deciders);
        }
      }
    }
  }

  private void limits() {
    for (var i = 0; i < pack.timeLimits().size(); i++) {
      var limit = pack.timeLimits().get(i);
      var path = "/time-limits/" + i;
      traits(path, limit, DAYS.contains(limit.term().unit()));
      if (limit.traits().owedWithoutLimit()) {
        check.add(path + "/owed-without-limit", "the law gives the limit");
      }
      fixed(path + "/fixed", limit);
    }
    var agencyLimits =
        pack.road() == null ? List.<AgencyLimitEntry>of() : pack.road().agencyLimits();
    for (var i = 0; i < agencyLimits.size(); i++) {
      var limit = agencyLimits.get(i);
      var units = pack.parameter(limit.unit()).map(p -> p.values()).orElse(Set.of());
      var inDays =
          DAYS.contains(limit.defaultUnit())
              && DAYS.stream().map(Enum::name).collect(Collectors.toSet()).containsAll(units);
      traits("/agency-limits/" + i, limit, inDays);
    }
  }

  private void traits(String path, LimitEntry limit, boolean inDays) {
    var traits = limit.traits();
    check.condition(path + "/when", traits.when(), Asks.DECISION);
    if (limit.onSupplement() == OnSupplement.PAUSE_RESUME && !inDays) {
      check.add(path + "/on-supplement", "only a limit in days can pause");
    }
    if (traits.recurrence() != Recurrence.ONCE && limit.start() != Start.IMPLEMENTATION_START) {
      check.add(path + "/recurrence", "only what starts with the implementation recurs");
    }
    if (traits.debtor() != null && traits.tell().contains(traits.debtor())) {
      check.add(path + "/tell", traits.debtor() + " owes it and is told anyhow");
    }
    if (traits.debtor() == null && (traits.extension() != null || traits.owedWithoutLimit())) {
      check.add(path, "nobody owes it");
    }
    if (traits.lateAfter() != null) {
      kind(path + "/late-after", traits.lateAfter(), ParameterKind.TIME_OF_DAY);
    }
  }

  /** Dates that exist in every year, or days that exist in every month. */
  private void fixed(String path, TimeLimitEntry limit) {
    var traits = limit.traits();
    var monthly = traits.recurrence() == Recurrence.MONTH;
    for (var i = 0; i < traits.fixed().size(); i++) {
      var text = traits.fixed().get(i);
      if (monthly ? !dayOfMonth(text) : !dayOfYear(text)) {
        check.add(
            path + "/" + i,
            "'" + text + "' is no day of every " + (monthly ? "month, as dd" : "year, as MM-dd"));
      }
    }
    if (!traits.fixed().isEmpty() && fixedPerPeriod(traits) != traits.fixed().size()) {
      check.add(path, "names " + traits.fixed().size() + " dates for " + traits.recurrence());
    }
  }

  private static int fixedPerPeriod(LimitTraits traits) {
    return traits.recurrence() == Recurrence.HALF_YEAR ? 2 : 1;
  }

  private static boolean dayOfMonth(String text) {
    return text.matches("0[1-9]|1[0-9]|2[0-8]");
  }

  private static boolean dayOfYear(String text) {
    try {
      return text.length() == 5 && MonthDay.parse("--" + text).isValidYear(2023);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void number(String path, String parameter) {
    kind(path, parameter, ParameterKind.NUMBER);
  }

  private void kind(String path, String name, ParameterKind kind) {
    pack.parameter(name)
        .ifPresentOrElse(
            parameter -> {
              if (parameter.kind() != kind) {
                check.add(
                    "/parameters/" + pack.parameters().indexOf(parameter),
                    "'" + name + "' must be of the kind " + kind);
              }
            },
            () -> check.add(path, "'" + name + "' is not a parameter of this pack"));
  }

  /** What is found by running through the cases that the tables tell apart. */
  void tables() {
    if (!pack.scope().isEmpty()) {
      var entries = new ArrayList<Entry>();
      for (var i = 0; i < pack.scope().size(); i++) {
        var entry = pack.scope().get(i);
        entries.add(new Entry(SCOPE + "/" + i, entry.id(), entry.when(), entry.question() != null));
      }
      check.table(SCOPE, entries, true);
      asksOnlyWhatMayBeUnknown();
    }
    for (var limit : pack.timeLimits()) {
      canHold("/time-limits/" + pack.timeLimits().indexOf(limit), limit);
    }
    if (pack.road() != null) {
      for (var limit : pack.road().agencyLimits()) {
        canHold("/agency-limits/" + pack.road().agencyLimits().indexOf(limit), limit);
      }
    }
    var life = pack.life();
    if (life != null) {
      for (var i = 0; i < life.management().size(); i++) {
        check.canHold(MANAGEMENT + "/" + i, life.management().get(i).when(), "is never allowed");
      }
      var entries = new ArrayList<Entry>();
      for (var i = 0; i < life.adjustment().size(); i++) {
        var entry = life.adjustment().get(i);
        entries.add(new Entry(ADJUSTMENT + "/" + i, entry.id(), entry.when()));
      }
      check.table(ADJUSTMENT, entries, true);
    }
  }

  private void canHold(String path, LimitEntry limit) {
    check.canHold(path, limit.traits().when(), "is never owed: its condition cannot hold");
  }

  /** A question beside an outcome is for a condition of which it may not be known if it holds. */
  private void asksOnlyWhatMayBeUnknown() {
    for (var i = 0; i < pack.scope().size(); i++) {
      var entry = pack.scope().get(i);
      if (entry.question() != null && entry.outcome() != ScopeOutcome.QUESTION) {
        var unknown = new boolean[1];
        new Combinations(List.of(entry.when()), RulePackCheck.approvers(pack))
            .forEach(c -> unknown[0] |= c.test(entry.when()) == Truth.UNKNOWN);
        if (!unknown[0]) {
          check.add(SCOPE + "/" + i + "/question", "is never asked: the facts always tell");
        }
      }
    }
  }
}
