package io.vientro.core.calendar;

import static io.vientro.core.dossier.Samples.CALENDAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.vientro.core.calendar.Explanation.Kind;
import io.vientro.core.calendar.Explanation.Step;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegalTermTest {
  private static final LegalBasis BASIS = new LegalBasis("Decree 80/2020/NĐ-CP", "10.6");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final String DECREE = "Decree 80/2020/NĐ-CP 10.6";

  // Terms

  @Test
  void aFixedDateAndNothingElseNamesItsDay() {
    assertThat(new LegalTerm(1, Unit.FIXED_DATE, EndRule.ROLL_FORWARD, BASIS, DAY).fixed())
        .isEqualTo(DAY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LegalTerm(1, Unit.FIXED_DATE, EndRule.NO_ROLL, BASIS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LegalTerm(1, Unit.MONTH, EndRule.NO_ROLL, BASIS, DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LegalTerm(2, Unit.FIXED_DATE, EndRule.NO_ROLL, BASIS, DAY));
  }

  @Test
  void aTermInHoursRunsFromAMinute() {
    var hours = term(48, Unit.HOUR);
    assertThatIllegalArgumentException().isThrownBy(() -> Count.of(DAY, hours));
    var count = Count.of(Instant.parse("2026-01-14T23:30:59.999Z"), hours);
    assertThat(count.from()).isEqualTo(DAY);
    assertThat(count.at()).isEqualTo("2026-01-14T23:30:00Z");
  }

  @Test
  void noLessThanNothingWasUsed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Count(DAY, null, term(5, Unit.WORKING_DAY), -1));
  }

  @Test
  void aFixedDateStandsWhateverWasUsed() {
    var fixed = new LegalTerm(1, Unit.FIXED_DATE, EndRule.ROLL_FORWARD, BASIS, DAY);
    assertThat(CALENDAR.due(new Count(LocalDate.of(2026, 1, 5), null, fixed, 3)))
        .isEqualTo(new DueDate.On(DAY));
  }

  // The instant from which a term has passed

  @Test
  void aDayHasPassedWhenTheNextOneStartsInHanoi() {
    assertThat(new DueDate.On(DAY).endsAt()).isEqualTo("2026-01-15T17:00:00Z");
  }

  @Test
  void aMinuteHasPassedWhenTheNextOneStarts() {
    var due = CALENDAR.due(Count.of(Instant.parse("2026-01-13T02:15:30Z"), term(48, Unit.HOUR)));
    assertThat(due).isEqualTo(new DueDate.On(DAY, Instant.parse("2026-01-15T02:15:00Z")));
    assertThat(due.endsAt()).isEqualTo("2026-01-15T02:16:00Z");
  }

  @Test
  void whatHasNoDateHasNotPassed() {
    assertThat(new DueDate.CalendarGap(2027, DAY, DAY.plusDays(1)).endsAt()).isNull();
    assertThat(new DueDate.Open().endsAt()).isNull();
    assertThat(new DueDate.Open().date()).isNull();
  }

  @Test
  void listsPutWhatHasNoDateBehindEverythingElse() {
    assertThat(new DueDate.Open().orderedBy()).isEqualTo("9999-12-31");
    assertThat(new DueDate.On(DAY).orderedBy()).isEqualTo(DAY);
    assertThat(new DueDate.CalendarGap(2027, DAY, null).orderedBy()).isEqualTo(DAY);
    assertThat(new DueDate.CalendarGap(2027, DAY, DAY.plusDays(9)).orderedBy())
        .isEqualTo(DAY.plusDays(9));
  }

  // Explanations

  @Test
  void calendarDaysThatEndInTetAreExplained() {
    var steps = explain(new Count(LocalDate.of(2026, 2, 14), null, term(4, Unit.CALENDAR_DAY), 2));
    var number = "9441/TB-BNV; 12729/VPCP-KGVX; 3383/BNV-CVL; 28/2026/QH16";
    var rolling = "Civil Code 2015 Art. 148.5";
    assertThat(steps)
        .containsExactly(
            step(Kind.START, 14, null, null, "Civil Code 2015 Art. 147.2"),
            step(Kind.USED, 14, 2, null, null),
            step(Kind.COUNTED, 15, 3, null, null),
            step(Kind.COUNTED, 16, 4, null, null),
            step(Kind.ROLLED, 16, null, number, rolling),
            step(Kind.ROLLED, 17, null, number, rolling),
            step(Kind.ROLLED, 18, null, number, rolling),
            step(Kind.ROLLED, 19, null, number, rolling),
            step(Kind.ROLLED, 20, null, number, rolling),
            step(Kind.ROLLED, 21, null, null, rolling),
            step(Kind.ROLLED, 22, null, null, rolling),
            step(Kind.DUE, 23, null, null, DECREE));
  }

  @Test
  void aMonthWithoutTheDayIsExplained() {
    var from = LocalDate.of(2026, 1, 31);
    var end = LocalDate.of(2026, 2, 28);
    var month = new LegalTerm(1, Unit.MONTH, EndRule.NO_ROLL, BASIS);
    var basis = "Civil Code 2015 Art. 148.3";
    assertThat(explain(Count.of(from, month)))
        .containsExactly(
            new Step(Kind.START, from, null, null, null, "Civil Code 2015 Art. 147.2"),
            new Step(Kind.MONTHS, end, null, 1, null, basis),
            new Step(Kind.MONTH_END, end, null, 31, null, basis),
            new Step(Kind.DUE, end, null, null, null, DECREE));
  }

  @Test
  void hoursAreExplainedFromTheMinute() {
    var at = Instant.parse("2026-01-13T18:15:00Z");
    var end = Instant.parse("2026-01-14T18:15:00Z");
    var from = LocalDate.of(2026, 1, 14);
    assertThat(explain(Count.of(at, term(24, Unit.HOUR))))
        .containsExactly(
            new Step(Kind.START, from, at, null, null, "Civil Code 2015 Art. 147.1"),
            new Step(Kind.HOURS, DAY, end, 24, null, DECREE),
            new Step(Kind.DUE, DAY, end, null, null, DECREE));
  }

  @Test
  void aCountThatRunsIntoAnUnknownYearSaysWhereItStopped() {
    var steps = explain(Count.of(LocalDate.of(2026, 12, 30), term(2, Unit.WORKING_DAY)));
    assertThat(steps)
        .extracting(Step::kind, Step::day, Step::number)
        .containsExactly(
            tuple(Kind.START, LocalDate.of(2026, 12, 30), null),
            tuple(Kind.COUNTED, LocalDate.of(2026, 12, 31), 1),
            tuple(Kind.GAP, LocalDate.of(2027, 1, 1), 2027));
  }

  @Test
  void whereNothingSaysHowLongNothingIsCounted() {
    var count = new Count(DAY, null, null, 0);
    assertThat(CALENDAR.due(count)).isEqualTo(new DueDate.Open());
    assertThat(explain(count)).extracting(Step::kind).containsExactly(Kind.START, Kind.OPEN);
  }

  private static List<Step> explain(Count count) {
    var explanation = CALENDAR.explain(count);
    assertThat(explanation.due()).isEqualTo(CALENDAR.due(count));
    return explanation.steps();
  }

  private static Step step(
      Kind kind,
      int february,
      @Nullable Integer number,
      @Nullable String notice,
      @Nullable String basis) {
    return new Step(kind, LocalDate.of(2026, 2, february), null, number, notice, basis);
  }

  private static LegalTerm term(int amount, Unit unit) {
    return new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, BASIS);
  }
}
