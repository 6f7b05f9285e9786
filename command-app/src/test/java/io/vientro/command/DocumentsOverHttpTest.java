package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.store.EventCodec;
import io.vientro.store.documents.DocumentCleanUp;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.LogDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents come in as files, and nothing that a client says of them is believed. */
class DocumentsOverHttpTest {
  private static final int MOST = 1_000_000;
  private static final String OFFICER = "reception-officer";

  @TempDir private static Path folder;
  private static CommandSide side;
  private static String dossier;

  @BeforeAll
  static void start() {
    side = CommandSide.training(folder, "--vientro.max-document-bytes=" + MOST);
    dossier = Commands.file(side, Bodies.incomplete(TODAY)).substring("/api/v1/dossiers/".length());
  }

  @AfterAll
  static void stop() {
    if (side != null) {
      side.close();
    }
  }

  @BeforeEach
  void nothing_is_left_over() {
    assertThat(pending()).isZero();
  }

  @Test
  void aDocumentIsStoredAndThenRecordedWithItsDigest() throws IOException {
    var content = pdf(300_000);
    var answer = attach(OFFICER, "kind=REQUEST_FOR_APPROVAL", content);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    var id = answer.text("document");
    assertThat(id).startsWith("document-");
    assertThat(answer.header("Location"))
        .isEqualTo("/api/v1/dossiers/" + dossier + "/documents/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"" + answer.text("sequence") + "\"");

    var recorded = recorded(id);
    assertThat(recorded.sha256()).isEqualTo(sha256(content));
    assertThat(recorded.size()).isEqualTo(content.length);
    assertThat(recorded.contentType()).isEqualTo("application/pdf");
    assertThat(recorded.personal()).isFalse();
    assertThat(recorded.attachedOn()).isEqualTo(TODAY);
    try (var in = store().open(LogDocuments.reference(recorded))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void aPassportIsSealedUnderTheProvidersKeyWhetherAskedForOrNot() throws IOException {
    var content = pdf(100_000);
    var recorded =
        recorded(attach(OFFICER, "kind=PASSPORT&personal=false", content).text("document"));
    assertThat(recorded.subjectKey()).isEqualTo(dossier + "/provider");
    assertThat(recorded.sha256()).isNotEqualTo(sha256(content));
    var resume = recorded(attach(OFFICER, "kind=EXPERT_RESUME", content).text("document"));
    assertThat(resume.subjectKey()).matches(dossier + "/document-[0-9a-f]{16}");
    var other = recorded(attach(OFFICER, "kind=OTHER&personal=true", content).text("document"));
    assertThat(other.subjectKey()).isNotNull().isNotEqualTo(resume.subjectKey());
    try (var in = store().open(LogDocuments.reference(other))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    for (var chunk : side.database().getCollection("documents.chunks").find()) {
      if (chunk.getString("files_id").equals(other.document())) {
        assertThat(chunk.toJson()).doesNotContain("%PDF");
      }
    }
  }

  @Test
  void theSameUploadUnderTheSameKeyIsDoneOnce() {
    var content = pdf(50_000);
    var first = attach(OFFICER, "kind=OTHER", content, "Idempotency-Key", "upload-1");
    var files = files();
    var again = attach(OFFICER, "kind=OTHER", content, "Idempotency-Key", "upload-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(files()).isEqualTo(files);

    for (var other :
        List.of(
            attach(OFFICER, "kind=OTHER", pdf(50_001), "Idempotency-Key", "upload-1"),
            attach(OFFICER, "kind=TRUTH_COMMITMENT", content, "Idempotency-Key", "upload-1"),
            attach(OFFICER, "kind=OTHER&personal=true", content, "Idempotency-Key", "upload-1"))) {
      assertThat(other.status()).as("%s", other).isEqualTo(422);
      assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void noNameAndNoDeclaredTypeIsBelieved() {
    var html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    var refused =
        attach(
            OFFICER,
            "kind=OTHER&fileName=../../etc/passwd.pdf",
            html,
            "Content-Disposition",
            "attachment; filename=\"../../request.pdf\"");
    assertThat(refused.status()).as("%s", refused).isEqualTo(415);
    assertThat(refused.text("code")).isEqualTo("document-type-not-allowed");
    assertThat(refused.json().at("/details/en").asString()).contains("text/html");
    assertThat(refused.json().at("/details/vi").asString()).contains("text/html");

    var taken =
        attach(
            OFFICER,
            "kind=OTHER&fileName=../../run.exe",
            pdf(1_000),
            "Content-Disposition",
            "attachment; filename=\"../../run.exe\"");
    assertThat(taken.status()).as("%s", taken).isEqualTo(201);
    for (var collection : side.database().listCollectionNames()) {
      for (Document document : side.database().getCollection(collection).find()) {
        if (!collection.endsWith(".chunks")) {
          assertThat(document.toJson()).doesNotContain("run.exe");
        }
      }
    }
  }

  @Test
  void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
    var before = side.log().nextPosition();
    var files = files();
    assertThat(attach(OFFICER, "kind=OTHER", pdf(MOST)).status()).isEqualTo(201);
    var announced = attach(OFFICER, "kind=OTHER", pdf(MOST + 1));
    assertThat(announced.status()).as("%s", announced).isEqualTo(413);
    assertThat(announced.text("code")).isEqualTo("document-too-large");

    var content = pdf(MOST + 1);
    var chunked =
        side.send(
            side.as(OFFICER, address("kind=OTHER"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));
    assertThat(chunked.status()).as("%s", chunked).isEqualTo(413);
    assertThat(chunked.text("code")).isEqualTo("document-too-large");
    assertThat(chunked.json().at("/details/en").asString()).contains("" + MOST);
    assertThat(side.log().nextPosition()).isEqualTo(before + 1);
    assertThat(files()).isEqualTo(files + 1);
  }

  @Test
  void whoMayNotIsToldBeforeAByteIsRead() {
    var files = files();
    var never =
        new InputStream() {
          private int given;

          @Override
          public int read() {
            // Enough for any buffer on the way, and far less than what is announced by nobody.
            return given++ < 900_000 ? 'x' : -1;
          }
        };
    for (var account : List.of("auditor", "other-reception-officer", "other-applicant")) {
      var refused =
          side.send(
              side.as(account, address("kind=OTHER"))
                  .header("Content-Type", "application/octet-stream")
                  .POST(BodyPublishers.ofInputStream(() -> never)));
      assertThat(refused.status()).as("%s: %s", account, refused).isEqualTo(403);
    }
    var unknown =
        attach(
            OFFICER,
            "/api/v1/dossiers/dossier-00000000-0000-0000-0000-000000000000",
            "kind=OTHER",
            pdf(10));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("code")).isEqualTo("unknown-dossier");
    assertThat(attach(OFFICER, "/api/v1/dossiers/calendar-vn", "kind=OTHER", pdf(10)).status())
        .isEqualTo(404);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void aRefusedCommandLeavesNoFile() {
    var files = files();
    var future = attach(OFFICER, "kind=OTHER", pdf(1_000), TODAY.plusDays(1).toString());
    assertThat(future.status()).as("%s", future).isEqualTo(422);
    assertThat(future.text("code")).isEqualTo("date-in-future");
    var before = attach(OFFICER, "kind=OTHER", pdf(1_000), "2020-01-01");
    assertThat(before.text("code")).isEqualTo("date-before-step");
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void nonsenseIsRefusedByItsName() {
    var json = side.post(OFFICER, address("kind=OTHER"), "{}");
    assertThat(json.status()).isEqualTo(415);
    assertThat(json.text("code")).isEqualTo("unsupported-media-type");
    assertThat(attach(OFFICER, "kind=OTHER", new byte[0]).text("code")).isEqualTo("empty-body");
    assertThat(attach(OFFICER, "kind=SOMETHING", pdf(10)).text("code"))
        .isEqualTo("invalid-parameter");
    assertThat(attach(OFFICER, "personal=true", pdf(10)).text("code"))
        .isEqualTo("missing-parameter");
    assertThat(attach(OFFICER, "kind=OTHER", pdf(10), "31/02/2025").text("code"))
        .isEqualTo("invalid-parameter");
    var compressed = attach(OFFICER, "kind=OTHER", pdf(10), "Content-Encoding", "gzip");
    assertThat(compressed.status()).isEqualTo(415);
  }

  @Test
  void whatTheLogHasSurvivesTheCleanUpAndWhatItHasNotGoesAfterADay() throws IOException {
    var kept = attach(OFFICER, "kind=OTHER", pdf(1_000)).text("document");
    var limits = side.context.getBean(io.vientro.store.documents.DocumentLimits.class);
    var orphan = store().store(dossier, null, new ByteArrayInputStream(pdf(1_000)), limits).id();
    var pending = side.database().getCollection("documents.pending");
    // As if the process had died before it could say that the log has it.
    pending.insertOne(new Document("_id", kept).append("dossier", dossier));
    pending.updateMany(
        new Document(), Updates.set("at", Date.from(Instant.parse("2020-01-01T00:00:00Z"))));

    assertThat(side.context.getBean(DocumentCleanUp.class).run()).isEqualTo(1);
    assertThat(store().ids()).contains(kept).doesNotContain(orphan);
  }

  private static CommandSide.Answer attach(
      String account, String query, byte[] content, String... headersOrDate) {
    var date = headersOrDate.length == 1 ? headersOrDate[0] : TODAY.toString();
    var path = "/api/v1/dossiers/" + dossier;
    var headers = headersOrDate.length == 1 ? new String[0] : headersOrDate;
    return attach(account, path, query + "&attachedOn=" + date, content, headers);
  }

  private static CommandSide.Answer attach(
      String account, String path, String query, byte[] content) {
    return attach(account, path, query + "&attachedOn=" + TODAY, content, new String[0]);
  }

  private static CommandSide.Answer attach(
      String account, String path, String query, byte[] content, String[] headers) {
    var request =
        side.as(account, path + "/attach-document?" + query)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return side.send(request);
  }

  private static String address(String query) {
    return "/api/v1/dossiers/" + dossier + "/attach-document?attachedOn=" + TODAY + "&" + query;
  }

  private static DocumentAttached recorded(String id) {
    var codec = side.context.getBean(EventCodec.class);
    return side.events(0).stream()
        .filter(stored -> stored.event().type().equals("document.attached"))
        .map(stored -> (DocumentAttached) codec.decode(List.of(stored)).getFirst())
        .filter(event -> event.document().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static DocumentStore store() {
    return side.context.getBean(DocumentStore.class);
  }

  private static long files() {
    return side.database().getCollection("documents.files").countDocuments();
  }

  private static long pending() {
    return side.database().getCollection("documents.pending").countDocuments();
  }

  private static byte[] pdf(int size) {
    var begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    var bytes = Arrays.copyOf(begin, Math.max(size, begin.length));
    var noise = new byte[bytes.length - begin.length];
    new Random(size).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, begin.length, noise.length);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
