package io.vientro.query.work;

import io.vientro.query.World;

class EmbeddedOpenWorkTest extends OpenWorkContract {
  @Override
  World world() {
    return World.embedded();
  }

  @Override
  int everySoMany() {
    return 3;
  }
}
