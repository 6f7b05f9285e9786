package io.vientro.standalone;

/**
 * What was asked for cannot be done. The message is the one line that whoever typed the command
 * reads.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String line) {
    super(line);
  }

  Refusal(String line, Throwable cause) {
    super(line, cause);
  }
}
