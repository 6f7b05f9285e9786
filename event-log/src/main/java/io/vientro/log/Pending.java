package io.vientro.log;

import com.mongodb.MongoException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A commit on its way into the log, until its outcome is known. Its fields are the writer's. */
final class Pending {
  private final Commit commit;
  private final List<String> keys;
  private final long bytes;
  private final long deadline;
  private final CompletableFuture<StoredCommit> outcome = new CompletableFuture<>();

  /** Whether the answer, once found in the log, is not the first one that somebody is given. */
  private volatile boolean repeated;

  /**
   * An insert was sent and its answer never came: it may lie in the log, or may yet arrive there.
   */
  boolean outcomeUnknown;

  /** Whether the log has to be asked for this commit before it is sent again. */
  boolean unsettled;

  /**
   * Whether the store answered a block with this commit by an error: it travels alone from then.
   */
  boolean alone;

  @Nullable MongoException lastFailure;

  /**
   * @param bytes about what it takes in a block
   * @param patienceNanos until it is given up
   */
  Pending(Commit commit, long bytes, long patienceNanos) {
    this.commit = commit;
    this.keys = commit.events().stream().map(Block::key).toList();
    this.bytes = bytes;
    this.deadline = System.nanoTime() + patienceNanos;
  }

  Commit commit() {
    return commit;
  }

  String id() {
    return commit.id();
  }

  List<String> keys() {
    return keys;
  }

  long bytes() {
    return bytes;
  }

  boolean isOver() {
    return System.nanoTime() - deadline >= 0;
  }

  long remainingNanos() {
    return Math.max(0, deadline - System.nanoTime());
  }

  /** It was written just now. */
  void written(StoredCommit stored) {
    outcome.complete(stored);
  }

  /** It lies in the log. If it is what we sent without hearing an answer, it was appended now. */
  void found(StoredCommit found) {
    repeated =
        !(outcomeUnknown
            && found.events().stream().map(StoredEvent::event).toList().equals(commit.events()));
    outcome.complete(found);
  }

  void failed(RuntimeException failure) {
    outcome.completeExceptionally(failure);
  }

  /** Gives it up and says what is known. */
  void unavailable(String reason) {
    String known =
        outcomeUnknown
            ? " may or may not have been appended, send the same commit id again: "
            : " was not appended: ";
    failed(new LogUnavailableException("commit " + id() + known + reason, lastFailure));
  }

  /**
   * Waits for the outcome, whatever interrupts: nobody is told anything before it is known.
   *
   * @throws RuntimeException as the append failed; the same exception for all who wait
   */
  Appended await() {
    try {
      return new Appended(outcome.join(), repeated);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** The stored commit once the outcome is known; null if it failed. */
  @Nullable StoredCommit awaitQuietly() {
    return outcome.exceptionally(_ -> null).join();
  }
}
