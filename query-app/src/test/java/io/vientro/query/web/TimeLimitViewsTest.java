package io.vientro.query.web;

import static io.vientro.query.Fictional.ADMINISTRATOR;
import static io.vientro.query.Fictional.APPLICANT;
import static io.vientro.query.Fictional.AUDITOR;
import static io.vientro.query.Fictional.ELSEWHERE;
import static io.vientro.query.Fictional.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.query.RoadWorld;
import io.vientro.query.World;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Due dates, their explanations, duties and notices over HTTP. */
class TimeLimitViewsTest {
  private static final String PREVIEW = "/api/v1/time-limits/preview?";

  private static World world;
  private static RoadWorld road;
  private static Running app;
  private static String dossier;

  @BeforeAll
  static void start() {
    world = World.embedded();
    road = new RoadWorld(world);
    dossier = road.submit("Vì sao");
    road.accept(dossier);
    app =
        new Running(
            world,
            List.of(APPLICANT, RECEPTION, AUDITOR, ADMINISTRATOR, ELSEWHERE, RoadWorld.SUPERVISOR));
  }

  @AfterAll
  static void stop() {
    app.close();
    world.close();
  }

  private static String atLeast() {
    return "at-least-position=" + (world.log.nextPosition() - 1);
  }

  private static String explanation(String limit) {
    return "/api/v1/dossiers/" + dossier + "/time-limits/" + limit + "/explanation?" + atLeast();
  }

  @Test
  void the_ledger_has_every_segment_with_its_standing_and_debtor() {
    var answer = app.get(RECEPTION, "/api/v1/dossiers/" + dossier + "/time-limits?" + atLeast());
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    var items = answer.json().get("items");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/limit").asString()).isEqualTo("appraisal");
    assertThat(items.at("/0/standing/code").asString()).isEqualTo("OPEN");
    assertThat(items.at("/0/debtor/party/code").asString()).isEqualTo("LEAD");
    assertThat(items.at("/0/due/date").asString()).isNotEmpty();
    assertThat(answer.json().get("calendarSha256").asString())
        .isEqualTo(world.law.calendar().sha256());
  }

  @Test
  void an_explanation_proves_the_date_with_rule_pack_and_calendar() {
    var answer = app.get(RECEPTION, explanation("appraisal"));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    var json = answer.json();
    assertThat(json.at("/outcome").asString()).isEqualTo("ON");
    assertThat(json.at("/due").asString()).isEqualTo(json.at("/timeLimit/due/date").asString());
    assertThat(json.at("/steps/0/kind").asString()).isEqualTo("START");
    assertThat(json.get("steps").get(json.get("steps").size() - 1).get("day").asString())
        .isEqualTo(json.at("/due").asString());
    assertThat(json.at("/steps/0/text/vi").asString())
        .isNotEqualTo(json.at("/steps/0/text/en").asString());
    assertThat(json.at("/cause/code").asString()).isEqualTo("ACCEPT_DOSSIER");
    assertThat(json.at("/rulePack/sha256").asString()).hasSize(64);
    assertThat(json.at("/calendar/sha256").asString()).isEqualTo(world.law.calendar().sha256());
    assertThat(json.get("articles")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"vi, VÌ SAO LÀ NGÀY NÀY?, vi", "en-GB, WHY THIS DATE?, en", "fr, VÌ SAO, vi"})
  void an_explanation_is_a_page_to_print(String asked, String title, String given) {
    var page = app.get(RECEPTION, explanation("appraisal"), "text/plain", asked);
    assertThat(page.status()).as(page.http().body()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(page.header("Content-Language")).isEqualTo(given);
    assertThat(page.http().body()).startsWith(title).contains("SHA-256", "Vì sao");
    assertThat(page.http().body().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, application/json",
    "application/json, application/json",
    "'text/html, application/json;q=0.9', application/json",
    "'text/plain, */*;q=0.1', text/plain;charset=UTF-8"
  })
  void json_is_given_to_whoever_does_not_ask_for_a_page(String accept, String given) {
    var answer = app.get(RECEPTION, explanation("appraisal"), accept, "en");
    assertThat(answer.header("Content-Type")).as(answer.http().body()).isEqualTo(given);
    var preview =
        app.get(RECEPTION, PREVIEW + "from=2026-02-09&amount=10&unit=WORKING_DAY", accept, "en");
    assertThat(preview.header("Content-Type")).isEqualTo(given);
  }

  @Test
  void only_who_reads_the_dossier_reads_its_explanations() {
    assertThat(app.get(APPLICANT, explanation("appraisal")).status()).isEqualTo(200);
    for (var actor : List.of(ELSEWHERE, ADMINISTRATOR)) {
      assertThat(app.get(actor, explanation("appraisal")).json().get("code").asString())
          .isEqualTo("unknown-dossier");
    }
    assertThat(app.get(RECEPTION, explanation("nothing")).status()).isEqualTo(404);
    assertThat(app.get(RECEPTION, explanation("appraisal") + "&segment=2").status()).isEqualTo(404);
    assertThat(app.get(RECEPTION, explanation("appraisal") + "&segment=x").status()).isEqualTo(400);
  }

  @Test
  void a_preview_counts_over_tet() {
    var json = app.get(APPLICANT, PREVIEW + "from=2026-02-09&amount=10&unit=WORKING_DAY").json();
    assertThat(json.get("due").asString()).isEqualTo("2026-03-02");
    assertThat(json.get("steps").size()).isGreaterThan(15);
    assertThat(json.toString()).contains("SKIPPED_DAY_OFF");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-01-31&amount=1&unit=MONTH&end-rule=NO_ROLL, 2026-02-28",
    "from=2026-02-09&amount=2&unit=CALENDAR_DAY, 2026-02-11",
    "from=2026-02-06T10:30:00%2B07:00&amount=24&unit=HOUR, 2026-02-07T10:30:00+07:00",
    "from=2026-02-06T03:30:00Z&amount=24&unit=HOUR, 2026-02-07T10:30:00+07:00",
    "from=2026-02-06T10:30:00%2B07:00&amount=24&unit=HOUR&end-rule=ROLL_FORWARD, 2026-02-09"
  })
  void each_unit_is_counted_in_its_own_way(String query, String due) {
    var answer = app.get(APPLICANT, PREVIEW + query);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    assertThat(answer.json().get("due").asString()).isEqualTo(due);
  }

