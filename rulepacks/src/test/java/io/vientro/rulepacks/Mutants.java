package io.vientro.rulepacks;

import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.ChecklistEntry;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.ReceiverEntry;
import io.vientro.core.rules.RulePack.SetsRule;
import io.vientro.core.rules.RulePack.SupplementRule;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.RulePack.TranslationRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Packs that differ from a sound one in one place: each number, word, article, condition and order.
 */
final class Mutants {
  /** A pack with one thing changed, and what that is. */
  record Mutant(String change, RulePack pack) {}

  /** Who may approve under Art. 7: the values of the field whose values a pack gives itself. */
  static final Set<String> APPROVERS =
      Set.of(
          "PRIME_MINISTER",
          "HEAD_OF_MANAGING_AGENCY",
          "MINISTER_OF_HOME_AFFAIRS",
          "VFF_PRESIDENT",
          "HEAD_OF_ASSOCIATION");

  private final RulePack pack;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(RulePack pack) {
    this.pack = pack;
  }

  static List<Mutant> of(RulePack pack) {
    var mutants = new Mutants(pack);
    mutants.authority();
    mutants.receivers();
    mutants.checklist();
    mutants.rest();
    mutants.timeLimits();
    RoadMutants.of(pack, (change, road) -> mutants.add(change, mutants.withRoad(road)));
    LifeMutants.of(pack, mutants::add);
    return mutants.mutants;
  }

  /** Conditions that differ from one in one place. */
  static List<Condition> conditions(Condition condition) {
    var changed = new ArrayList<Condition>();
    changed.add(new Condition.Not(condition));
    switch (condition) {
      case Condition.Is(var field, var value) ->
          domain(field).stream()
              .filter(v -> !v.equals(value))
              .forEach(v -> changed.add(new Condition.Is(field, v)));
      case Condition.In(var field, var values) ->
          changedSets(field, values).forEach(s -> changed.add(new Condition.In(field, s)));
      case Condition.Contains(var field, var values) ->
          changedSets(field, values).forEach(s -> changed.add(new Condition.Contains(field, s)));
      case Condition.Under(var usd) -> changed.add(new Condition.Under(usd.add(usd.ulp())));
      case Condition.Within(var step, var months) -> {
        changed.add(new Condition.Within(step, months + 1));
        changed.add(new Condition.Within(step, months - 1));
        for (var other : Disaster.Step.values()) {
          if (other != step) {
            changed.add(new Condition.Within(other, months));
          }
        }
      }
      case Condition.Not(var inner) -> {
        changed.add(inner);
        conditions(inner).forEach(c -> changed.add(new Condition.Not(c)));
      }
      case Condition.All(var inner) -> {
        changed.add(new Condition.Any(inner));
        changedLists(inner).forEach(l -> changed.add(new Condition.All(l)));
      }
      case Condition.Any(var inner) -> {
        changed.add(new Condition.All(inner));
        changedLists(inner).forEach(l -> changed.add(new Condition.Any(l)));
      }
    }
    return changed;
  }

  private static Set<String> domain(Field field) {
    return field.takesRoles() ? APPROVERS : field.domain();
  }

  private static List<Set<String>> changedSets(Field field, Set<String> values) {
    var sets = new ArrayList<Set<String>>();
    for (var value : values) {
      var fewer = new TreeSet<>(values);
      fewer.remove(value);
      sets.add(fewer);
    }
    for (var value : domain(field)) {
      if (!values.contains(value)) {
        var more = new TreeSet<>(values);
        more.add(value);
        sets.add(more);
      }
    }
    return sets;
  }

  private static List<List<Condition>> changedLists(List<Condition> conditions) {
    var lists = new ArrayList<List<Condition>>();
    for (var i = 0; i < conditions.size(); i++) {
      lists.add(without(conditions, i));
      for (var changed : conditions(conditions.get(i))) {
        lists.add(with(conditions, i, changed));
      }
    }
    return lists;
  }

