package io.vientro.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AttachDocument;
import io.vientro.query.Fictional;
import io.vientro.query.World;
import io.vientro.store.documents.DocumentLimits;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.DocumentTypes;
import io.vientro.store.documents.StoredDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Documents go out checked, under names of the server's making, to whoever may read the dossier.
 */
class DocumentViewsTest {
  private static final LocalDate DAY = Fictional.DAY;
  private static final Actor OFFICER =
      new Actor("officer", Role.RECEPTION_OFFICER, Fictional.PROVINCE);
  private static final Actor STRANGER =
      new Actor("stranger", Role.RECEPTION_OFFICER, "ubnd-tinh-vi-du");

  private static World world;
  private static Running app;
  private static DocumentStore documents;
  private static String dossier;

  @BeforeAll
  static void start() {
    world = World.embedded();
    documents = new DocumentStore(world.database, world.keys, InstantSource.system());
    dossier = file("Aid");
    app = new Running(world, List.of(OFFICER, STRANGER));
  }

  @AfterAll
  static void stop() {
    app.close();
    world.close();
  }

  @Test
  void a_document_comes_as_it_was_under_a_name_that_is_safe() {
    for (var kind : List.of(DocumentKind.OTHER, DocumentKind.EXPERT_RESUME)) {
      var content = pdf(2_500_000);
      var stored = attach(kind, content);
      var answer = get(OFFICER, stored.id());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(content);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
      assertThat(header(answer, "Content-Length")).isEqualTo("" + content.length);
      assertThat(header(answer, "Content-Disposition"))
          .isEqualTo("attachment; filename=\"" + stored.id() + ".pdf\"");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
      assertThat(header(answer, "ETag")).isEqualTo('"' + stored.reference().sha256() + '"');
    }
  }

  @Test
  void what_the_reader_has_already_is_not_sent_again() {
    var stored = attach(DocumentKind.OTHER, pdf(1_000));
    var request =
        app.as(OFFICER, path(stored.id()))
            .header("If-None-Match", '"' + stored.reference().sha256() + '"');
    var answer = app.bytes(request);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void the_list_says_what_there_is() {
    var first = attach(DocumentKind.REQUEST_FOR_APPROVAL, pdf(1_000));
    var second = attach(DocumentKind.EXPERT_RESUME, pdf(2_000));
    var list = app.get(OFFICER, "/api/v1/dossiers/" + dossier + "/documents?" + atLeast()).json();
    assertThat(list.get("dossier").asString()).isEqualTo(dossier);
    var lines = list.get("documents");
    var line = lines.get(lines.size() - 2);
    assertThat(line.get("id").asString()).isEqualTo(first.id());
    assertThat(line.at("/kind/code").asString()).isEqualTo("REQUEST_FOR_APPROVAL");
    assertThat(line.at("/kind/vi").asString()).isNotEmpty();
    assertThat(line.get("size").asLong()).isEqualTo(1_000);
    assertThat(line.get("personal").asBoolean()).isFalse();
    assertThat(line.get("attachedOn").asString()).isEqualTo(DAY.toString());
    line = lines.get(lines.size() - 1);
    assertThat(line.get("id").asString()).isEqualTo(second.id());
    assertThat(line.get("personal").asBoolean()).isTrue();
    assertThat(line.get("erased").asBoolean()).isFalse();
    assertThat(app.get(OFFICER, line.get("href").asString()).status()).isEqualTo(200);
  }

  @Test
  void an_erased_document_is_gone_and_says_so() {
    var stored = attach(DocumentKind.EXPERT_RESUME, pdf(1_000));
    // Before anybody looked at it: a process goes on reading what it read for a minute.
    world.keys.destroy(stored.reference().subjectKey());
    var answer = app.get(OFFICER, path(stored.id()));
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.json().get("code").asString()).isEqualTo("document-erased");
    assertThat(answer.header("Content-Disposition")).isEqualTo("(none)");
    var list = app.get(OFFICER, "/api/v1/dossiers/" + dossier + "/documents").json();
    var lines = list.get("documents");
    var line = lines.get(lines.size() - 1);
    assertThat(line.get("id").asString()).isEqualTo(stored.id());
    assertThat(line.get("erased").asBoolean()).isTrue();
  }

  @Test
  void who_may_not_read_the_dossier_may_not_read_its_documents() {
    var stored = attach(DocumentKind.OTHER, pdf(1_000));
    for (var path : List.of(path(stored.id()), "/api/v1/dossiers/" + dossier + "/documents")) {
      assertThat(app.get(STRANGER, path).status()).isEqualTo(404);
      assertThat(app.get(path).status()).isEqualTo(401);
    }
    var other = file("Another aid");
    var elsewhere =
        app.get(
            OFFICER, "/api/v1/dossiers/" + other + "/documents/" + stored.id() + "?" + atLeast());
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.json().get("code").asString()).isEqualTo("unknown-document");
  }

  @Test
  void small_damage_is_told_and_large_damage_breaks_the_line() {
    var small = attach(DocumentKind.OTHER, pdf(10_000));
    damage(small.id(), 0);
    var told = app.get(OFFICER, path(small.id()));
    assertThat(told.status()).isEqualTo(500);
    assertThat(told.json().get("code").asString()).isEqualTo("document-damaged");

    for (var kind : List.of(DocumentKind.OTHER, DocumentKind.EXPERT_RESUME)) {
      var large = attach(kind, pdf(2_500_000));
      damage(large.id(), 2);
      assertThatThrownBy(() -> get(OFFICER, large.id()))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  private static String file(String title) {
    return world.submit(
        Fictional.submit(
            Fictional.aid(title, Fictional.individual()),
            DAY,
            Fictional.FOR_APPLICANT,
            Fictional.HOSPITAL),
        OFFICER);
  }

  private static void damage(String document, int chunk) {
    var chunks = world.database.getCollection("documents.chunks");
    var which = Filters.and(Filters.eq("files_id", document), Filters.eq("n", chunk));
    var data = chunks.find(which).first().get("data", Binary.class).getData();
    data[data.length / 2] ^= 1;
    chunks.updateOne(which, Updates.set("data", new Binary(data)));
  }

  private static StoredDocument attach(DocumentKind kind, byte[] content) {
    var key = kind.isPersonal() ? documents.keyId(dossier, kind.subject()) : null;
    var stored = store(key, content);
    var file = stored.reference();
    world.send(
        dossier,
        new AttachDocument(
            stored.id(),
            kind,
            file.sha256(),
            file.size(),
            stored.contentType(),
            key,
            DAY,
            new Act(Capacity.ASSIGNED_DUTY, null, null)),
        OFFICER);
    return stored;
  }

  private static StoredDocument store(@Nullable String key, byte[] content) {
    var limits =
        new DocumentLimits(
            DocumentLimits.DEFAULT_BYTES,
            DocumentTypes.defaults(),
            DocumentLimits.DEFAULT_PATIENCE);
    try {
      return documents.store(dossier, key, new ByteArrayInputStream(content), limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String atLeast() {
    return "at-least-position=" + (world.log.nextPosition() - 1);
  }

  private static String path(String document) {
    return "/api/v1/dossiers/" + dossier + "/documents/" + document + "?" + atLeast();
  }

  private static HttpResponse<byte[]> get(Actor actor, String document) {
    return app.bytes(app.as(actor, path(document)));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }

  private static byte[] pdf(int size) {
    var begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    System.arraycopy(begin, 0, bytes, 0, begin.length);
    return bytes;
  }
}
