package io.vientro.store;

class EmbeddedRaisedRevisionTest extends RaisedRevisionContract {
  @Override
  TestStore open() {
    return TestStore.embedded();
  }
}
