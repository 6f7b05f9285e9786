package io.vientro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything about a request but the inside of its body. */
class EdgeTest {
  private static final String TAKE = "/api/v1/things/7/take";

  private final RunningApplication app = RunningApplication.get();

  @Test
  void aValidCommandComesBackAsPlainJsonWithItsTag() throws Exception {
    var answer =
        app.send(
            app.post(
                    TestCommand.VALID.replace(
                        "{\"title\"",
                        "{\"code\": \"ABC\", \"seenAt\": \"2026-02-28T10:00:00Z\", \"title\""))
                .header("If-Match", "\"7\""));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    assertThat(answer.header("Vientro-Log-Mode")).isEqualTo("TRAINING");
    assertThat(answer.header("X-Request-Id")).hasSize(36);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Set-Cookie")).isEqualTo("(none)");
    assertThat(answer.json().get("expected").asLong()).isEqualTo(7);
    assertThat(answer.http().body())
        .contains("\"filedOn\":\"2026-02-28\"")
        .contains("\"seenAt\":\"2026-02-28T10:00:00Z\"")
        .contains("\"amount\":1234567.25")
        .contains("\"kind\":\"PROJECT\"")
        .contains("\"code\":\"ABC\"")
        .doesNotContain("note")
        .doesNotContain("complete")
        .doesNotContain("summary");
  }

