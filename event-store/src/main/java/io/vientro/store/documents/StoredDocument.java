package io.vientro.store.documents;

/**
 * A file that is durable in the store, and of which the log may now be told.
 *
 * @param reference what the log is to know
 * @param contentType what it was found to be
 * @param plainSha256 digest of its content, in lower-case hex; never kept, since it would let a
 *     guess of a personal document be confirmed
 */
public record StoredDocument(DocumentReference reference, String contentType, String plainSha256) {

  public String id() {
    return reference.id();
  }
}
