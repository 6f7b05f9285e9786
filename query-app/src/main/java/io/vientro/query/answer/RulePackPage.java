package io.vientro.query.answer;

import io.vientro.core.rules.Bilingual;
import io.vientro.http.problem.Language;
import io.vientro.query.answer.RulePackAnswers.Entry;
import io.vientro.query.answer.RulePackAnswers.ParameterLine;
import io.vientro.query.answer.RulePackAnswers.RulePackReading;
import org.jspecify.annotations.Nullable;

/** Writes down a rule pack as a text to print. */
public final class RulePackPage {
  private final Language language;
  private final Page page = new Page();

  private RulePackPage(Language language) {
    this.language = language;
  }

  public static String of(RulePackReading pack, Language language) {
    return new RulePackPage(language).write(pack);
  }

  private String write(RulePackReading pack) {
    page.title(pack.act())
        .paragraph(in(pack.title()))
        .gap()
        .field(own("pack.version"), pack.id() + " v" + pack.version())
        .field("SHA-256", pack.sha256())
        .field(own("pack.in-force-from"), Page.day(pack.inForceFrom()))
        .field(
            own("pack.in-force-to"), pack.inForceTo() == null ? null : Page.day(pack.inForceTo()));
    for (var chapter : pack.chapters()) {
      page.heading(in(chapter.title()));
      if (chapter.firstHolds()) {
        page.paragraph(own("pack.first-holds"));
      }
      chapter.entries().forEach(this::entry);
    }
    page.heading(own("pack.parameters")).paragraph(own("pack.parameters.why"));
    pack.parameters().forEach(this::parameter);
    return page.toString();
  }

  private void entry(Entry entry) {
    page.gap()
        .item("[" + entry.articles() + "] " + in(entry.says()))
        .field("  " + own("pack.when"), inOrNull(entry.when()));
    var limit = entry.limit();
    if (limit != null) {
      page.field("  " + own("pack.start"), in(limit.start()))
          .field("  " + own("pack.recurrence"), in(limit.recurrence()))
          .field("  " + own("pack.debtor"), limit.debtor() == null ? null : in(limit.debtor()))
          .field(
              "  " + own("pack.tell"),
              limit.tell().isEmpty() ? null : in(RulePackChapters.list(limit.tell())))
          .field("  " + own("pack.on-supplement"), in(limit.onSupplement()))
          .field("  " + own("pack.extended"), inOrNull(limit.extension()));
    }
    var question = entry.question();
    if (question != null) {
      page.field("  " + own("pack.question"), in(question.text()))
          .field("  " + own("pack.answers"), in(RulePackChapters.list(question.answers())))
          .field(
              "  " + own("pack.proposes"),
              question.proposes() == null ? null : in(question.proposes()));
    }
    page.field("  " + own("pack.note"), inOrNull(entry.note()))
        .field(
            "  " + own("pack.confidence"),
            entry.confidence() == null ? null : in(entry.confidence()));
  }

  private void parameter(ParameterLine parameter) {
    page.gap()
        .item(parameter.name() + ": " + in(parameter.description()))
        .field(
            "  " + own("pack.values"),
            parameter.values().isEmpty()
                ? in(parameter.kind())
                : String.join(", ", parameter.values()));
    if (parameter.settings().isEmpty()) {
      page.field("  " + own("pack.set"), own("pack.not-set"));
    }
    for (var setting : parameter.settings()) {
      var agency = setting.agency();
      page.field(
          "  " + own("pack.set"),
          "%s = %s (%s; %s %s)"
              .formatted(
                  agency.name() == null ? agency.id() : in(agency.name()),
                  setting.value(),
                  setting.basis(),
                  own("pack.from"),
                  Page.day(setting.from())));
    }
  }

  private String own(String key) {
    return in(Texts.of(key));
  }

  private @Nullable String inOrNull(@Nullable Bilingual text) {
    return text == null ? null : in(text);
  }

  private String in(Bilingual text) {
    return language == Language.VI ? text.vi() : text.en();
  }

  private String in(Worded text) {
    return language == Language.VI ? text.vi() : text.en();
  }
}
