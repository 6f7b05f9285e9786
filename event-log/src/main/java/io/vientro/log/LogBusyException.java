package io.vientro.log;

/**
 * So many commits wait for their turn already that this one was not taken in. It was not appended;
 * the same commit id can be sent again a little later.
 */
public class LogBusyException extends LogUnavailableException {
  private static final long serialVersionUID = 1L;

  public LogBusyException(String message) {
    super(message, null);
  }
}
