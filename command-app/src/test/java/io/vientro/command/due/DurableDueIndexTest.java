package io.vientro.command.due;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DurableDueIndexTest extends DueIndexContract {
  private static final String VARIABLE = "VIENTRO_TEST_MONGO_URI";

  @Override
  String uri() {
    var uri = System.getenv(VARIABLE);
    assumeTrue(
        uri != null && !uri.isBlank(),
        VARIABLE + " is not set: the index of what falls due was not tested on a durable store");
    return uri;
  }
}
