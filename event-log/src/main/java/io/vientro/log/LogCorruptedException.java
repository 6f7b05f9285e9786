package io.vientro.log;

/**
 * What lies in the store is not what was appended: a hole, a broken hash, a missing event. Reading
 * stops here.
 */
public class LogCorruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;

  public LogCorruptedException(long position, String message) {
    super("position " + position + ": " + message);
    this.position = position;
  }

  public LogCorruptedException(long position, String message, Throwable cause) {
    super("position " + position + ": " + message, cause);
    this.position = position;
  }

  /** The first position that cannot be trusted. */
  public long position() {
    return position;
  }
}
