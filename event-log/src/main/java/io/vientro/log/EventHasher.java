package io.vientro.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of the log, in plain Java. {@code docs/log-format.md} gives the bytes field by field,
 * with worked examples.
 *
 * <p>The leaf hash of an event is SHA-256 over {@code 0x00} and its length-prefixed fields: the
 * leaf hash of RFC 9162, section 2.1.1, over that encoding, so that a Merkle tree over positions
 * can be built on it. The running hash is SHA-256 over {@code 0x02}, the running hash before, and
 * the leaf. Neither depends on how events were put into blocks.
 */
public final class EventHasher {
  /** Version of the encoding below; it is part of what is hashed. */
  public static final int FORMAT_VERSION = 1;

  /** Length of every hash here, in bytes. */
  public static final int HASH_LENGTH = 32;

  private static final int LEAF = 0x00;
  private static final byte RUNNING = 0x02;

  private EventHasher() {}

  /** The running hash of the empty log: 32 zero bytes. A new array each time. */
  public static byte[] genesis() {
    return new byte[HASH_LENGTH];
  }

  /** The bytes that are hashed into an event's leaf, the leading {@code 0x00} included. */
  public static byte[] leafInput(StoredEvent stored) {
    NewEvent event = stored.event();
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(256 + event.payload().length() + event.metadata().length());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LEAF);
      out.writeInt(1);
      out.writeByte(FORMAT_VERSION);
      number(out, stored.position());
      text(out, stored.commitId());
      text(out, event.aggregate());
      number(out, event.sequence());
      text(out, event.id());
      number(out, event.at().toEpochMilli());
      text(out, event.type());
      out.writeInt(Integer.BYTES);
      out.writeInt(event.revision());
      text(out, event.payload());
      text(out, event.metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The leaf hash of an event at its position. */
  public static byte[] leaf(StoredEvent stored) {
    return sha256().digest(leafInput(stored));
  }

  /**
   * The running hash after one more event.
   *
   * @param before running hash before the event; {@link #genesis()} at position 0
   * @param leaf the event's leaf hash
   */
  public static byte[] running(byte[] before, byte[] leaf) {
    if (before.length != HASH_LENGTH || leaf.length != HASH_LENGTH) {
      throw new IllegalArgumentException("a hash has " + HASH_LENGTH + " bytes");
    }
    MessageDigest digest = sha256();
    digest.update(RUNNING);
    digest.update(before);
    return digest.digest(leaf);
  }

  private static void number(DataOutputStream out, long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
  }

  private static void text(DataOutputStream out, String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
