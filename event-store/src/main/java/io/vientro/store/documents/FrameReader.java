package io.vientro.store.documents;

import io.vientro.store.SealingException;
import io.vientro.store.SubjectKey;
import io.vientro.store.documents.DocumentException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** Opens a sealed file as it is read, see {@link Frames}; gives out no byte it has not checked. */
final class FrameReader extends InputStream {
  private static final int FRAME_BYTES = Frames.PLAIN_BYTES + Frames.TAG_BYTES;

  private final InputStream in;
  private final FileKey key;
  private final String document;
  private byte[] next;
  private byte[] plain = new byte[0];
  private int position;
  private long number;
  private boolean ended;

  /**
   * Opens the first frame, so that a wrong key shows at once.
   *
   * @param in is closed with this one
   * @throws DocumentException damaged
   */
  FrameReader(InputStream in, SubjectKey.Alive subject, String keyId, String document)
      throws IOException {
    this.in = in;
    this.document = document;
    if (!Arrays.equals(in.readNBytes(Frames.format().length), Frames.format())) {
      throw damaged("it is no sealed file", null);
    }
    this.key = new FileKey(subject, keyId, document, in.readNBytes(Frames.SALT_BYTES));
    this.next = in.readNBytes(FRAME_BYTES);
    advance();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (position == plain.length && !ended) {
      advance();
    }
    if (position == plain.length) {
      return -1;
    }
    var some = Math.min(length, plain.length - position);
    System.arraycopy(plain, position, bytes, offset, some);
    position += some;
    return some;
  }

  private void advance() throws IOException {
    var frame = next;
    // What follows tells whether this is the last one; its nonce tells whether that is true.
    next = frame.length < FRAME_BYTES ? new byte[0] : in.readNBytes(FRAME_BYTES);
    ended = next.length == 0;
    try {
      plain = key.open(number++, ended, frame);
    } catch (AEADBadTagException e) {
      throw damaged("frame " + (number - 1) + " was altered, moved, or is not the last one", e);
    } catch (GeneralSecurityException e) {
      throw new SealingException("cannot open " + document, e);
    }
    position = 0;
  }

  private DocumentException damaged(String how, @Nullable Exception e) {
    var message = document + ": " + how;
    return e == null
        ? new DocumentException(Reason.DAMAGED, message)
        : new DocumentException(Reason.DAMAGED, message, e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
