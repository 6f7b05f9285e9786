package io.vientro.query.processor;

import io.vientro.query.World;

class EmbeddedDeadLettersTest extends DeadLettersContract {
  @Override
  World world() {
    return World.embedded();
  }
}
