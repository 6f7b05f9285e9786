package io.vientro.query.answer;

import io.vientro.query.World;

class DurableOpenWorkQueryTest extends OpenWorkQueryContract {
  @Override
  World world() {
    return World.durable();
  }
}
