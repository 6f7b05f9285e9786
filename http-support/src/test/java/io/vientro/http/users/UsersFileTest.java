package io.vientro.http.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vientro.core.decision.Role;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFileTest {
  private static final String HASH = "$2a$04$" + "a".repeat(53);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T20:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private UsersFile file() {
    return new UsersFile(folder.resolve("conf").resolve("users"));
  }

  private int run(String typed, String... arguments) {
    out.reset();
    err.reset();
    return new UsersCommand(
            file(),
            new Passwords(4),
            CLOCK,
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private int add(String name, String role, String agency, String password) {
    return run(password + "\n" + password + "\n", "add", name, "--role", role, "--agency", agency);
  }

  @Test
  void anAddedAccountIsListedAndRemoved() throws IOException {
    assertThat(add("lan", "RECEPTION_OFFICER", "agency-1", "a long password")).isZero();
    assertThat(add("van-b.2", "reception-officer", "agency:x.2", "a long password")).isZero();
    assertThat(run("", "list")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            lan RECEPTION_OFFICER agency-1 2026-03-01
            van-b.2 RECEPTION_OFFICER agency:x.2 2026-03-01
            """);
    var account = file().read().get("lan");
    assertThat(account).isNotNull();
    assertThat(account.created()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(account.toString()).doesNotContain(account.hash());
    assertThat(new Passwords(4).matches("a long password", account.hash())).isTrue();
    assertThat(Files.readString(file().path())).doesNotContain("a long password");
    assertThat(run("", "remove", "lan")).isZero();
    assertThat(file().read()).containsOnlyKeys("van-b.2");
    assertThat(run("", "remove", "lan")).isEqualTo(2);
  }

  @Test
  void anAccountMayBelongToAUnitWithinItsAgency() throws IOException {
    var typed = "a long password\na long password\n";
    assertThat(
            run(
                typed,
                "add",
                "lan",
                "--role",
                "APPRAISER",
                "--unit",
                "tham-dinh",
                "--agency",
                "agency-1"))
        .isZero();
    add("mai", "APPRAISER", "agency-1", "a long password");
    run("", "list");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            lan APPRAISER agency-1 2026-03-01 tham-dinh
            mai APPRAISER agency-1 2026-03-01
            """);
    var accounts = file().read();
    assertThat(accounts.get("lan")).extracting(a -> a.actor().unit()).isEqualTo("tham-dinh");
    assertThat(accounts.get("mai")).extracting(a -> a.actor().unit()).isNull();
    assertThat(run(typed, "add", "nga", "--role", "CLERK", "--agency", "a", "--unit", "b c"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("a unit's id is").hasLineCount(1);
  }

  /** A file that an earlier version of the program wrote. */
  @Test
  void aFileWithoutUnitsIsRead() throws IOException {
    var path = folder.resolve("users");
    Files.writeString(path, "# vientro users 1\nlan CLERK a 2026-01-01 " + HASH + "\n");
    assertThat(new UsersFile(path).read())
        .containsExactly(
            entry("lan", new Account("lan", Role.CLERK, "a", LocalDate.of(2026, 1, 1), HASH)));
  }

  @Test
  void onlyItsOwnerMayReadTheFileAndNothingIsLeftBeside() throws IOException {
    add("lan", "CLERK", "agency-1", "a long password");
    try (var left = Files.list(folder.resolve("conf"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("users", "users.lock");
    }
    assumeThat(folder.getFileSystem().supportedFileAttributeViews())
        .as("the file system has no POSIX permissions")
        .contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "lan, CLERK, agency-1, short, a password has at least 12 characters",
    "lan, CLERK, agency-1, aaaaaaaaaaaaaaaa, this password is too easy to guess",
    "lan-anh-nguyen, CLERK, agency-1, lan-anh-nguyen, this password is too easy to guess",
    "lan, SYSTEM, agency-1, a long password, the role SYSTEM is the software's own",
    "lan, KING, agency-1, a long password, there is no role KING",
    "lan, CLERK, agency 1, a long password, an agency's id is",
    "Lan, CLERK, agency-1, a long password, an account's name is",
    "l, CLERK, agency-1, a long password, an account's name is",
    "-lan, CLERK, agency-1, a long password, an account's name is",
  })
  void whatIsNotAllowedIsRefusedInOneLine(
      String name, String role, String agency, String password, String why) {
    assertThat(add(name, role, agency, password)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(why).hasLineCount(1);
    assertThat(file().path()).doesNotExist();
  }

  @Test
  void aNameIsGivenOnceAndThePasswordTypedTwiceAlike() {
    assertThat(
            run(
                "a long password\na wrong password\n",
                "add",
                "lan",
                "--role",
                "CLERK",
                "--agency",
                "a"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("the two passwords differ");
    assertThat(run("", "add", "lan", "--role", "CLERK", "--agency", "a")).isEqualTo(2);
    assertThat(add("lan", "CLERK", "a", "a long password")).isZero();
    assertThat(add("lan", "AUDITOR", "a", "a long password")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("already");
    assertThat(file().read().get("lan")).extracting(Account::role).isEqualTo(Role.CLERK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "add",
        "add lan",
        "add lan --role CLERK --color red",
        "add lan --role CLERK --agency a --role CLERK",
        "add lan --role CLERK --agency a --unit",
        "list all",
        "grant"
      })
  void anythingElseShowsTheUsage(String line) {
    assertThat(run("", line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: users add NAME");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lan CLERK a 2026-01-01|:2: expected name, role, agency, day, hash and perhaps unit, apart"
            + " by single spaces",
        "lan  CLERK a 2026-01-01 HASH|:2: expected name, role, agency, day, hash and perhaps unit,"
            + " apart by single spaces",
        "lan KING a 2026-01-01 HASH|:2: there is no such role",
        "lan SYSTEM a 2026-01-01 HASH|:2: the role SYSTEM is the software's own",
        "lan CLERK a 2026-02-31 HASH|:2: the day is not a yyyy-MM-dd of the calendar",
        "lan CLERK a 2026-01-01 secret|:2: the password's hash is not bcrypt",
        "Lan CLERK a 2026-01-01 HASH|:2: an account's name is 2 to 64 of a-z, 0-9, '.', '_' and"
            + " '-', beginning with a letter or digit",
        "lan CLERK a 2026-01-01 HASH b c|:2: expected name, role, agency, day, hash and perhaps"
            + " unit, apart by single spaces",
        "lan CLERK a 2026-01-01 HASH ban/1|:2: a unit's id is up to 128 of A-Z, a-z, 0-9, '.', '_',"
            + " ':' and '-'",
        "lan CLERK a 2026-01-01 HASH\\nlan CLERK a 2026-01-01 HASH|:3: this name is there twice",
      })
  void aMalformedFileSaysWhereAndWhatButNoSecret(String lines, String why) throws IOException {
    var path = folder.resolve("users");
    Files.writeString(
        path, "# vientro users 1\n" + lines.replace("\\n", "\n").replace("HASH", HASH) + "\n");
    assertThatExceptionOfType(UsersFileException.class)
        .isThrownBy(() -> new UsersFile(path).read())
        .withMessage(path + why);
  }

  @Test
  void aFileOfAnotherFormatOrEncodingIsRefused() throws IOException {
    var path = folder.resolve("users");
    Files.writeString(path, "");
    assertThatExceptionOfType(UsersFileException.class)
        .isThrownBy(() -> new UsersFile(path).read());
    Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatExceptionOfType(UsersFileException.class)
        .isThrownBy(() -> new UsersFile(path).read())
        .withMessage(path + ": not UTF-8");
    assertThatExceptionOfType(UsersFileException.class)
        .isThrownBy(() -> new UsersFile(folder).read());
  }

  @Test
  void changesAtTheSameTimeLoseNothing() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var changes = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < 20; i++) {
        var name = "user" + i;
        changes.add(
            () -> {
              file()
                  .change(
                      all -> {
                        all.put(
                            name,
                            new Account(name, Role.CLERK, "a", LocalDate.of(2026, 1, 1), HASH));
                        return all;
                      });
              return 0;
            });
      }
      for (var change : threads.invokeAll(changes)) {
        change.get();
      }
    }
    assertThat(file().read()).hasSize(20);
  }
}
