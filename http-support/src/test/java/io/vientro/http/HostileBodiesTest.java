package io.vientro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vientro.http.json.StrictJson;
import io.vientro.http.problem.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not get in, over real HTTP: each line says what is sent and what is answered. */
class HostileBodiesTest {
  private final RunningApplication app = RunningApplication.get();

  private static Arguments with(String was, String is, String code, String field) {
    assertThat(TestCommand.VALID).contains(was);
    return arguments(TestCommand.VALID.replace(was, is), code, field);
  }

  private static Arguments amount(String is, String code) {
    return with("1234567.25", is, code, "amount");
  }

  private static Arguments date(String is, String code) {
    return with("\"2026-02-28\"", is, code, "filedOn");
  }

  private static Arguments title(String is, String code) {
    return with("\"Sample aid\"", is, code, "title");
  }

  private static Arguments more(String fields, String code, String field) {
    return with("{\"title\"", "{" + fields + ", \"title\"", code, field);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        // The text itself.
        arguments("", "empty-body", "(none)"),
        arguments("  \n ", "empty-body", "(none)"),
        arguments("{", "malformed-json", "(none)"),
        arguments("nonsense", "malformed-json", "(none)"),
        arguments("{\"title\": \"Sam", "malformed-json", "title"),
        arguments(TestCommand.VALID.substring(0, 150), "malformed-json", "provider.name"),
        arguments(TestCommand.VALID.replace("8,", "8 8,"), "malformed-json", "sets"),
        arguments(TestCommand.VALID.replace('"', '\''), "malformed-json", "(none)"),
        arguments(TestCommand.VALID + "{}", "trailing-content", "(none)"),
        arguments(TestCommand.VALID + "]", "trailing-content", "(none)"),
        arguments("// comment\n" + TestCommand.VALID, "malformed-json", "(none)"),
        arguments("\uFEFF" + TestCommand.VALID, "not-utf8", "(none)"),
        arguments("[]", "wrong-type", "(none)"),
        arguments("null", "wrong-type", "(none)"),
        arguments("7", "wrong-type", "(none)"),
        arguments("[".repeat(33) + "]".repeat(33), "too-deep", "[0]".repeat(32)),
        arguments("[".repeat(100_000), "too-deep", "[0]".repeat(32)),
        arguments(
            "[" + String.join(",", Collections.nCopies(30_000, "1")) + "]",
            "too-many-values",
            "[19999]"),
        more("\"" + "n".repeat(300) + "\": 1", "too-many-values", "(none)"),
        // Fields.
        more("\"extra\": 1", "unknown-field", "extra"),
        more("\"Title\": \"x\"", "unknown-field", "Title"),
        more("\"complete\": true", "unknown-field", "complete"),
        more("\"sets\": 8", "duplicate-field", "sets"),
        with(
            "\"name\"",
            "\"country\": \"X\", \"country\": \"Y\", \"name\"",
            "duplicate-field",
            "provider.country"),
        with("{\"name\": \"Sample Foundation\"}", "{}", "missing-field", "provider.name"),
        with("\"kind\": \"BUDGET\", ", "", "missing-field", "documents[1].kind"),
        with("\"sets\": 8, ", "", "missing-field", "sets"),
        with("\"sets\": 8", "\"sets\": null", "missing-field", "sets"),
        with("\"urgent\": false, ", "", "missing-field", "urgent"),
        title("null", "missing-field"),
        title("\"\"", "blank-text"),
        title("\" \\n\\t \"", "blank-text"),
        title("\"\\u00a0\\u3000\\u200b\"", "blank-text"),
        with(
            "[{\"kind\": \"LETTER\", \"copies\": 1}, ", "[null, ", "missing-field", "documents[0]"),
        // Whole numbers.
        with("8,", "\"8\",", "wrong-type", "sets"),
        with("8,", "6.7,", "wrong-type", "sets"),
        with("8,", "8.0,", "wrong-type", "sets"),
        with("8,", "8e0,", "wrong-type", "sets"),
        with("8,", "true,", "wrong-type", "sets"),
        with("8,", "[8],", "wrong-type", "sets"),
        with("8,", "{},", "wrong-type", "sets"),
        with("8,", "-8,", "negative-number", "sets"),
        with("8,", "2147483648,", "invalid-number", "sets"),
        with("8,", "9".repeat(5000) + ",", "invalid-number", "sets"),
        with("8,", "08,", "malformed-json", "sets"),
        with("8,", "0x8,", "malformed-json", "sets"),
        more("\"bytes\": 9223372036854775808", "invalid-number", "bytes"),
        // Decimals.
        amount("\"1234567.25\"", "wrong-type"),
        amount("NaN", "malformed-json"),
        amount("\"NaN\"", "wrong-type"),
        amount("Infinity", "malformed-json"),
        amount("-Infinity", "malformed-json"),
        amount("-1", "negative-number"),
        amount("-0", "negative-number"),
        amount("1e999999999", "exponent-not-allowed"),
        amount("1E-999999999", "exponent-not-allowed"),
        amount("1.5e3", "exponent-not-allowed"),
        amount("1".repeat(40), "number-too-long"),
        amount("1".repeat(21), "number-too-long"),
        amount("0.12345", "number-too-long"),
        amount("1." + "0".repeat(90_000), "number-too-long"),
        amount("1." + "0".repeat(150_000), "too-many-values"),
        amount("1.", "malformed-json"),
        amount(".5", "malformed-json"),
        amount("+1", "malformed-json"),
        amount("true", "wrong-type"),
        // Dates and instants.
        date("20000", "wrong-type"),
        date("[2026, 2, 28]", "wrong-type"),
        date("\"2026-02-28T00:00:00\"", "invalid-date"),
        date("\"2026-02-28T00:00:00Z\"", "invalid-date"),
        date("\"2026-02-31\"", "invalid-date"),
        date("\"2026-02-29\"", "invalid-date"),
        date("\"2026-2-28\"", "invalid-date"),
        date("\"28/02/2026\"", "invalid-date"),
        date("\"+12026-02-28\"", "invalid-date"),
        date("\" 2026-02-28\"", "invalid-date"),
        date("\"\"", "invalid-date"),
        date("\"٢٠٢٦-٠٢-٢٨\"", "invalid-date"),
        more("\"seenAt\": \"2026-02-28T10:00:00+07:00\"", "invalid-instant", "seenAt"),
        more("\"seenAt\": \"2026-02-28T25:00:00Z\"", "invalid-instant", "seenAt"),
        more("\"seenAt\": 1772236800", "wrong-type", "seenAt"),
        // Texts, enums, booleans.
        title("7", "wrong-type"),
        title("true", "wrong-type"),
        title("[\"a\"]", "wrong-type"),
        title("{\"a\": 1}", "wrong-type"),
        title("\"a\\u0000b\"", "control-character"),
        title("\"a\\rb\"", "control-character"),
        title("\"a\\u007fb\"", "control-character"),
        title("\"a\\u0085b\"", "control-character"),
        title("\"a\\ud800b\"", "control-character"),
        title("\"a\tb\"", "malformed-json"),
        title("\"" + "ă".repeat(4001) + "\"", "text-too-long"),
        with("\"PROJECT\"", "\"\"", "unknown-value", "kind"),
        with("\"PROJECT\"", "0", "wrong-type", "kind"),
        with("\"PROJECT\"", "\"0\"", "unknown-value", "kind"),
        with("\"PROJECT\"", "\"project\"", "unknown-value", "kind"),
        with("\"PROJECT\"", "\"kind 0\"", "unknown-value", "kind"),
        with("false", "\"false\"", "wrong-type", "urgent"),
        with("false", "0", "wrong-type", "urgent"),
        with("false", "False", "malformed-json", "urgent"),
        // Lists, sets, maps, nested and one-text types.
        more("\"tags\": \"a\"", "wrong-type", "tags"),
        more("\"tags\": [1]", "wrong-type", "tags[0]"),
        more("\"tags\": {}", "wrong-type", "tags"),
        more(
            "\"tags\": [" + String.join(",", Collections.nCopies(501, "\"a\"")) + "]",
            "too-many-elements",
            "tags"),
        more("\"kinds\": [\"PROJECT\", \"PROJECT\"]", "duplicate-element", "kinds[1]"),
        more("\"labels\": {\"a\": 1}", "wrong-type", "labels.a"),
        more("\"labels\": {\"a\": null}", "missing-field", "labels.a"),
        more("\"labels\": {\"a\\u0001\": \"b\"}", "control-character", "labels.a\u0001"),
        more("\"code\": \"abc\"", "invalid-value", "code"),
        more("\"code\": {\"value\": \"ABC\"}", "wrong-type", "code"),
        more("\"part\": {\"part\": {\"part\": {\"x\": 1}}}", "unknown-field", "part.part.part.x"),
        with(
            "{\"name\": \"Sample Foundation\"}", "\"Sample Foundation\"", "wrong-type", "provider"),
        with(
            "{\"name\": \"Sample Foundation\"}",
            "[\"Sample Foundation\"]",
            "wrong-type",
            "provider"));
  }

  @ParameterizedTest(name = "[{index}] {1} at {2}")
  @MethodSource("hostile")
  void isRefusedWithACodeAndTheFieldsPath(String body, String code, String field) throws Exception {
    var answer = app.send(app.post(body));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:vientro:problem:" + code);
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.text("logMode")).isEqualTo("TRAINING");
    assertThat(answer.http().body().length()).isLessThan(60_000);
    assertThat(answer.http().body()).doesNotContain("io.vientro").doesNotContain("java.");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws Exception {
    var answer =
        app.send(
            app.post(
                """
                {"title": 7, "filedOn": "2026-02-31", "sets": "8", "amount": 1e9, "kind": "X",
                 "provider": {"nam": "a"}, "documents": [{"kind": "A", "copies": 1}, {}], "x": 1}\
                """));
    var found = new ArrayList<String>();
    answer
        .json()
        .get("errors")
        .forEach(
            error -> found.add(error.get("code").asString() + " " + error.get("field").asString()));
    assertThat(found)
        .containsExactly(
            "wrong-type title",
            "invalid-date filedOn",
            "wrong-type sets",
            "exponent-not-allowed amount",
            "unknown-value kind",
            "unknown-field provider.nam",
            "missing-field provider.name",
            "missing-field documents[1].kind",
            "missing-field documents[1].copies",
            "unknown-field x",
            "missing-field urgent");
  }

  @Test
  void manyFindingsAreCutShort() throws Exception {
    var body = new StringBuilder("{\"a0\": 1");
    for (var i = 1; i < 5000; i++) {
      body.append(", \"a").append(i).append("\": 1");
    }
    var answer = app.send(app.post(body.append('}').toString()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").size()).isEqualTo(50);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws Exception {
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE
        }) {
      var answer = app.send(app.post(TestCommand.VALID.replace("aid", "é").getBytes(charset)));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("code")).isIn("not-utf8", "malformed-json");
    }
  }

  @Test
  void whatLooksOddButIsRightIsTaken() throws Exception {
    for (var body :
        new String[] {
          TestCommand.VALID,
          TestCommand.VALID.replace("Sample aid", "Viện trợ\\n\\t\\\"mẫu\\\" 😀"),
          TestCommand.VALID.replace("Sample aid", "😀".repeat(4000)),
          TestCommand.VALID.replace("1234567.25", "99999999999999999999.9999"),
          TestCommand.VALID.replace("1234567.25", "0"),
          TestCommand.VALID.replace("2026-02-28", "2024-02-29"),
          TestCommand.VALID.replace("{\"title\"", "{\"note\": null, \"code\": \"ABC\", \"title\""),
          TestCommand.VALID.replace("{\"title\"", "{\"bytes\": 999999999999999999, \"title\""),
          TestCommand.VALID.replace(
              "{\"title\"", "{\"seenAt\": \"2026-02-28T10:00:00Z\", \"title\""),
          TestCommand.VALID.replace(
              "{\"title\"", "{\"part\": {\"part\": {}}, \"kinds\": [], \"title\"")
        }) {
      var answer = app.send(app.post(body));
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    }
  }

  @Test
  void whateverBytesAreChangedTheBodyIsTakenOrRefusedButNeverBreaksAnything() {
    var json = app.context.getBean(StrictJson.class);
    var random = new Random(80);
    var valid =
        TestCommand.VALID
            .replace(
                "{\"title\"", "{\"labels\": {\"a\": \"b\"}, \"kinds\": [\"PROJECT\"], \"title\"")
            .getBytes(StandardCharsets.UTF_8);
    var spice = "{}[]\":,-+.eE0919\\/utrfn \u0000\t\n\u00ff".toCharArray();
    var taken = 0;
    var refused = 0;
    for (var round = 0; round < 20_000; round++) {
      var body = valid.clone();
      for (var change = random.nextInt(4); change >= 0; change--) {
        body[random.nextInt(body.length)] =
            random.nextBoolean()
                ? (byte) spice[random.nextInt(spice.length)]
                : body[random.nextInt(body.length)];
      }
      if (random.nextInt(10) == 0) {
        body = Arrays.copyOf(body, random.nextInt(body.length));
      }
      try {
        json.bind(body, TestCommand.class);
        taken++;
      } catch (BadRequestException expected) {
        refused++;
        assertThat(expected.errors()).isNotEmpty();
      }
    }
    assertThat(taken).isPositive();
    assertThat(refused).isGreaterThan(taken);
  }
}
