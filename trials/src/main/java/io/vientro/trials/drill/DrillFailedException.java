package io.vientro.trials.drill;

/** The drill cannot go on: something did not come back, or died without having been killed. */
final class DrillFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DrillFailedException(String message) {
    super(message);
  }

  DrillFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
