package io.vientro.log;

import org.jspecify.annotations.Nullable;

/**
 * The store could not be reached, or did not answer in time. Nothing is lost: the same commit id
 * can be sent again.
 */
public class LogUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
