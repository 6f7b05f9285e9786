package io.vientro.store.documents;

import org.jspecify.annotations.Nullable;

/**
 * What the log knows of a file, and by which it is judged.
 *
 * @param id id of the document and of its file
 * @param sha256 of the bytes as stored, in lower-case hex; of a personal document these are the
 *     sealed ones
 * @param size bytes of the content, as whoever downloads it gets it
 * @param subjectKey id of the key it is sealed with; null if it is not personal
 */
public record DocumentReference(String id, String sha256, long size, @Nullable String subjectKey) {

  /** Bytes that it takes in the store and in an export. */
  public long storedLength() {
    return subjectKey == null ? size : Frames.sealedLength(size);
  }
}
