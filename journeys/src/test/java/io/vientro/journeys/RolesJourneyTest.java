package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.Zone;
import io.vientro.rulepacks.BuiltInPacks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What each role does in a day, against the applications as they are deployed. */
class RolesJourneyTest {
  @TempDir private static Path folder;

  private static final int COMMANDS = VientroProcess.freePort();
  private static final int QUERIES = VientroProcess.freePort();
  private static @Nullable Office office;
  private static @Nullable VientroProcess commands;
  private static @Nullable VientroProcess queries;

  private final LocalDate today = LocalDate.now(Clock.system(Zone.HO_CHI_MINH));

  /** Position of the last command that was answered. */
  private long position;

  @BeforeAll
  static void theOfficeOpens() throws IOException {
    var opened = Office.open(folder);
    office = opened;
    commands = opened.start("command-app", COMMANDS);
    queries = opened.start("query-app", QUERIES);
  }

  @AfterAll
  static void theOfficeCloses() {
    for (var process : new VientroProcess[] {commands, queries}) {
      if (process != null) {
        process.close();
      }
    }
    if (office != null) {
      office.close();
    }
  }

  private static Office office() {
    return Objects.requireNonNull(office);
  }

  @Test
  void an_applicant_sees_what_is_missing_brings_it_and_reads_nobody_elses_dossier()
      throws IOException {
    var mine = filed("Giếng khoan", Office.PROVINCE);
    did("officer", mine, "request-supplement", Papers.requestSupplement(today));

    assertThat(reads("applicant", "/api/v1/my-work")).contains(mine, "SupplementDossier");
    refused("applicant", mine, "accept-dossier", Papers.accept(today), 403, "role-may-not");
    refused("applicant", mine, "approve-aid", Papers.approve(today), 403, "role-may-not");
    did("officer", mine, "supplement-dossier", Papers.supplement(today));
    assertThat(reads("applicant", "/api/v1/dossiers/" + mine)).contains("CHECKING");

    var others = filed("Của người khác", Office.PROVINCE, "to-chuc-khac");
    assertThat(status("applicant", "/api/v1/dossiers/" + others)).isEqualTo(404);
    assertThat(reads("applicant", "/api/v1/my-work")).doesNotContain(others);
  }

  @Test
  void reception_works_through_what_waits_and_hands_the_dossier_over() throws IOException {
    var dossier = filed("Trường học", Office.PROVINCE);
    assertThat(reads("officer", "/api/v1/my-work")).contains(dossier, "AcceptDossier");
    assertThat(reads("officer", "/api/v1/deadlines")).contains(dossier, "incomplete-return");
    did("officer", dossier, "supplement-dossier", Papers.supplement(today));
    did("officer", dossier, "accept-dossier", Papers.accept(today));
    did("officer", dossier, "hand-over-dossier", Papers.handOver(Office.LEAD, today));

    assertThat(reads("officer", "/api/v1/my-work")).doesNotContain(dossier);
    assertThat(reads("appraiser", "/api/v1/my-work")).contains(dossier, "AcceptHandOver");
    refused(
        "officer",
        dossier,
        "accept-hand-over",
        Papers.acceptHandOver(today),
        403,
        "not-the-receiver-of-hand-over");
    did("appraiser", dossier, "accept-hand-over", Papers.acceptHandOver(today));
    assertThat(reads("supervisor", "/api/v1/dossiers/" + dossier + "/control-slip"))
        .contains("officer", "appraiser", Office.LEAD);
  }

  @Test
  void the_lead_appraiser_asks_hears_and_concludes() throws IOException {
    var dossier = accepted("Trạm y tế", Office.PROVINCE);
    refused("appraiser", dossier, "conclude-appraisal", conclusion(), 409, "consultee-not-asked");
    ask(dossier, Office.POLICE);
    assertThat(reads("appraiser", "/api/v1/opinions")).contains(dossier, Office.POLICE);
    refused(
        "appraiser",
        dossier,
        "request-agency-opinion",
        Papers.requestOpinion(Office.POLICE, today),
        409,
        "opinion-already-requested");
    // Silence does not block: the conclusion names who did not answer.
    did("appraiser", dossier, "conclude-appraisal", conclusion());
    assertThat(reads("auditor", "/api/v1/dossiers/" + dossier + "/audit-history?limit=200"))
        .contains("\"silent\":[\"" + Office.POLICE + "\"]");
    did("appraiser", dossier, "submit-for-decision", Papers.submitForDecision(today));
    assertThat(reads("appraiser", "/api/v1/my-work")).doesNotContain(dossier);
  }

