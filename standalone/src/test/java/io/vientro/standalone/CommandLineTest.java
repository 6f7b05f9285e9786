package io.vientro.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.embedded.EmbeddedStore;
import io.vientro.http.users.UsersFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever cannot be done is said in one line, with 2 as exit status, before anything is made. */
class CommandLineTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "start --port x, --port needs a number from 0 to 65535",
    "start --port 65536, --port needs a number from 0 to 65535",
    "start --port -1, --port needs a number from 0 to 65535",
    "start --port, --port needs a value",
    "start --data, --data needs a value",
    "start --samples some, --samples is all or none",
    "start --colour red, start has no option '--colour'",
    "stop, 'start, users or log, not ''stop'''",
  })
  void aSlipIsToldInOneLine(String typed, String line) {
    assertRefused(line, typed.split(" "));
  }

  @Test
  void aTakenPortIsToldAndNoFolderIsMade() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var port = Integer.toString(taken.getLocalPort());
      var data = folder.resolve("data");

      assertRefused(
          "port " + port + " cannot be used", "start", "--port", port, "--data", data.toString());
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void aFolderThatIsOpenElsewhereIsTold() {
    try (var open = EmbeddedStore.open(folder)) {
      assertRefused(
          "already open in another process: " + open.folder(),
          "start",
          "--port",
          "0",
          "--data",
          folder.toString());
    }
  }

  @Test
  void aFolderThatIsAFileIsTold() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "text");

    assertRefused("cannot be created: " + file, "start", "--port", "0", "--data", file.toString());
  }

  @Test
  void usersWithoutALogAreNotMixedWithSampleUsersByAccident() throws IOException {
    var users = new UsersFile(folder.resolve(Users.FILE));
    TrainingUsers.addTo(users, Clock.systemUTC());
    var before = Files.readString(users.path());

    assertRefused(
        "say --samples none for a LIVE log", "start", "--port", "0", "--data", folder.toString());
    assertThat(Files.readString(users.path())).isEqualTo(before);
  }

  @Test
  void sampleUsersAreAddedOnceAndLeaveOthersAlone() throws IOException {
    var users = new UsersFile(folder.resolve(Users.FILE));
    TrainingUsers.addTo(users, Clock.systemUTC());
    users.change(
        accounts -> {
          accounts.remove("clerk");
          return accounts;
        });
    var auditor = users.read().get("auditor");

    TrainingUsers.addTo(users, Clock.systemUTC());

    assertThat(users.read()).containsKey("clerk").containsEntry("auditor", auditor);
  }

  private static void assertRefused(String line, String... typed) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();

    int status = Vientro.run(List.of(typed), stream(out), stream(err));

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("vientro: ")
        .contains(line);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
