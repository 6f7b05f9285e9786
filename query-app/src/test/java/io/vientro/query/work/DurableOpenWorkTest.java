package io.vientro.query.work;

import io.vientro.query.World;

class DurableOpenWorkTest extends OpenWorkContract {
  @Override
  World world() {
    return World.durable();
  }

  @Override
  int everySoMany() {
    return 41;
  }
}
