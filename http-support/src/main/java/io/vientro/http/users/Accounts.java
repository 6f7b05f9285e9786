package io.vientro.http.users;

import io.vientro.core.decision.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of the users file as it is now. It is read at start, where a malformed one is an
 * error, and again when it changed; one that turned bad while running changes nothing but the
 * health.
 */
public final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration REMEMBER = Duration.ofMinutes(10);
  private static final int REMEMBERED_AT_MOST = 10_000;

  private record Stamp(FileTime modified, long size, @Nullable Object key) {}

  /**
   * Accounts of one state of the file, and which passwords were right for them: what is remembered
   * dies with the state.
   */
  static final class State {
    private final Map<String, Account> byName;
    private final Map<String, Instant> right =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED_AT_MOST;
          }
        };

    State(Map<String, Account> byName) {
      this.byName = Map.copyOf(byName);
    }

    @Nullable Account find(String name) {
      return byName.get(name);
    }

    /** Any account's hash, empty if there is no account. */
    String anyHash() {
      return byName.values().stream().findFirst().map(Account::hash).orElse("");
    }

    private synchronized boolean isRight(String key, Instant now) {
      var until = right.get(key);
      return until != null && now.isBefore(until);
    }

    private synchronized void remember(String key, Instant until) {
      right.remove(key);
      right.put(key, until);
    }
  }

  private final @Nullable UsersFile file;
  private final InstantSource time;
  private final SecretKeySpec key;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state;
  private volatile Instant nextLook;
  private volatile @Nullable String trouble;
  private @Nullable Stamp seen;

  /**
   * @param file null if none is configured: then nobody can sign in
   * @param time real time, even where the domain's clock is moved
   * @throws UsersFileException if the file is malformed
   */
  public Accounts(@Nullable UsersFile file, InstantSource time) {
    this.file = file;
    this.time = time;
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
    this.seen = stamp();
    this.state = new State(file == null ? Map.of() : file.read());
    this.nextLook = time.instant().plus(LOOK_EVERY);
    if (state.byName.isEmpty()) {
      LOG.warn("there are no accounts yet: nobody can sign in ({})", place());
    }
  }

  /** How many accounts there are. */
  public int size() {
    return current().byName.size();
  }

  /** What is wrong with the file since the accounts were last read, or null. */
  public @Nullable String trouble() {
    current();
    return trouble;
  }

  State current() {
    if (!time.instant().isBefore(nextLook) && reading.tryLock()) {
      try {
        look();
      } finally {
        reading.unlock();
      }
    }
    return state;
  }

  private void look() {
    nextLook = time.instant().plus(LOOK_EVERY);
    var now = stamp();
    if (file == null || java.util.Objects.equals(now, seen)) {
      return;
    }
    seen = now;
    try {
      if (now == null) {
        throw new UsersFileException(file.path() + ": is gone");
      }
      state = new State(file.read());
      trouble = null;
      LOG.info("users file read again: {} accounts", state.byName.size());
    } catch (UsersFileException bad) {
      trouble = bad.getMessage();
      LOG.error("users file not taken, the accounts before it stay: {}", bad.getMessage());
    }
  }

  /**
   * The actor if this password was found right for this name in the last ten minutes, under this
   * state of the file.
   */
  @Nullable Actor remembered(State of, String name, String password) {
    var account = of.find(name);
    return account != null && of.isRight(fingerprint(name, password), time.instant())
        ? account.actor()
        : null;
  }

  void remember(State of, String name, String password) {
    of.remember(fingerprint(name, password), time.instant().plus(REMEMBER));
  }

  // Keyed with what only this process knows: a memory dump's fingerprints are of no use elsewhere.
  private String fingerprint(String name, String password) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      var nameBytes = name.getBytes(StandardCharsets.UTF_8);
      mac.update((byte) nameBytes.length);
      mac.update(nameBytes);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable Stamp stamp() {
    if (file == null) {
      return null;
    }
    try {
      var now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (IOException gone) {
      return null;
    }
  }

  private String place() {
    return file == null ? "no users file is configured" : file.path().toString();
  }
}
