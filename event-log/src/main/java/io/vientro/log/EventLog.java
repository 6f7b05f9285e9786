package io.vientro.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The append-only log. Implementations are thread-safe, and any number of processes may write to
 * the same store.
 *
 * <p>Not promised: that a reader sees a commit in the very moment its writer is answered (it sees
 * it at its next read), and anything about wall clocks; the order of the log is the order of
 * commits and nothing else.
 */
public interface EventLog extends AutoCloseable {

  /**
   * Appends a commit, whole or not at all. When this returns, the commit survives the death of any
   * process.
   *
   * @throws SequenceConflictException if another commit holds the same sequence of one of the
   *     aggregates
   * @throws CommitTooLargeException if the commit cannot be stored in one document
   * @throws LogUnavailableException if the store cannot be reached or does not answer; the outcome
   *     was then settled as "not appended" or, if even that cannot be found out, the exception says
   *     so and the same commit id can be sent again
   */
  Appended append(Commit commit);

  /** The commit with this id, if it was ever appended. */
  Optional<StoredCommit> commit(String commitId);

  /**
   * Events of one aggregate in the order of their sequence, from {@code fromSequence} on, at most
   * {@code limit}; empty if there are none. Hashes are not checked here (an aggregate's events lie
   * scattered over the log); a result that does not match the keys of the log is an error, never a
   * shorter history.
   *
   * @throws LogCorruptedException if fewer or more events are found than the log's keys promise
   */
  List<StoredEvent> aggregate(String aggregate, long fromSequence, int limit);

  /**
   * Which of several aggregates have moved on, in one question to the store.
   *
   * @param next by aggregate, the sequence that its next event would take as far as the caller
   *     knows
   * @return those that have an event with that sequence
   */
  Set<String> moved(Map<String, Long> next);

  /**
   * Reads on from a position; the reader checks hashes and contiguity as it goes. Positions may
   * start anywhere in the log, also in the middle of a block.
   *
   * @param fromPosition first position wanted; it may lie beyond the head, the reader then waits
   *     for it
   */
  LogReader reader(long fromPosition);

  /**
   * The position that the next event will take; 0 for an empty log. Read with the durability that
   * writers get.
   */
  long nextPosition();

  /**
   * Rings whenever this process has appended, and, where the store can tell, when another one has.
   * Never the only way to notice.
   */
  AutoCloseable onAppend(Runnable bell);

  @Override
  void close();
}
