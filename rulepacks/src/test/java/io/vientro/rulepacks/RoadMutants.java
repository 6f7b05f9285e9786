package io.vientro.rulepacks;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.ConsulteeEntry;
import io.vientro.core.rules.RulePack.ContentEntry;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.DecisionRule;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.NoticeEntry;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.Road;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Roads that differ from a sound one in one place, as {@link Mutants} does for the rest. */
final class RoadMutants {
  private final Road road;
  private final BiConsumer<String, Road> sink;

  private RoadMutants(Road road, BiConsumer<String, Road> sink) {
    this.road = road;
    this.sink = sink;
  }

  /**
   * @param sink takes what was changed, and the changed road
   */
  static void of(RulePack pack, BiConsumer<String, Road> sink) {
    var mutants = new RoadMutants(Objects.requireNonNull(pack.road()), sink);
    mutants.leads();
    mutants.consultees();
    mutants.exemptions();
    mutants.decision();
    mutants.notices();
    mutants.limits();
  }

  /**
   * A table of which an entry is changed.
   *
   * @param put the whole with another list in place of this one
   */
  record Table<T, P>(
      List<T> entries,
      Function<T, String> name,
      Function<List<T>, P> put,
      BiConsumer<String, P> sink) {

    void each(BiConsumer<T, BiConsumer<String, T>> changes) {
      for (var i = 0; i < entries.size(); i++) {
        var index = i;
        var entry = entries.get(i);
        sink.accept(name.apply(entry) + " removed", put.apply(Mutants.without(entries, i)));
        if (i + 1 < entries.size()) {
          var swapped = new ArrayList<>(entries);
          Collections.swap(swapped, i, i + 1);
          sink.accept(name.apply(entry) + " after its successor", put.apply(swapped));
        }
        changes.accept(
            entry,
            (change, other) ->
                sink.accept(
                    name.apply(entry) + " " + change,
                    put.apply(Mutants.with(entries, index, other))));
      }
    }
  }

  static <T> void common(
      T entry,
      Condition when,
      BiFunction<T, Condition, T> withWhen,
      String articles,
      BiFunction<T, String, T> withArticles,
      Confidence confidence,
      BiFunction<T, Confidence, T> withConfidence,
      BiConsumer<String, T> add) {
    for (var changed : Mutants.conditions(when)) {
      add.accept("when " + changed, withWhen.apply(entry, changed));
    }
    for (var changed : Mutants.articles(articles)) {
      add.accept("by " + changed, withArticles.apply(entry, changed));
    }
    for (var changed : others(Confidence.values(), confidence)) {
      add.accept("as " + changed, withConfidence.apply(entry, changed));
    }
  }

  static void questions(@Nullable Question q, BiConsumer<String, Question> add) {
    if (q == null) {
      return;
    }
    for (var answer : q.answers()) {
      if (!answer.equals(q.proposes())) {
        add.accept("proposes " + answer, new Question(q.id(), q.text(), answer, q.answers()));
      }
      var fewer = q.answers().stream().filter(a -> !a.equals(answer)).toList();
      add.accept("without answer " + answer, new Question(q.id(), q.text(), q.proposes(), fewer));
    }
    if (q.proposes() != null) {
      add.accept("proposes nothing", new Question(q.id(), q.text(), null, q.answers()));
    }
    var more = new ArrayList<>(q.answers());
    more.add("PRIME_MINISTER");
    add.accept("with one answer more", new Question(q.id(), q.text(), q.proposes(), more));
    add.accept("by another id", new Question("other", q.text(), q.proposes(), q.answers()));
  }

  private void leads() {
    new Table<>(road.leads(), LeadEntry::id, this::withLeads, sink)
        .each(
            (e, add) -> {
              common(
                  e,
                  e.when(),
                  (x, when) -> lead(x, x.articles(), when, x.lead(), x.question()),
                  e.articles(),
                  (x, articles) -> lead(x, articles, x.when(), x.lead(), x.question()),
                  e.confidence(),
                  (x, sure) ->
                      new LeadEntry(
                          x.id(), x.articles(), x.when(), x.lead(), x.question(), sure, x.note()),
                  add);
              for (var role : roles()) {
                if (!role.equals(e.lead())) {
                  add.accept("leads " + role, lead(e, e.articles(), e.when(), role, null));
                }
              }
              questions(
                  e.question(),
                  (change, q) -> add.accept(change, lead(e, e.articles(), e.when(), null, q)));
            });
  }

