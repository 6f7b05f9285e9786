package io.vientro.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client sends to one port of the loopback address, as one user. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final int port;
  private final String authorization;

  Api(int port, String user, String password) {
    this.port = port;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** An answer; {@link #toString} says all of it, for a failed assertion. */
  record Answer(int status, String body, String etag) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String field) {
      var value = json().get(field);
      return value == null || value.isNull() ? "(none)" : value.asString();
    }

    long number(String field) {
      return json().get(field).asLong();
    }
  }

  Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  /**
   * @param key for {@code Idempotency-Key}; null for none
   */
  Answer post(String path, String body, @Nullable String key) throws IOException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(key == null ? request : request.header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", authorization);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("ETag").orElse("(none)"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Whether a process says of itself that it is alive; this is open to everybody. */
  static boolean answers(int port) {
    try {
      return new Api(port, "nobody", "").open("/actuator/health/liveness").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Without an account. */
  Answer open(String path) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .GET());
  }
}
