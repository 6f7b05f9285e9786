package io.vientro.store.documents;

import java.nio.charset.StandardCharsets;

/**
 * Layout of a sealed file: four bytes that name the format, 32 bytes of salt, then frames of 64 KiB
 * of content, each followed by its tag of 16 bytes (AES-256-GCM). Number and "this is the last one"
 * are the nonce, so frames that were cut off, left out, swapped or changed do not open. Only the
 * last frame is shorter; it is empty only if the file is.
 */
final class Frames {
  static final int PLAIN_BYTES = 1 << 16;
  static final int TAG_BYTES = 16;
  static final int SALT_BYTES = 32;
  private static final byte[] FORMAT = "VDF1".getBytes(StandardCharsets.US_ASCII);

  private Frames() {}

  static byte[] format() {
    return FORMAT.clone();
  }

  /** How many bytes a file takes once it is sealed. */
  static long sealedLength(long plain) {
    var frames = Math.max(1, Math.ceilDiv(plain, PLAIN_BYTES));
    return FORMAT.length + SALT_BYTES + plain + frames * TAG_BYTES;
  }
}
