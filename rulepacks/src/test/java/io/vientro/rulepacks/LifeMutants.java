package io.vientro.rulepacks;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.ManagementEntry;
import io.vientro.core.rules.RulePack.ParameterEntry;
import io.vientro.core.rules.RulePack.ParameterKind;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.ScopeEntry;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.RulePack.WarningRule;
import io.vientro.rulepacks.RoadMutants.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Packs that differ from a sound one in one place of scope, management, adjustment, traits of
 * limits, parameters or what follows the approval, as {@link Mutants} does for the rest.
 */
final class LifeMutants {
  private final RulePack pack;
  private final Life life;
  private final BiConsumer<String, RulePack> sink;

  private LifeMutants(RulePack pack, BiConsumer<String, RulePack> sink) {
    this.pack = pack;
    this.life = Objects.requireNonNull(pack.life());
    this.sink = sink;
  }

  /**
   * @param sink takes what was changed, and the changed pack
   */
  static void of(RulePack pack, BiConsumer<String, RulePack> sink) {
    var mutants = new LifeMutants(pack, sink);
    mutants.scope();
    mutants.management();
    mutants.adjustment();
    mutants.words();
    mutants.limits();
    mutants.parameters();
  }

  private void scope() {
    new Table<>(pack.scope(), ScopeEntry::id, this::withScope, sink)
        .each(
            (e, add) -> {
              RoadMutants.common(
                  e,
                  e.when(),
                  (x, when) -> scope(x, x.articles(), when, x.outcome(), x.question()),
                  e.articles(),
                  (x, articles) -> scope(x, articles, x.when(), x.outcome(), x.question()),
                  e.confidence(),
                  (x, sure) ->
                      new ScopeEntry(
                          x.id(),
                          x.articles(),
                          x.when(),
                          x.outcome(),
                          x.otherAct(),
                          x.question(),
                          sure,
                          x.note()),
                  add);
              for (var outcome : RoadMutants.others(ScopeOutcome.values(), e.outcome())) {
                add.accept(
                    "says " + outcome, scope(e, e.articles(), e.when(), outcome, e.question()));
              }
              if (e.otherAct() != null) {
                add.accept(
                    "by another act",
                    new ScopeEntry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        e.outcome(),
                        "Decree 93/2009/NĐ-CP",
                        e.question(),
                        e.confidence(),
                        e.note()));
              }
              RoadMutants.questions(
                  e.question(),
                  (change, q) ->
                      add.accept(change, scope(e, e.articles(), e.when(), e.outcome(), q)));
              if (e.question() != null) {
                add.accept("asks nothing", scope(e, e.articles(), e.when(), e.outcome(), null));
              }
            });
  }

  private static ScopeEntry scope(
      ScopeEntry e,
      String articles,
      Condition when,
      ScopeOutcome outcome,
      @Nullable Question question) {
    return new ScopeEntry(
        e.id(), articles, when, outcome, e.otherAct(), question, e.confidence(), e.note());
  }

  private void management() {
    new Table<>(life.management(), ManagementEntry::id, this::withManagement, sink)
        .each(
            (e, add) -> {
              RoadMutants.common(
                  e,
                  e.when(),
                  (x, when) -> managed(x, x.articles(), x.mode(), when),
                  e.articles(),
                  (x, articles) -> managed(x, articles, x.mode(), x.when()),
                  e.confidence(),
                  (x, sure) -> new ManagementEntry(x.id(), x.articles(), x.mode(), x.when(), sure),
                  add);
              for (var other : life.management()) {
                if (!other.mode().equals(e.mode())) {
                  add.accept(
                      "of " + other.mode(), managed(e, e.articles(), other.mode(), e.when()));
                }
              }
            });
  }

  private static ManagementEntry managed(
      ManagementEntry e, String articles, String mode, Condition when) {
    return new ManagementEntry(e.id(), articles, mode, when, e.confidence());
  }

  private void adjustment() {
    new Table<>(life.adjustment(), AdjustmentEntry::id, this::withAdjustment, sink)
        .each(
            (e, add) -> {
              RoadMutants.common(
                  e,
                  e.when(),
                  (x, when) -> adjusted(x, x.articles(), when, x.decides(), x.question()),
                  e.articles(),
                  (x, articles) -> adjusted(x, articles, x.when(), x.decides(), x.question()),
                  e.confidence(),
                  (x, sure) ->
                      new AdjustmentEntry(
                          x.id(),
                          x.articles(),
                          x.when(),
                          x.decides(),
                          x.question(),
                          sure,
                          x.note()),
                  add);
              var deciders = new TreeSet<>(Mutants.APPROVERS);
              deciders.addAll(List.of(AdjustmentEntry.SAME, AdjustmentEntry.NOBODY));
              for (var role : deciders) {
                if (!role.equals(e.decides())) {
                  add.accept("by " + role, adjusted(e, e.articles(), e.when(), role, null));
                }
              }
              RoadMutants.questions(
                  e.question(),
                  (change, q) -> add.accept(change, adjusted(e, e.articles(), e.when(), null, q)));
            });
  }

  private static AdjustmentEntry adjusted(
      AdjustmentEntry e,
      String articles,
      Condition when,
      @Nullable String decides,
      @Nullable Question question) {
    return new AdjustmentEntry(e.id(), articles, when, decides, question, e.confidence(), e.note());
  }

  private void words() {
    var w = life.warning();
    for (var rule :
        List.of(
            new WarningRule(w.parameter(), w.defaultDays() + 1),
            new WarningRule(w.parameter(), w.defaultDays() - 1),
            new WarningRule("opinion-days", w.defaultDays()))) {
      life(
          "warning " + rule,
          new Life(
              rule,
              life.management(),
              life.adjustment(),
              life.revocationArticles(),
              life.revocationLimit(),
              life.earlyReceiptArticles(),
              life.closingArticles()));
    }
    for (var articles : Mutants.articles(life.revocationArticles())) {
      words(articles, life.revocationLimit(), life.earlyReceiptArticles(), life.closingArticles());
    }
    for (var limit : pack.limits()) {
      if (!limit.id().equals(life.revocationLimit())) {
        words(
            life.revocationArticles(),
            limit.id(),
            life.earlyReceiptArticles(),
            life.closingArticles());
      }
    }
    for (var articles : Mutants.articles(life.earlyReceiptArticles())) {
      words(life.revocationArticles(), life.revocationLimit(), articles, life.closingArticles());
    }
    for (var articles : Mutants.articles(life.closingArticles())) {
      words(
          life.revocationArticles(), life.revocationLimit(), life.earlyReceiptArticles(), articles);
    }
  }

  private void words(String revocation, String limit, String earlyReceipt, String closing) {
    life(
        String.join(" ", "life", revocation, limit, earlyReceipt, closing),
        new Life(
            life.warning(),
            life.management(),
            life.adjustment(),
            revocation,
            limit,
            earlyReceipt,
            closing));
  }

  private void limits() {
    for (var limit : pack.limits()) {
      traits(
          limit, (change, traits) -> sink.accept(limit.id() + " " + change, with(limit, traits)));
    }
  }

  private void traits(LimitEntry limit, BiConsumer<String, LimitTraits> add) {
    var t = limit.traits();
    for (var when : Mutants.conditions(t.when())) {
      add.accept("when " + when, traits(t, when, t.recurrence(), t.fixed()));
    }
    for (var recurrence : RoadMutants.others(Recurrence.values(), t.recurrence())) {
      add.accept("comes " + recurrence, traits(t, t.when(), recurrence, t.fixed()));
    }
    for (var i = 0; i < t.fixed().size(); i++) {
      for (var day : List.of(next(t.fixed().get(i)), "11")) {
        add.accept(
            "on " + day, traits(t, t.when(), t.recurrence(), Mutants.with(t.fixed(), i, day)));
      }
      add.accept(
          "not on " + t.fixed().get(i),
          traits(t, t.when(), t.recurrence(), Mutants.without(t.fixed(), i)));
    }
    add.accept(
        "owed " + !t.owedWithoutLimit(),
        owing(t, !t.owedWithoutLimit(), t.debtor(), t.tell(), t.fulfilledBy()));
    add.accept("owed by nobody", owing(t, t.owedWithoutLimit(), null, t.tell(), t.fulfilledBy()));
    for (var party : DutyParty.values()) {
      if (party != t.debtor()) {
        add.accept(
            "owed by " + party, owing(t, t.owedWithoutLimit(), party, t.tell(), t.fulfilledBy()));
      }
      var tell = new ArrayList<>(t.tell());
      if (!tell.remove(party)) {
        tell.add(party);
      }
      add.accept(
          "tells " + tell, owing(t, t.owedWithoutLimit(), t.debtor(), tell, t.fulfilledBy()));
    }
    for (var done : RoadMutants.others(Fulfilment.values(), limit.fulfilledBy())) {
      add.accept("ended by " + done, owing(t, t.owedWithoutLimit(), t.debtor(), t.tell(), done));
    }
    if (t.fulfilledBy() != null) {
      add.accept("ended as by default", owing(t, t.owedWithoutLimit(), t.debtor(), t.tell(), null));
    }
    extension(t, add);
    if (t.lateAfter() != null) {
      add.accept("never late", moving(t, t.extension(), null));
      add.accept("late after another", moving(t, t.extension(), "warning-days"));
    }
  }

  private static void extension(LimitTraits t, BiConsumer<String, LimitTraits> add) {
    var rule = t.extension();
    if (rule == null) {
      add.accept(
          "may be moved",
          moving(t, new ExtensionRule(1, 1, new LegalBasis("x", "1")), t.lateAfter()));
      return;
    }
    var basis = rule.basis();
    add.accept("may not be moved", moving(t, null, t.lateAfter()));
    for (var other :
        List.of(
            new ExtensionRule(rule.times() + 1, rule.apologyDaysBefore(), basis),
            new ExtensionRule(rule.times(), rule.apologyDaysBefore() + 1, basis),
            new ExtensionRule(
                rule.times(),
                rule.apologyDaysBefore(),
                new LegalBasis("Decree 118/2025/NĐ-CP", basis.article())))) {
      add.accept("moved " + other, moving(t, other, t.lateAfter()));
    }
    for (var articles : Mutants.articles(basis.article())) {
      add.accept(
          "moved by " + articles,
          moving(
              t,
              new ExtensionRule(
                  rule.times(), rule.apologyDaysBefore(), new LegalBasis(basis.act(), articles)),
              t.lateAfter()));
    }
  }

  /** A day later, as far as the form of the date goes. */
  private static String next(String day) {
    var last = day.charAt(day.length() - 1);
    return day.substring(0, day.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
  }

  private static LimitTraits traits(
      LimitTraits t, Condition when, Recurrence recurrence, List<String> fixed) {
    return new LimitTraits(
        when,
        recurrence,
        fixed,
        t.owedWithoutLimit(),
        t.debtor(),
        t.tell(),
        t.fulfilledBy(),
        t.extension(),
        t.lateAfter());
  }

  private static LimitTraits owing(
      LimitTraits t,
      boolean owedWithoutLimit,
      @Nullable DutyParty debtor,
      List<DutyParty> tell,
      @Nullable Fulfilment fulfilledBy) {
    return new LimitTraits(
        t.when(),
        t.recurrence(),
        t.fixed(),
        owedWithoutLimit,
        debtor,
        tell,
        fulfilledBy,
        t.extension(),
        t.lateAfter());
  }

  private static LimitTraits moving(
      LimitTraits t, @Nullable ExtensionRule extension, @Nullable String lateAfter) {
    return new LimitTraits(
        t.when(),
        t.recurrence(),
        t.fixed(),
        t.owedWithoutLimit(),
        t.debtor(),
        t.tell(),
        t.fulfilledBy(),
        extension,
        lateAfter);
  }

  private RulePack with(LimitEntry limit, LimitTraits traits) {
    var road = Objects.requireNonNull(pack.road());
    return switch (limit) {
      case TimeLimitEntry e ->
          rebuilt(
              Mutants.with(
                  pack.timeLimits(),
                  pack.timeLimits().indexOf(e),
                  new TimeLimitEntry(
                      e.id(),
                      e.name(),
                      e.term(),
                      e.start(),
                      e.onSupplement(),
                      e.confidence(),
                      traits)),
              pack.parameters(),
              road,
              pack.scope(),
              life);
      case AgencyLimitEntry e ->
          rebuilt(
              pack.timeLimits(),
              pack.parameters(),
              new Road(
                  road.leads(),
                  road.consultees(),
                  road.exemptions(),
                  road.decision(),
                  road.notices(),
                  Mutants.with(
                      road.agencyLimits(),
                      road.agencyLimits().indexOf(e),
                      new AgencyLimitEntry(
                          e.id(),
                          e.name(),
                          e.days(),
                          e.unit(),
                          e.defaultUnit(),
                          e.endRule(),
                          e.articles(),
                          e.start(),
                          e.onSupplement(),
                          traits))),
              pack.scope(),
              life);
    };
  }

  private void parameters() {
    for (var i = 0; i < pack.parameters().size(); i++) {
      var p = pack.parameters().get(i);
      parameters(p.name() + " removed", Mutants.without(pack.parameters(), i));
      for (var kind : RoadMutants.others(ParameterKind.values(), p.kind())) {
        var values = kind == ParameterKind.CHOICE ? Set.of("YES", "NO") : Set.<String>of();
        parameters(
            p.name() + " as " + kind,
            Mutants.with(
                pack.parameters(), i, new ParameterEntry(p.name(), p.description(), values, kind)));
      }
      for (var value : p.values()) {
        var fewer = new TreeSet<>(p.values());
        fewer.remove(value);
        parameters(
            p.name() + " without " + value,
            Mutants.with(
                pack.parameters(),
                i,
                new ParameterEntry(p.name(), p.description(), fewer, p.kind())));
      }
    }
  }

  private void parameters(String change, List<ParameterEntry> parameters) {
    sink.accept(
        change,
        rebuilt(
            pack.timeLimits(),
            parameters,
            Objects.requireNonNull(pack.road()),
            pack.scope(),
            life));
  }

  private RulePack withScope(List<ScopeEntry> scope) {
    return rebuilt(
        pack.timeLimits(), pack.parameters(), Objects.requireNonNull(pack.road()), scope, life);
  }

  private RulePack withManagement(List<ManagementEntry> management) {
    return withLife(
        new Life(
            life.warning(),
            management,
            life.adjustment(),
            life.revocationArticles(),
            life.revocationLimit(),
            life.earlyReceiptArticles(),
            life.closingArticles()));
  }

  private RulePack withAdjustment(List<AdjustmentEntry> adjustment) {
    return withLife(
        new Life(
            life.warning(),
            life.management(),
            adjustment,
            life.revocationArticles(),
            life.revocationLimit(),
            life.earlyReceiptArticles(),
            life.closingArticles()));
  }

  private void life(String change, Life changed) {
    sink.accept(change, withLife(changed));
  }

  private RulePack withLife(Life changed) {
    return rebuilt(
        pack.timeLimits(),
        pack.parameters(),
        Objects.requireNonNull(pack.road()),
        pack.scope(),
        changed);
  }

  private RulePack rebuilt(
      List<TimeLimitEntry> timeLimits,
      List<ParameterEntry> parameters,
      Road road,
      List<ScopeEntry> scope,
      Life changed) {
    return new RulePack(
        pack.id(),
        pack.version(),
        pack.act(),
        pack.title(),
        pack.inForceFrom(),
        pack.inForceTo(),
        pack.authority(),
        pack.receivers(),
        pack.checklist(),
        pack.sets(),
        pack.translations(),
        pack.dossierCode(),
        timeLimits,
        pack.supplements(),
        parameters,
        road,
        scope,
        changed);
  }
}
