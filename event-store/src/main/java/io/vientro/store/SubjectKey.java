package io.vientro.store;

/** The key of one subject, or what is left of it. */
public sealed interface SubjectKey {

  /**
   * A key in use.
   *
   * @param secret 256 bits; never logged, never part of {@code toString}
   */
  record Alive(byte[] secret) implements SubjectKey {
    /** Bytes of a key. */
    public static final int LENGTH = 32;

    public Alive {
      if (secret.length != LENGTH) {
        throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
      }
      secret = secret.clone();
    }

    @Override
    public byte[] secret() {
      return secret.clone();
    }

    @Override
    public String toString() {
      return "Alive[…]";
    }
  }

  /** It was destroyed; what it sealed is gone for good. */
  record Destroyed() implements SubjectKey {}
}