  @Test
  void a_consulted_agency_sees_what_it_is_asked_and_speaks_for_itself_only() throws IOException {
    var dossier = accepted("Cầu treo", Office.PROVINCE);
    assertThat(status("police", "/api/v1/dossiers/" + dossier)).isEqualTo(404);
    refused("police", dossier, "record-agency-opinion", opinion(), 403, "not-asked-for-opinion");
    ask(dossier, Office.POLICE);

    assertThat(reads("police", "/api/v1/my-work")).contains(dossier, "RecordAgencyOpinion");
    assertThat(reads("police", "/api/v1/dossiers/" + dossier)).contains("CONSULTING");
    refused(
        "police",
        dossier,
        "record-agency-opinion",
        Papers.recordOpinion("so-y-te-tinh-mau", today),
        403,
        "other-agencys-opinion");
    did("police", dossier, "record-agency-opinion", opinion());
    assertThat(reads("police", "/api/v1/my-work")).doesNotContain(dossier);
    assertThat(reads("appraiser", "/api/v1/opinions?state=ANSWERED")).contains(dossier);
  }

  @Test
  void a_supervisor_assigns_and_watches_what_is_pending() throws IOException {
    var dossier = submittedForDecision("Thư viện", Office.PROVINCE, "appraiser");
    assertThat(reads("supervisor", "/api/v1/pending-approvals")).contains(dossier, "ageDays");
    did("supervisor", dossier, "assign-officer", Papers.assign("head", today));
    assertThat(reads("head", "/api/v1/my-work?scope=me")).contains(dossier, "ApproveAid");
    refused("supervisor", dossier, "approve-aid", Papers.approve(today), 403, "role-may-not");
    did("head", dossier, "approve-aid", Papers.approve(today));
    assertThat(reads("supervisor", "/api/v1/pending-approvals")).doesNotContain(dossier);
    assertThat(reads("supervisor", "/api/v1/deadlines?limit=200"))
        .contains(dossier, "decision-notice");
  }

  @Test
  void a_decision_maker_decides_what_lies_in_the_own_competence_and_is_complete()
      throws IOException {
    var dossier = submittedForDecision("Nhà văn hóa", Office.PROVINCE, "appraiser");
    assertThat(reads("head", "/api/v1/my-work")).contains(dossier, "ApproveAid");
    var unnamed = Papers.approve(today).replace("\"owner\": \"Trung tâm Mẫu\",", "");
    var no = refused("head", dossier, "approve-aid", unnamed, 422, "decision-content-missing");
    assertThat(no.body()).contains("content.owner", "14.1");
    refused(
        "clerk",
        dossier,
        "approve-aid",
        Papers.approve(today),
        403,
        "decision-not-recorded-by-clerk");
    did("head", dossier, "approve-aid", Papers.approve(today));
    refused("head", dossier, "approve-aid", Papers.approve(today), 409, "wrong-state");
  }

  @Test
  void clerks_record_the_prime_ministers_decision_and_notify_everybody() throws IOException {
    var dossier = accepted("Rà phá bom mìn", Office.MINISTRY);
    for (var agency : new String[] {"bo-cong-an", "bo-ngoai-giao", FRIENDSHIP_UNION}) {
      did("ministry-appraiser", dossier, "request-agency-opinion", request(agency));
    }
    did("ministry-appraiser", dossier, "conclude-appraisal", conclusion());
    did("ministry-appraiser", dossier, "submit-for-decision", Papers.submitForDecision(today));

    refused(
        "head", dossier, "approve-aid", Papers.approve(today), 403, "not-the-competent-authority");
    did("ministry-clerk", dossier, "approve-aid", Papers.approve(today));
    assertThat(reads("auditor", "/api/v1/dossiers/" + dossier))
        .contains("\"recordedByClerk\":true", "PRIME_MINISTER");

    refused(
        "ministry-clerk",
        dossier,
        "notify-outcome",
        Papers.notifyOutcome(today, "PROVIDER"),
        403,
        "not-the-managing-agency");
    did("clerk", dossier, "notify-outcome", Papers.notifyOutcome(today, "PROVIDER"));
    assertThat(reads("clerk", "/api/v1/my-work")).contains(dossier, "NotifyOutcome");
    // The two ministries of Art. 11.2 are one since March 2025: one letter.
    did("clerk", dossier, "notify-outcome", Papers.notifyOutcome(today, Office.MINISTRY));
    assertThat(reads("clerk", "/api/v1/dossiers/" + dossier)).contains("NOTIFIED");
  }

  private static final String FRIENDSHIP_UNION = "lien-hiep-cac-to-chuc-huu-nghi-viet-nam";

