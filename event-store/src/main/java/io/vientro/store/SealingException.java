package io.vientro.store;

/**
 * A personal value cannot be sealed or unsealed: it was tampered with, its key is missing, or its
 * subject was erased before. The message names the key and the place, never the value.
 */
public class SealingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SealingException(String message) {
    super(message);
  }

  public SealingException(String message, Throwable cause) {
    super(message, cause);
  }
}
