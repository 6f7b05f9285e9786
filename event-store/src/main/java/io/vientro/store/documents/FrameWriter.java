package io.vientro.store.documents;

import io.vientro.store.SealingException;
import io.vientro.store.SubjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** Seals what is written to it, see {@link Frames}. Holds one frame; nothing is whole unclosed. */
final class FrameWriter extends OutputStream {
  private final OutputStream out;
  private final FileKey key;
  private final byte[] frame = new byte[Frames.PLAIN_BYTES];
  private int filled;
  private long number;

  /**
   * @param out is closed with this one
   * @param salt random, of this file alone
   */
  FrameWriter(
      OutputStream out, SubjectKey.Alive subject, String keyId, String document, byte[] salt)
      throws IOException {
    this.out = out;
    this.key = new FileKey(subject, keyId, document, salt);
    out.write(Frames.format());
    out.write(salt);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    for (var done = 0; done < length; ) {
      // A full frame waits for the next byte: only then is it known not to be the last one.
      if (filled == frame.length) {
        put(false);
      }
      var some = Math.min(length - done, frame.length - filled);
      System.arraycopy(bytes, offset + done, frame, filled, some);
      filled += some;
      done += some;
    }
  }

  @Override
  public void close() throws IOException {
    put(true);
    out.close();
  }

  private void put(boolean last) throws IOException {
    try {
      out.write(key.seal(number++, last, frame, filled));
    } catch (GeneralSecurityException e) {
      throw new SealingException("cannot seal a frame", e);
    }
    filled = 0;
  }
}
