package io.vientro.store;

class DurableRaisedRevisionTest extends RaisedRevisionContract {
  @Override
  TestStore open() {
    return TestStore.durable();
  }
}