  @Test
  void equalBodiesHaveOneDigestWhateverTheirSpelling() throws Exception {
    var one = app.send(app.post(TestCommand.VALID)).text("digest");
    var respelled =
        TestCommand.VALID
            .replace("{\"title\": \"Sample aid\", ", "{")
            .replace("\"documents\"", "\n\t \"title\":\"S\\u0061mple aid\", \"documents\"");
    assertThat(app.send(app.post(respelled)).text("digest")).isEqualTo(one).hasSize(64);
    var other = TestCommand.VALID.replace("8,", "9,");
    assertThat(app.send(app.post(other)).text("digest")).isNotEqualTo(one);
    var elsewhere =
        app.as("applicant", "/api/v1/things/8/take")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(TestCommand.VALID));
    assertThat(app.send(elsewhere).text("digest")).isNotEqualTo(one);
  }

  static Stream<Arguments> refusedRequests() {
    return Stream.of(
        arguments("GET", "/nothing", 404, "not-found", "(none)"),
        arguments("POST", "/nothing", 404, "not-found", "(none)"),
        arguments("GET", "/error", 404, "not-found", "(none)"),
        arguments("GET", "/api/v1/who/", 404, "not-found", "(none)"),
        arguments("GET", TAKE, 405, "method-not-allowed", "(none)"),
        arguments("DELETE", "/api/v1/who", 405, "method-not-allowed", "(none)"),
        arguments("POST", TAKE, 400, "empty-body", "(none)"),
        arguments("POST", "/api/v1/things/x/take", 400, "invalid-parameter", "number"),
        arguments("GET", "/api/v1/things", 400, "missing-parameter", "size"),
        arguments("GET", "/api/v1/things?size=6.7", 400, "invalid-parameter", "size"),
        arguments("GET", "/api/v1/things?size=99999999999", 400, "invalid-parameter", "size"),
        arguments("GET", "/api/v1/things?size=1&all=maybe", 400, "invalid-parameter", "all"),
        arguments("GET", "/api/v1/fail/rule", 422, "date-in-future", "filedOn"),
        arguments("GET", "/api/v1/fail/concurrent", 409, "concurrent-change", "(none)"),
        arguments("GET", "/api/v1/fail/key", 422, "idempotency-key-reused", "Idempotency-Key"),
        arguments("GET", "/api/v1/fail/store", 503, "unavailable", "(none)"),
        arguments("GET", "/actuator", 403, "forbidden", "(none)"),
        arguments("GET", "/actuator/metrics", 403, "forbidden", "(none)"),
        arguments("GET", "/actuator/health/users", 403, "forbidden", "(none)"));
  }

  @ParameterizedTest(name = "{0} {1} is {2} {3}")
  @MethodSource("refusedRequests")
  void aRequestThatCannotBeServedIsAProblem(
      String method, String path, int status, String code, String field) throws Exception {
    var answer = app.send(app.as("applicant", path).method(method, BodyPublishers.noBody()));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.text("instance"))
        .isEqualTo("urn:vientro:request:" + answer.header("X-Request-Id"));
    assertThat(answer.header("Vientro-Log-Mode")).isEqualTo("TRAINING");
  }

  @Test
  void headersSayWhatToDoNext() throws Exception {
    assertThat(app.send(app.as("applicant", TAKE)).header("Allow")).isEqualTo("POST");
    assertThat(app.send(app.as("applicant", "/api/v1/fail/store")).header("Retry-After"))
        .isEqualTo("2");
    assertThat(app.send(app.request("/api/v1/who")).header("WWW-Authenticate"))
        .isEqualTo("Basic realm=\"vientro\", charset=\"UTF-8\"");
  }

  @Test
  void aRulesNoCarriesItsLegalBasisAndBothLanguages() throws Exception {
    var vietnamese = app.send(app.as("applicant", "/api/v1/fail/rule"));
    assertThat(vietnamese.text("detail")).startsWith("Ngày 2099-01-01 sau ngày hôm nay");
    assertThat(vietnamese.header("Content-Language")).isEqualTo("vi");
    assertThat(vietnamese.json().get("legalBasis").get("article").asString()).isEqualTo("8.5");
    assertThat(vietnamese.json().at("/facts/date").asString()).isEqualTo("2099-01-01");
    var english =
        app.send(
            app.as("applicant", "/api/v1/fail/rule")
                .header("Accept-Language", "fr, en-GB;q=0.8, vi;q=0.1"));
    assertThat(english.text("detail")).startsWith("The date 2099-01-01 is after today");
    assertThat(english.json().get("details").get("vi").asString())
        .isEqualTo(vietnamese.text("detail"));
    assertThat(english.json().get("titles").get("vi").asString())
        .isEqualTo(vietnamese.text("title"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  void whatNobodyExpectedTellsNothingButItsId(String how) throws Exception {
    var answer = app.send(app.as("applicant", "/api/v1/fail/" + how));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text("code")).isEqualTo("internal-error");
    assertThat(answer.text("detail")).contains(answer.header("X-Request-Id"));
    assertThat(answer.http().body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/merge-patch+json",
        "application/json; charset=ISO-8859-1",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=x",
        "*/*",
        "nonsense"
      })
  void nothingButJsonIsRead(String contentType) throws Exception {
    var answer =
        app.send(
            app.as("applicant", TAKE)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(TestCommand.VALID)));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(415);
    assertThat(answer.text("code")).isEqualTo("unsupported-media-type");
  }

  @Test
  void aCompressedBodyIsNotRead() throws Exception {
    var answer = app.send(app.post(TestCommand.VALID).header("Content-Encoding", "gzip"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text("field")).isEqualTo("Content-Encoding");
  }

  @Test
  void anAnswerInAnotherFormatIsNotToBeHad() throws Exception {
    var answer = app.send(app.as("applicant", "/api/v1/who").header("Accept", "application/xml"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("code")).isEqualTo("not-acceptable");
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefused() throws Exception {
    var answer = app.send(app.post(" ".repeat(256 * 1024 + 1)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("code")).isEqualTo("body-too-large");
    assertThat(app.send(app.post(" ".repeat(256 * 1024))).status()).isEqualTo(400);
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsRefusedToo() throws Exception {
    var answer =
        app.send(
            app.as("applicant", TAKE)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[256 * 1024 + 1]))));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("code")).isEqualTo("body-too-large");
  }

  @Test
  void anEndlessBodyIsNotReadToItsEnd() throws Exception {
    // Nothing but the head is sent: an answer can only come from a server that does not wait for
    // the rest.
    var answer =
        app.rawStart(
            head("POST " + TAKE)
                + "Content-Type: application/json\r\n"
                + "Content-Length: 9000000000\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("Vientro-Log-Mode");
  }

  static Stream<Arguments> ifMatch() {
    return Stream.of(
        arguments("*", 200, "(none)"),
        arguments("\"7\"", 200, "(none)"),
        arguments("\"8\"", 412, "precondition-failed"),
        arguments("7", 400, "invalid-header"),
        arguments("W/\"7\"", 400, "invalid-header"),
        arguments("\"7\", \"8\"", 400, "invalid-header"),
        arguments("\"07\"", 400, "invalid-header"),
        arguments("\"x\"", 400, "invalid-header"),
        arguments("\"99999999999999999999\"", 400, "invalid-header"));
  }

  @ParameterizedTest(name = "If-Match: {0} is {1}")
  @MethodSource("ifMatch")
  void ifMatchTakesOneStrongTagOrAStar(String tag, int status, String code) throws Exception {
    var answer = app.send(app.post(TestCommand.VALID).header("If-Match", tag));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
    if (status != 200) {
      assertThat(answer.text("field")).isEqualTo("If-Match");
      assertThat(answer.header("ETag")).isEqualTo("(none)");
    }
  }

  private static String head(String line) {
    return line
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
        + RunningApplication.basic("applicant", RunningApplication.PASSWORD)
        + "\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a\"<> HTTP/1.1",
        "GET /%2e%2e/etc HTTP/1.1",
        "GET /api//v1/who HTTP/1.1",
        "GET /api/v1/who;jsessionid=1 HTTP/1.1",
        "GET /api/v1/%00 HTTP/1.1",
        "GET /api/v1/who%0d%0aX: HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /api/v1/things?size=%zz HTTP/1.1",
        "GET /%ff HTTP/1.1",
        "BLAH /api/v1/who HTTP/1.1",
      })
  void anAddressThatIsMalformedIsAProblemWhoeverRefusesIt(String line) throws Exception {
    var answer = app.raw(head(line.replace(" HTTP/1.1", "")) + "Connection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    assertThat(answer).contains("\"logMode\":\"TRAINING\"").contains("X-Request-Id: ");
    assertThat(answer).doesNotContain("<html").doesNotContain("Exception").doesNotContain("Tomcat");
  }

  @Test
  void aRequestWithoutAHostOrWithTwoLengthsIsAProblem() throws Exception {
    assertThat(app.raw("GET / HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"malformed-request\"");
    assertThat(app.raw(head("POST " + TAKE) + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"malformed-request\"");
    assertThat(app.raw(head("GET /") + "X: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 4")
        .contains("application/problem+json");
  }

  @Test
  void aTruncatedChunkedBodyIsNotAFaultOfOurs() throws Exception {
    var answer =
        app.raw(
            head("POST " + TAKE)
                + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "ZZ\r\n"
                + "{\"title\"\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  @Test
  void aProxysRequestIdIsKeptUnlessItCouldForgeALogLine() throws Exception {
    HttpRequest.Builder request = app.as("applicant", "/api/v1/who");
    assertThat(
            app.send(request.copy().header("X-Request-Id", "proxy-00000001"))
                .header("X-Request-Id"))
        .isEqualTo("proxy-00000001");
    assertThat(
            app.send(request.copy().header("X-Request-Id", "a b\tc d e f g h"))
                .header("X-Request-Id"))
        .hasSize(36);
  }
}
