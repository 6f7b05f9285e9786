package io.vientro.query.web;

import static io.vientro.query.Fictional.ADMINISTRATOR;
import static io.vientro.query.Fictional.APPLICANT;
import static io.vientro.query.Fictional.AUDITOR;
import static io.vientro.query.Fictional.DAY;
import static io.vientro.query.Fictional.ELSEWHERE;
import static io.vientro.query.Fictional.FOR_APPLICANT;
import static io.vientro.query.Fictional.HOSPITAL;
import static io.vientro.query.Fictional.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.Provider;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.query.Fictional;
import io.vientro.query.World;
import io.vientro.store.SubjectKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The views over HTTP, from a log that this test writes. */
class QueryApplicationTest {
  private static World world;
  private static Running app;

  @BeforeAll
  static void start() {
    world = World.embedded();
    app = new Running(world, List.of(APPLICANT, RECEPTION, AUDITOR, ADMINISTRATOR, ELSEWHERE));
  }

  @AfterAll
  static void stop() {
    app.close();
    world.close();
  }

  private static String dossier(String title, Provider provider, SubjectTag... subjects) {
    return world.submit(
        Fictional.submit(Fictional.aid(title, provider, subjects), DAY, FOR_APPLICANT, HOSPITAL),
        RECEPTION);
  }

  private static String dossier() {
    return dossier("Sample aid", Fictional.individual());
  }

  private static String atLeast() {
    return "at-least-position=" + (world.log.nextPosition() - 1);
  }

  private static String path(String dossier) {
    return "/api/v1/dossiers/" + dossier + "?" + atLeast();
  }

  private static String history(String dossier) {
    return "/api/v1/dossiers/" + dossier + "/audit-history?" + atLeast();
  }

