package io.vientro.store;

/**
 * An event's JSON does not have the shape that its name and revision promise. The message names no
 * value.
 */
public class EventFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EventFormatException(String message) {
    super(message);
  }

  public EventFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
