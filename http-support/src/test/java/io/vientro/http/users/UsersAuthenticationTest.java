package io.vientro.http.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.log.LogMode;
import io.vientro.http.response.LogModeHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class UsersAuthenticationTest {
  private static final String PASSWORD = "a long password";

  @TempDir private Path folder = Path.of("");

  private final MovableTime time = new MovableTime();
  private final Passwords passwords = new Passwords(4);
  private final LogModeHolder mode = new LogModeHolder(LogMode.LIVE);
  private UsersFile file = new UsersFile(Path.of("users"));
  private Accounts accounts = new Accounts(null, time);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private UsersAuthentication users =
      new UsersAuthentication(accounts, passwords, mode, time, meters);

  @BeforeEach
  void oneAccount() throws IOException {
    file = new UsersFile(folder.resolve("users"));
    put("lan", PASSWORD);
    accounts = new Accounts(file, time);
    users = new UsersAuthentication(accounts, passwords, mode, time, meters);
  }

  private void put(String name, String password) throws IOException {
    var account =
        new Account(
            name, Role.CLERK, "agency-1", LocalDate.of(2026, 1, 1), passwords.hash(name, password));
    file.change(
        all -> {
          all.put(name, account);
          return all;
        });
  }

  private Actor signIn(String name, String password) {
    return (Actor)
        users
            .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
            .getPrincipal();
  }

  private Duration waitAfterWrong(String name) {
    try {
      signIn(name, "a wrong password");
      throw new AssertionError("let in");
    } catch (TooManyTriesException tries) {
      return tries.retryAfter();
    } catch (BadCredentialsException wrong) {
      return Duration.ZERO;
    }
  }

  @Test
  void aSampleAccountOpensATrainingLogAndNoLiveOne() throws IOException {
    put("reception", Passwords.TRAINING);
    time.move(Duration.ofSeconds(5));
    assertThatThrownBy(() -> signIn("reception", Passwords.TRAINING))
        .isInstanceOf(BadCredentialsException.class);
    mode.establish(LogMode.TRAINING);
    assertThat(signIn("reception", Passwords.TRAINING).role()).isEqualTo(Role.CLERK);
  }

  @Test
  void theRightPasswordGivesTheActor() {
    assertThat(signIn("lan", PASSWORD)).isEqualTo(new Actor("lan", Role.CLERK, "agency-1"));
  }

  @Test
  void eachCheckIsTimedUnderWhatCameOfIt() {
    signIn("lan", PASSWORD);
    signIn("lan", PASSWORD);
    signIn("lan", PASSWORD);
    waitAfterWrong("lan");
    assertThat(checks("hashed")).isEqualTo(1);
    assertThat(checks("remembered")).isEqualTo(2);
    assertThat(checks("refused")).isEqualTo(1);
  }

  private long checks(String outcome) {
    return meters.get(SignInTimes.NAME).tag(SignInTimes.OUTCOME, outcome).timer().count();
  }

  @Test
  void theSameLettersTypedInAnotherWayAreTheSamePassword() throws IOException {
    put("mai", "m\u1eadt kh\u1ea9u r\u1ea5t d\u00e0i");
    time.move(Duration.ofSeconds(2));
    assertThat(
            signIn("mai", "ma\u0323\u0302t kha\u0302\u0309u ra\u0302\u0301t da\u0300i").account())
        .isEqualTo("mai");
  }

  @Test
  void wrongPasswordsUnknownNamesAndImpossibleOnesAreRefusedAlike() {
    for (var tried :
        List.of(
            List.of("lan", "wrong"),
            List.of("lan", ""),
            List.of("lan", PASSWORD + " "),
            List.of("lan", "x".repeat(10_000)),
            List.of("nobody", PASSWORD),
            List.of("LAN", PASSWORD),
            List.of("", ""))) {
      assertThatThrownBy(() -> signIn(tried.get(0), tried.get(1)))
          .isExactlyInstanceOf(BadCredentialsException.class)
          .hasMessage("wrong name or password");
    }
  }

  @Test
  void anUnknownNameIsCheckedAgainstAHashAsSlowAsTheOthers() {
    var some = passwords.hash("lan", PASSWORD);
    assertThat(passwords.nobodys(some)).hasSameSizeAs(some).startsWith(some.substring(0, 7));
    assertThat(passwords.nobodys("")).hasSameSizeAs(some);
    assertThat(passwords.matches("", passwords.nobodys(some))).isFalse();
    assertThat(passwords.matches("-", passwords.nobodys(some))).isFalse();
  }

  @Test
  void guessingIsSlowedDownMoreAndMoreUpToAMinute() {
    var waits = new ArrayList<Long>();
    for (var i = 0; i < 14; i++) {
      var wait = waitAfterWrong("lan");
      waits.add(wait.toSeconds());
      time.move(wait);
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");
    assertThat(waitAfterWrong("lan")).isZero();
  }

  @Test
  void namesThatDoNotExistAreSlowedDownAlike() {
    for (var i = 0; i < 4; i++) {
      assertThat(waitAfterWrong("nobody")).isZero();
    }
    assertThat(waitAfterWrong("nobody")).isPositive();
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");
  }

  @Test
  void whileANameWaitsNotEvenTheRightPasswordIsLookedAt() {
    for (var i = 0; i < 6; i++) {
      waitAfterWrong("lan");
    }
    assertThatExceptionOfType(TooManyTriesException.class)
        .isThrownBy(() -> signIn("lan", PASSWORD));
  }

  @Test
  void whoWasSignedInStaysSoWhileSomebodyElseGuesses() {
    signIn("lan", PASSWORD);
    for (var i = 0; i < 8; i++) {
      waitAfterWrong("lan");
    }
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");
    time.move(Duration.ofMinutes(10));
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");
  }

  @Test
  void aHundredGuessesAtOnceAreCountedOneByOne() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var guesses = new ArrayList<Callable<Duration>>();
      for (var i = 0; i < 100; i++) {
        guesses.add(() -> waitAfterWrong("lan"));
      }
      var unhindered = 0;
      for (var guess : threads.invokeAll(guesses)) {
        unhindered += guess.get().isZero() ? 1 : 0;
      }
      assertThat(unhindered).isEqualTo(4);
    }
  }

  @Test
  void theMemoryForFailedTriesIsBounded() {
    var tries = new FailedTries(time, 100);
    for (var i = 0; i < 1000; i++) {
      tries.failed("name" + i);
    }
    assertThat(tries.names()).isEqualTo(100);
  }

  @Test
  void aChangedPasswordHoldsAtOnceAndTheOldOneIsForgotten() throws IOException {
    signIn("lan", PASSWORD);
    put("lan", "another password");
    time.move(Duration.ofSeconds(2));
    assertThatThrownBy(() -> signIn("lan", PASSWORD)).isInstanceOf(BadCredentialsException.class);
    assertThat(signIn("lan", "another password").account()).isEqualTo("lan");
  }

  @Test
  void aRemovedAccountIsOutAtOnce() throws IOException {
    signIn("lan", PASSWORD);
    file.change(
        all -> {
          all.remove("lan");
          return all;
        });
    time.move(Duration.ofSeconds(2));
    assertThatThrownBy(() -> signIn("lan", PASSWORD)).isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void aFileThatTurnsBadChangesNothingButTheHealth() throws IOException {
    var health = new UsersHealth(accounts);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    var good = Files.readString(file.path());
    Files.writeString(file.path(), good + "nonsense\n");
    time.move(Duration.ofSeconds(2));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails().get("usersFile"))
        .isEqualTo(
            file.path()
                + ":3: expected name, role, agency, day, hash and perhaps unit, apart by single"
                + " spaces");
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");

    Files.delete(file.path());
    time.move(Duration.ofSeconds(2));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(signIn("lan", PASSWORD).account()).isEqualTo("lan");

    Files.writeString(file.path(), good);
    time.move(Duration.ofSeconds(2));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void withoutAFileNobodyGetsInUntilThereIsOne() throws IOException {
    var later = new UsersFile(folder.resolve("later"));
    var empty = new Accounts(later, time);
    assertThat(empty.size()).isZero();
    file = later;
    put("lan", PASSWORD);
    time.move(Duration.ofSeconds(2));
    assertThat(empty.size()).isOne();
  }
}
