package io.vientro.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DurableAcceptanceTest extends AcceptanceContract {
  static final String VARIABLE = "VIENTRO_TEST_MONGO_URI";

  @Override
  String uri() {
    return uriOrAbort();
  }

  static String uriOrAbort() {
    var uri = System.getenv(VARIABLE);
    assumeTrue(
        uri != null && !uri.isBlank(),
        VARIABLE + " is not set: acceptance was not tested on a durable store");
    return uri;
  }
}
