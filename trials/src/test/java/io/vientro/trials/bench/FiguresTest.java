package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void theMedianOfThreeRoundsIsTheOneInTheMiddleWhateverTheirOrder() {
    figures.add("a", 9);
    figures.add("a", 1);
    figures.add("a", 4);
    assertThat(figures.median("a")).contains(4.0);
  }

  @Test
  void theMedianOfTwoLiesBetweenThem() {
    figures.add("a", 1);
    figures.add("a", 2);
    assertThat(figures.median("a")).contains(1.5);
  }

  @Test
  void whatWasNotMeasuredHasNoMedianAndNoRatio() {
    figures.add("a", 1);
    assertThat(figures.median("b")).isEmpty();
    assertThat(figures.ratio("a", "b")).isEmpty();
    assertThat(figures.ratio("b", "a")).isEmpty();
  }

  @Test
  void aRatioIsOneMedianAgainstTheOther() {
    for (double each : new double[] {10, 30, 20}) {
      figures.add("ours", each);
      figures.add("theirs", each / 5);
    }
    assertThat(figures.ratio("ours", "theirs").orElseThrow()).isCloseTo(5, within(1e-9));
  }
}
