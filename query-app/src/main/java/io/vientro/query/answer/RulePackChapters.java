package io.vientro.query.answer;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.Vocabulary;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.query.answer.RulePackAnswers.Chapter;
import io.vientro.query.answer.RulePackAnswers.Entry;
import io.vientro.query.answer.RulePackAnswers.LimitLine;
import io.vientro.query.answer.RulePackAnswers.QuestionLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says the tables of a rule pack in words, in the order of the act. */
final class RulePackChapters {
  private final RulePack pack;
  private final List<Chapter> chapters = new ArrayList<>();

  private RulePackChapters(RulePack pack) {
    this.pack = pack;
  }

  static List<Chapter> of(RulePack pack) {
    return new RulePackChapters(pack).all();
  }

  private List<Chapter> all() {
    chapter(
        "scope",
        true,
        pack.scope().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        said(Worded.of(e.outcome()), e.otherAct()),
                        e.question(),
                        e.confidence(),
                        e.note())));
    chapter(
        "authority",
        true,
        pack.authority().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        role("pack.approves", e.approver()),
                        e.question(),
                        e.confidence(),
                        e.note())));
    chapter(
        "checklist",
        false,
        Stream.concat(
            pack.checklist().stream()
                .map(
                    e ->
                        entry(
                            e.id(),
                            e.articles(),
                            e.when(),
                            both(e.name(), Worded.of(e.form())),
                            null,
                            e.confidence(),
                            null)),
            Stream.of(
                entry(
                    "sets",
                    pack.sets().articles(),
                    Condition.ALWAYS,
                    Texts.of("pack.sets", String.valueOf(pack.sets().count())),
                    null,
                    null,
                    null))));
    chapter(
        "receivers",
        true,
        pack.receivers().stream()
            .map(
                e ->
                    entry(
                        null,
                        e.articles(),
                        e.when(),
                        role("pack.receives", e.receiver()),
                        null,
                        null,
                        null)));
    road();
    life();
    chapter("limits", false, pack.limits().stream().map(this::limit));
    return List.copyOf(chapters);
  }

  private void road() {
    var road = pack.road();
    if (road == null) {
      return;
    }
    chapter(
        "leads",
        true,
        road.leads().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        role("pack.leads", e.lead()),
                        e.question(),
                        e.confidence(),
                        e.note())));
    chapter(
        "consultees",
        false,
        road.consultees().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        role("pack.consulted", e.consultee()),
                        null,
                        e.confidence(),
                        null)));
    chapter(
        "exemptions",
        true,
        road.exemptions().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        e.question() == null ? Texts.of("pack.exempt") : role("pack.exempt", null),
                        e.question(),
                        e.confidence(),
                        null)));
    chapter(
        "decision",
        false,
        road.decision().content().stream()
            .map(
                e ->
                    entry(
                        e.part().name(),
                        e.articles(),
                        e.when(),
                        e.name(),
                        null,
                        e.confidence(),
                        null)));
    chapter(
        "notices",
        false,
        road.notices().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        said(Worded.of(e.outcome()), in(RoleNames.of(e.addressee()))),
                        null,
                        e.confidence(),
                        null)));
  }

  private void life() {
    var life = pack.life();
    if (life == null) {
      return;
    }
    chapter(
        "management",
        false,
        life.management().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        in(Worded.of(ManagementMode.valueOf(e.mode()))),
                        null,
                        e.confidence(),
                        null)));
    chapter(
        "adjustment",
        true,
        life.adjustment().stream()
            .map(
                e ->
                    entry(
                        e.id(),
                        e.articles(),
                        e.when(),
                        role("pack.decides", e.decides()),
                        e.question(),
                        e.confidence(),
                        e.note())));
    chapter(
        "life",
        false,
        Stream.of(
            entry(
                "early-receipt",
                life.earlyReceiptArticles(),
                Condition.ALWAYS,
                Texts.of("pack.early-receipt"),
                null,
                null,
                null),
            entry(
                "revocation",
                life.revocationArticles(),
                Condition.ALWAYS,
                named("pack.revocation", LimitNames.of(life.revocationLimit(), pack)),
                null,
                null,
                null),
            entry(
                "closing",
                life.closingArticles(),
                Condition.ALWAYS,
                Texts.of("pack.closing"),
                null,
                null,
                null)));
  }

  private void chapter(String id, boolean firstHolds, Stream<Entry> entries) {
    var all = entries.toList();
    if (!all.isEmpty()) {
      chapters.add(new Chapter(id, Texts.of("pack.chapter." + id), firstHolds, all));
    }
  }

  private static Entry entry(
      @Nullable String id,
      String articles,
      Condition when,
      Bilingual says,
      @Nullable Question question,
      @Nullable Confidence confidence,
      @Nullable Bilingual note) {
    return new Entry(
        id,
        articles,
        ConditionWords.of(when),
        says,
        question(question),
        null,
        confidence == null ? null : Worded.ofOwn(confidence),
        note);
  }

  private Entry limit(LimitEntry limit) {
    var traits = limit.traits();
    var extension = traits.extension();
    var term = limit instanceof TimeLimitEntry law && traits.fixed().isEmpty() ? law.term() : null;
    var line =
        new LimitLine(
            term,
            traits.fixed(),
            limit instanceof AgencyLimitEntry own ? own.days() : null,
            Worded.ofOwn(limit.start()),
            Worded.ofOwn(limit.onSupplement()),
            Worded.ofOwn(traits.recurrence()),
            Worded.ofNullable(traits.debtor()),
            traits.tell().stream().map(Worded::of).toList(),
            extension == null
                ? null
                : Texts.of(
                    "pack.extension",
                    String.valueOf(extension.times()),
                    String.valueOf(extension.apologyDaysBefore()),
                    (extension.basis().act() + " " + extension.basis().article()).strip()));
    return new Entry(
        limit.id(),
        articles(limit),
        ConditionWords.of(traits.when()),
        says(limit, line),
        null,
        line,
        limit instanceof TimeLimitEntry law ? Worded.ofOwn(law.confidence()) : null,
        null);
  }

  /** Another act is named in full, the pack's own by its article. */
  private String articles(LimitEntry limit) {
    return switch (limit) {
      case TimeLimitEntry law -> {
        var basis = law.term().basis();
        yield basis.act().equals(pack.act())
            ? basis.article()
            : (basis.act() + " " + basis.article()).strip();
      }
      case AgencyLimitEntry own -> own.articles();
    };
  }

  private static Bilingual says(LimitEntry limit, LimitLine line) {
    var term = line.term();
    var name = limit.name();
    var length =
        term != null
            ? length(term)
            : !line.fixed().isEmpty()
                ? Texts.of("pack.fixed", String.join(", ", line.fixed()))
                : Texts.of("pack.no-limit-in-law", Objects.toString(line.parameter(), "-"));
    return new Bilingual(name.vi() + ": " + length.vi(), name.en() + ": " + length.en());
  }

  private static Bilingual length(LegalTerm term) {
    return new Bilingual(
        term.amount() + " " + Vocabulary.text(term.unit(), Worded.VIETNAMESE),
        term.amount() + " " + Vocabulary.text(term.unit(), Locale.ENGLISH));
  }

  private static @Nullable QuestionLine question(@Nullable Question question) {
    return question == null
        ? null
        : new QuestionLine(
            question.id(),
            question.text(),
            question.proposes() == null ? null : RoleNames.of(question.proposes()),
            question.answers().stream().map(RoleNames::of).toList());
  }

  /** What a role does; where the entry names none, that a person says it. */
  private static Bilingual role(String key, @Nullable String role) {
    return role == null ? Texts.of("pack.asks") : named(key, in(RoleNames.of(role)));
  }

  private static Bilingual named(String key, @Nullable Bilingual name) {
    var text = Texts.of(key);
    return name == null
        ? text
        : new Bilingual(text.vi().replace("{0}", name.vi()), text.en().replace("{0}", name.en()));
  }

  private static Bilingual in(Worded text) {
    return new Bilingual(text.vi(), text.en());
  }

  private static Bilingual both(Bilingual one, Worded other) {
    return new Bilingual(one.vi() + " (" + other.vi() + ")", one.en() + " (" + other.en() + ")");
  }

  private static Bilingual said(Worded what, @Nullable String more) {
    return more == null
        ? in(what)
        : new Bilingual(what.vi() + ": " + more, what.en() + ": " + more);
  }

  private static Bilingual said(Worded what, Bilingual more) {
    return new Bilingual(what.vi() + ": " + more.vi(), what.en() + ": " + more.en());
  }

  /** Several words as one. */
  static Bilingual list(Collection<Worded> words) {
    return new Bilingual(
        words.stream().map(Worded::vi).collect(Collectors.joining(", ")),
        words.stream().map(Worded::en).collect(Collectors.joining(", ")));
  }
}
