package io.vientro.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process itself: what forbids its start is one line on its error output, and exit 2. */
class RefusedStartTest {
  private record Ended(int code, String out, String err) {}

  private static Ended start(Path folder, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(CommandApplication.class.getName());
    command.addAll(List.of(arguments));
    var out = folder.resolve("out").toFile();
    var err = folder.resolve("err").toFile();
    var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    builder.environment().keySet().removeIf(name -> name.startsWith("VIENTRO_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("VIENTRO_USERS_FILE", CommandSide.users(folder).path().toString());
    builder.environment().putAll(variables);
    var process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ended by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(),
        java.nio.file.Files.readString(out.toPath(), StandardCharsets.UTF_8),
        java.nio.file.Files.readString(err.toPath(), StandardCharsets.UTF_8));
  }

  private static void refused(Ended ended, String line) {
    assertThat(ended.err().strip()).isEqualTo("vientro: " + line);
    assertThat(ended.out()).isBlank();
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void aStoreThatDoesNotAnswerIsOneLineWithoutItsPassword(@TempDir Path folder) throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    refused(
        start(
            folder,
            Map.of(
                "VIENTRO_MONGO_URI",
                "mongodb://user:geheim@127.0.0.1:" + free + "/",
                "VIENTRO_START_PATIENCE",
                "0s"),
            "--server.port=0"),
        "the store does not answer at 127.0.0.1:" + free + "; VIENTRO_MONGO_URI says where it is");
  }

  @Test
  void noStoreIsOneLine(@TempDir Path folder) throws Exception {
    refused(
        start(folder, Map.of(), "--server.port=0"),
        "no store: set VIENTRO_MONGO_URI to a MongoDB connection string");
  }

  @Test
  void aConnectionStringThatIsNoneIsOneLineWithoutItsPassword(@TempDir Path folder)
      throws Exception {
    refused(
        start(folder, Map.of("VIENTRO_MONGO_URI", "mongodb://user:ge@heim@x"), "--server.port=0"),
        "VIENTRO_MONGO_URI is no MongoDB connection string");
  }

  @Test
  void aModeThatIsNoneIsOneLine(@TempDir Path folder) throws Exception {
    refused(
        start(
            folder,
            Map.of("VIENTRO_MONGO_URI", "mongodb://127.0.0.1:1/", "VIENTRO_LOG_MODE", "PLAY"),
            "--server.port=0"),
        "VIENTRO_LOG_MODE is TRAINING or LIVE, not PLAY");
  }
}