  private void authority() {
    var entries = pack.authority();
    for (var i = 0; i < entries.size(); i++) {
      var index = i;
      var e = entries.get(i);
      add(e.id() + " removed", withAuthority(without(entries, i)));
      if (i + 1 < entries.size()) {
        var swapped = new ArrayList<>(entries);
        Collections.swap(swapped, i, i + 1);
        add(e.id() + " after its successor", withAuthority(swapped));
      }
      for (var changed : conditions(e.when())) {
        authority(
            index,
            e.id() + " when " + changed,
            entry(e, changed, e.articles(), e.approver(), e.question()));
      }
      for (var articles : articles(e.articles())) {
        authority(
            index,
            e.id() + " by " + articles,
            entry(e, e.when(), articles, e.approver(), e.question()));
      }
      if (e.approver() != null) {
        for (var other : RulePackCheck.approvers(pack)) {
          if (!other.equals(e.approver())) {
            authority(
                index,
                e.id() + " approves " + other,
                entry(e, e.when(), e.articles(), other, null));
          }
        }
        var asked = new Question("asked", pack.title(), null, List.of(e.approver()));
        authority(index, e.id() + " as a question", entry(e, e.when(), e.articles(), null, asked));
      }
      var q = e.question();
      if (q != null) {
        for (var other : q.answers()) {
          authority(
              index,
              e.id() + " settled as " + other,
              entry(e, e.when(), e.articles(), other, null));
          if (!other.equals(q.proposes())) {
            authority(
                index,
                e.id() + " proposes " + other,
                entry(
                    e,
                    e.when(),
                    e.articles(),
                    null,
                    new Question(q.id(), q.text(), other, q.answers())));
          }
          var fewer = q.answers().stream().filter(a -> !a.equals(other)).toList();
          authority(
              index,
              e.id() + " without answer " + other,
              entry(
                  e,
                  e.when(),
                  e.articles(),
                  null,
                  new Question(q.id(), q.text(), q.proposes(), fewer)));
        }
        if (q.proposes() != null) {
          authority(
              index,
              e.id() + " proposes nothing",
              entry(
                  e,
                  e.when(),
                  e.articles(),
                  null,
                  new Question(q.id(), q.text(), null, q.answers())));
        }
      }
    }
  }

  private void authority(int index, String change, AuthorityEntry entry) {
    add(change, withAuthority(with(pack.authority(), index, entry)));
  }

  private static AuthorityEntry entry(
      AuthorityEntry e,
      Condition when,
      String articles,
      @org.jspecify.annotations.Nullable String approver,
      @org.jspecify.annotations.Nullable Question question) {
    return new AuthorityEntry(e.id(), articles, when, approver, question, e.confidence(), e.note());
  }

  private void receivers() {
    var entries = pack.receivers();
    for (var i = 0; i < entries.size(); i++) {
      var index = i;
      var e = entries.get(i);
      Function<ReceiverEntry, RulePack> put = r -> withReceivers(with(entries, index, r));
      add("receiver " + i + " removed", withReceivers(without(entries, i)));
      add(
          "receiver " + i + " is another",
          put.apply(new ReceiverEntry(e.articles(), e.when(), "OTHER")));
      add(
          "receiver " + i + " always",
          put.apply(new ReceiverEntry(e.articles(), Condition.ALWAYS, e.receiver())));
      for (var articles : articles(e.articles())) {
        add(
            "receiver " + i + " by " + articles,
            put.apply(new ReceiverEntry(articles, e.when(), e.receiver())));
      }
      for (var changed : conditions(e.when())) {
        add(
            "receiver " + i + " when " + changed,
            put.apply(new ReceiverEntry(e.articles(), changed, e.receiver())));
      }
    }
  }

  private void checklist() {
    var entries = pack.checklist();
    for (var i = 0; i < entries.size(); i++) {
      var index = i;
      var e = entries.get(i);
      add(e.id() + " removed", withChecklist(without(entries, i)));
      for (var changed : conditions(e.when())) {
        paper(
            index,
            "when " + changed,
            new ChecklistEntry(
                e.id(),
                e.articles(),
                e.name(),
                e.kinds(),
                changed,
                e.form(),
                e.mustBeValid(),
                e.confidence()));
      }
      for (var articles : articles(e.articles())) {
        paper(
            index,
            "by " + articles,
            new ChecklistEntry(
                e.id(),
                articles,
                e.name(),
                e.kinds(),
                e.when(),
                e.form(),
                e.mustBeValid(),
                e.confidence()));
      }
      for (var form : CopyForm.values()) {
        if (form != e.form()) {
          paper(
              index,
              "as " + form,
              new ChecklistEntry(
                  e.id(),
                  e.articles(),
                  e.name(),
                  e.kinds(),
                  e.when(),
                  form,
                  e.mustBeValid(),
                  e.confidence()));
        }
      }
      paper(
          index,
          "validity",
          new ChecklistEntry(
              e.id(),
              e.articles(),
              e.name(),
              e.kinds(),
              e.when(),
              e.form(),
              !e.mustBeValid(),
              e.confidence()));
      paper(
          index,
          "kind",
          new ChecklistEntry(
              e.id(),
              e.articles(),
              e.name(),
              Set.of(DocumentKind.OTHER),
              e.when(),
              e.form(),
              e.mustBeValid(),
              e.confidence()));
    }
  }

