package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.measure.Machine;
import io.vientro.trials.bench.LimitsBench.Asked;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.ObjectMapper;

class LimitsBenchTest {
  private static final Machine MACHINE =
      new Machine("a processor", 2, "1 GiB", "Linux", "a JVM", "0123", Instant.EPOCH, 0.5);

  @ParameterizedTest
  @EnumSource
  void theLoopFindsWhatTheEngineFinds(LimitSamples.Term term) {
    var calendar = new WorkingCalendar(LimitSamples.NOTICES);
    var loop = new DayLoop(LimitSamples.NOTICES);
    assertThat(LimitSamples.of(term, 2_000, 3))
        .allSatisfy(count -> assertThat(loop.due(count)).isEqualTo(calendar.due(count)));
  }

  @Test
  void theNoticeMovesSomeLimitsAndNotAll() {
    var figures = new Figures();
    var moved = LimitsBench.afterANotice(figures, 1_000, 3);
    assertThat(moved).isBetween(100, 900);
    assertThat(figures.samples(LimitsReport.OURS)).hasSize(3);
    assertThat(figures.samples(LimitsReport.LOOP)).hasSize(3);
  }

  @Test
  void theSameSeedGivesTheSameLimits() {
    assertThat(LimitSamples.open(100, 1)).isEqualTo(LimitSamples.open(100, 1));
    assertThat(LimitSamples.open(100, 1)).isNotEqualTo(LimitSamples.open(100, 2));
  }

  @Test
  void aReportTellsEachTermAndTheRatio() {
    var figures = new Figures();
    for (var term : LimitSamples.Term.values()) {
      figures.add(LimitBenchmarks.name("derive", term), 0.05);
      figures.add(LimitBenchmarks.name("explain", term), 2);
      figures.add(LimitBenchmarks.name("loop", term), 1);
    }
    figures.add(LimitsReport.OURS, 0.02);
    figures.add(LimitsReport.LOOP, 0.5);
    var report = new LimitsReport(figures, 100_000, 40_000, 1, false);
    assertThat(report.markdown(MACHINE, "./vientro bench limits"))
        .contains(
            "| 20 working days | 0.050 | 2.000 | 1.000 | 20.0 |", "| loop / derived | 25.0 | |")
        .anyMatch(line -> line.startsWith("100,000 open limits") && line.contains("40,000"))
        .noneMatch(line -> line.contains("--quick"));
    var json = new ObjectMapper().readTree(report.json(MACHINE));
    assertThat(json.get("benchmark").stringValue()).isEqualTo("limits");
    assertThat(json.get("derive_hours_48_us").asDouble()).isEqualTo(0.05);
    assertThat(json.get("after_notice_loop_vs_ours").asDouble()).isEqualTo(25);
  }

  @Test
  void whatWasNotMeasuredIsNullAndAQuickRunSaysThatItIsOne() {
    var report = new LimitsReport(new Figures(), 1, 0, 1, true);
    assertThat(report.markdown(MACHINE, "x")).first().asString().contains("--quick");
    assertThat(new ObjectMapper().readTree(report.json(MACHINE)).get("after_notice_s").isNull())
        .isTrue();
  }

  @Test
  void onlyAWholeRunIsRecordedAndWhatIsNotKnownIsRefused() {
    assertThat(Asked.of(new String[] {"."}).limits()).isEqualTo(100_000);
    assertThat(Asked.of(new String[] {".", "--record"}).command())
        .isEqualTo("./vientro bench limits --record");
    assertThatThrownBy(() -> Asked.of(new String[] {".", "--record", "--quick"}))
        .hasMessageContaining("whole run");
    assertThatThrownBy(() -> Asked.of(new String[] {".", "--fast"})).hasMessageContaining("--fast");
  }
}
