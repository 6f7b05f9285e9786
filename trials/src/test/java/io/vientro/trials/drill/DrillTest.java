package io.vientro.trials.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The drill in the gate, on a store of its own; {@code docs/drills} keeps a longer one. */
class DrillTest {
  private static final String FAULTS = "40";

  @Test
  void theLogKeepsItsWordUnderFortyFaults() throws IOException {
    String control = System.getenv(Drill.CONTROL);
    assumeTrue(
        control != null && !control.isBlank(),
        Drill.CONTROL + " is not set: the log was not drilled under faults");
    String uri = System.getenv("VIENTRO_TEST_MONGO_URI");
    assumeTrue(
        uri != null && !uri.isBlank(),
        "VIENTRO_TEST_MONGO_URI is not set: the log was not drilled under faults");
    DrillOptions options = DrillOptions.parse("--faults", FAULTS);
    assertThat(Drill.run(options, control, System.out)).isTrue();
  }
}
