package io.vientro.query.answer;

import io.vientro.query.World;

class EmbeddedDutyQueryTest extends DutyQueryContract {
  @Override
  World world() {
    return World.embedded();
  }
}
