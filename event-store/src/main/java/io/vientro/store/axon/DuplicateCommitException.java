package io.vientro.store.axon;

import io.vientro.log.StoredCommit;

/**
 * A commit with this id lies in the log already; nothing was appended. The unit of work rolls back,
 * and the caller answers as it did the first time, from what is stored, after comparing the digest
 * of the request in its metadata.
 */
public class DuplicateCommitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StoredCommit commit;

  public DuplicateCommitException(StoredCommit commit) {
    super("already in the log: commit " + commit.id());
    this.commit = commit;
  }

  /** What was stored the first time. */
  public StoredCommit commit() {
    return commit;
  }
}
