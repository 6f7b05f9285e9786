package io.vientro.query.processor;

import io.vientro.query.World;

class DurableProjectionsTest extends ProjectionsContract {
  @Override
  World world() {
    return World.durable();
  }
}
