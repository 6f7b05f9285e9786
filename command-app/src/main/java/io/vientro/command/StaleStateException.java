package io.vientro.command;

/** The aggregate is not where the client has seen it ({@code If-Match}). */
final class StaleStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleStateException() {
    super("the aggregate has moved on", null, false, false);
  }
}
