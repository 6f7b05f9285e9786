package io.vientro.store.documents;

import io.vientro.store.SealingException;
import io.vientro.store.SubjectKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key of one sealed file: HKDF-SHA-256 of the subject's key, the file's own random salt, and
 * the ids of key and document. It is used for this file alone, so a frame's number can be its
 * nonce; a file that was moved to another document or subject does not open.
 */
final class FileKey {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = Frames.TAG_BYTES * Byte.SIZE;

  private final SecretKey key;
  private final Cipher cipher;

  FileKey(SubjectKey.Alive subject, String keyId, String document, byte[] salt) {
    try {
      var info = "vientro document 1\n" + keyId + "\n" + document;
      key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(subject.secret())
                      .addSalt(salt)
                      .thenExpand(info.getBytes(StandardCharsets.UTF_8), SubjectKey.Alive.LENGTH));
      cipher = Cipher.getInstance(CIPHER);
    } catch (GeneralSecurityException e) {
      throw new SealingException("cannot derive the key of " + document, e);
    }
  }

  /** Seals one frame. */
  byte[] seal(long number, boolean last, byte[] plain, int length) throws GeneralSecurityException {
    init(Cipher.ENCRYPT_MODE, number, last);
    return cipher.doFinal(plain, 0, length);
  }

  /**
   * @throws javax.crypto.AEADBadTagException if it is not this frame, or was altered
   */
  byte[] open(long number, boolean last, byte[] sealed) throws GeneralSecurityException {
    init(Cipher.DECRYPT_MODE, number, last);
    return cipher.doFinal(sealed);
  }

  private void init(int mode, long number, boolean last) throws GeneralSecurityException {
    var nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(number).putInt(last ? 1 : 0).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
  }
}
