package io.vientro.store.documents;

import io.vientro.store.documents.DocumentException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Checks length and digest of a file as it is read. The last piece is given out only after the
 * whole was found good, so whoever counts bytes never takes a damaged file for a whole one.
 */
final class VerifiedInput extends InputStream {
  private static final int PIECE = 1 << 16;

  private final InputStream in;
  private final DocumentReference expected;
  private final MessageDigest sha256 = Sha256.start();
  private byte[] ready = new byte[0];
  private byte[] ahead;
  private int position;
  private long length;

  /**
   * @param in is closed with this one
   */
  VerifiedInput(InputStream in, DocumentReference expected) throws IOException {
    this.in = in;
    this.expected = expected;
    this.ahead = piece();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    Objects.checkFromIndexSize(offset, wanted, bytes.length);
    if (wanted == 0) {
      return 0;
    }
    if (position == ready.length) {
      if (ahead.length == 0) {
        return -1;
      }
      var after = piece();
      ready = ahead;
      ahead = after;
      position = 0;
    }
    var some = Math.min(wanted, ready.length - position);
    System.arraycopy(ready, position, bytes, offset, some);
    position += some;
    return some;
  }

  private byte[] piece() throws IOException {
    var piece = in.readNBytes(PIECE);
    if (piece.length > 0) {
      sha256.update(piece);
      length += piece.length;
    } else if (length != expected.storedLength()
        || !HexFormat.of().formatHex(sha256.digest()).equals(expected.sha256())) {
      throw new DocumentException(
          Reason.DAMAGED, expected.id() + ": it is not the file that was recorded");
    }
    return piece;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
