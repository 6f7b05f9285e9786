package io.vientro.query.web;

import io.vientro.query.World;

class DurableCorruptedLogTest extends CorruptedLogContract {
  @Override
  World world() {
    return World.durable();
  }
}