  private void paper(int index, String change, ChecklistEntry entry) {
    add(entry.id() + " " + change, withChecklist(with(pack.checklist(), index, entry)));
  }

  private void rest() {
    var s = pack.sets();
    for (var count : List.of(s.count() - 1, s.count() + 1)) {
      add(
          "sets " + count,
          rebuilt(
              pack.authority(),
              pack.receivers(),
              pack.checklist(),
              new SetsRule(count, s.articles(), s.waivedOnline()),
              pack.translations(),
              pack.dossierCode(),
              pack.timeLimits(),
              pack.supplements()));
    }
    for (var articles : articles(s.articles())) {
      add(
          "sets by " + articles,
          rebuilt(
              pack.authority(),
              pack.receivers(),
              pack.checklist(),
              new SetsRule(s.count(), articles, s.waivedOnline()),
              pack.translations(),
              pack.dossierCode(),
              pack.timeLimits(),
              pack.supplements()));
    }
    var t = pack.translations();
    for (var rule :
        List.of(
            new TranslationRule("en", t.accepted(), t.articles(), t.alsoAccepted()),
            new TranslationRule(
                t.language(), Set.of(Translation.PLAIN), t.articles(), t.alsoAccepted()),
            new TranslationRule(
                t.language(),
                Set.of(Translation.NOTARISED, Translation.TRANSLATOR_SIGNATURE_CERTIFIED),
                t.articles(),
                t.alsoAccepted()),
            new TranslationRule(t.language(), t.accepted(), "8.1", t.alsoAccepted()))) {
      add(
          "translations " + rule,
          rebuilt(
              pack.authority(),
              pack.receivers(),
              pack.checklist(),
              s,
              rule,
              pack.dossierCode(),
              pack.timeLimits(),
              pack.supplements()));
    }
    var c = pack.dossierCode();
    for (var rule :
        List.of(
            new DossierCodeRule("yyyyMMdd", c.digits(), c.basis()),
            new DossierCodeRule(c.datePattern(), c.digits() + 1, c.basis()))) {
      add(
          "code " + rule,
          rebuilt(
              pack.authority(),
              pack.receivers(),
              pack.checklist(),
              s,
              t,
              rule,
              pack.timeLimits(),
              pack.supplements()));
    }
    var free = pack.supplements();
    for (var rule :
        List.of(
            new SupplementRule(free.free() + 1, free.basisAct(), free.basisArticles()),
            new SupplementRule(free.free() - 1, free.basisAct(), free.basisArticles()),
            new SupplementRule(free.free(), free.basisAct(), "15.3"))) {
      add(
          "supplements " + rule,
          rebuilt(
              pack.authority(),
              pack.receivers(),
              pack.checklist(),
              s,
              t,
              c,
              pack.timeLimits(),
              rule));
    }
  }

  private void timeLimits() {
    for (var i = 0; i < pack.timeLimits().size(); i++) {
      var index = i;
      var e = pack.timeLimits().get(i);
      var term = e.term();
      var basis = term.basis();
      // Of a limit that ends on dates of the year only end rule and basis are read.
      if (e.traits().fixed().isEmpty()) {
        limit(
            index,
            e,
            new LegalTerm(term.amount() + 1, term.unit(), term.endRule(), basis),
            e.start(),
            e.onSupplement());
        limit(
            index,
            e,
            new LegalTerm(term.amount() - 1, term.unit(), term.endRule(), basis),
            e.start(),
            e.onSupplement());
        for (var unit : LegalTerm.Unit.values()) {
          // A fixed date would be another shape, which the schema refuses.
          if (unit != term.unit() && unit != LegalTerm.Unit.FIXED_DATE) {
            limit(
                index,
                e,
                new LegalTerm(term.amount(), unit, term.endRule(), basis),
                e.start(),
                e.onSupplement());
          }
        }
      }
      for (var endRule : LegalTerm.EndRule.values()) {
        if (endRule != term.endRule()) {
          limit(
              index,
              e,
              new LegalTerm(term.amount(), term.unit(), endRule, basis),
              e.start(),
              e.onSupplement());
        }
      }
      for (var articles : articles(basis.article())) {
        limit(
            index,
            e,
            new LegalTerm(
                term.amount(), term.unit(), term.endRule(), new LegalBasis(basis.act(), articles)),
            e.start(),
            e.onSupplement());
      }
      limit(
          index,
          e,
          new LegalTerm(
              term.amount(),
              term.unit(),
              term.endRule(),
              new LegalBasis("Decree 93/2009/NĐ-CP", basis.article())),
          e.start(),
          e.onSupplement());
      for (var start : RulePack.Start.values()) {
        if (start != e.start()) {
          limit(index, e, term, start, e.onSupplement());
        }
      }
      for (var policy : RulePack.OnSupplement.values()) {
        if (policy != e.onSupplement()) {
          limit(index, e, term, e.start(), policy);
        }
      }
      add(e.id() + " removed", withTimeLimits(without(pack.timeLimits(), i)));
    }
  }

