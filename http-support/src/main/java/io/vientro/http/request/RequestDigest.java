package io.vientro.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was asked for, as one number: SHA-256 over method and path, then the body in its canonical
 * spelling (field order and white space do not count), each preceded by its length in bytes as four
 * bytes, big end first.
 *
 * @param hex 64 digits, lower case
 */
public record RequestDigest(String hex) {

  /**
   * @param target method and path, {@code POST /api/v1/dossiers}
   * @param canonicalBody as {@link io.vientro.http.json.StrictJson#bound} gives it; empty for a
   *     request without a body
   */
  public static RequestDigest of(String target, byte[] canonicalBody) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, target.getBytes(StandardCharsets.UTF_8));
      add(digest, canonicalBody);
      return new RequestDigest(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Of the request under way.
   *
   * @throws IllegalStateException if its {@code @RequestBody} has not been read: call this in the
   *     controller's own code
   */
  public static RequestDigest of(HttpServletRequest request) {
    if (request.getAttribute(StrictJsonConverter.CANONICAL) instanceof byte[] canonical) {
      return of(request.getMethod() + " " + request.getRequestURI(), canonical);
    }
    throw new IllegalStateException("no body was read");
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
