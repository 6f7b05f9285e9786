package io.vientro.log;

import java.nio.charset.StandardCharsets;

/** Keeps a commit within what one document of the store can carry. */
final class CommitSize {
  /**
   * Half of MongoDB's limit of 16 MB for a document: keys, field names and hashes need room beside
   * the texts.
   */
  static final int DEFAULT_LIMIT = 8 << 20;

  /** Field names, numbers and the event's key, generously. */
  private static final int PER_EVENT = 256;

  private CommitSize() {}

  static void check(Commit commit, int limit) {
    long size = commit.id().length();
    for (NewEvent event : commit.events()) {
      size += PER_EVENT + bytes(event.payload()) + bytes(event.metadata());
      size += bytes(event.type()) + bytes(event.id()) + 2 * bytes(event.aggregate());
    }
    if (size > limit) {
      throw new CommitTooLargeException(
          "commit " + commit.id() + " takes " + size + " bytes, at most " + limit + " are allowed");
    }
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
