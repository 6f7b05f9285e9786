package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
import io.vientro.core.calendar.Count;
import io.vientro.core.calendar.DueDate;
import io.vientro.core.calendar.Explanation.Kind;
import io.vientro.core.calendar.Explanation.Step;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.LegalBasis;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code due-dates.txt}: each date with its arithmetic. */
class DueDatesTest {
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSeed.notices());
  private static final DayByDay CLERK = new DayByDay(CalendarSeed.notices(), null);
  private static final Pattern COUNTED_SO_FAR = Pattern.compile("\\((\\d+)\\)");

  record Row(String name, DayByDay.Question question, DueDate due, String why) {
    static Row of(String line) {
      var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      assertThat(cells).as(line).hasSize(8);
      var unit = Unit.valueOf(cells.get(3));
      var fixed = unit == Unit.FIXED_DATE;
      return new Row(
          cells.get(0) + ", " + cells.get(1),
          new DayByDay.Question(
              unit == Unit.HOUR
                  ? LocalDateTime.parse(cells.get(1))
                  : LocalDate.parse(cells.get(1)).atTime(9, 30),
              fixed ? 1 : Integer.parseInt(cells.get(2)),
              unit,
              EndRule.valueOf(cells.get(4)) == EndRule.ROLL_FORWARD,
              fixed ? LocalDate.parse(cells.get(2)) : null,
              Integer.parseInt(cells.get(5))),
          expected(cells.get(6)),
          cells.get(7));
    }

    /** {@code gap YEAR; certain until DAY[; not before DAY]}, a minute, or a day. */
    private static DueDate expected(String text) {
      if (text.startsWith("gap ")) {
        var parts = text.substring("gap ".length()).split("; ");
        return new DueDate.CalendarGap(
            Integer.parseInt(parts[0]),
            LocalDate.parse(parts[1].substring("certain until ".length())),
            parts.length < 3 ? null : LocalDate.parse(parts[2].substring("not before ".length())));
      }
      if (text.contains("T")) {
        var minute = LocalDateTime.parse(text);
        return new DueDate.On(minute.toLocalDate(), minute.atZone(Zone.HO_CHI_MINH).toInstant());
      }
      return new DueDate.On(LocalDate.parse(text));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Count count(DayByDay.Question question) {
    return new Count(
        question.from().toLocalDate(),
        question.from().atZone(Zone.HO_CHI_MINH).toInstant(),
        new LegalTerm(
            question.amount(),
            question.unit(),
            question.rolls() ? EndRule.ROLL_FORWARD : EndRule.NO_ROLL,
            LegalBasis.HOUSE_RULE,
            question.fixed()),
        question.used());
  }

  static Stream<Row> rows() {
    return CheckedFile.resource("due-dates.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Row::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void the_engine_finds_the_date_of_the_table(Row row) {
    assertThat(CALENDAR.due(count(row.question()))).as(row.why()).isEqualTo(row.due());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_clerk_with_a_finger_on_the_notices_finds_it_too(Row row) {
    assertThat(CLERK.due(row.question())).as(row.why()).isEqualTo(row.due());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void the_explanation_shows_every_day_and_sums_to_the_date(Row row) {
    Explained.check(CALENDAR, count(row.question()));
  }

  /** The last number in brackets is the working day on which the term ends. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void the_arithmetic_of_working_days_counts_to_the_amount(Row row) {
    var question = row.question();
    assertThat(row.why()).isNotBlank();
    var counted = COUNTED_SO_FAR.matcher(row.why()).results().toList();
    if (question.unit() == Unit.WORKING_DAY
        && !counted.isEmpty()
        && row.due() instanceof DueDate.On
        && question.amount() < 100) {
      assertThat(Integer.parseInt(counted.getLast().group(1)))
          .isEqualTo(question.amount() - question.used());
    }
  }

  @Test
  void the_table_covers_the_years_the_units_the_rules_and_the_days_that_matter() {
    var rows = rows().toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(80);
    assertThat(rows).extracting(r -> r.question().unit()).contains(Unit.values());
    assertThat(rows).extracting(r -> r.question().rolls()).contains(true, false);
    assertThat(rows.stream().map(Row::due).map(DueDate::date).toList())
        .contains(
            LocalDate.of(2024, 5, 4),
            LocalDate.of(2025, 4, 26),
            LocalDate.of(2026, 1, 10),
            LocalDate.of(2026, 8, 22),
            LocalDate.of(2024, 2, 29));
    var ends = rows.stream().map(Row::due).map(DueDate::date).filter(d -> d != null).toList();
    assertThat(ends).extracting(LocalDate::getYear).contains(2021, 2022, 2023, 2024, 2025, 2026);
  }

  @Test
  void an_explanation_names_the_notice_of_each_day_off_and_of_each_worked_saturday() {
    var term = new LegalTerm(10, Unit.WORKING_DAY, EndRule.ROLL_FORWARD, LegalBasis.HOUSE_RULE);
    var steps = CALENDAR.explain(Count.of(LocalDate.of(2024, 4, 24), term)).steps();
    var number = "5015/TB-LĐTBXH; 1570/TB-LĐTBXH";
    assertThat(steps).extracting(Step::kind).startsWith(Kind.START).endsWith(Kind.DUE);
    assertThat(of(steps, Kind.SKIPPED_DAY_OFF))
        .extracting(Step::day)
        .containsExactly(
            LocalDate.of(2024, 4, 29), LocalDate.of(2024, 4, 30), LocalDate.of(2024, 5, 1));
    assertThat(of(steps, Kind.SKIPPED_DAY_OFF)).extracting(Step::notice).containsOnly(number);
    assertThat(of(steps, Kind.WORKED_WEEKEND))
        .containsExactly(
            new Step(
                Kind.WORKED_WEEKEND,
                LocalDate.of(2024, 5, 4),
                null,
                5,
                number,
                CalendarSeed.notices().get(3).basis()));
    assertThat(of(steps, Kind.SKIPPED_WEEKEND)).extracting(Step::notice).containsOnlyNulls();
  }

  private static List<Step> of(List<Step> steps, @Nullable Kind kind) {
    return steps.stream().filter(s -> s.kind() == kind).toList();
  }
}