  private static LeadEntry lead(
      LeadEntry e,
      String articles,
      Condition when,
      @Nullable String lead,
      @Nullable Question question) {
    return new LeadEntry(e.id(), articles, when, lead, question, e.confidence(), e.note());
  }

  private void consultees() {
    new Table<>(road.consultees(), ConsulteeEntry::id, this::withConsultees, sink)
        .each(
            (e, add) -> {
              common(
                  e,
                  e.when(),
                  (x, when) ->
                      new ConsulteeEntry(x.id(), x.articles(), when, x.consultee(), x.confidence()),
                  e.articles(),
                  (x, articles) ->
                      new ConsulteeEntry(x.id(), articles, x.when(), x.consultee(), x.confidence()),
                  e.confidence(),
                  (x, sure) ->
                      new ConsulteeEntry(x.id(), x.articles(), x.when(), x.consultee(), sure),
                  add);
              for (var role : roles()) {
                if (!role.equals(e.consultee())) {
                  add.accept(
                      "asks " + role,
                      new ConsulteeEntry(e.id(), e.articles(), e.when(), role, e.confidence()));
                }
              }
            });
  }

  private void exemptions() {
    new Table<>(road.exemptions(), ExemptionEntry::id, this::withExemptions, sink)
        .each(
            (e, add) -> {
              common(
                  e,
                  e.when(),
                  (x, when) ->
                      new ExemptionEntry(x.id(), x.articles(), when, x.question(), x.confidence()),
                  e.articles(),
                  (x, articles) ->
                      new ExemptionEntry(x.id(), articles, x.when(), x.question(), x.confidence()),
                  e.confidence(),
                  (x, sure) ->
                      new ExemptionEntry(x.id(), x.articles(), x.when(), x.question(), sure),
                  add);
              BiConsumer<String, @Nullable Question> asking =
                  (change, q) ->
                      add.accept(
                          change,
                          new ExemptionEntry(e.id(), e.articles(), e.when(), q, e.confidence()));
              if (e.question() == null) {
                asking.accept("as a question", road.exemptions().getLast().question());
              } else {
                asking.accept("settled as exempt", null);
                questions(e.question(), asking::accept);
              }
            });
  }

  private void decision() {
    var d = road.decision();
    new Table<>(d.content(), e -> e.part().name(), c -> withDecision(c, d.recordedFor()), sink)
        .each(
            (e, add) -> {
              common(
                  e,
                  e.when(),
                  (x, when) ->
                      new ContentEntry(x.part(), x.articles(), x.name(), when, x.confidence()),
                  e.articles(),
                  (x, articles) ->
                      new ContentEntry(x.part(), articles, x.name(), x.when(), x.confidence()),
                  e.confidence(),
                  (x, sure) -> new ContentEntry(x.part(), x.articles(), x.name(), x.when(), sure),
                  add);
              for (var part : others(DecisionPart.values(), e.part())) {
                add.accept(
                    "states " + part,
                    new ContentEntry(part, e.articles(), e.name(), e.when(), e.confidence()));
              }
            });
    for (var role : d.recordedFor()) {
      var fewer = new TreeSet<>(d.recordedFor());
      fewer.remove(role);
      sink.accept("not recorded for " + role, withDecision(d.content(), fewer));
    }
    for (var role : Mutants.APPROVERS) {
      var more = new TreeSet<>(d.recordedFor());
      if (more.add(role)) {
        sink.accept("recorded for " + role + " too", withDecision(d.content(), more));
      }
    }
    for (var articles : Mutants.articles(d.conclusionArticles())) {
      sink.accept(
          "conclusion by " + articles,
          withDecision(new DecisionRule(d.content(), d.recordedFor(), articles)));
    }
  }

  private void notices() {
    new Table<>(road.notices(), NoticeEntry::id, this::withNotices, sink)
        .each(
            (e, add) -> {
              common(
                  e,
                  e.when(),
                  (x, when) -> notice(x, x.articles(), x.outcome(), when, x.addressee()),
                  e.articles(),
                  (x, articles) -> notice(x, articles, x.outcome(), x.when(), x.addressee()),
                  e.confidence(),
                  (x, sure) ->
                      new NoticeEntry(
                          x.id(), x.articles(), x.outcome(), x.when(), x.addressee(), sure),
                  add);
              for (var outcome : others(OutcomeKind.values(), e.outcome())) {
                add.accept(
                    "on " + outcome, notice(e, e.articles(), outcome, e.when(), e.addressee()));
              }
              var addressees = roles();
              addressees.add("PROVIDER");
              for (var role : addressees) {
                if (!role.equals(e.addressee())) {
                  add.accept("to " + role, notice(e, e.articles(), e.outcome(), e.when(), role));
                }
              }
            });
  }

