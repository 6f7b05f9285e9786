import io.vientro.core.decision.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One application's port on the loopback address, asked over connections that stay open. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final int port;

  Api(int port) {
    this.port = port;
  }

  /** An answer with the instant at which all of it was there ({@link System#nanoTime}). */
  record Answer(int status, String body, long at) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    /** The stable code of a problem, or nothing. */
    String problem() {
      return status < 400 || !body.startsWith("{") ? "" : json().path("code").asString("");
    }
  }

  Answer get(Role as, String path) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", Accounts.basic(as)).GET());
  }

  /** Of what is open to everybody. */
  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer post(Role as, String path, String body, String key)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", Accounts.basic(as))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), response.body(), System.nanoTime());
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
