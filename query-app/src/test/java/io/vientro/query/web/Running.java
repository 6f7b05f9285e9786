package io.vientro.query.web;

import io.vientro.core.decision.Actor;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import io.vientro.query.QueryApplication;
import io.vientro.query.World;
import io.vientro.query.processor.Processors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query application as a process runs it, behind a real server on the loopback address. */
final class Running implements AutoCloseable {
  static final String PASSWORD = "mật khẩu thử 1";

  private static final JsonMapper READER = JsonMapper.builder().build();

  final ConfigurableApplicationContext context;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  Running(World world, List<Actor> actors) {
    context =
        new SpringApplication(QueryApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--vientro.mongo-uri=" + world.uri,
                "--vientro.database=" + world.database.getName(),
                "--vientro.log-mode=TRAINING",
                "--vientro.query.patience=3s",
                "--vientro.users.hash-cost=4",
                "--vientro.users-file=" + users(actors).path());
    port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  private static UsersFile users(List<Actor> actors) {
    try {
      var users = new UsersFile(Files.createTempDirectory("vientro-query").resolve("users"));
      var passwords = new Passwords(4);
      users.change(
          accounts -> {
            for (var actor : actors) {
              var name = actor.account();
              accounts.put(
                  name,
                  new Account(
                      name,
                      actor.role(),
                      actor.agency(),
                      LocalDate.of(2026, 1, 1),
                      passwords.hash(name, PASSWORD)));
            }
            return accounts;
          });
      return users;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Processors processors() {
    return context.getBean(Processors.class);
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    JsonNode json() {
      return READER.readTree(http.body());
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("(none)");
    }
  }

  Answer get(Actor actor, String path) {
    return send(as(actor, path));
  }

  Answer get(Actor actor, String path, String accept, String languages) {
    return send(as(actor, path).header("Accept", accept).header("Accept-Language", languages));
  }

  /** With a body of JSON. */
  Answer post(Actor actor, String path, String body) {
    return send(
        as(actor, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Without a body. */
  Answer post(Actor actor, String path) {
    return send(as(actor, path).POST(BodyPublishers.noBody()));
  }

  HttpRequest.Builder as(Actor actor, String path) {
    var credentials =
        Base64.getEncoder()
            .encodeToString((actor.account() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return request(path).header("Authorization", "Basic " + credentials);
  }

  Answer get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  /** A file. */
  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    client.close();
  }
}
