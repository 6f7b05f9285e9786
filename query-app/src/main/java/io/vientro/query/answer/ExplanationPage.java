package io.vientro.query.answer;

import io.vientro.core.Zone;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Vocabulary;
import io.vientro.core.rules.Bilingual;
import io.vientro.http.problem.Language;
import io.vientro.query.answer.ExplanationAnswers.Preview;
import io.vientro.query.answer.ExplanationAnswers.Step;
import io.vientro.query.answer.ExplanationAnswers.TimeLimitExplanation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down, as a page to print, why a date is that date. */
public final class ExplanationPage {
  private static final List<Integer> COLUMNS = List.of(16, 5);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  private final Language language;
  private final Page page = new Page();

  private ExplanationPage(Language language) {
    this.language = language;
  }

  /** The page about a limit of a dossier. */
  public static String of(TimeLimitExplanation it, Language language) {
    return new ExplanationPage(language).write(it);
  }

  /** The page about a term of nobody's. */
  public static String of(Preview it, Language language) {
    return new ExplanationPage(language).write(it);
  }

  private String write(TimeLimitExplanation it) {
    var limit = it.timeLimit();
    page.title(own("explanation.title"))
        .field(own("explanation.dossier"), it.code() == null ? it.id() : it.code())
        .field(own("explanation.aid"), it.title())
        .field(own("explanation.limit"), limit.name() == null ? limit.limit() : in(limit.name()))
        .field(own("explanation.segment"), String.valueOf(limit.segment()))
        .field(own("explanation.period"), limit.period());
    var debtor = limit.debtor();
    if (debtor != null) {
      var agency = debtor.agency();
      page.field(
          own("explanation.debtor"),
          in(debtor.party())
              + (agency == null
                  ? ""
                  : ": " + (agency.name() == null ? agency.id() : in(agency.name()))));
    }
    page.field(own("explanation.cause"), it.cause() == null ? limit.cause() : in(it.cause()))
        .field(own("explanation.from"), Page.day(limit.from()))
        .field(own("explanation.shifted"), limit.shifted())
        .field(own("explanation.term"), limit.term() == null ? null : term(limit.term()))
        .field(own("explanation.standing"), in(limit.standing()));
    steps(it.steps());
    result(it.outcome(), limit.due().date(), it);
    page.field(
        own("explanation.first-due"),
        it.counted() == null ? null : date(it.counted().date(), it.counted().outcome()));
    if (limit.expired() != null) {
      page.field(own("explanation.expired"), Page.day(limit.expired()));
    }
    articles(it.articles());
    page.heading(own("explanation.law"))
        .field(own("explanation.pack"), it.rulePack().id() + " v" + it.rulePack().version())
        .field("SHA-256", it.rulePack().sha256());
    calendar(it.calendar());
    return page.toString();
  }

  private String write(Preview it) {
    page.title(own("explanation.preview"))
        .field(own("explanation.from"), it.from())
        .field(
            own("explanation.term"),
            it.amount()
                + " "
                + Vocabulary.text(it.unit(), language.locale())
                + rolls(it.endRule()));
    steps(it.steps());
    page.heading(own("explanation.result"));
    if (it.due() != null) {
      page.paragraph(result(it.steps()));
    } else {
      gap(it.missingYear(), it.certainUntil(), it.notBefore());
    }
    articles(it.articles());
    page.heading(own("explanation.law"));
    calendar(it.calendar());
    return page.toString();
  }

  private void calendar(ExplanationAnswers.Calendar calendar) {
    page.field(own("explanation.calendar"), calendar.id())
        .field(own("explanation.jurisdiction"), calendar.jurisdiction())
        .field("SHA-256", calendar.sha256());
  }

  private void steps(List<Step> steps) {
    page.heading(own("explanation.count"))
        .row(
            COLUMNS,
            List.of(own("explanation.day"), own("explanation.number"), own("explanation.happens")));
    for (var step : steps) {
      var places = step.kind().equals("COUNTED") || step.kind().equals("WORKED_WEEKEND");
      page.row(
          COLUMNS,
          List.of(
              weekday(step.day()) + " " + Page.day(step.day()),
              places ? String.valueOf(step.number()) : "",
              in(step.text()) + because(step)));
    }
  }

  private static String because(Step step) {
    if (step.notice() == null && step.basis() == null) {
      return "";
    }
    return step.notice() == null
        ? " (" + step.basis() + ")"
        : " (" + step.notice() + (step.basis() == null ? "" : "; " + step.basis()) + ")";
  }

  private void result(String outcome, @Nullable LocalDate due, TimeLimitExplanation it) {
    page.heading(own("explanation.result"));
    switch (outcome) {
      case TimeLimitAnswer.Due.ON -> page.paragraph(result(it.steps()));
      case TimeLimitAnswer.Due.CALENDAR_GAP ->
          gap(it.missingYear(), it.certainUntil(), it.notBefore());
      default -> page.paragraph(own("explanation.open"));
    }
  }

  private String result(List<Step> steps) {
    var last = steps.getLast();
    return last.at() == null
        ? own("explanation.ends", weekday(last.day()) + " " + Page.day(last.day()))
        : own("explanation.ends.minute", last.at().atZone(Zone.HO_CHI_MINH).format(MINUTE));
  }

  private void gap(
      @Nullable Integer year, @Nullable LocalDate certainUntil, @Nullable LocalDate notBefore) {
    page.paragraph(own("explanation.gap", String.valueOf(year)));
    if (certainUntil != null) {
      page.field(own("explanation.certain-until"), Page.day(certainUntil));
    }
    if (notBefore != null) {
      page.field(own("explanation.not-before"), Page.day(notBefore));
    }
  }

  private String date(@Nullable LocalDate date, String outcome) {
    return date == null ? outcome : Page.day(date);
  }

  private void articles(List<String> articles) {
    if (!articles.isEmpty()) {
      page.heading(own("explanation.articles"));
      articles.forEach(page::item);
    }
  }

  private String term(LegalTerm term) {
    var amount =
        term.fixed() == null
            ? term.amount() + " " + Vocabulary.text(term.unit(), language.locale())
            : Page.day(term.fixed());
    return amount + rolls(term.endRule()) + " (" + basis(term.basis()) + ")";
  }

  private static String basis(LegalBasis basis) {
    return (basis.act() + " " + basis.article()).strip();
  }

  private String rolls(LegalTerm.EndRule rule) {
    return rule == LegalTerm.EndRule.ROLL_FORWARD ? "; " + own("explanation.rolls") : "";
  }

  private String weekday(LocalDate day) {
    return own("weekday." + day.getDayOfWeek().getValue());
  }

  private String own(String key, String... values) {
    return in(Texts.of(key, values));
  }

  private String in(Bilingual text) {
    return language == Language.VI ? text.vi() : text.en();
  }

  private String in(Worded text) {
    return language == Language.VI ? text.vi() : text.en();
  }
}
