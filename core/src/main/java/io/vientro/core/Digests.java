package io.vientro.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 as lower-case hex. */
public final class Digests {
  private Digests() {}

  /**
   * Digest of a list of texts, each written with its length before it, so that no two lists are
   * read as one.
   *
   * @param texts in their order
   */
  public static String sha256(List<String> texts) {
    var joined = new StringBuilder();
    for (var text : texts) {
      joined.append(text.length()).append(':').append(text);
    }
    return sha256(joined.toString());
  }

  /** Digest of the text's UTF-8 bytes. */
  public static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
