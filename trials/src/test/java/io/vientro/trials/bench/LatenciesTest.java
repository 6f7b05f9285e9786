package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.measure.Latencies;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final long MILLISECOND = 1_000_000;

  private static Latencies millis(long from, long to) {
    return Latencies.of(
        LongStream.rangeClosed(from, to).map(n -> (from + to - n) * MILLISECOND).toArray());
  }

  @Test
  void aPercentileIsTheSmallestTimeThatSoManyDoNotExceed() {
    Latencies hundred = millis(1, 100);
    assertThat(hundred.millis(50)).isEqualTo(50);
    assertThat(hundred.millis(99)).isEqualTo(99);
    assertThat(hundred.millis(100)).isEqualTo(100);
    assertThat(millis(7, 7).millis(99)).isEqualTo(7);
  }

  @Test
  void timesOfTwoProcessesAreMergedAndTheirPercentilesAreNotAveraged() {
    Latencies merged = Latencies.merged(List.of(millis(1, 99), millis(1000, 1000)));
    assertThat(merged.count()).isEqualTo(100);
    assertThat(merged.millis(99)).isEqualTo(99);
    assertThat(merged.millis(100)).isEqualTo(1000);
  }

  @Test
  void ofNothingThereIsNoPercentile() {
    assertThat(Latencies.of(new long[0]).millis(50)).isNaN();
  }
}
