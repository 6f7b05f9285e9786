package io.vientro.trials.bench;

/** A contestant at appending, over an empty store of its own. Thread-safe. */
interface Appender extends AutoCloseable {
  /**
   * One call, acknowledged when it returns.
   *
   * @return commits that it stored; 0 if what was made ready beforehand is used up
   */
  int append() throws Exception;

  /** Drops what it stored. */
  @Override
  void close();
}
