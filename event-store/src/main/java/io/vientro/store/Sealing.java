package io.vientro.store;

import io.vientro.core.value.Personal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals one text with one key: AES-256-GCM, a random nonce of 12 bytes before the ciphertext, the
 * whole in Base64. Key id, event type and place within the event are bound to it, so that a sealed
 * value cannot be moved to another person, event or field.
 */
public final class Sealing {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int OWN_KEY_BYTES = 8;

  /** Getting a cipher takes several times as long as using it, and a replay opens thousands. */
  private final Queue<Cipher> openers = new ArrayBlockingQueue<>(16);

  private final Consumer<byte[]> random;

  public Sealing() {
    this(new SecureRandom()::nextBytes);
  }

  /** For golden files, which need the same nonce each time. */
  Sealing(Consumer<byte[]> random) {
    this.random = random;
  }

  /**
   * Where a sealed value stands.
   *
   * @param keyId id of the key that seals it
   * @param type stable name of the event
   * @param path JSON pointer within the event as stored
   */
  public record Place(String keyId, String type, String path) {
    byte[] bound() {
      return (keyId + '\n' + type + '\n' + path).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * The last part of the id of a key that is one record's own; random, so that it says nothing of
   * the person.
   */
  String ownKey() {
    var bytes = new byte[OWN_KEY_BYTES];
    random.accept(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * @throws SealingException if the subject's key was destroyed: nothing of this subject can be
   *     recorded any more
   */
  String seal(String text, @Nullable SubjectKey key, Place place) {
    if (!(key instanceof SubjectKey.Alive alive)) {
      throw new SealingException("the subject was erased: " + place.keyId());
    }
    try {
      var nonce = new byte[NONCE_BYTES];
      random.accept(nonce);
      var plain = text.getBytes(StandardCharsets.UTF_8);
      var cipher = Cipher.getInstance(CIPHER);
      init(cipher, Cipher.ENCRYPT_MODE, alive, nonce, place);
      var sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new SealingException("cannot seal " + place, e);
    }
  }

  /**
   * @param key null if there is none
   * @throws SealingException if it was altered or moved, or its key is missing without ever having
   *     been destroyed
   */
  Personal unseal(String sealed, @Nullable SubjectKey key, Place place) {
    return switch (key) {
      case null -> throw new SealingException("the key is missing and was not destroyed: " + place);
      case SubjectKey.Destroyed _ -> Personal.ERASED;
      case SubjectKey.Alive alive -> open(sealed, alive, place);
    };
  }

  private Personal open(String sealed, SubjectKey.Alive key, Place place) {
    try {
      var bytes = Base64.getDecoder().decode(sealed);
      if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        throw new SealingException("the sealed value is too short: " + place);
      }
      var reused = openers.poll();
      var cipher = reused == null ? Cipher.getInstance(CIPHER) : reused;
      init(cipher, Cipher.DECRYPT_MODE, key, bytes, place);
      var plain = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      openers.offer(cipher);
      return Personal.of(new String(plain, StandardCharsets.UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw new SealingException("the sealed value was altered: " + place, e);
    } catch (GeneralSecurityException e) {
      throw new SealingException("cannot unseal " + place, e);
    }
  }

  private static void init(Cipher cipher, int mode, SubjectKey.Alive key, byte[] nonce, Place place)
      throws GeneralSecurityException {
    cipher.init(
        mode,
        new SecretKeySpec(key.secret(), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    cipher.updateAAD(place.bound());
  }
}