  @Test
  void in_a_gap_the_date_is_null_and_what_is_known_is_said() {
    var path = PREVIEW + "from=2026-12-22&amount=20&unit=CALENDAR_DAY";
    var json = app.get(APPLICANT, path).json();
    assertThat(json.has("due")).isTrue();
    assertThat(json.get("due").isNull()).isTrue();
    assertThat(json.get("outcome").asString()).isEqualTo("CALENDAR_GAP");
    assertThat(json.get("certainUntil").asString()).isNotEmpty();
    assertThat(json.get("notBefore").asString()).isEqualTo("2027-01-11");
    var page = app.get(APPLICANT, path, "text/plain", "en").http().body();
    assertThat(page).contains("CALENDAR_GAP", "11/01/2027");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-02-30&amount=10&unit=WORKING_DAY, from",
    "from=2026-2-9&amount=10&unit=WORKING_DAY, from",
    "from=%2B999999999-01-01&amount=10&unit=WORKING_DAY, from",
    "from=0001-01-01&amount=10&unit=WORKING_DAY, from",
    "from=2026-02-09T10:00:00Z&amount=10&unit=WORKING_DAY, from",
    "from=2026-02-09&amount=10&unit=HOUR, from",
    "from=2026-02-09T10:00:00&amount=10&unit=HOUR, from",
    "from=%2B999999999-12-31T23:59:59-18:00&amount=10&unit=HOUR, from",
    "from=&amount=10&unit=WORKING_DAY, from",
    "from=2026-02-09&amount=0&unit=WORKING_DAY, amount",
    "from=2026-02-09&amount=-1&unit=WORKING_DAY, amount",
    "from=2026-02-09&amount=1001&unit=WORKING_DAY, amount",
    "from=2026-02-09&amount=121&unit=MONTH, amount",
    "from=2026-02-09&amount=1e3&unit=WORKING_DAY, amount",
    "from=2026-02-09&amount=99999999999&unit=WORKING_DAY, amount",
    "from=2026-02-09&amount=10&unit=FIXED_DATE, unit",
    "from=2026-02-09&amount=10&unit=FORTNIGHT, unit",
    "from=2026-02-09&amount=10&unit=working_day, unit",
    "from=2026-02-09&amount=10&unit=WORKING_DAY&end-rule=BACK, end-rule",
    "from=2026-02-09&amount=10&unit=WORKING_DAY&jurisdiction=nowhere, jurisdiction",
    "from=2026-02-09&amount=10&unit=WORKING_DAY&jurisdiction=, jurisdiction"
  })
  void a_wrong_parameter_is_refused_by_name(String query, String field) {
    for (var accept : List.of("application/json", "text/plain")) {
      var answer = app.get(RECEPTION, PREVIEW + query, accept, "en");
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
      assertThat(answer.json().get("code").asString()).isEqualTo("invalid-parameter");
      assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "amount", "unit"})
  void a_missing_parameter_is_refused_by_name(String missing) {
    var query = "from=2026-02-09&amount=10&unit=WORKING_DAY".replaceAll(missing + "=[^&]*&?", "");
    var json = app.get(RECEPTION, PREVIEW + query).json();
    assertThat(json.get("code").asString()).isEqualTo("missing-parameter");
    assertThat(json.get("field").asString()).isEqualTo(missing);
  }

  @Test
  void duties_and_notices_are_answered_to_those_who_may() {
    for (var list : List.of("duties", "notices")) {
      var path = "/api/v1/" + list + "?" + atLeast();
      for (var actor : List.of(RECEPTION, APPLICANT, AUDITOR, ADMINISTRATOR)) {
        var answer = app.get(actor, path);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().get("items").isArray()).isTrue();
      }
      assertThat(app.get(path).status()).isEqualTo(401);
      assertThat(app.get(RECEPTION, path + "&limit=201").status()).isEqualTo(400);
      assertThat(app.get(RECEPTION, path + "&cursor=none").status()).isEqualTo(400);
      assertThat(app.get(ADMINISTRATOR, "/api/v1/duties?cursor=none").status()).isEqualTo(400);
    }
    assertThat(app.get(RECEPTION, "/api/v1/duties?standing=LATER").status()).isEqualTo(400);
    assertThat(app.get(RECEPTION, "/api/v1/duties?debtor=NOBODY").status()).isEqualTo(400);
    assertThat(app.get(RECEPTION, "/api/v1/notices?acknowledged=maybe").status()).isEqualTo(400);
    var duties = app.get(RECEPTION, "/api/v1/duties?standing=OVERDUE&" + atLeast()).json();
    assertThat(duties.at("/items/0/limit").asString()).isEqualTo("appraisal");
  }

  @Test
  void the_impact_of_a_notice_is_told_before_it_is_recorded() {
    var day = LocalDate.of(2025, 3, 24);
    var body =
        """
        {"notice": {"year": 2025, "number": "1/TB", "basis": "Sample act", "off": ["%s"],
          "workedWeekendDays": []}}
        """
            .formatted(day);
    var path = "/api/v1/questions/notice-impact?" + atLeast();
    for (var actor : List.of(ADMINISTRATOR, AUDITOR, RoadWorld.SUPERVISOR)) {
      var answer = app.post(actor, path, body);
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      assertThat(answer.json().at("/items/0/before/date").asString()).isEqualTo(day.toString());
      assertThat(answer.json().at("/items/0/days").asLong()).isOne();
    }
    assertThat(app.post(RECEPTION, path, body).status()).isEqualTo(403);
    assertThat(app.post(APPLICANT, path, body).status()).isEqualTo(403);
    var unknown = app.post(AUDITOR, path, body.replace("\"off\"", "\"of\""));
    assertThat(unknown.status()).isEqualTo(400);
    var refused = app.post(AUDITOR, path, body.replace("2025-03-24", "2025-03-23"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asString()).isEqualTo("day-off-on-weekend");
  }

  @Test
  void every_address_is_described() {
    var paths = app.get("/v3/api-docs").json().get("paths");
    for (var path :
        List.of(
            "/api/v1/dossiers/{id}/time-limits",
            "/api/v1/dossiers/{id}/time-limits/{limit}/explanation",
            "/api/v1/time-limits/preview",
            "/api/v1/duties",
            "/api/v1/notices",
            "/api/v1/questions/notice-impact")) {
      assertThat(paths.has(path)).as(path).isTrue();
    }
    var explanation = paths.get("/api/v1/time-limits/preview").at("/get/responses/200/content");
    assertThat(explanation.propertyNames()).contains("text/plain");
  }
}
