package io.vientro.query.web;

import static io.vientro.query.Fictional.ADMINISTRATOR;
import static io.vientro.query.Fictional.APPLICANT;
import static io.vientro.query.Fictional.AUDITOR;
import static io.vientro.query.Fictional.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.query.RoadWorld;
import io.vientro.query.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law before anything is filed: an aid assessed, and the pack as people read it. */
class QuestionViewsTest {
  private static final String ASSESS = "/api/v1/questions/assess-aid";
  private static final String PACK = "/api/v1/rule-packs/nd80-2020";

  private static final String AID =
      """
      {"aid": {"title": "Sample aid", "modality": "PROJECT", "experts": false,
        "purpose": "DEVELOPMENT",
        "provider": {"papers": "OTHER", "providerClass": "FOREIGN_NGO",
          "name": "Sample Foundation", "country": "CH"},
        "recipient": {"name": "Bệnh viện Mẫu", "kind": "PUBLIC_SERVICE_UNIT",
          "founder": "MANAGING_AGENCY"},
        "aidOwner": {"name": "Bệnh viện Mẫu"}, "managingAgencies": ["ubnd-tinh-mau"],
        "grant": {"parts": [{"amount": 125000.50, "currency": "USD"}]},
        "sector": "Y tế", "localities": [{"province": "tinh-mau"}]}}
      """;

  private static World world;
  private static Running app;

  @BeforeAll
  static void start() {
    world = World.embedded();
    app =
        new Running(world, List.of(APPLICANT, RECEPTION, AUDITOR, ADMINISTRATOR, RoadWorld.CLERK));
  }

  @AfterAll
  static void stop() {
    app.close();
    world.close();
  }

  @Test
  void everybody_who_is_signed_in_may_have_an_aid_assessed_and_nothing_is_recorded() {
    var before = world.log.nextPosition();
    for (var actor : List.of(APPLICANT, RECEPTION, AUDITOR, ADMINISTRATOR, RoadWorld.CLERK)) {
      var answer = app.post(actor, ASSESS, AID);
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      var json = answer.json();
      assertThat(json.get("outcome").asString()).isEqualTo("ASSESSED");
      assertThat(json.at("/approver/role/code").asString()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
      assertThat(json.at("/approver/role/vi").asString()).startsWith("Người đứng đầu");
      assertThat(json.at("/approver/basis/article").asString()).startsWith("7");
      assertThat(json.at("/receiver/agency/id").asString()).isEqualTo("ubnd-tinh-mau");
      assertThat(json.at("/appraisal/lead/basis/article").asString()).startsWith("9");
      assertThat(json.at("/appraisal/consultees")).isNotEmpty();
      assertThat(json.get("papers")).isNotEmpty();
      assertThat(json.get("limits").toString()).contains("\"appraisal\"");
      assertThat(json.at("/rulePack/version").asInt()).isEqualTo(3);
    }
    assertThat(world.log.nextPosition()).isEqualTo(before);
    assertThat(app.post(APPLICANT, ASSESS, AID).json().get("questions")).isEmpty();
  }

  @Test
  void an_open_question_needs_a_person() {
    var body = AID.replace("\"sector\"", "\"subjects\": [\"LAW_DRAFTING_COMPONENT\"], \"sector\"");
    var json = app.post(APPLICANT, ASSESS, body).json();
    assertThat(json.get("outcome").asString()).isEqualTo("NEEDS_HUMAN_DECISION");
    assertThat(json.has("approver")).isFalse();
    assertThat(json.at("/questions/0/text/vi").asString()).isNotEmpty();
    assertThat(json.at("/questions/0/articles").asString()).isNotEmpty();
  }

  @Test
  void what_the_decree_does_not_govern_is_said_with_its_article() {
    var body = AID.replace("\"sector\"", "\"scope\": {\"treatyLevel\": true}, \"sector\"");
    var json = app.post(APPLICANT, ASSESS, body).json();
    assertThat(json.get("outcome").asString()).isEqualTo("OUT_OF_SCOPE");
    assertThat(json.at("/scope/outcome/code").asString()).isEqualTo("OUT");
    assertThat(json.at("/scope/basis/article").asString()).isEqualTo("1.2.a");
    assertThat(json.get("papers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"PROJECT\" | \"PROJEKT\" | 400",
        "\"title\" | \"titel\" | 400",
        "125000.50 | \"125000.50\" | 400",
        "125000.50 | 1e999999999 | 400",
        "\"CH\" | \"ZZ\" | 422",
        "ubnd-tinh-mau | nobody | 422",
        "125000.50 | 0 | 422"
      })
  void facts_are_read_as_strictly_as_commands_are(String from, String to, int status) {
    var answer = app.post(APPLICANT, ASSESS, AID.replace(from, to));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isNotEmpty();
  }

  @Test
  void nobody_who_is_not_signed_in_asks() {
    assertThat(app.get(PACK).status()).isEqualTo(401);
  }

  @Test
  void a_pack_is_read_by_everybody_in_words_with_its_parameters() {
    var answer = app.get(APPLICANT, PACK);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    var json = answer.json();
    assertThat(json.get("version").asInt()).isEqualTo(3);
    assertThat(json.at("/chapters/0/id").asString()).isEqualTo("scope");
    assertThat(json.at("/chapters/0/entries/0/articles").asString()).isEqualTo("1.2.a");
    assertThat(json.at("/chapters/0/entries/0/when/vi").asString()).isNotEmpty();
    assertThat(json.at("/chapters/0/entries/0/confidence/code").asString()).isEqualTo("SOURCED");
    assertThat(json.at("/parameters/0/settings").isArray()).isTrue();
    assertThat(app.get(APPLICANT, PACK + "?version=3").json().get("sha256"))
        .isEqualTo(json.get("sha256"));
    for (var unknown : List.of(PACK + "?version=99", "/api/v1/rule-packs/agency-registry")) {
      assertThat(app.get(APPLICANT, unknown).json().get("code").asString())
          .isEqualTo("unknown-rule-pack");
    }
    assertThat(app.get(APPLICANT, PACK + "?version=x").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"vi, Nghị định, Thẩm quyền phê duyệt (Điều 7)", "en, Decree, Who approves (Art. 7)"})
  void a_pack_is_a_text_to_print(String language, String title, String heading) {
    var page = app.get(APPLICANT, PACK, "text/plain", language);
    assertThat(page.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(page.http().body()).contains(title, heading, "[7.1");
    assertThat(page.http().body().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }
}
