package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not get in, on every command, from one table: each field of a valid body is spoilt by
 * its type, and a list of further things is done to each address. Every case is refused with a
 * code, and where a field is at fault with the field; the log stays as it was.
 */
class HostileInputTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LONG_DIGITS = "1".repeat(40);

  /** Texts that look like values of an enumeration; a rule pack defines them. */
  private static final Set<String> VALUES_IN_CAPITALS =
      Set.of("HEAD_OF_MANAGING_AGENCY", "PROVINCIAL_POLICE", "PROVIDER");

  private static final CommandSide SIDE = CommandSide.shared();
  private static final List<Commands> ALL = Commands.all(SIDE);

  /**
   * One thing done to one command. Status, code and field are what is expected; a null field is not
   * looked at.
   */
  private record Case(String what, int status, String code, @Nullable String field, String body) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static List<Commands> commands() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noFieldTakesAValueOfAnotherKind(Commands command) {
    var cases = new ArrayList<Case>();
    walk(command.body(), "", command.body(), cases);
    assertThat(cases).hasSizeGreaterThan(8);
    check(command, cases);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noBodyThatIsNoneIsRead(Commands command) {
    var valid = command.body().toString();
    var first = command.body().propertyNames().iterator().next();
    check(
        command,
        List.of(
            new Case("empty", 400, "empty-body", null, ""),
            new Case(
                "truncated", 400, "malformed-json", null, valid.substring(0, valid.length() - 3)),
            new Case("no JSON", 400, "malformed-json", null, "nonsense"),
            new Case("trailing object", 400, "trailing-content", null, valid + "{}"),
            new Case("trailing bracket", 400, "trailing-content", null, valid + "]"),
            new Case("list", 400, "wrong-type", null, "[" + valid + "]"),
            new Case("null", 400, "wrong-type", null, "null"),
            new Case("empty object", 400, "missing-field", null, "{}"),
            new Case(
                "unknown field",
                400,
                "unknown-field",
                "extra",
                "{\"extra\": 1," + valid.substring(1)),
            new Case(
                "duplicate field",
                400,
                "duplicate-field",
                first,
                "{\"%s\": %s,".formatted(first, command.body().get(first)) + valid.substring(1)),
            new Case("deep", 400, "too-deep", null, "[".repeat(5_000)),
            new Case("too large", 413, "body-too-large", null, valid + " ".repeat(300_000))));
  }

  private static void walk(ObjectNode whole, String path, JsonNode node, List<Case> cases) {
    switch (node) {
      case ObjectNode object -> {
        for (var name : object.propertyNames()) {
          var child = object.get(name);
          var at = path.isEmpty() ? name : path + "." + name;
          spoil(whole, at, child, cases, raw -> replaced(whole, at, raw));
          walk(whole, at, child, cases);
        }
        if (!path.isEmpty()) {
          cases.add(
              new Case(
                  path + " gets an unknown field",
                  400,
                  "unknown-field",
                  path + ".extra",
                  replaced(whole, path, with(object))));
        }
      }
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          var at = path + "[" + i + "]";
          cases.add(
              new Case(at + " is null", 400, "missing-field", at, replaced(whole, at, "null")));
          if (!array.get(i).isContainer()) {
            spoil(whole, at, array.get(i), cases, raw -> replaced(whole, at, raw));
          }
          walk(whole, at, array.get(i), cases);
        }
      }
      default -> {}
    }
  }

  private static String with(ObjectNode object) {
    var copy = object.deepCopy();
    copy.put("extra", 1);
    return copy.toString();
  }

  private interface Replacing {
    String by(String raw);
  }

  /** What is wrong for a field depends on what is right for it. */
  private static void spoil(
      ObjectNode whole, String at, JsonNode value, List<Case> cases, Replacing replaced) {
    if (value.isObject()) {
      refused(cases, at, replaced, "wrong-type", "[]", "7", "\"x\"", "true");
    } else if (value.isArray()) {
      refused(cases, at, replaced, "wrong-type", "{}", "7", "\"x\"", "true");
    } else if (value.isBoolean()) {
      refused(cases, at, replaced, "wrong-type", "\"true\"", "1", "[]", "{}");
    } else if (value.isNumber() && isWhole(at)) {
      refused(cases, at, replaced, "wrong-type", "\"6\"", "6.7", "6e1", "true", "[]", "{}");
      refused(cases, at, replaced, "negative-number", "-1");
      refused(cases, at, replaced, "invalid-number", LONG_DIGITS);
      refused(cases, at, replaced, "wrong-type", "1e999999999");
      refused(cases, at, replaced, "malformed-json", "NaN", "Infinity", "+1", "07");
    } else if (value.isNumber()) {
      refused(cases, at, replaced, "wrong-type", "\"6\"", "true", "[]", "{}");
      refused(cases, at, replaced, "negative-number", "-1", "-1e999999999");
      refused(cases, at, replaced, "number-too-long", LONG_DIGITS, "0.00001");
      refused(cases, at, replaced, "exponent-not-allowed", "1e999999999", "1e-999999999");
      refused(cases, at, replaced, "malformed-json", "NaN", "Infinity", "+1", "07", "1.");
    } else if (isDate(value)) {
      refused(cases, at, replaced, "wrong-type", "20250615", "[2025, 6, 15]", "{}", "true");
      refused(
          cases,
          at,
          replaced,
          "invalid-date",
          "\"2025-02-31\"",
          "\"2025-06-15T00:00:00Z\"",
          "\"15/06/2025\"",
          "\"+12345-01-01\"",
          "\"\"",
          "\" 2025-06-15\"");
    } else if (isEnumeration(value)) {
      refused(cases, at, replaced, "wrong-type", "0", "[]", "{}", "true");
      refused(
          cases, at, replaced, "unknown-value", "\"\"", "\"NO_SUCH_VALUE\"", "\"other \"", "\"0\"");
    } else {
      refused(cases, at, replaced, "wrong-type", "7", "6.5", "[]", "{}", "true");
      refused(
          cases,
          at,
          replaced,
          "control-character",
          "\"a\\u0000b\"",
          "\"\\u001b[31m\"",
          "\"\\ud800\"");
      refused(cases, at, replaced, "blank-text", "\"\"", "\"  \"", "\"\\u00a0\\u200b\"");
      refused(cases, at, replaced, "text-too-long", "\"" + "x".repeat(150_001) + "\"");
    }
    if (isRequired(whole, at)) {
      refused(cases, at, replaced, "missing-field", "null");
      cases.add(new Case(at + " is left out", 400, "missing-field", at, removed(whole, at)));
    }
  }

  private static void refused(
      List<Case> cases, String at, Replacing replaced, String code, String... raws) {
    for (var raw : raws) {
      var shown = raw.length() > 40 ? raw.substring(0, 40) + "…" : raw;
      var field = code.equals("malformed-json") ? null : at;
      cases.add(new Case(at + " is " + shown, 400, code, field, replaced.by(raw)));
    }
  }

  private static boolean isWhole(String at) {
    return at.matches(".*(sets|copies|version|year|segment)");
  }

  private static boolean isDate(JsonNode value) {
    return value.asString().matches("\\d{4}-\\d\\d-\\d\\d");
  }

  private static boolean isEnumeration(JsonNode value) {
    var text = value.asString();
    return text.matches("[A-Z][A-Z_]{3,}") && !VALUES_IN_CAPITALS.contains(text);
  }

  /** What the records do not mark as nullable, of the fields that the bodies have. */
  private static boolean isRequired(ObjectNode whole, String at) {
    var last = at.substring(at.lastIndexOf('.') + 1);
    if (last.endsWith("]") || at.equals("content." + last)) {
      // What a decision must state is for the rule pack to say.
      return false;
    }
    return switch (last) {
      case "channel" -> at.equals("channel");
      case "applicant", "coProviders", "foundingDocument", "contactName", "contactPhone" -> false;
      case "contactEmail", "equivalents", "usd", "rate", "rateDate", "rateSource" -> false;
      case "counterpart", "detail", "goods", "quantity", "unit", "period", "subjects" -> false;
      case "assumed", "onBehalfOf", "document", "signatory", "issuedOn", "restored" -> false;
      case "findings", "repeatBasis", "requirement", "validUntil", "field", "area" -> false;
      case "registration" -> false;
      case "sets" -> whole.has("channel");
      case "aid" -> whole.has("channel") || whole.has("reclassifiedOn");
      case "from" -> !at.equals("from") || !whole.has("cause");
      case "documents" -> !whole.has("report");
      case "parts" -> !at.equals("parts");
      case "segment" -> false;
      case "note", "role", "answerBy", "subject" -> false;
      case "officer" -> !at.startsWith("to.");
      case "text" -> !whole.has("stance");
      case "individualProvider", "deviationReason" -> false;
      case "name" -> !at.endsWith("provider.name");
      case "number" -> !at.startsWith("documents");
      default -> true;
    };
  }

  /** The body with the value at a path replaced by text that need not be JSON. */
  private static String replaced(ObjectNode whole, String path, String raw) {
    var copy = whole.deepCopy();
    var holder = holder(copy, path);
    var name = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')) + 1);
    if (holder instanceof ObjectNode object) {
      object.put(name, "@@HERE@@");
    } else if (holder instanceof ArrayNode array) {
      array.set(
          Integer.parseInt(name.replace("]", "")), JSON.getNodeFactory().stringNode("@@HERE@@"));
    }
    return copy.toString().replace("\"@@HERE@@\"", raw);
  }

  private static String removed(ObjectNode whole, String path) {
    var copy = whole.deepCopy();
    ((ObjectNode) holder(copy, path)).remove(path.substring(path.lastIndexOf('.') + 1));
    return copy.toString();
  }

  private static JsonNode holder(ObjectNode root, String path) {
    var pointer = "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    return root.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static void check(Commands command, List<Case> cases) {
    var before = SIDE.log().nextPosition();
    var wrong = new ArrayList<String>();
    for (var it : cases) {
      var answer = SIDE.post(command.account(), command.path(), it.body());
      if (!isProblem(answer, it.status(), it.code(), it.field())) {
        wrong.add(
            it
                + ": expected "
                + it.status()
                + " "
                + it.code()
                + " at "
                + it.field()
                + ", was "
                + shortened(answer));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  private static String shortened(CommandSide.Answer answer) {
    var text = answer.toString();
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private static boolean isProblem(
      CommandSide.Answer answer, int status, String code, @Nullable String field) {
    if (answer.status() != status
        || !answer.header("Content-Type").startsWith("application/problem+json")
        || answer.text("title").isBlank()) {
      return false;
    }
    if (answer.text("code").equals(code) && (field == null || answer.text("field").equals(field))) {
      return true;
    }
    var errors = answer.json().get("errors");
    return errors != null
        && errors
            .valueStream()
            .anyMatch(
                e ->
                    e.get("code").asString().equals(code)
                        && (field == null || e.path("field").asString("").equals(field)));
  }

  private static void refuse(
      CommandSide.Answer answer, int status, String code, @Nullable String field) {
    assertThat(isProblem(answer, status, code, field))
        .as("expected %s %s at %s, was %s", status, code, field, answer)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void nobodyComesInWithoutAnAccount(Commands command) {
    var before = SIDE.log().nextPosition();
    for (var credentials :
        new String[] {
          "",
          "Basic !!",
          "Bearer abc",
          CommandSide.basic("nobody", CommandSide.PASSWORD),
          CommandSide.basic("appraiser", "wrong password 12")
        }) {
      var request =
          SIDE.request(command.path())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(command.body().toString()));
      if (!credentials.isEmpty()) {
        request.header("Authorization", credentials);
      }
      var answer = SIDE.send(request);
      assertThat(answer.status()).as("%s: %s", credentials, answer).isIn(401, 429);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anotherMethodOrContentTypeIsRefused(Commands command) {
    var before = SIDE.log().nextPosition();
    var body = command.body().toString();
    for (var method : new String[] {"PUT", "PATCH", "DELETE"}) {
      var answer =
          SIDE.send(
              SIDE.as(command.account(), command.path())
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body)));
      refuse(answer, 405, "method-not-allowed", null);
      assertThat(answer.header("Allow")).contains("POST");
    }
    for (var type :
        new String[] {
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "application/json; charset=ISO-8859-1",
          "multipart/form-data; boundary=x"
        }) {
      var answer =
          SIDE.send(
              SIDE.as(command.account(), command.path())
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(body)));
      refuse(answer, 415, "unsupported-media-type", "Content-Type");
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void headersThatAreNoneOfOursAreRefused(Commands command) {
    var before = SIDE.log().nextPosition();
    for (var tag : new String[] {"7", "\"x\"", "W/\"7\"", "\"07\"", "\"1\", \"2\"", "\"-1\"", ""}) {
      refuse(
          SIDE.post(command.account(), command.path(), command.body(), "If-Match", tag),
          400,
          "invalid-header",
          "If-Match");
    }
    for (var key : new String[] {"", "a b", "k".repeat(256)}) {
      refuse(
          SIDE.post(command.account(), command.path(), command.body(), "Idempotency-Key", key),
          400,
          "invalid-header",
          "Idempotency-Key");
    }
    refuse(
        SIDE.post(
            command.account(),
            command.path(),
            command.body(),
            "Idempotency-Key",
            "a",
            "Idempotency-Key",
            "b"),
        400,
        "invalid-header",
        "Idempotency-Key");
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void onlyTheRolesOfTheTableMaySend(Commands command) {
    var before = SIDE.log().nextPosition();
    for (var role : Role.values()) {
      if (role != Role.SYSTEM && !command.name().roles().contains(role)) {
        refuse(
            SIDE.post(CommandSide.nameOf(role), command.path(), command.body()),
            403,
            "role-may-not",
            null);
      }
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatDoesNotExistIsNotFound(Commands command) {
    var before = SIDE.log().nextPosition();
    for (var id :
        new String[] {
          "dossier-00000000-0000-0000-0000-000000000000",
          "nope",
          "rule-pack-nd80-2020",
          "calendar-VN-CIVIL-SERVICE",
          "log",
          "%24where",
          "x%23%31",
          "%F0%9F%98%80",
          "d".repeat(2_000)
        }) {
      var path =
          command.path().replaceFirst("/(dossiers|calendars|rule-packs)/[^/]+/", "/$1/" + id + "/");
      if (path.equals(command.path())) {
        path = command.path() + "/" + id;
      }
      var answer = SIDE.post(command.account(), path, command.body());
      assertThat(answer.status()).as("%s: %s", id, answer).isEqualTo(404);
      assertThat(answer.text("code"))
          .isIn("unknown-dossier", "unknown-calendar", "unknown-rule-pack", "not-found");
    }
    for (var id : new String[] {"%00", "..%2f..", "a%0d%0aX:y", "%ff%fe", "a;b=c", "%ED%A0%80"}) {
      var path =
          command.path().replaceFirst("/(dossiers|calendars|rule-packs)/[^/]+/", "/$1/" + id + "/");
      if (path.equals(command.path())) {
        path = command.path() + "/" + id;
      }
      var answer = SIDE.post(command.account(), path, command.body());
      assertThat(answer.status()).as("%s: %s", id, answer).isBetween(400, 404);
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  private static Stream<Commands> onDossiers() {
    return ALL.stream().filter(Commands::onDossier);
  }

  private static Stream<Commands> dated() {
    return ALL.stream().filter(c -> c.name() != CommandName.RECORD_RULE_PACK);
  }

  @ParameterizedTest
  @MethodSource("onDossiers")
  void anotherAgencysDossierIsNotTouched(Commands command) {
    var before = SIDE.log().nextPosition();
    refuse(
        SIDE.post(Road.stranger(command.name()), command.path(), command.body()),
        403,
        Road.refusalOfStranger(command.name()),
        null);
    if (command.name().roles().contains(Role.APPLICANT)) {
      refuse(
          SIDE.post("other-applicant", command.path(), command.body()),
          403,
          "other-applicants-dossier",
          null);
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("onTheRoad")
  void aWithdrawnDossierTakesNothingMore(Commands command) {
    // What is decided cannot be withdrawn any more: there the road ends one step before.
    var afterApproval = SINCE_APPROVAL.contains(command.name());
    var step =
        afterApproval || command.name() == CommandName.NOTIFY_OUTCOME
            ? CommandName.APPROVE_AID
            : command.name();
    var path = Road.drive(SIDE, Road.before(step, TODAY.minusDays(1)));
    var withdrawn =
        SIDE.post("reception-officer", path + "/withdraw-dossier", Bodies.withdraw(TODAY));
    assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
    var before = SIDE.log().nextPosition();
    refuse(
        SIDE.post(command.account(), path + "/" + command.name().path(), command.body()),
        409,
        afterApproval ? "aid-not-approved" : "wrong-state",
        null);
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  private static final Set<CommandName> SINCE_APPROVAL =
      EnumSet.range(CommandName.RECORD_IMPLEMENTATION_START, CommandName.REVOKE_AID);

  /**
   * A record is corrected whenever the error is found; of a limit its ledger says what it takes.
   */
  private static Stream<Commands> onTheRoad() {
    return onDossiers().filter(c -> c.name().ordinal() < CommandName.CORRECT_RECORD.ordinal());
  }

  /** What came in early may have come before the dossier did. */
  private static Stream<Commands> following() {
    return onDossiers().filter(c -> c.name() != CommandName.RECORD_EARLY_RECEIPT);
  }

  @ParameterizedTest
  @MethodSource("dated")
  void noDateLiesInTheFuture(Commands command) {
    var before = SIDE.log().nextPosition();
    var field = command.dateField();
    var body = command.body().deepCopy();
    if (command.name() == CommandName.SET_AGENCY_PARAMETER) {
      body.set(
          "act",
          Bodies.json(
              "{\"capacity\": \"ASSIGNED_DUTY\", \"document\": {\"number\": \"1\", \"date\":"
                  + " \"2025-06-15\"}}"));
    }
    for (var date : List.of(Commands.tomorrow().toString(), "9999-12-31")) {
      refuse(
          SIDE.post(command.account(), command.path(), replaced(body, field, "\"" + date + "\"")),
          422,
          "date-in-future",
          field);
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("following")
  void noDateLiesBeforeTheStepItFollows(Commands command) {
    var before = SIDE.log().nextPosition();
    for (var date : List.of("2025-06-14", "0001-01-01")) {
      refuse(
          SIDE.post(
              command.account(),
              command.path(),
              replaced(command.body(), command.dateField(), "\"" + date + "\"")),
          422,
          "date-before-step",
          command.dateField());
    }
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  /** On dossiers of their own: every other test here needs them as they were filed. */
  private static List<Commands> fresh() {
    return Commands.all(SIDE);
  }

  @ParameterizedTest
  @MethodSource("fresh")
  void theBodyThatWasSpoiltWouldHaveBeenDone(Commands command) {
    if (command.name() == CommandName.RECORD_CALENDAR_NOTICE) {
      command.body().withObject("/notice").put("number", "9/TB-MAU");
    }
    var answer = SIDE.post(command.account(), command.path(), command.body());
    if (command.name() == CommandName.RECORD_RULE_PACK) {
      refuse(answer, 422, "rule-pack-invalid", "text");
    } else {
      assertThat(answer.status()).as("%s", answer).isBetween(200, 201);
    }
  }
}
