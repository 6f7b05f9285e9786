package io.vientro.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * One formatter for everybody. With {@code -Dvientro.format=write}, which {@code ./vientro format}
 * passes, it rewrites instead of complaining.
 */
class SourceFormatTest {

  @Test
  void everySourceIsFormatted() {
    var format = new SourceFormat();
    if ("write".equals(System.getProperty("vientro.format"))) {
      format.rewrite();
    }
    assertThat(format.unformatted())
        .extracting(Repository::relative)
        .as("not formatted; run ./vientro format")
        .isEmpty();
  }
}
