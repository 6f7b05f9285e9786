package io.vientro.query.answer;

import io.vientro.query.World;

class EmbeddedOpenWorkQueryTest extends OpenWorkQueryContract {
  @Override
  World world() {
    return World.embedded();
  }
}
