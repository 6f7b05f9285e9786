package io.vientro.store.documents;

/** A document that is not taken, or not given out. The message quotes nothing of its content. */
public class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** It has no bytes. */
    EMPTY,
    /** It has more bytes than are allowed; the message is their number. */
    TOO_LARGE,
    /** What it was found to be, which is the message, is not on the list of what is taken. */
    TYPE_NOT_ALLOWED,
    /** It took so long to arrive that nobody can tell whether it is still wanted. */
    TOO_SLOW,
    /** The key of its subject was destroyed: it can be read, or written, no more. */
    ERASED,
    /** The store does not have it, or not as it was recorded. */
    DAMAGED
  }

  public DocumentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public DocumentException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
