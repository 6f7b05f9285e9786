package io.vientro.app;

/**
 * The process must not start as it was asked to; the message is one line for the person who started
 * it.
 */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefusedException(String message) {
    super(message);
  }
}
