package io.vientro.command;

import io.vientro.core.log.LogOpened;
import io.vientro.store.SubjectKey;
import io.vientro.store.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys the digest of a request with a secret that lies outside the log (HMAC-SHA-256). A bare
 * digest of a body would let whoever holds the log confirm a guess of a personal value in it, for
 * ever, even after that value was erased.
 */
final class KeyedDigests implements UnaryOperator<String> {
  private static final String KEY = LogOpened.AGGREGATE + "/request-digest";
  private static final String ALGORITHM = "HmacSHA256";

  private final SubjectKeys keys;

  KeyedDigests(SubjectKeys keys) {
    this.keys = keys;
  }

  @Override
  public String apply(String digest) {
    if (!(keys.obtain(Set.of(KEY)).get(KEY) instanceof SubjectKey.Alive alive)) {
      throw new IllegalStateException("the key of request digests was destroyed");
    }
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(alive.secret(), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(digest.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