  @Test
  void an_administrator_gives_the_limit_that_the_decree_does_not_and_it_runs_from_then_on()
      throws IOException {
    var before = accepted("Trước", Office.PROVINCE);
    ask(before, Office.POLICE);
    var set =
        """
        {"agency": "ubnd-tinh-mau", "parameter": "opinion-days", "value": "7",
         "basis": "Quyết định mẫu 01/QĐ", "from": "%s", "act": {"capacity": "ASSIGNED_DUTY"}}\
        """
            .formatted(today);
    var answer =
        office()
            .at(COMMANDS, "administrator")
            .post("/api/v1/rule-packs/nd80-2020/set-agency-parameter", set, null);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);

    var after = accepted("Sau", Office.PROVINCE);
    ask(after, Office.POLICE);
    assertThat(reads("supervisor", "/api/v1/deadlines?limit=200&text=sau"))
        .contains(after, "Quyết định mẫu 01/QĐ");
    assertThat(reads("supervisor", "/api/v1/deadlines?limit=200&agency=" + Office.POLICE))
        .contains(after)
        .doesNotContain(before);
    assertThat(status("administrator", "/api/v1/dossiers/" + after)).isEqualTo(404);
  }

  @Test
  void a_case_may_also_end_without_an_approval() throws IOException {
    var refused = filed("Không thuộc phạm vi", Office.PROVINCE);
    did("officer", refused, "refuse-reception", Papers.ending("refusedOn", today));
    var withdrawn = accepted("Rút hồ sơ", Office.PROVINCE);
    did("officer", withdrawn, "withdraw-dossier", Papers.withdraw(today));
    var stopped = filed("Không bổ sung", Office.PROVINCE);
    did("officer", stopped, "request-supplement", Papers.requestSupplement(today));
    did("officer", stopped, "stop-processing", Papers.ending("stoppedOn", today));

    var notAccepted = accepted("Không tiếp nhận", Office.PROVINCE);
    ask(notAccepted, Office.POLICE);
    did(
        "appraiser",
        notAccepted,
        "convene-appraisal-meeting",
        Papers.convene(Office.POLICE, today));
    var conclusion =
        conclusion()
            .replace("SYNTHESIS_OF_OPINIONS", "MEETING")
            .replace("\"ELIGIBLE\"", "\"NOT_ELIGIBLE\"");
    did("appraiser", notAccepted, "conclude-appraisal", conclusion);
    did("appraiser", notAccepted, "submit-for-decision", Papers.submitForDecision(today));
    refused(
        "head", notAccepted, "approve-aid", Papers.approve(today), 409, "conclusion-not-eligible");
    did("head", notAccepted, "refuse-aid", Papers.ending("decidedOn", today));
    did("clerk", notAccepted, "notify-outcome", Papers.notifyOutcome(today, "PROVIDER"));

    var states = new String[] {"RECEPTION_REFUSED", "WITHDRAWN", "PROCESSING_STOPPED", "NOTIFIED"};
    var dossiers = new String[] {refused, withdrawn, stopped, notAccepted};
    for (var i = 0; i < states.length; i++) {
      assertThat(reads("supervisor", "/api/v1/dossiers/" + dossiers[i])).contains(states[i]);
      assertThat(reads("supervisor", "/api/v1/deadlines?limit=200")).doesNotContain(dossiers[i]);
    }
  }

  @Test
  void what_the_text_leaves_open_is_answered_and_a_later_version_is_adopted_by_a_person()
      throws IOException {
    var paper = Papers.submit("Hợp phần pháp luật", today);
    var open = sent(paper, Office.PROVINCE, "\"LAW_DRAFTING_COMPONENT\"", "officer");
    did("officer", open, "supplement-dossier", Papers.supplement(today));
    refused("officer", open, "accept-dossier", Papers.accept(today), 409, "question-open");
    assertThat(reads("head", "/api/v1/my-work")).contains(open, "DecideOpenQuestion");
    var answer = Papers.answer("law-drafting-component", "HEAD_OF_MANAGING_AGENCY", today);
    did("head", open, "decide-open-question", answer);
    did("officer", open, "accept-dossier", Papers.accept(today));

    var shipped = BuiltInPacks.load().latest("nd80-2020").orElseThrow();
    var next = shipped.version() + 1;
    var text = shipped.text().replace("\nversion: " + shipped.version(), "\nversion: " + next);
    var pack = JsonMapper.shared().writeValueAsString(Map.of("version", next, "text", text));
    var recorded =
        office()
            .at(COMMANDS, "administrator")
            .post("/api/v1/rule-packs/nd80-2020/record-rule-pack", pack, null);
    assertThat(recorded.status()).as("%s", recorded).isEqualTo(200);
    did("head", open, "adopt-rule-pack-version", Papers.adopt(next, today));
    assertThat(reads("auditor", "/api/v1/dossiers/" + open)).contains("\"version\":" + next);
    assertThat(reads("auditor", "/api/v1/dossiers/" + open + "/audit-history?limit=200"))
        .contains("rule-pack.adopted");
  }

  @Test
  void an_auditor_reads_everything_and_changes_nothing() throws IOException {
    var dossier = submittedForDecision("Kênh mương", Office.PROVINCE, "appraiser");
    did("head", dossier, "approve-aid", Papers.approve(today));
    var history = reads("auditor", "/api/v1/dossiers/" + dossier + "/audit-history?limit=200");
    assertThat(history)
        .contains("appraisal.determined", "agency-opinion.requested", "aid.approved", "notice.owed")
        .contains("9.3", "10.2.c", "11.2");
    for (var list : new String[] {"my-work", "deadlines", "pending-approvals", "opinions"}) {
      assertThat(status("auditor", "/api/v1/" + list)).as(list).isEqualTo(200);
    }
    refused(
        "auditor",
        dossier,
        "notify-outcome",
        Papers.notifyOutcome(today, "PROVIDER"),
        403,
        "role-may-not");
  }

  private String submittedForDecision(String title, String agency, String appraiser)
      throws IOException {
    var dossier = accepted(title, agency);
    did(appraiser, dossier, "request-agency-opinion", request(Office.POLICE));
    did(appraiser, dossier, "conclude-appraisal", conclusion());
    did(appraiser, dossier, "submit-for-decision", Papers.submitForDecision(today));
    return dossier;
  }

  private String accepted(String title, String agency) throws IOException {
    var dossier = filed(title, agency);
    var officer = agency.equals(Office.MINISTRY) ? "ministry" : "officer";
    did(officer, dossier, "supplement-dossier", Papers.supplement(today));
    did(officer, dossier, "accept-dossier", Papers.accept(today));
    return dossier;
  }

  private String filed(String title, String agency) throws IOException {
    return filed(title, agency, Office.APPLICANT);
  }

  /** Filed with the ministry it is a case for the Prime Minister. */
  private String filed(String title, String agency, String applicant) throws IOException {
    var ministry = agency.equals(Office.MINISTRY);
    return sent(
        Papers.submit(title, today).replace(Office.APPLICANT, applicant),
        agency,
        ministry ? "\"DEFENCE\"" : "",
        ministry ? "ministry" : "officer");
  }

  private String sent(String body, String agency, String subjects, String by) throws IOException {
    var sent =
        body.replace("\"filedWith\": \"ubnd-tinh-mau\"", "\"filedWith\": \"" + agency + "\"")
            .replace(
                "\"sector\": \"water\"", "\"sector\": \"water\", \"subjects\": [" + subjects + "]");
    var answer = office().at(COMMANDS, by).post("/api/v1/dossiers", sent, null);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    position = answer.number("position");
    return answer.text("id");
  }

  private void ask(String dossier, String agency) throws IOException {
    did("appraiser", dossier, "request-agency-opinion", request(agency));
  }

  private String request(String agency) {
    return Papers.requestOpinion(agency, today);
  }

  private String opinion() {
    return Papers.recordOpinion(Office.POLICE, today);
  }

  private String conclusion() {
    return Papers.conclude(today);
  }

  private void did(String by, String dossier, String command, String body) throws IOException {
    var answer = send(by, dossier, command, body);
    assertThat(answer.status()).as("%s: %s", command, answer).isEqualTo(200);
    position = answer.number("position");
  }

  private static Api.Answer refused(
      String by, String dossier, String command, String body, int status, String code)
      throws IOException {
    var answer = send(by, dossier, command, body);
    assertThat(answer.status()).as("%s: %s", command, answer).isEqualTo(status);
    assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
    return answer;
  }

  private static Api.Answer send(String by, String dossier, String command, String body)
      throws IOException {
    return office()
        .at(COMMANDS, by)
        .post("/api/v1/dossiers/" + dossier + "/" + command, body, null);
  }

  /** What somebody reads, once the view has seen the last command. */
  private String reads(String by, String address) throws IOException {
    var answer = get(by, address);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private int status(String by, String address) throws IOException {
    return get(by, address).status();
  }

  private Api.Answer get(String by, String address) throws IOException {
    var at = (address.contains("?") ? "&" : "?") + "at-least-position=" + position;
    return office().at(QUERIES, by).get(address + at);
  }
}
