package io.vientro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** Who may come in, over real HTTP. */
class AccessTest {
  private final RunningApplication app = RunningApplication.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/v3/api-docs",
        "/v3/api-docs.yaml"
      })
  void healthAndTheDescriptionAreOpen(String path) throws Exception {
    var answer = app.send(app.request(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().body()).doesNotContain("usersFile").doesNotContain("diskSpace");
    assertThat(answer.header("Vientro-Log-Mode")).isEqualTo("TRAINING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/error",
        "/api/v1/who",
        "/api/v1/fail/exception",
        "/actuator",
        "/actuator/metrics",
        "/actuator/health/users",
        "/actuator/health/../metrics"
      })
  void everythingElseIsClosed(String path) throws Exception {
    var answer = app.send(app.request(path));
    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.text("code")).isIn("unauthenticated", "malformed-request");
  }

  @ParameterizedTest
  @CsvSource({
    "administrator, /actuator, 200",
    "administrator, /actuator/metrics, 200",
    "administrator, /actuator/health/users, 200",
    "supervisor, /actuator/health/users, 200",
    "supervisor, /actuator/metrics, 403",
    "auditor, /actuator/health/users, 403",
    "applicant, /api/v1/who, 200",
  })
  void theActuatorIsForThoseWhoRunTheHouse(String name, String path, int status) throws Exception {
    assertThat(app.send(app.as(name, path)).status()).isEqualTo(status);
  }

  @Test
  void healthHasDetailsForThoseWhoRunTheHouseOnly() throws Exception {
    assertThat(app.send(app.as("supervisor", "/actuator/health")).http().body())
        .contains("\"users\"")
        .contains("\"accounts\"");
    assertThat(app.send(app.as("auditor", "/actuator/health")).http().body())
        .doesNotContain("users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !!!",
        "Basic bm9jb2xvbg==",
        "Bearer x",
        "Digest x",
        "basic bGFuOg=="
      })
  void aMalformedAuthorizationIsNobody(String header) throws Exception {
    var answer = app.send(app.request("/api/v1/who").header("Authorization", header));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
  }

  @Test
  void theOpenHealthTakesNoWrongPasswordEither() throws Exception {
    assertThat(
            app.send(
                    app.request("/actuator/health")
                        .header("Authorization", RunningApplication.basic("clerk", "wrong")))
                .status())
        .isEqualTo(401);
  }

  @Test
  void guessingEndsInWaiting() throws Exception {
    for (var i = 0; i < 4; i++) {
      assertThat(guess().status()).isEqualTo(401);
    }
    var answer = guess();
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("too-many-attempts");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.http().body()).doesNotContain("guessed");
  }

  private RunningApplication.Answer guess() throws Exception {
    return app.send(
        app.request("/api/v1/who")
            .header("Authorization", RunningApplication.basic("guessed", "some password")));
  }

  @Test
  void theDescriptionSaysWhatARecordSays() throws Exception {
    var api = app.send(app.request("/v3/api-docs")).json();
    assertThat(api.get("openapi").asString()).isEqualTo("3.1.0");
    assertThat(api.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
    assertThat(api.at("/components/securitySchemes/basic/scheme").asString()).isEqualTo("basic");
    var command = api.at("/components/schemas/TestCommand");
    assertThat(command.at("/properties/filedOn/format").asString()).isEqualTo("date");
    assertThat(command.at("/properties/code/type").asString()).isEqualTo("string");
    assertThat(command.at("/properties/kind/enum").toString())
        .isEqualTo("[\"PROJECT\",\"NON_PROJECT\"]");
    assertThat(command.get("required").toString())
        .isEqualTo(
            "[\"amount\",\"documents\",\"filedOn\",\"kind\",\"provider\",\"sets\",\"title\",\"urgent\"]");
    assertThat(command.get("properties").has("summary")).isFalse();
    var take = api.at("/paths/~1api~1v1~1things~1{number}~1take/post");
    assertThat(take.at("/parameters/1/name").asString()).isEqualTo("If-Match");
    assertThat(
            take.at("/responses/default/content/application~1problem+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(api.at("/components/schemas/Problem/required").toString()).contains("logMode");
    assertThat(api.at("/paths/~1api~1v1~1who/get").has("parameters")).isFalse();
  }

  @Test
  void aMalformedUsersFileRefusesTheStart(@TempDir Path folder) throws Exception {
    var path = folder.resolve("users");
    Files.writeString(path, "# vientro users 1\nnonsense\n");
    assertThatThrownBy(
            () ->
                new SpringApplication(TestApplication.class)
                    .run("--server.port=0", "--vientro.users-file=" + path))
        .hasRootCauseMessage(
            path
                + ":2: expected name, role, agency, day, hash and perhaps unit, apart by single"
                + " spaces");
  }
}
