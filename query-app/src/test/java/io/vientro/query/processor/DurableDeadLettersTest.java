package io.vientro.query.processor;

import io.vientro.query.World;

class DurableDeadLettersTest extends DeadLettersContract {
  @Override
  World world() {
    return World.durable();
  }
}
