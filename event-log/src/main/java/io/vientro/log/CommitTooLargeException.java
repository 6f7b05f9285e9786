package io.vientro.log;

/** The commit exceeds the size that one document of the store can carry. It was not appended. */
public class CommitTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommitTooLargeException(String message) {
    super(message);
  }
}
