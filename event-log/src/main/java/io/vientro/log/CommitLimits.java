package io.vientro.log;

/**
 * Keeps events and commits within what one document of a store can carry.
 *
 * @param payloadBytes of one event at most, in bytes of UTF-8
 * @param metadataBytes of one event at most, likewise
 * @param commitBytes of one commit at most: its texts plus 256 for each event
 */
public record CommitLimits(int payloadBytes, int metadataBytes, int commitBytes) {
  /** Field names, numbers and the event's key, generously. */
  private static final int PER_EVENT = 256;

  public CommitLimits {
    if (payloadBytes < 1 || metadataBytes < 1 || commitBytes < 1) {
      throw new IllegalArgumentException("a log's bounds are at least 1");
    }
  }

  /**
   * 2 MB for a payload, 64 KB for metadata, 8 MB for a commit: half of what MongoDB allows for a
   * document, since keys, field names and hashes need room beside the texts.
   */
  public static CommitLimits defaults() {
    return new CommitLimits(2 << 20, 64 << 10, 8 << 20);
  }

  /**
   * About what the commit takes in a block, in bytes.
   *
   * @throws CommitTooLargeException if it, or one of its events, is beyond the limits
   */
  long check(Commit commit) {
    long size = commit.id().length();
    for (NewEvent event : commit.events()) {
      long payload = bytes(event.payload());
      long metadata = bytes(event.metadata());
      within(commit, event, "payload", payload, payloadBytes);
      within(commit, event, "metadata", metadata, metadataBytes);
      size += PER_EVENT + payload + metadata;
      size += bytes(event.type()) + bytes(event.id()) + 2 * bytes(event.aggregate());
    }
    if (size > commitBytes) {
      throw new CommitTooLargeException(
          "commit %s takes %d bytes, at most %d are allowed"
              .formatted(commit.id(), size, commitBytes));
    }
    return size;
  }

  private static void within(Commit commit, NewEvent event, String part, long size, int limit) {
    if (size > limit) {
      throw new CommitTooLargeException(
          "commit %s: the %s of event %d of %s takes %d bytes, at most %d are allowed"
              .formatted(commit.id(), part, event.sequence(), event.aggregate(), size, limit));
    }
  }

  /** Of well-formed text: surrogates come in pairs, of four bytes together. */
  private static long bytes(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
