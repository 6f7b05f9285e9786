package io.vientro.query.answer;

import io.vientro.query.World;

class DurableDutyQueryTest extends DutyQueryContract {
  @Override
  World world() {
    return World.durable();
  }
}
