package io.vientro.store.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest to be fed bit by bit. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
