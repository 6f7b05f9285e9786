package io.vientro.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.app.VientroClock;
import io.vientro.core.Zone;
import io.vientro.core.decision.Role;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.http.users.Account;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole life of one aid, over HTTP, on a clock that is moved through five years: filed,
 * supplemented, appraised with one late opinion and a meeting, approved, started, adjusted by
 * another authority, reported on (once too late, once waived), ended, handed over, closed.
 */
class FiveYearsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ON_DUTY = "{\"capacity\": \"ASSIGNED_DUTY\"}";
  private static final String PLANNER = "planner";
  private static final String OWN = "{\"capacity\": \"OWN_RIGHT\"}";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable EmbeddedStore store;
  private @Nullable ConfigurableApplicationContext context;
  private int port;
  private long position;
  private String dossier = "";

  @BeforeEach
  void theOfficeOpens() throws IOException {
    var opened = EmbeddedStore.open(folder.resolve("data"));
    store = opened;
    var users = new UsersFile(folder.resolve("users.json"));
    TrainingUsers.addTo(users, Clock.systemUTC());
    // Until 2025 the department of planning led appraisals in the provinces.
    users.change(
        accounts -> {
          var like = accounts.get("appraiser");
          accounts.put(
              PLANNER,
              new Account(
                  PLANNER,
                  Role.APPRAISER,
                  "so-ke-hoach-va-dau-tu-tinh-mau",
                  like.created(),
                  like.hash()));
          return accounts;
        });
    var application = new SpringApplication(StandaloneConfiguration.class);
    application.setRegisterShutdownHook(false);
    var started =
        application.run(
            "--spring.config.location=classpath:/io/vientro/standalone/",
            "--spring.config.name=standalone",
            "--spring.main.banner-mode=off",
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--vientro.mongo-uri=" + opened.connectionString(),
            "--vientro.sole-process=true",
            "--vientro.log-mode=TRAINING",
            "--vientro.samples=none",
            "--vientro.users-file=" + users.path());
    context = started;
    port = ((WebServerApplicationContext) started).getWebServer().getPort();
  }

  @AfterEach
  void theOfficeCloses() {
    client.close();
    if (context != null) {
      context.close();
    }
    if (store != null) {
      store.close();
    }
  }

  private LocalDate today = LocalDate.of(2021, 3, 1);

  /** The working day goes on at ten o'clock of a day. */
  private void on(String day) {
    today = LocalDate.parse(day);
    assertThat(context).isNotNull();
    context
        .getBean(VientroClock.class)
        .moveTo(today.atTime(LocalTime.of(10, 0)).atZone(Zone.HO_CHI_MINH).toInstant());
  }

  @Test
  void an_aid_is_followed_from_its_filing_to_its_closing() {
    // 2021: filed, supplemented once, complete.
    on("2021-03-01");
    parameter("opinion-days", "5");
    parameter("opinion-unit", "WORKING_DAY");
    dossier = done("applicant", "POST", "/api/v1/dossiers", submit()).get("id").stringValue();
    assertThat(due("incomplete-return")).isEqualTo("2021-03-04");
    on("2021-03-03");
    did(
        "reception",
        "request-supplement",
        "{'requestedOn': '2021-03-03', 'findings': [], 'act': %s}".formatted(ON_DUTY));
    on("2021-03-10");
    did(
        "applicant",
        "supplement-dossier",
        """
        {'suppliedOn': '2021-03-10', 'sets': 6, 'documents': [%s], 'act': %s}\
        """
            .formatted(document("NGO_REGISTRATION", "PLAIN_COPY"), OWN));
    on("2021-03-11");
    did(
        "reception",
        "accept-dossier",
        "{'completeOn': '2021-03-11', 'act': %s}".formatted(ON_DUTY));
    assertThat(due("appraisal")).isEqualTo("2021-03-31");

    // One opinion comes in time, one does not.
    on("2021-03-12");
    ask("cong-an-tinh-mau");
    ask("so-tai-chinh-tinh-mau");
    on("2021-03-17");
    did(
        "consulted",
        "record-agency-opinion",
        """
        {'agency': 'cong-an-tinh-mau', 'answeredOn': '2021-03-17', 'stance': 'AGREES',
         'text': 'Nhất trí', 'act': %s}\
        """
            .formatted(ON_DUTY));
    on("2021-03-20");
    await("the late opinion is raised", () -> expired("opinion", 2).equals("2021-03-19"));
    await("the one-stop unit is told", () -> unread("reception").contains("so-tai-chinh-tinh-mau"));
    on("2021-03-22");
    did(
        PLANNER,
        "record-agency-opinion",
        """
        {'agency': 'so-tai-chinh-tinh-mau', 'answeredOn': '2021-03-22', 'stance': 'AGREES_WITH_COMMENTS',
         'text': 'Đề nghị làm rõ', 'act': %s}\
        """
            .formatted(paper("ASSIGNED_DUTY", "30/STC-MAU")));
    assertThat(standing("opinion", 2)).isEqualTo("DONE_LATE");

    // A meeting, the decision, its notice.
    on("2021-03-24");
    did(
        PLANNER,
        "convene-appraisal-meeting",
        """
        {'convenedOn': '2021-03-24', 'meetingOn': '2021-03-26', 'invited': ['cong-an-tinh-mau'],
         'act': %s}\
        """
            .formatted(ON_DUTY));
    on("2021-03-29");
    did(
        PLANNER,
        "conclude-appraisal",
        """
        {'concludedOn': '2021-03-29', 'method': 'MEETING', 'finding': 'ELIGIBLE',
         'summary': 'Đủ điều kiện', 'act': %s}\
        """
            .formatted(ON_DUTY));
    assertThat(standing("appraisal", 1)).isEqualTo("DONE_ON_TIME");
    on("2021-03-30");
    did(
        PLANNER,
        "submit-for-decision",
        "{'submittedOn': '2021-03-30', 'act': %s}".formatted(ON_DUTY));
    on("2021-04-06");
    did(
        "decision-maker",
        "approve-aid",
        "{'decidedOn': '2021-04-06', 'content': %s, 'act': %s}"
            .formatted(content("Dự án Mẫu: nước sạch"), paper("HEAD", "15/QĐ-MAU")));
    on("2021-04-08");
    notified();
    assertThat(due("not-started")).isEqualTo("2021-10-06");

    // Started, disbursed.
    on("2021-08-02");
    did(
        "applicant",
        "record-implementation-start",
        """
        {'startedOn': '2021-08-02', 'evidence': 'FIRST_TRANSFER', 'description': 'Đợt 1', 'act': %s}\
        """
            .formatted(OWN));
    assertThat(standing("not-started", 1)).isEqualTo("DONE_ON_TIME");
    did(
        "applicant",
        "record-disbursement",
        """
        {'disbursedOn': '2021-08-02', 'amounts': [{'amount': 30000, 'currency': 'USD'}],
         'managedBy': 'RECIPIENT', 'description': 'Đợt 1', 'act': %s}\
        """
            .formatted(OWN));
    assertThat(due("annual-report")).isEqualTo("2022-01-15");
    on("2022-01-10");
    reports("2022-01-10");

    // 2022: a security matter comes in; the Prime Minister decides on the adjustment.
    on("2022-06-01");
    did(
        "applicant",
        "request-adjustment",
        """
        {'requestedOn': '2022-06-01', 'parts': ['OBJECTIVE'], 'reason': 'Thêm khu vực biên giới',
         'aid': %s, 'act': %s}\
        """
            .formatted(aid("['SECURITY']"), OWN));
    on("2022-06-14");
    refused(
        "decision-maker",
        "approve-adjustment",
        "{'decidedOn': '2022-06-14', 'content': %s, 'act': %s}"
            .formatted(content("Dự án Mẫu: nước sạch"), paper("HEAD", "16/QĐ-MAU")));
    did(
        "clerk",
        "approve-adjustment",
        "{'decidedOn': '2022-06-14', 'content': %s, 'act': %s}"
            .formatted(content("Dự án Mẫu: nước sạch"), paper("HEAD", "700/QĐ-TTg-MAU")));
    on("2022-06-16");
    notified();

    // The annual report for 2022 comes late, the owner's for 2024 is waived.
    on("2023-01-17");
    await("the annual report is overdue", () -> expired("annual-report", 2).equals("2023-01-15"));
    assertThat(due("annual-report")).as("the next one is owed").isEqualTo("2024-01-15");
    reports("2023-01-17");
    assertThat(standing("annual-report", 2)).isEqualTo("DONE_LATE");
    on("2024-01-12");
    reports("2024-01-12");
    on("2025-01-10");
    did(
        "decision-maker",
        "waive-duty",
        """
        {'limit': 'owner-year-report', 'reason': 'Đã gộp vào báo cáo khác',
         'legalBasis': 'Quy chế 01/QC-MAU', 'waivedOn': '2025-01-10', 'act': %s}\
        """
            .formatted(ON_DUTY));
    reports("2025-01-10");

    // 2025: ended, handed over, reported on; 2026: closed.
    on("2025-06-30");
    did(
        "applicant",
        "record-implementation-end",
        "{'endedOn': '2025-06-30', 'description': 'Hoàn thành', 'act': %s}".formatted(OWN));
    assertThat(due("owner-end-report")).isEqualTo("2025-12-30");
    on("2025-09-15");
    did(
        "applicant",
        "record-hand-over",
        """
        {'handedOverOn': '2025-09-15', 'receivedBy': 'Trung tâm Mẫu', 'description': 'Công trình',
         'act': %s}\
        """
            .formatted(OWN));
    refused(
        "clerk",
        "close-aid",
        "{'closedOn': '2025-09-15', 'settlement': 'Quyết toán', 'act': %s}".formatted(ON_DUTY));
    on("2026-01-12");
    reports("2026-01-12");
    on("2026-03-02");
    did(
        "clerk",
        "close-aid",
        "{'closedOn': '2026-03-02', 'settlement': 'Quyết toán 01/MAU', 'act': %s}"
            .formatted(ON_DUTY));

    var closed = reads("supervisor", "/api/v1/dossiers/" + dossier);
    assertThat(closed.at("/status/code").asString(closed.at("/state/code").asString("")))
        .as(closed.toPrettyString())
        .isEqualTo("CLOSED");
    assertThat(limits())
        .filteredOn(limit -> limit.get("running").booleanValue())
        .as("nothing is owed any more")
        .isEmpty();
  }

  private void ask(String agency) {
    did(
        PLANNER,
        "request-agency-opinion",
        "{'agency': '%s', 'requestedOn': '%s', 'act': %s}".formatted(agency, today, ON_DUTY));
  }

  /** The outcome reaches everybody to whom it is owed. */
  private void notified() {
    var owed = new ArrayList<String>();
    for (var notice : reads("clerk", "/api/v1/dossiers/" + dossier).at("/outcome/notices")) {
      if (!notice.hasNonNull("notifiedOn")) {
        owed.add("'" + notice.get("addressee").stringValue() + "'");
      }
    }
    did(
        "clerk",
        "notify-outcome",
        "{'notifiedOn': '%s', 'addressees': [%s], 'act': %s}"
            .formatted(today, String.join(", ", owed), ON_DUTY));
  }

  /** Submits every report whose period is over, as long as one is owed. */
  private void reports(String day) {
    var due =
        limits().stream()
            .filter(limit -> limit.get("running").booleanValue())
            .filter(limit -> limit.get("limit").stringValue().endsWith("report"))
            .filter(limit -> !LocalDate.parse(limit.get("from").stringValue()).isAfter(today))
            .toList();
    for (var limit : due) {
      var ofAgency =
          limit.at("/debtor/party/code").asString("").equals("MANAGING_AGENCY")
              ? "clerk"
              : "applicant";
      var period =
          limit.hasNonNull("period") ? "'" + limit.get("period").stringValue() + "'" : "null";
      did(
          ofAgency,
          "submit-report",
          """
          {'report': '%s', 'period': %s, 'submittedOn': '%s', 'summary': 'Theo kế hoạch', 'act': %s}\
          """
              .formatted(
                  limit.get("limit").stringValue(),
                  period,
                  day,
                  ofAgency.equals("clerk") ? ON_DUTY : OWN));
    }
    if (!due.isEmpty()) {
      reports(day);
    }
  }

  private List<JsonNode> limits() {
    return StreamSupport.stream(
            reads("supervisor", "/api/v1/dossiers/" + dossier + "/time-limits")
                .get("items")
                .spliterator(),
            false)
        .toList();
  }

  private JsonNode last(String limit) {
    return limits().stream()
        .filter(l -> l.get("limit").stringValue().equals(limit))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private JsonNode segment(String limit, int number) {
    return limits().stream()
        .filter(l -> l.get("limit").stringValue().equals(limit))
        .filter(l -> l.get("segment").intValue() == number)
        .findFirst()
        .orElseThrow();
  }

  private String due(String limit) {
    return last(limit).at("/due/date").asString("");
  }

  private String standing(String limit, int number) {
    return segment(limit, number).at("/standing/code").asString("");
  }

  private String expired(String limit, int number) {
    return segment(limit, number).path("expired").asString("");
  }

  private String unread(String account) {
    return reads(account, "/api/v1/notices").toString();
  }

  private void parameter(String name, String value) {
    done(
        "administrator",
        "POST",
        "/api/v1/rule-packs/nd80-2020/set-agency-parameter",
        """
        {'agency': 'ubnd-tinh-mau', 'parameter': '%s', 'value': '%s', 'basis': 'Quy chế 01/QC-MAU',
         'from': '2021-01-01', 'act': %s}\
        """
            .formatted(name, value, ON_DUTY));
  }

  private String paper(String capacity, String number) {
    return "{'capacity': '%s', 'document': {'number': '%s', 'date': '%s'}}"
        .formatted(capacity, number, today);
  }

  private static String document(String kind, String form) {
    return """
    {'kind': '%s', 'copyForm': '%s', 'medium': 'PAPER', 'copies': 6, 'language': 'vi',
     'translation': 'NONE'}\
    """
        .formatted(kind, form);
  }

  private static String submit() {
    return """
    {'submittedOn': '2021-03-01', 'channel': 'ONLINE', 'filedWith': 'ubnd-tinh-mau', 'sets': 6,
     'documents': [%s, %s, %s], 'act': %s, 'aid': %s}\
    """
        .formatted(
            document("REQUEST_FOR_APPROVAL", "ORIGINAL"),
            document("PROVIDER_AGREEMENT", "ORIGINAL"),
            document("PROGRAMME_OR_PROJECT_DOCUMENT", "ORIGINAL"),
            OWN,
            aid("[]"));
  }

  private static String aid(String subjects) {
    return """
    {'title': 'Dự án Mẫu: nước sạch', 'modality': 'PROJECT', 'experts': false,
     'purpose': 'DEVELOPMENT',
     'provider': {'papers': 'REGISTERED_FOREIGN_NGO', 'providerClass': 'FOREIGN_NGO',
       'name': 'Sample Foundation', 'country': 'NL',
       'registration': {'number': '123/MAU', 'validUntil': '2099-12-31', 'field': 'water',
         'area': 'Tỉnh Mẫu'}},
     'recipient': {'name': 'Trung tâm Mẫu', 'kind': 'PUBLIC_SERVICE_UNIT',
       'founder': 'MANAGING_AGENCY', 'foundingDocument': '45/QĐ-MAU'},
     'aidOwner': {'name': 'Trung tâm Mẫu'}, 'managingAgencies': ['ubnd-tinh-mau'],
     'grant': {'parts': [{'amount': 115000, 'currency': 'USD'}], 'usd': {'amount': 115000}},
     'sector': 'water', 'localities': [{'province': 'tinh-mau'}], 'subjects': %s,
     'period': {'from': '2021-08-01', 'to': '2025-06-30'}}\
    """
        .formatted(subjects);
  }

  private static String content(String title) {
    return """
    {'title': '%s', 'managingAgencies': ['ubnd-tinh-mau'], 'owner': 'Trung tâm Mẫu',
     'provider': 'Sample Foundation', 'coProviders': [], 'objective': 'Nước sạch',
     'results': 'Công trình', 'period': {'from': '2021-08-01', 'to': '2025-06-30'},
     'place': 'Tỉnh Mẫu', 'grant': [{'amount': 115000, 'currency': 'USD'}], 'counterpart': [],
     'grantManagedByRecipient': [{'amount': 115000, 'currency': 'USD'}],
     'grantManagedByProvider': [], 'usd': {'amount': 115000},
     'financialMechanism': 'NOT_STATE_BUDGET_REVENUE', 'managementMode': 'IN_HOUSE_UNIT'}\
    """
        .formatted(title);
  }

  private void did(String account, String command, String body) {
    done(account, "POST", "/api/v1/dossiers/" + dossier + "/" + command, body);
  }

  private JsonNode done(String account, String method, String path, String body) {
    var answer = call(account, method, path, body);
    assertThat(answer.status()).as("%s %s", path, answer.body()).isBetween(200, 201);
    var json = JSON.readTree(answer.body());
    position = json.path("position").asLong(position);
    return json;
  }

  private void refused(String account, String command, String body) {
    var answer = call(account, "POST", "/api/v1/dossiers/" + dossier + "/" + command, body);
    assertThat(answer.status()).as("%s %s", command, answer.body()).isIn(403, 409, 422);
  }

  private JsonNode reads(String account, String path) {
    var at = path + (path.contains("?") ? "&" : "?") + "at-least-position=" + position;
    var answer = call(account, "GET", at, null);
    // A view that is behind says so; on a busy machine it may be.
    for (var tries = 0; answer.status() == 503 && tries < 10; tries++) {
      answer = call(account, "GET", at, null);
    }
    assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /**
   * @param status of HTTP
   */
  private record Answer(int status, String body) {}

  private Answer call(String account, String method, String path, @Nullable String body) {
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .header("Authorization", TrainingUsers.basic(account))
                  .header("Content-Type", "application/json")
                  .method(
                      method,
                      body == null
                          ? BodyPublishers.noBody()
                          : BodyPublishers.ofString(body.replace('\'', '"')))
                  .build(),
              BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the worker does it does soon, not at once. */
  private static void await(String what, BooleanSupplier done) {
    for (var tries = 0; tries < 600; tries++) {
      if (done.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(done.getAsBoolean()).as(what).isTrue();
  }
}