  private void limit(
      int index,
      TimeLimitEntry e,
      LegalTerm term,
      RulePack.Start start,
      RulePack.OnSupplement policy) {
    var changed =
        new TimeLimitEntry(e.id(), e.name(), term, start, policy, e.confidence(), e.traits());
    add(
        e.id() + " " + term + " " + start + " " + policy,
        withTimeLimits(with(pack.timeLimits(), index, changed)));
  }

  /** The same reference off by a clause, a letter, and a lost zero. */
  static List<String> articles(String articles) {
    var changed = new ArrayList<String>();
    changed.add(articles + ", 99");
    if (articles.contains(", ")) {
      changed.add(articles.substring(0, articles.lastIndexOf(", ")));
    }
    var last = articles.charAt(articles.length() - 1);
    changed.add(
        articles.substring(0, articles.length() - 1)
            + (last == 'a' || last == '1' ? (char) (last + 1) : (char) (last - 1)));
    return changed;
  }

  private void add(String change, RulePack mutant) {
    mutants.add(new Mutant(change, mutant));
  }

  private RulePack withAuthority(List<AuthorityEntry> authority) {
    return rebuilt(
        authority,
        pack.receivers(),
        pack.checklist(),
        pack.sets(),
        pack.translations(),
        pack.dossierCode(),
        pack.timeLimits(),
        pack.supplements());
  }

  private RulePack withReceivers(List<ReceiverEntry> receivers) {
    return rebuilt(
        pack.authority(),
        receivers,
        pack.checklist(),
        pack.sets(),
        pack.translations(),
        pack.dossierCode(),
        pack.timeLimits(),
        pack.supplements());
  }

  private RulePack withChecklist(List<ChecklistEntry> checklist) {
    return rebuilt(
        pack.authority(),
        pack.receivers(),
        checklist,
        pack.sets(),
        pack.translations(),
        pack.dossierCode(),
        pack.timeLimits(),
        pack.supplements());
  }

  private RulePack withTimeLimits(List<TimeLimitEntry> limits) {
    return rebuilt(
        pack.authority(),
        pack.receivers(),
        pack.checklist(),
        pack.sets(),
        pack.translations(),
        pack.dossierCode(),
        limits,
        pack.supplements());
  }

  private RulePack withRoad(RulePack.Road road) {
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
        pack.timeLimits(),
        pack.supplements(),
        pack.parameters(),
        road,
        pack.scope(),
        pack.life());
  }

  private RulePack rebuilt(
      List<AuthorityEntry> authority,
      List<ReceiverEntry> receivers,
      List<ChecklistEntry> checklist,
      SetsRule sets,
      TranslationRule translations,
      DossierCodeRule code,
      List<TimeLimitEntry> limits,
      SupplementRule supplements) {
    return new RulePack(
        pack.id(),
        pack.version(),
        pack.act(),
        pack.title(),
        pack.inForceFrom(),
        pack.inForceTo(),
        authority,
        receivers,
        checklist,
        sets,
        translations,
        code,
        limits,
        supplements,
        pack.parameters(),
        pack.road(),
        pack.scope(),
        pack.life());
  }

  static <T> List<T> without(List<T> list, int index) {
    var copy = new ArrayList<>(list);
    copy.remove(index);
    return copy;
  }

  static <T> List<T> with(List<T> list, int index, T value) {
    var copy = new ArrayList<>(list);
    copy.set(index, value);
    return copy;
  }
}
