package io.vientro.command.due;

/** Asks the dossier to raise what an entry of the index names. */
public interface DueRaiser {
  /** What came of it. */
  enum Outcome {
    /** It is raised, by this or by an earlier asking. */
    RAISED,
    /** There is nothing to raise: the entry says what no longer holds, or not yet. */
    NOTHING,
    /** Others changed the dossier all the while; it is worth another try. */
    CONTENDED,
    /** It cannot be raised, for a reason that lies in the dossier. */
    FAILED
  }

  /**
   * Asks; twice does no harm.
   *
   * @throws RuntimeException if the store does not answer, or has too much to do
   */
  Outcome raise(DueEntry entry);
}
