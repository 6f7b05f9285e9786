package io.vientro.log;

import org.bson.Document;

class InMemoryEventLogTest extends EventLogContract {
  private final InMemoryEventLog log = new InMemoryEventLog();

  @Override
  protected EventLog open() {
    return log;
  }

  @Override
  protected void put(Document block) {
    log.put(BlockDocument.decode(block));
  }

  @Override
  protected void remove(long first) {
    log.remove(first);
  }
}
