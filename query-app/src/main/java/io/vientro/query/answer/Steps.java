package io.vientro.query.answer;

import io.vientro.core.calendar.Explanation;
import io.vientro.core.dossier.TimeLimitExtended;
import io.vientro.core.rules.Bilingual;
import io.vientro.query.answer.ExplanationAnswers.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Says the steps of a count in words. */
final class Steps {
  private Steps() {}

  static List<Step> of(Explanation explanation) {
    return explanation.steps().stream().map(Steps::of).toList();
  }

  private static Step of(Explanation.Step step) {
    var basis = step.basis();
    return new Step(
        step.kind().name(),
        step.day(),
        step.at(),
        step.number(),
        text(step),
        step.notice(),
        basis == null || basis.isEmpty() ? null : basis);
  }

  private static Bilingual text(Explanation.Step step) {
    return Texts.of(key(step), String.valueOf(step.number()));
  }

  /** Where a minute or a notice makes a difference, there is a text of its own. */
  private static String key(Explanation.Step step) {
    var key = "step." + step.kind().name();
    return switch (step.kind()) {
      case START, DUE -> step.at() == null ? key : key + ".minute";
      case COUNTED -> step.notice() == null ? key : key + ".restored";
      case ROLLED -> step.notice() == null ? key : key + ".notice";
      default -> key;
    };
  }

  /** What the steps rest on, each once, in order. */
  static List<String> articles(List<Step> steps) {
    var articles = new LinkedHashSet<String>();
    for (var step : steps) {
      Stream.of(step.basis(), step.notice()).filter(text -> text != null).forEach(articles::add);
    }
    return List.copyOf(articles);
  }

  /** The step in which an extension replaced the count. */
  static Step extended(TimeLimitExtended e) {
    return new Step(
        "EXTENDED",
        e.newDate(),
        null,
        null,
        Texts.of("step.EXTENDED", Page.day(e.firstDate()), e.reason()),
        null,
        null);
  }
}
