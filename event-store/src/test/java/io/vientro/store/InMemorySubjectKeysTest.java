package io.vientro.store;

class InMemorySubjectKeysTest extends SubjectKeysContract {
  private final SubjectKeys keys = new InMemorySubjectKeys();

  @Override
  SubjectKeys open() {
    return keys;
  }
}