  private static JsonNode found(JsonNode list, String name, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(element -> element.path(name).asString("").equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_dossier_is_answered_with_everything_that_follows_from_it() {
    var id = dossier();
    var answer = app.get(RECEPTION, path(id));

    assertThat(answer.status()).isEqualTo(200);
    var json = answer.json();
    assertThat(answer.header("ETag")).isEqualTo("\"" + json.get("sequence").asLong() + "\"");
    assertThat(json.at("/status/code").asString()).isEqualTo("SUBMITTED");
    assertThat(json.at("/status/vi").asString()).isNotEqualTo(json.at("/status/en").asString());
    assertThat(json.at("/facts/provider/individual/name").asString()).isEqualTo(Fictional.DONOR);
    assertThat(json.at("/facts/aidOwner/contactName").asString()).isEqualTo(Fictional.CONTACT);
    assertThat(answer.http().body()).contains("\"amount\":125000.50,");
    assertThat(json.get("submittedOn").asString()).isEqualTo(DAY.toString());
    assertThat(json.has("completeOn")).isFalse();
    assertThat(json.get("recordedAt").asString()).endsWith("Z");
    assertThat(json.at("/rulePack/id").asString()).isEqualTo("nd80-2020");
    assertThat(json.at("/rulePack/warnings")).isEmpty();
    assertThat(json.at("/classification/outcome").asString()).isEqualTo("CLASSIFIED");
    assertThat(json.at("/classification/receiverAgency/id").asString())
        .isEqualTo(Fictional.PROVINCE);
    assertThat(json.at("/assumed/0").asString()).isEqualTo("sector");
    assertThat(json.get("erased")).isEmpty();
    assertThat(json.get("logMode").asString()).isEqualTo("TRAINING");
    assertThat(json.get("readModelPosition").asLong())
        .isGreaterThanOrEqualTo(json.get("position").asLong());
  }

  @Test
  void each_entry_of_the_checklist_says_how_it_stands_and_why() {
    var json = app.get(RECEPTION, path(dossier())).json();
    var request = found(json.get("checklist"), "requirement", "request-for-approval");
    assertThat(request.at("/standing/code").asString()).isEqualTo("MISSING");
    assertThat(request.at("/basis/article").asString()).isNotEmpty();
    assertThat(request.at("/why/en").asString()).contains(request.at("/basis/article").asString());
    var resume = found(json.get("checklist"), "requirement", "expert-resume");
    assertThat(resume.at("/standing/code").asString()).isEqualTo("NOT_OWED");
    assertThat(resume.at("/why/vi").asString()).contains(resume.at("/basis/article").asString());
    assertThat(found(json.get("gaps"), "requirement", "request-for-approval").at("/defect/code"))
        .isNotNull();
  }

  @Test
  void a_time_limit_carries_its_term_its_due_date_and_its_basis() {
    var json = app.get(RECEPTION, path(dossier())).json();
    var limit = found(json.get("timeLimits"), "limit", "incomplete-return");
    assertThat(limit.get("running").asBoolean()).isTrue();
    assertThat(limit.at("/due/outcome").asString()).isEqualTo("ON");
    assertThat(limit.at("/due/date").asString()).isGreaterThan(DAY.toString());
    assertThat(limit.get("overdue").asBoolean()).isTrue();
    assertThat(limit.at("/term/basis/article").asString()).isNotEmpty();
    assertThat(limit.get("cause").asString()).isEqualTo("SubmitDossier");
  }

  @Test
  void an_open_question_is_a_question_to_a_person() {
    var id = dossier("Drafting", Fictional.individual(), SubjectTag.LAW_DRAFTING_COMPONENT);
    var json = app.get(RECEPTION, path(id)).json();
    assertThat(json.at("/classification/outcome").asString()).isEqualTo("NEEDS_HUMAN_DECISION");
    assertThat(json.at("/classification/questions/0/id").asString()).isNotEmpty();
    assertThat(json.at("/classification/questions/0/text/vi").asString()).isNotEmpty();
    assertThat(json.at("/classification/questions/0/answers")).isNotEmpty();
  }

  @Test
  void actions_are_those_of_the_reader_and_every_no_has_code_basis_and_text() {
    var id = dossier();
    var officer = app.get(RECEPTION, path(id)).json().get("actions");
    var accept = found(officer, "command", "AcceptDossier");
    assertThat(found(officer, "command", "RequestSupplement").get("allowed").asBoolean()).isTrue();
    assertThat(accept.get("allowed").asBoolean()).isFalse();
    assertThat(accept.at("/refusal/code").asString()).isEqualTo("gap-open");
    assertThat(accept.at("/refusal/legalBasis/article").asString()).isNotEmpty();
    assertThat(accept.at("/refusal/text/vi").asString()).isNotEmpty();
    assertThat(accept.get("href").asString())
        .isEqualTo("/api/v1/dossiers/" + id + "/accept-dossier");

    var auditor = app.get(AUDITOR, path(id)).json().get("actions");
    assertThat(auditor)
        .allSatisfy(
            action -> assertThat(action.at("/refusal/code").asString()).isEqualTo("role-may-not"));
  }

  @Test
  void what_does_not_exist_and_what_may_not_be_seen_are_answered_alike() {
    var id = dossier();
    for (var path : List.of(path(id), history(id))) {
      assertThat(app.get(ELSEWHERE, path).status()).isEqualTo(404);
      assertThat(app.get(ELSEWHERE, path).json().get("code").asString())
          .isEqualTo("unknown-dossier");
      assertThat(app.get(ADMINISTRATOR, path).status()).isEqualTo(404);
      assertThat(app.get(APPLICANT, path).status()).isEqualTo(200);
      assertThat(app.get(AUDITOR, path).status()).isEqualTo(200);
    }
    var unknown = app.get(AUDITOR, "/api/v1/dossiers/dossier-of-nobody");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("code").asString()).isEqualTo("unknown-dossier");
    assertThat(app.get(path(id)).status()).isEqualTo(401);
  }

  @Test
  void the_history_says_who_in_which_capacity_for_whom_with_which_paper_and_on_which_basis() {
    var id = dossier();
    world.send(id, new RequestSupplement(DAY.plusDays(1), null, null, Fictional.DUTY), RECEPTION);
    var json = app.get(AUDITOR, history(id)).json();
    var steps = json.get("steps");
    var filed = steps.get(0);
    assertThat(filed.get("type").asString()).isEqualTo("dossier.submitted");
    assertThat(filed.get("account").asString()).isEqualTo(RECEPTION.account());
    assertThat(filed.at("/role/code").asString()).isEqualTo("RECEPTION_OFFICER");
    assertThat(filed.at("/agency/id").asString()).isEqualTo(Fictional.PROVINCE);
    assertThat(filed.at("/capacity/code").asString()).isEqualTo("ON_BEHALF");
    assertThat(filed.get("onBehalfOf").asString()).isEqualTo("Trần Văn Mẫu");
    assertThat(filed.at("/document/number").asString()).isEqualTo("12/GUQ");
    assertThat(filed.at("/document/signatory").asString()).isEqualTo("Lê Thị Mẫu");
    assertThat(filed.get("effectiveOn").asString()).isEqualTo(DAY.toString());
    assertThat(filed.get("recordedAt").asString()).endsWith("Z");
    assertThat(filed.at("/change/aid/title").asString()).isEqualTo("Sample aid");
    var limit = found(steps, "type", "time-limit.started");
    assertThat(limit.at("/legalBasis/0/act").asString()).contains("61/2018");
    var classified = found(steps, "type", "aid.classified");
    assertThat(classified.at("/legalBasis/0/act").asString()).contains("80/2020");
    assertThat(found(steps, "type", "supplement.requested").get("legalBasis")).isNotEmpty();
    for (var i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).get("sequence").asInt()).isEqualTo(i);
    }
  }

  @Test
  void the_history_comes_in_pages() {
    var id = dossier();
    var whole = app.get(AUDITOR, history(id)).json().get("steps").size();
    var sequences = new ArrayList<Long>();
    var cursor = "";
    do {
      var page = app.get(AUDITOR, history(id) + "&limit=2" + cursor).json();
      page.get("steps").forEach(step -> sequences.add(step.get("sequence").asLong()));
      var next = page.path("nextCursor").asString(null);
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    assertThat(sequences).hasSize(whole).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_destroyed_key_erases_the_person_everywhere_and_says_so() {
    var id = dossier();
    assertThat(app.get(AUDITOR, path(id)).status()).isEqualTo(200);
    // The process of the application keeps keys in memory for a while, as another process may.
    app.context.getBean(SubjectKeys.class).destroy(id + "/provider");

    var json = app.get(AUDITOR, path(id)).json();
    assertThat(json.at("/facts/provider/individual").has("name")).isFalse();
    assertThat(json.get("erased"))
        .extracting(JsonNode::asString)
        .contains("facts.provider.individual.name")
        .allMatch(p -> p.startsWith("facts.provider.individual."));
    assertThat(json.at("/facts/aidOwner/contactName").asString()).isEqualTo(Fictional.CONTACT);
    var filed = app.get(AUDITOR, history(id)).json().at("/steps/0");
    assertThat(filed.toString()).doesNotContain(Fictional.DONOR).contains(Fictional.CONTACT);
    assertThat(filed.get("erased"))
        .extracting(JsonNode::asString)
        .contains("aid.provider.individual.name");
  }

  @Test
  void the_list_is_narrowed_and_paged_over_http() {
    dossier("Thư viện Đồng Nai", Fictional.organisation("Quỹ Sách Mẫu"));
    dossier("Thư viện Đồng Tháp", Fictional.organisation("Quỹ Sách Mẫu"));
    var base = "/api/v1/dossiers?text=thu%20vien%20dong&" + atLeast();
    var all = app.get(RECEPTION, base).json();
    assertThat(all.get("items")).hasSize(2);
    assertThat(all.at("/items/0/title").asString()).isEqualTo("Thư viện Đồng Tháp");
    assertThat(all.at("/items/0/status/code").asString()).isEqualTo("SUBMITTED");
    assertThat(all.at("/items/0/timeLimits/0/due/date").asString()).isNotEmpty();
    assertThat(all.has("nextCursor")).isFalse();

    var first = app.get(RECEPTION, base + "&limit=1").json();
    var cursor = first.get("nextCursor").asString();
    var second = app.get(RECEPTION, base + "&limit=1&cursor=" + cursor).json();
    assertThat(second.at("/items/0/title").asString()).isEqualTo("Thư viện Đồng Nai");
    assertThat(second.has("nextCursor")).isFalse();
    // It belongs to another question.
    var other = app.get(RECEPTION, "/api/v1/dossiers?text=thu&cursor=" + cursor);
    assertThat(other.status()).isEqualTo(400);

    assertThat(app.get(ELSEWHERE, base).json().get("items")).isEmpty();
    assertThat(app.get(RECEPTION, base + "&state=WITHDRAWN").json().get("items")).isEmpty();
    assertThat(app.get(RECEPTION, base + "&provider=sach").json().get("items")).hasSize(2);
    assertThat(app.get(ADMINISTRATOR, base).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=201, limit",
    "limit=x, limit",
    "limit=99999999999, limit",
    "state=NOWHERE, state",
    "text=, text",
    "text=%20!, text",
    "provider=-, provider",
    "agency=, agency",
    "cursor=, cursor",
    "cursor=AAAA, cursor",
    "at-least-position=-1, at-least-position",
    "at-least-position=x, at-least-position"
  })
  void a_bad_parameter_is_refused_by_name(String query, String field) {
    var answer = app.get(RECEPTION, "/api/v1/dossiers?" + query);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
    assertThat(answer.json().get("code").asString()).isEqualTo("invalid-parameter");
    assertThat(answer.json().get("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/dossiers?",
        "/api/v1/calendars/VN-CIVIL-SERVICE?",
        "/api/v1/rule-packs/nd80-2020/versions?",
        "/api/v1/rule-packs/nd80-2020/audit-history?"
      })
  void a_position_that_is_not_reached_is_a_503_that_may_be_retried(String path) {
    var actor = path.startsWith("/api/v1/dossiers") ? RECEPTION : ADMINISTRATOR;
    var answer = app.get(actor, path + "at-least-position=" + (world.log.nextPosition() + 1000));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("code").asString()).isEqualTo("read-model-behind");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void calendars_and_rule_packs_are_read_by_those_who_keep_and_audit_them() {
    var calendar = app.get(ADMINISTRATOR, "/api/v1/calendars/VN-CIVIL-SERVICE?" + atLeast());
    assertThat(calendar.status()).isEqualTo(200);
    assertThat(calendar.json().get("years")).isNotEmpty();
    assertThat(calendar.json().get("sha256").asString()).isEqualTo(world.law.calendar().sha256());
    var versions = app.get(AUDITOR, "/api/v1/rule-packs/nd80-2020/versions?" + atLeast()).json();
    assertThat(versions.at("/versions/0/sha256").asString()).hasSize(64);
    var steps =
        app.get(ADMINISTRATOR, "/api/v1/rule-packs/nd80-2020/audit-history?" + atLeast()).json();
    assertThat(steps.at("/steps/0/change/sha256").asString()).hasSize(64);
    assertThat(steps.at("/steps/0/change").has("text")).isFalse();
    var notices = "/api/v1/calendars/VN-CIVIL-SERVICE/audit-history?" + atLeast();
    assertThat(app.get(AUDITOR, notices).json().at("/steps/0/legalBasis/0/act").asString())
        .isNotEmpty();
    for (var path :
        List.of(
            "/api/v1/calendars/VN-CIVIL-SERVICE",
            "/api/v1/rule-packs/nd80-2020/versions",
            notices)) {
      assertThat(app.get(RECEPTION, path).status()).isEqualTo(403);
    }
    assertThat(app.get(AUDITOR, "/api/v1/calendars/nobody").json().get("code").asString())
        .isEqualTo("unknown-calendar");
    assertThat(app.get(AUDITOR, "/api/v1/rule-packs/nobody/versions").json().get("code").asString())
        .isEqualTo("unknown-rule-pack");
  }

  @Test
  void the_operator_sees_positions_lag_and_health() {
    dossier();
    assertThat(app.get(RECEPTION, "/api/v1/dossiers?" + atLeast()).status()).isEqualTo(200);
    assertThat(app.get("/actuator/health").json().get("status").asString()).isEqualTo("UP");
    assertThat(app.get("/actuator/health").json().has("components")).isFalse();
    var health = app.get(ADMINISTRATOR, "/actuator/health").json();
    assertThat(health.at("/components/readModels/details/dossier-list/claimed").asBoolean())
        .as(health.toString())
        .isTrue();
    var processors = app.get(ADMINISTRATOR, "/actuator/processors").json();
    assertThat(processors.get("processors")).hasSize(3);
    assertThat(found(processors.get("processors"), "view", "dossier-list").get("lag").asLong())
        .isZero();
    assertThat(app.get(ADMINISTRATOR, "/actuator/metrics/vientro.processor.lag").status())
        .isEqualTo(200);
    assertThat(app.get(RECEPTION, "/actuator/processors").status()).isEqualTo(403);
  }

  @Test
  void the_description_of_the_api_is_complete() {
    var description = app.get("/v3/api-docs").json();
    for (var path :
        List.of(
            "/api/v1/dossiers",
            "/api/v1/dossiers/{id}",
            "/api/v1/dossiers/{id}/audit-history",
            "/api/v1/calendars/{id}",
            "/api/v1/calendars/{id}/audit-history",
            "/api/v1/rule-packs/{id}/versions",
            "/api/v1/rule-packs/{id}/audit-history")) {
      assertThat(description.get("paths").has(path)).as(path).isTrue();
    }
    var schemas = description.at("/components/schemas");
    assertThat(schemas.at("/DossierAnswer/properties").propertyNames())
        .contains("facts", "checklist", "timeLimits", "actions", "erased");
    assertThat(schemas.at("/AidOwner/properties/contactName/type").toString()).contains("string");
  }
}
