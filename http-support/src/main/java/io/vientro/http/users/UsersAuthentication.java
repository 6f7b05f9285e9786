package io.vientro.http.users;

import io.micrometer.core.instrument.MeterRegistry;
import io.vientro.core.log.LogMode;
import io.vientro.http.response.LogModeHolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Name and password against the users file. The slow hash is worked out once per right password and
 * then remembered for minutes; a wrong password costs it each time, an unknown name too, and
 * guessing is slowed down per name.
 */
public final class UsersAuthentication implements AuthenticationProvider {
  private static final int NAMES_WATCHED = 10_000;
  private static final int LANES = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Accounts accounts;
  private final Passwords passwords;
  private final LogModeHolder mode;
  private final FailedTries failed;
  // One try at a time per name: a hundred guesses at once would all pass the count before the first
  // one fails.
  private final ReentrantLock[] lanes = new ReentrantLock[LANES];
  // Guessing must not take all processors from those who are signed in.
  private final Semaphore hashing;
  private final SignInTimes times;

  /**
   * @param mode of the log: only a TRAINING one lets sample accounts in
   * @param registry takes the timer {@code vientro.authentication}
   */
  public UsersAuthentication(
      Accounts accounts,
      Passwords passwords,
      LogModeHolder mode,
      InstantSource time,
      MeterRegistry registry) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.mode = mode;
    this.failed = new FailedTries(time, NAMES_WATCHED);
    this.times = new SignInTimes(registry);
    this.hashing = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    for (var i = 0; i < LANES; i++) {
      lanes[i] = new ReentrantLock();
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication offered) {
    var begun = System.nanoTime();
    var name = offered.getName();
    var password = String.valueOf(offered.getCredentials());
    var state = accounts.current();
    var known = accounts.remembered(state, name, password);
    if (known != null) {
      times.remembered(System.nanoTime() - begun);
      return new SignedIn(known);
    }
    try {
      var signedIn = slowly(state, name, password);
      times.hashed(System.nanoTime() - begun);
      return signedIn;
    } catch (RuntimeException refused) {
      times.refused(System.nanoTime() - begun);
      throw refused;
    }
  }

  private SignedIn slowly(Accounts.State state, String name, String password) {
    var lane = lanes[Math.floorMod(name.hashCode(), LANES)];
    try {
      if (!lane.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooBusyException();
      }
      try {
        var known = accounts.remembered(state, name, password);
        return known != null ? new SignedIn(known) : check(state, name, password);
      } finally {
        lane.unlock();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TooBusyException();
    }
  }

  private SignedIn check(Accounts.State state, String name, String password)
      throws InterruptedException {
    // A name that cannot be anybody's need not be watched by itself.
    var watched = Account.isName(name) ? name : "";
    var wait = failed.wait(watched);
    if (wait.isPositive()) {
      throw new TooManyTriesException(wait);
    }
    if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TooBusyException();
    }
    boolean right;
    var account = state.find(name);
    try {
      var hash = account == null ? passwords.nobodys(state.anyHash()) : account.hash();
      right = passwords.matches(password, hash) && !sampleInLive(password);
    } finally {
      hashing.release();
    }
    if (account == null || !right) {
      var next = failed.failed(watched);
      if (next.isPositive()) {
        throw new TooManyTriesException(next);
      }
      throw new BadCredentialsException("wrong name or password");
    }
    failed.succeeded(name);
    accounts.remember(state, name, password);
    return new SignedIn(account.actor());
  }

  private boolean sampleInLive(String password) {
    return mode.mode() == LogMode.LIVE && password.equals(Passwords.TRAINING);
  }
}