  private static NoticeEntry notice(
      NoticeEntry e, String articles, OutcomeKind outcome, Condition when, String addressee) {
    return new NoticeEntry(e.id(), articles, outcome, when, addressee, e.confidence());
  }

  private void limits() {
    new Table<>(road.agencyLimits(), AgencyLimitEntry::id, this::withLimits, sink)
        .each(
            (e, add) -> {
              for (var articles : Mutants.articles(e.articles())) {
                add.accept(
                    "by " + articles,
                    limit(e, e.days(), e.unit(), e.defaultUnit(), e.endRule(), articles));
              }
              for (var other : road.agencyLimits()) {
                if (!other.equals(e)) {
                  add.accept(
                      "of " + other.days(),
                      limit(e, other.days(), e.unit(), e.defaultUnit(), e.endRule(), e.articles()));
                  add.accept(
                      "in " + other.unit(),
                      limit(e, e.days(), other.unit(), e.defaultUnit(), e.endRule(), e.articles()));
                }
              }
              for (var unit : others(LegalTerm.Unit.values(), e.defaultUnit())) {
                add.accept(
                    "in " + unit, limit(e, e.days(), e.unit(), unit, e.endRule(), e.articles()));
              }
              for (var rule : others(LegalTerm.EndRule.values(), e.endRule())) {
                add.accept(
                    "ends " + rule,
                    limit(e, e.days(), e.unit(), e.defaultUnit(), rule, e.articles()));
              }
              for (var start : others(RulePack.Start.values(), e.start())) {
                add.accept("from " + start, limit(e, start, e.onSupplement()));
              }
              for (var policy : others(RulePack.OnSupplement.values(), e.onSupplement())) {
                add.accept("on supplement " + policy, limit(e, e.start(), policy));
              }
            });
  }

  private static AgencyLimitEntry limit(
      AgencyLimitEntry e,
      String days,
      String unit,
      LegalTerm.Unit defaultUnit,
      LegalTerm.EndRule endRule,
      String articles) {
    return new AgencyLimitEntry(
        e.id(),
        e.name(),
        days,
        unit,
        defaultUnit,
        endRule,
        articles,
        e.start(),
        e.onSupplement(),
        e.traits());
  }

  private static AgencyLimitEntry limit(
      AgencyLimitEntry e, RulePack.Start start, RulePack.OnSupplement policy) {
    return new AgencyLimitEntry(
        e.id(),
        e.name(),
        e.days(),
        e.unit(),
        e.defaultUnit(),
        e.endRule(),
        e.articles(),
        start,
        policy,
        e.traits());
  }

  /** Every role that the road speaks of. */
  private Set<String> roles() {
    var roles = new TreeSet<String>();
    road.consultees().forEach(e -> roles.add(e.consultee()));
    road.leads().stream().map(LeadEntry::lead).filter(Objects::nonNull).forEach(roles::add);
    return roles;
  }

  static <E extends Enum<E>> List<E> others(E[] values, E but) {
    return List.of(values).stream().filter(v -> v != but).toList();
  }

  private Road withLeads(List<LeadEntry> leads) {
    return new Road(
        leads,
        road.consultees(),
        road.exemptions(),
        road.decision(),
        road.notices(),
        road.agencyLimits());
  }

  private Road withConsultees(List<ConsulteeEntry> consultees) {
    return new Road(
        road.leads(),
        consultees,
        road.exemptions(),
        road.decision(),
        road.notices(),
        road.agencyLimits());
  }

  private Road withExemptions(List<ExemptionEntry> exemptions) {
    return new Road(
        road.leads(),
        road.consultees(),
        exemptions,
        road.decision(),
        road.notices(),
        road.agencyLimits());
  }

  private Road withDecision(List<ContentEntry> content, Set<String> recordedFor) {
    return withDecision(
        new DecisionRule(content, recordedFor, road.decision().conclusionArticles()));
  }

  private Road withDecision(DecisionRule decision) {
    return new Road(
        road.leads(),
        road.consultees(),
        road.exemptions(),
        decision,
        road.notices(),
        road.agencyLimits());
  }

  private Road withNotices(List<NoticeEntry> notices) {
    return new Road(
        road.leads(),
        road.consultees(),
        road.exemptions(),
        road.decision(),
        notices,
        road.agencyLimits());
  }

  private Road withLimits(List<AgencyLimitEntry> limits) {
    return new Road(
        road.leads(),
        road.consultees(),
        road.exemptions(),
        road.decision(),
        road.notices(),
        limits);
  }
}
