package io.vientro.query.answer;

import io.vientro.query.World;

class EmbeddedDossierListTest extends DossierListContract {
  @Override
  World world() {
    return World.embedded();
  }
}
