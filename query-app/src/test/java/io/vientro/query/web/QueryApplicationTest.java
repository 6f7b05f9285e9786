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
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.query.Fictional;
import io.vientro.query.Roads;
import io.vientro.query.World;
import io.vientro.store.SubjectKeys;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The views over HTTP, from a log that this test writes. */
class QueryApplicationTest {
  private static final Actor CONSULTED = new Actor("police", Role.CONSULTED_AGENCY, Roads.POLICE);

  private static final Actor SUPERVISOR =
      new Actor("supervisor", Role.SUPERVISOR, Fictional.PROVINCE);
  private static final Actor SUPERVISOR_ELSEWHERE =
      new Actor("supervisor-elsewhere", Role.SUPERVISOR, ELSEWHERE.agency());

  private static World world;
  private static Running app;

  @BeforeAll
  static void start() {
    world = World.embedded();
    app =
        new Running(
            world,
            List.of(
                APPLICANT,
                RECEPTION,
                AUDITOR,
                ADMINISTRATOR,
                ELSEWHERE,
                Roads.CHAIR,
                CONSULTED,
                SUPERVISOR,
                SUPERVISOR_ELSEWHERE));
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
  void a_dossier_of_the_whole_road_says_what_was_done_by_whom_and_on_which_basis() {
    var id = new Roads(world).whole("Trọn đường", Fictional.individual());
    var json = app.get(CONSULTED, path(id)).json();
    assertThat(json.at("/status/code").asString()).isEqualTo("NOTIFIED");
    assertThat(json.at("/portalState/number").asInt()).isEqualTo(10);
    assertThat(json.at("/portalState/state/vi").asString()).isNotEmpty();
    // Notified, and the implementation has to begin.
    assertThat(json.get("awaited")).hasSize(1);
    assertThat(json.at("/awaited/0/what/code").asString()).isEqualTo("START");

    assertThat(json.at("/custody/holder/unit").asString()).isEqualTo(Roads.UNIT);
    assertThat(json.at("/custody/officers/0/officer").asString())
        .isEqualTo(Roads.APPRAISER.account());
    assertThat(json.at("/custody").has("pending")).isFalse();

    var appraisal = json.get("appraisal");
    assertThat(appraisal.get("outcome").asString()).isEqualTo("DETERMINED");
    assertThat(appraisal.get("lead").asString()).isEqualTo("PROVINCIAL_PLANNING_DEPARTMENT");
    assertThat(appraisal.at("/leadAgency/id").asString()).isEqualTo(Roads.LEAD);
    assertThat(appraisal.at("/leadBasis/article").asString()).isEqualTo("9.3");
    assertThat(appraisal.get("consultees")).hasSize(2);
    var finance = appraisal.at("/consultees/0");
    assertThat(finance.at("/duty/code").asString()).isEqualTo("LEADS_ITSELF");
    assertThat(finance.get("asked").asBoolean()).isFalse();
    var police = appraisal.at("/consultees/1");
    assertThat(police.at("/agency/id").asString()).isEqualTo(Roads.POLICE);
    assertThat(police.at("/duty/code").asString()).isEqualTo("COMPULSORY");
    assertThat(police.at("/basis/article").asString()).isEqualTo("10.2.c");
    assertThat(police.get("asked").asBoolean()).isTrue();
    assertThat(police.get("answered").asBoolean()).isTrue();
    var answered = appraisal.at("/opinions/0");
    assertThat(answered.at("/agency/id").asString()).isEqualTo(Roads.POLICE);
    assertThat(answered.at("/answer/stance/code").asString()).isEqualTo("AGREES_WITH_COMMENTS");
    assertThat(answered.at("/answer/byLetter").asBoolean()).isFalse();
    assertThat(answered.at("/answer/act/document/signatory").asString()).isEqualTo(Roads.SIGNATORY);
    // Neither the letter nor a limit says when.
    assertThat(answered.has("due")).isFalse();
    assertThat(answered.has("late")).isFalse();
    assertThat(appraisal.at("/opinions/1").has("answer")).isFalse();
    assertThat(appraisal.at("/meeting/invited/0/id").asString()).isEqualTo(Roads.POLICE);
    assertThat(appraisal.at("/conclusion/finding/code").asString()).isEqualTo("ELIGIBLE");
    assertThat(appraisal.at("/conclusion/silent/0/id").asString()).isEqualTo(Roads.RELATED);

    var decision = json.at("/outcome/decision");
    assertThat(decision.at("/kind/code").asString()).isEqualTo("APPROVAL");
    assertThat(decision.get("decidedBy").asString()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
    assertThat(decision.get("recordedByClerk").asBoolean()).isFalse();
    assertThat(decision.at("/content/individualProvider").asString()).isEqualTo(Fictional.DONOR);
    assertThat(decision.get("parts")).hasSize(16);
    var owner =
        StreamSupport.stream(decision.get("parts").spliterator(), false)
            .filter(part -> part.at("/part/code").asString().equals("OWNER"))
            .findFirst()
            .orElseThrow();
    assertThat(owner.get("stated").asBoolean()).isTrue();
    assertThat(owner.at("/basis/article").asString()).isEqualTo("11.1, 14.1");
    var provider = found(json.at("/outcome/notices"), "addressee", "PROVIDER");
    assertThat(provider.at("/basis/article").asString()).isEqualTo("11.2");
    assertThat(provider.get("notifiedOn").asString()).isNotEmpty();
    assertThat(json.get("actions")).hasSize(37);
  }

  @Test
  void what_is_waited_for_and_from_whom_stands_first_to_last() {
    var roads = new Roads(world);
    var id = roads.accepted("Đang chờ", Fictional.organisation("Sample Foundation"));
    roads.asked(id, Roads.APPRAISER);
    var awaited = app.get(RECEPTION, path(id)).json().get("awaited");
    assertThat(awaited.at("/0/what/code").asString()).isEqualTo("APPRAISAL");
    assertThat(awaited.at("/0/agency/id").asString()).isEqualTo(Roads.LEAD);
    assertThat(awaited.at("/0/due/date").asString()).isNotEmpty();
    assertThat(awaited.at("/0/overdue").asBoolean()).isTrue();
    assertThat(awaited.at("/0/limits/0").asString()).isEqualTo("appraisal");
    assertThat(awaited.at("/1/what/code").asString()).isEqualTo("OPINION");
    assertThat(awaited.at("/1/role/code").asString()).isEqualTo("CONSULTED_AGENCY");
    assertThat(awaited.get(1).has("due")).isFalse();
  }

  @Test
  void who_was_not_asked_sees_nothing_and_who_was_asked_sees_it_from_then_on() {
    var roads = new Roads(world);
    var id = roads.accepted("Chưa lấy ý kiến", Fictional.organisation("Sample Foundation"));
    for (var path : List.of(path(id), history(id), slip(id))) {
      assertThat(app.get(CONSULTED, path).status()).isEqualTo(404);
    }
    roads.ask(id, CONSULTED.agency(), null, null, Roads.APPRAISER);
    for (var path : List.of(path(id), history(id), slip(id))) {
      assertThat(app.get(CONSULTED, path).status()).isEqualTo(200);
    }
    var lists = "/api/v1/dossiers?text=chua%20lay%20y&" + atLeast();
    assertThat(app.get(CONSULTED, lists).json().get("items")).hasSize(1);
  }

  private static String slip(String dossier) {
    return "/api/v1/dossiers/" + dossier + "/control-slip?" + atLeast();
  }

  @Test
  void the_control_slip_has_both_acknowledgements_and_the_limits_that_ran() {
    var roads = new Roads(world);
    var id = roads.accepted("Phiếu kiểm soát", Fictional.organisation("Sample Foundation"));
    assertThat(app.get(RECEPTION, slip(id)).json().get("rows")).isEmpty();
    roads.handedOver(id).pass(30);
    roads.send(
        id,
        new HandOverDossier(
            new Custodian(Fictional.PROVINCE, null, "chair"), roads.day(), null, Fictional.DUTY),
        Roads.APPRAISER);

    var json = app.get(RECEPTION, slip(id)).json();
    assertThat(json.at("/title/vi").asString())
        .isEqualTo("Phiếu kiểm soát quá trình giải quyết hồ sơ");
    assertThat(json.at("/headings/giver/vi").asString()).isEqualTo("Người giao");
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(json.get("code").asString()).startsWith("T01.001");
    assertThat(json.get("rows")).hasSize(2);
    var first = json.at("/rows/0");
    assertThat(first.at("/giver/agency/id").asString()).isEqualTo(Fictional.PROVINCE);
    assertThat(first.at("/receiver/unit").asString()).isEqualTo(Roads.UNIT);
    assertThat(first.at("/receiver/officer").asString()).isEqualTo(Roads.APPRAISER.account());
    assertThat(first.at("/given/account").asString()).isEqualTo(RECEPTION.account());
    assertThat(first.at("/given/on").asString()).isEqualTo(DAY.plusDays(1).toString());
    assertThat(first.at("/given/recordedAt").asString()).endsWith("Z");
    assertThat(first.at("/accepted/account").asString()).isEqualTo(Roads.APPRAISER.account());
    assertThat(first.at("/accepted/on").asString()).isEqualTo(DAY.plusDays(2).toString());
    assertThat(first.at("/limits/0/limit").asString()).isEqualTo("appraisal");
    assertThat(first.at("/limits/0/name/vi").asString()).isNotEmpty();
    assertThat(first.at("/limits/0/onTime").asBoolean()).isTrue();
    var pending = json.at("/rows/1");
    assertThat(pending.has("accepted")).isFalse();
    assertThat(pending.at("/receiver/officer").asString()).isEqualTo("chair");
    assertThat(pending.at("/limits/0/onTime").asBoolean()).isFalse();
    assertThat(app.get(ELSEWHERE, slip(id)).json().get("code").asString())
        .isEqualTo("unknown-dossier");
  }

  @Test
  void a_destroyed_key_erases_the_person_from_the_decision_too() {
    var id = new Roads(world).whole("Đã xóa", Fictional.individual());
    app.context.getBean(SubjectKeys.class).destroy(id + "/provider");
    var answer = app.get(AUDITOR, path(id));
    assertThat(answer.json().at("/outcome/decision/content").has("individualProvider")).isFalse();
    assertThat(answer.json().get("erased"))
        .extracting(JsonNode::asString)
        .contains("outcome.decision.content.individualProvider");
    assertThat(answer.http().body()).doesNotContain(Fictional.DONOR, "sealed:");
  }

  @Test
  void the_history_of_the_whole_road_names_the_basis_of_each_step() {
    var id = new Roads(world).whole("Căn cứ", Fictional.organisation("Sample Foundation"));
    var steps = app.get(AUDITOR, history(id)).json().get("steps");
    for (var expected :
        List.of(
            "appraisal.determined=9.3",
            "agency-opinion.requested=10.2.c",
            "agency-opinion.recorded=10.2.c",
            "appraisal-meeting.convened=10.3",
            "appraisal.concluded=10.3",
            "dossier.submitted-for-decision=10.3",
            "aid.approved=10.3",
            "notice.owed=11.2",
            "outcome.notified=11.2")) {
      var type = expected.substring(0, expected.indexOf('='));
      assertThat(found(steps, "type", type).at("/legalBasis/0/article").asString())
          .as(type)
          .isEqualTo(expected.substring(type.length() + 1));
    }
  }

  @Test
  void a_line_of_the_list_says_who_approves_leads_works_and_what_was_decided() {
    new Roads(world).whole("Dòng danh sách", Fictional.organisation("Sample Foundation"));
    var line =
        app.get(RECEPTION, "/api/v1/dossiers?text=dong%20danh%20sach&" + atLeast())
            .json()
            .at("/items/0");
    assertThat(line.get("approver").asString()).isEqualTo("HEAD_OF_MANAGING_AGENCY");
    assertThat(line.at("/approverAgency/id").asString()).isEqualTo(Fictional.PROVINCE);
    assertThat(line.at("/leadAgency/id").asString()).isEqualTo(Roads.LEAD);
    assertThat(line.at("/officers/0/officer").asString()).isEqualTo(Roads.APPRAISER.account());
    assertThat(line.at("/decided/kind/code").asString()).isEqualTo("APPROVAL");
    assertThat(line.at("/decided/on").asString()).isNotEmpty();
    assertThat(line.get("needsHumanDecision").asBoolean()).isFalse();
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
    assertThat(processors.get("processors")).hasSize(4);
    assertThat(found(processors.get("processors"), "view", "dossier-list").get("lag").asLong())
        .isZero();
    assertThat(app.get(ADMINISTRATOR, "/actuator/metrics/vientro.processor.lag").status())
        .isEqualTo(200);
    assertThat(app.get(RECEPTION, "/actuator/processors").status()).isEqualTo(403);
  }

  @Test
  void what_a_view_could_not_take_is_seen_by_those_who_may_and_is_tried_again_on_demand() {
    var id = dossier("Sample aid that waits", Fictional.individual());
    assertThat(app.get(RECEPTION, path(id)).status()).isEqualTo(200);
    // As a process left it that could not take the last event; this one can.
    var stored = world.log.aggregate(id, 0, 100).getLast();
    for (var view : List.of("audit_history_v1", "dossier_v3")) {
      world
          .database
          .getCollection("dead_letters")
          .insertOne(
              new Document("_id", view + "|" + id)
                  .append("g", view)
                  .append("s", id)
                  .append("n", 1)
                  .append("next", 1L)
                  .append("at", new Date(0))
                  // Somebody is at it, or was: the retry of this process leaves it alone.
                  .append("owner", "another")
                  .append("claimed", new Date(System.currentTimeMillis() + 600_000))
                  .append(
                      "l",
                      List.of(
                          new Document("i", 0L)
                              .append("id", new ObjectId())
                              .append(
                                  "m",
                                  new Document("p", stored.position())
                                      .append("e", stored.event().id())
                                      .append(
                                          "token",
                                          "{\"position\":%d}".formatted(stored.position())))
                              .append("in", new Date(0))
                              .append("at", new Date(0))
                              .append("c", "java.lang.IllegalStateException")
                              .append("why", "of no concern to readers"))));
    }
    var list = "/api/v1/dead-letters";
    var first = app.get(AUDITOR, list + "?limit=1").json();
    assertThat(first.get("items")).hasSize(1);
    var item = first.at("/items/0");
    assertThat(item.get("view").asString()).isEqualTo("audit_history_v1");
    assertThat(item.get("aggregate").asString()).isEqualTo(id);
    assertThat(item.get("position").asLong()).isEqualTo(stored.position());
    assertThat(item.get("waiting").asInt()).isEqualTo(1);
    assertThat(item.get("cause").asString()).isEqualTo("IllegalStateException");
    assertThat(item.at("/text/vi").asString()).isNotEqualTo(item.at("/text/en").asString());
    assertThat(first.toString()).doesNotContain("of no concern");
    var second =
        app.get(AUDITOR, list + "?limit=1&cursor=" + first.get("nextCursor").asString()).json();
    assertThat(second.at("/items/0/view").asString()).isEqualTo("dossier_v3");
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(app.get(ADMINISTRATOR, list).json().get("items")).hasSize(2);
    assertThat(app.get(SUPERVISOR, list).json().get("items")).hasSize(2);
    assertThat(app.get(SUPERVISOR_ELSEWHERE, list).json().get("items")).isEmpty();
    assertThat(app.get(RECEPTION, list).status()).isEqualTo(403);
    assertThat(app.get(list).status()).isEqualTo(401);
    assertThat(app.get(AUDITOR, list + "?cursor=none").status()).isEqualTo(400);

    var endpoint = "/actuator/deadletters";
    assertThat(app.post(RECEPTION, endpoint).status()).isEqualTo(403);
    var busy = app.post(ADMINISTRATOR, endpoint);
    assertThat(busy.status()).as(busy.http().body()).isEqualTo(200);
    assertThat(found(busy.json().get("retried"), "view", "dossier").get("tried").asInt()).isZero();
    world
        .database
        .getCollection("dead_letters")
        .updateMany(
            new Document(),
            new Document("$unset", new Document("owner", "").append("claimed", "")));
    app.post(ADMINISTRATOR, endpoint);
    assertThat(app.get(AUDITOR, list).json().get("items")).isEmpty();
    assertThat(app.get(RECEPTION, path(id)).json().get("position").asLong())
        .isEqualTo(stored.position());
    assertThat(app.get(ADMINISTRATOR, endpoint).json().get("deadLetters")).hasSize(4);
    assertThat(app.get(ADMINISTRATOR, "/actuator/metrics/vientro.processor.dead.letters").status())
        .isEqualTo(200);
  }

  @Test
  void the_description_of_the_api_is_complete() {
    var description = app.get("/v3/api-docs").json();
    for (var path :
        List.of(
            "/api/v1/dossiers",
            "/api/v1/dossiers/{id}",
            "/api/v1/dossiers/{id}/audit-history",
            "/api/v1/dossiers/{id}/control-slip",
            "/api/v1/dead-letters",
            "/api/v1/calendars/{id}",
            "/api/v1/calendars/{id}/audit-history",
            "/api/v1/rule-packs/{id}/versions",
            "/api/v1/rule-packs/{id}/audit-history")) {
      assertThat(description.get("paths").has(path)).as(path).isTrue();
    }
    var schemas = description.at("/components/schemas");
    assertThat(schemas.at("/DossierAnswer/properties").propertyNames())
        .contains("facts", "custody", "appraisal", "outcome", "awaited", "actions", "erased");
    assertThat(schemas.at("/AidOwner/properties/contactName/type").toString()).contains("string");
  }

  @Test
  void the_lists_of_open_work_are_answered_to_whoever_reads_dossiers() {
    var id = dossier("Khám bệnh lưu động", Fictional.individual());
    for (var list : List.of("my-work", "deadlines", "pending-approvals", "opinions")) {
      var path = "/api/v1/" + list + "?limit=200&" + atLeast();
      var answer = app.get(RECEPTION, path);
      assertThat(answer.status()).as(list).isEqualTo(200);
      assertThat(answer.json().get("items").isArray()).isTrue();
      assertThat(answer.json().get("today").asString()).isGreaterThan(DAY.toString());
      assertThat(answer.json().get("readModelPosition").asLong())
          .isEqualTo(world.log.nextPosition() - 1);
      assertThat(answer.json().get("logMode").asString()).isEqualTo("TRAINING");
      assertThat(app.get(ADMINISTRATOR, path).status()).as(list).isEqualTo(403);
      assertThat(app.get(path).status()).as(list).isEqualTo(401);
      assertThat(app.get(RECEPTION, "/api/v1/" + list + "?limit=0").status()).isEqualTo(400);
      assertThat(app.get(RECEPTION, "/api/v1/" + list + "?cursor=none").status()).isEqualTo(400);
    }
    var work = app.get(RECEPTION, "/api/v1/my-work?text=kham&" + atLeast()).json();
    assertThat(work.get("items")).hasSize(1);
    var item = work.at("/items/0");
    assertThat(item.at("/dossier/id").asString()).isEqualTo(id);
    assertThat(item.at("/what/code").asString()).isEqualTo("CHECK");
    assertThat(item.at("/urgency/code").asString()).isEqualTo("OVERDUE");
    assertThat(item.at("/command/href").asString())
        .isEqualTo("/api/v1/dossiers/" + id + "/accept-dossier");
    var overdue = "/api/v1/deadlines?urgency=OVERDUE&text=kham&" + atLeast();
    assertThat(app.get(RECEPTION, overdue).json().at("/items/0/limit").asString()).isNotEmpty();
    assertThat(app.get(RECEPTION, "/api/v1/deadlines?urgency=NEVER").status()).isEqualTo(400);
    assertThat(app.get(RECEPTION, "/api/v1/my-work?scope=everybody").status()).isEqualTo(400);
  }
}
