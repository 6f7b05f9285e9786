package io.vientro.trials.drill;

/**
 * One life of a process, from its start to its death.
 *
 * @param name of the writer or reader, the same in all its lives
 * @param number from 1
 */
record Life(String name, int number) {
  @Override
  public String toString() {
    return name + " (life " + number + ")";
  }
}
