package io.vientro.query.processor;

import io.vientro.query.World;

class EmbeddedProjectionsTest extends ProjectionsContract {
  @Override
  World world() {
    return World.embedded();
  }
}
