package io.vientro.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.Debtor;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.core.dossier.Status;
import io.vientro.core.rules.DutyParty;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.work.CalendarDuty;
import io.vientro.query.work.NoticeRow;
import io.vientro.query.work.OpenWorkView;
import io.vientro.query.work.RowDossier;
import io.vientro.query.work.RowNotice;
import io.vientro.query.work.WorkList;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.ViewJson;
import io.vientro.store.documents.DocumentLimits;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.DocumentTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Each collection that vientro writes stands in {@code docs/collections.md} with a document as it
 * really is.
 */
class CollectionsDocumentTest {
  private static final Pattern SECTION =
      Pattern.compile("## `([a-z0-9_.]+)`\n.*?```json\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void every_collection_is_documented_with_a_document_of_its_real_shape() throws Exception {
    var documented = new TreeMap<String, Document>();
    SECTION
        .matcher(Files.readString(Path.of("..", "docs", "collections.md")))
        .results()
        .forEach(match -> documented.put(match.group(1), Document.parse(match.group(2))));
    try (var vientro = new Standalone(new StartOptions(0, folder, null, false), line -> {})) {
      vientro.open();
    }
    try (var store = EmbeddedStore.open(folder);
        var client = MongoClients.create(store.connectionString())) {
      var database = client.getDatabase(LogKind.DATABASE);
      upload(database);
      raised(new ViewStore(new MongoTemplate(client, LogKind.DATABASE), new ViewJson()));
      assertThat(documented.keySet())
          .containsExactlyElementsOf(
              new TreeSet<>(database.listCollectionNames().into(new ArrayList<>())));
      documented.forEach(
          (name, document) ->
              assertThat(shapes(database, name)).as(name).contains(shape(document)));
    }
  }

  /** An upload that no event names yet. */
  private static void upload(MongoDatabase database) throws IOException {
    new DocumentStore(database, new InMemorySubjectKeys(), Clock.systemUTC())
        .store(
            "dossier-1",
            null,
            new ByteArrayInputStream("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)),
            new DocumentLimits(
                DocumentLimits.DEFAULT_BYTES,
                DocumentTypes.defaults(),
                DocumentLimits.DEFAULT_PATIENCE));
  }

  /** What is raised only once days have passed. */
  private static void raised(ViewStore store) {
    var dossier =
        new RowDossier(
            "dossier-1",
            "T01.001-260101-0001",
            "Sample aid",
            null,
            "Bệnh viện Mẫu",
            Status.ACCEPTED,
            5,
            new PackPin("nd80-2020", 3, "00", true));
    var notice =
        new RowNotice(
            "notice-1",
            DutyParty.LEAD,
            "so-tai-chinh-tinh-mau",
            new LegalBasis("Sample act", "1"),
            "appraisal",
            1,
            RaiseTimeLimit.What.EXPIRY,
            LocalDate.EPOCH,
            null,
            1,
            Instant.EPOCH,
            null);
    var owes = new Debtor(DutyParty.LEAD, "so-tai-chinh-tinh-mau");
    store.save(
        WorkList.NOTICES.collection(),
        List.of(new NoticeRow("0|dossier-1", 1, dossier, notice, owes, List.of("t:appraisal"))));
    store.save(
        OpenWorkView.CALENDAR_DUTIES,
        List.of(new CalendarDuty("2027", 1, 2027, Instant.EPOCH, Instant.EPOCH)));
  }

  private static List<String> shapes(MongoDatabase database, String collection) {
    return database
        .getCollection(collection)
        .find()
        .map(CollectionsDocumentTest::shape)
        .into(new ArrayList<>());
  }

  /**
   * Names and types, without the values and their order, which depends on how events came in
   * batches; a list by its first element.
   */
  private static String shape(Object value) {
    return switch (value) {
      case Document document -> {
        var fields = new TreeMap<String, String>();
        document.forEach((name, field) -> fields.put(name, shape(field)));
        yield fields.toString();
      }
      case List<?> list -> "list of " + (list.isEmpty() ? "nothing" : shape(list.getFirst()));
      case Integer number -> "Number";
      case Long number -> "Number";
      case null -> "null";
      default -> value.getClass().getSimpleName();
    };
  }
}
