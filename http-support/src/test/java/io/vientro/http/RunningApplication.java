package io.vientro.http;

import io.vientro.core.decision.Role;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The test application behind a real Tomcat on a free port of the loopback address; started once
 * for all tests.
 */
final class RunningApplication {
  static final String PASSWORD = "mật khẩu thử 1";

  private static final JsonMapper READER = JsonMapper.builder().build();
  private static @Nullable RunningApplication running;

  final ConfigurableApplicationContext context;
  final int port;
  final UsersFile users;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningApplication(Path folder) {
    users = new UsersFile(folder.resolve("users"));
    var passwords = new Passwords(4);
    try {
      users.change(
          accounts -> {
            for (var role : Role.values()) {
              if (role != Role.SYSTEM) {
                var name = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
                accounts.put(
                    name,
                    new Account(
                        name,
                        role,
                        "agency-1",
                        LocalDate.of(2026, 1, 1),
                        passwords.hash(name, PASSWORD)));
              }
            }
            return accounts;
          });
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    context =
        new SpringApplication(TestApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--vientro.log-mode=TRAINING",
                "--vientro.users.hash-cost=4",
                "--vientro.users-file=" + users.path());
    port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  static synchronized RunningApplication get() {
    if (running == null) {
      try {
        running = new RunningApplication(Files.createTempDirectory("vientro-http"));
        Runtime.getRuntime().addShutdownHook(new Thread(running.context::close));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return running;
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    JsonNode json() {
      return READER.readTree(http.body());
    }

    String text(String field) {
      var value = json().get(field);
      return value == null ? "(none)" : value.asString();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("(none)");
    }
  }

  static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpRequest.Builder as(String name, String path) {
    return request(path).header("Authorization", basic(name, PASSWORD));
  }

  HttpRequest.Builder post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  HttpRequest.Builder post(byte[] body) {
    return as("applicant", "/api/v1/things/7/take")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(client.send(request.build(), BodyHandlers.ofString()));
  }

  /** The bytes as they are, and the first that comes back. */
  String rawStart(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
    }
  }

  /** The bytes as they are, and all that comes back until the server closes. */
  String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
