package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.Explanation.Kind;
import io.vientro.core.calendar.Explanation.Step;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold of every explanation. */
final class Explained {
  private static final Set<Kind> OF_DAYS =
      Set.of(
          Kind.COUNTED,
          Kind.WORKED_WEEKEND,
          Kind.SKIPPED_WEEKEND,
          Kind.SKIPPED_DAY_OFF,
          Kind.ROLLED);

  private Explained() {}

  static void check(WorkingCalendar calendar, Count count) {
    var explanation = calendar.explain(count);
    var steps = explanation.steps();
    assertThat(explanation.count()).isEqualTo(count);
    assertThat(explanation.due()).isEqualTo(calendar.due(count));
    assertThat(steps.getFirst().kind()).isEqualTo(Kind.START);
    switch (explanation.due()) {
      case DueDate.On(var date, var at) -> {
        assertThat(steps.getLast().kind()).isEqualTo(Kind.DUE);
        assertThat(steps.getLast().day()).isEqualTo(date);
        assertThat(steps.getLast().at()).isEqualTo(at);
      }
      case DueDate.CalendarGap gap -> {
        assertThat(steps.getLast().kind()).isEqualTo(Kind.GAP);
        assertThat(steps.getLast().number()).isEqualTo(gap.year());
        assertThat(steps.getLast().day().getYear()).isEqualTo(gap.year());
      }
      case DueDate.Open _ -> assertThat(steps.getLast().kind()).isEqualTo(Kind.OPEN);
    }
    var term = count.term();
    if (term != null) {
      numbers(count, term, explanation.due(), steps);
      days(count, term, steps);
    }
  }

  /** Units used before and days counted make the amount, in one row of numbers. */
  private static void numbers(Count count, LegalTerm term, DueDate due, List<Step> steps) {
    var used =
        steps.stream()
            .filter(s -> s.kind() == Kind.USED)
            .mapToInt(s -> Objects.requireNonNull(s.number()))
            .sum();
    var counted = steps.stream().filter(s -> s.kind().counts()).map(Step::number).toList();
    assertThat(counted)
        .isEqualTo(IntStream.rangeClosed(used + 1, used + counted.size()).boxed().toList());
    switch (term.unit()) {
      case CALENDAR_DAY -> assertThat(used + counted.size()).isEqualTo(term.amount());
      case WORKING_DAY -> {
        if (due instanceof DueDate.On) {
          assertThat(used + counted.size()).isEqualTo(term.amount());
        } else {
          assertThat(used + counted.size()).isLessThanOrEqualTo(term.amount());
        }
      }
      case MONTH, HOUR -> {
        var further =
            steps.stream()
                .filter(s -> s.kind() == Kind.MONTHS || s.kind() == Kind.HOURS)
                .mapToInt(s -> Objects.requireNonNull(s.number()))
                .sum();
        assertThat(used + further).isEqualTo(term.amount());
      }
      case FIXED_DATE ->
          assertThat(steps).anyMatch(s -> s.kind() == Kind.FIXED && s.day().equals(term.fixed()));
    }
    assertThat(used).isLessThanOrEqualTo(count.used());
  }

  /** Of a term in days, no day from the first to the last is left out or shown twice. */
  private static void days(Count count, LegalTerm term, List<Step> steps) {
    if (term.unit() == Unit.WORKING_DAY || term.unit() == Unit.CALENDAR_DAY) {
      var shown =
          steps.stream().filter(s -> OF_DAYS.contains(s.kind())).map(Step::day).distinct().toList();
      var left = Math.max(0, term.amount() - count.used());
      var first = left == 0 ? count.from() : count.from().plusDays(1);
      assertThat(shown)
          .isEqualTo(first.datesUntil(afterTheLastShown(term, count, left, steps)).toList());
    }
  }

  /** The day that a term rolls to, and the first unknown one, are told by the last step alone. */
  private static LocalDate afterTheLastShown(
      LegalTerm term, Count count, int left, List<Step> steps) {
    var last = steps.getLast();
    if (left == 0 || last.kind() == Kind.GAP && term.unit() == Unit.WORKING_DAY) {
      return last.day();
    }
    var counted = term.unit() == Unit.WORKING_DAY ? last.day() : count.from().plusDays(left);
    return counted.plusDays(1).isBefore(last.day()) ? last.day() : counted.plusDays(1);
  }
}
