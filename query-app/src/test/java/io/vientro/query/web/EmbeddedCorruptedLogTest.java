package io.vientro.query.web;

import io.vientro.query.World;

class EmbeddedCorruptedLogTest extends CorruptedLogContract {
  @Override
  World world() {
    return World.embedded();
  }
}
