package io.vientro.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DurableDueWorkerTest extends DueWorkerContract {
  @Override
  String uri() {
    var uri = System.getenv(DurableAcceptanceTest.VARIABLE);
    assumeTrue(
        uri != null && !uri.isBlank(),
        DurableAcceptanceTest.VARIABLE
            + " is not set: raising what falls due was not tested on a durable store");
    return uri;
  }
}
