package io.vientro.trials.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The drill in the gate, on a store of its own; {@code docs/drills} keeps a longer one. */
class DrillTest {
  private static final String FAULTS = "40";

  private static final String LIMITS = "200";

  @Test
  void theLogKeepsItsWordUnderFortyFaults() throws IOException {
    assertThat(drill("the log was not drilled under faults", "--faults", FAULTS)).isTrue();
  }

  @Test
  void eachOfTwoHundredLimitsIsRaisedOnceWhileProcessesAreKilled() throws IOException {
    assertThat(drill("limits were not drilled under faults", "--limits", LIMITS)).isTrue();
  }

  private static boolean drill(String otherwise, String... arguments) throws IOException {
    String control = System.getenv(Drill.CONTROL);
    assumeTrue(control != null && !control.isBlank(), Drill.CONTROL + " is not set: " + otherwise);
    String uri = System.getenv("VIENTRO_TEST_MONGO_URI");
    assumeTrue(uri != null && !uri.isBlank(), "VIENTRO_TEST_MONGO_URI is not set: " + otherwise);
    return Drill.run(DrillOptions.parse(arguments), control, System.out);
  }
}
