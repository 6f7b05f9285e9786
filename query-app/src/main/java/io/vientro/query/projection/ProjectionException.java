package io.vientro.query.projection;

/**
 * An event that a projection cannot take. It is never skipped: it waits in the dead-letter queue,
 * or the processor stays before it, and it is tried again.
 */
public class ProjectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;

  public ProjectionException(String view, long position, Throwable cause) {
    super(view + " cannot take the event at position " + position, cause);
    this.position = position;
  }

  /** Position of the event. */
  public long position() {
    return position;
  }
}
