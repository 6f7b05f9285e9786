package io.vientro.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsThereAfterAStopAndAStart() {
    try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("new/data"));
        MongoClient client = MongoClients.create(store.connectionString())) {
      numbers(client).insertOne(new Document("_id", 1L));
    }
    try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("new/data"));
        MongoClient client = MongoClients.create(store.connectionString())) {
      assertThat(numbers(client).find().first()).isEqualTo(new Document("_id", 1L));
    }
  }

  @Test
  void whatWasAnsweredSurvivesAKill() throws Exception {
    Set<Long> acknowledged = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      Process writer = startWriter();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
        int enough = acknowledged.size() + 100;
        while (acknowledged.size() < enough) {
          String line = out.readLine();
          assertThat(line).as("the writer died by itself").isNotNull();
          acknowledged.add(Long.valueOf(line));
        }
        writer
            .toHandle()
            .destroyForcibly(); // Unlike the process itself, this leaves its output readable.
        // Lines that were printed before the signal came are promises too; the last one may be cut
        // short.
        out.lines().filter(l -> l.length() == 7).map(Long::valueOf).forEach(acknowledged::add);
      }
      assertThat(writer.waitFor()).as("killed, not ended").isEqualTo(128 + 9);

      try (EmbeddedStore store = EmbeddedStore.open(folder);
          MongoClient client = MongoClients.create(store.connectionString())) {
        List<Document> all =
            numbers(client).find().projection(Projections.exclude("data")).into(new ArrayList<>());
        assertThat(all)
            .filteredOn(document -> document.getInteger("n") == 1)
            .extracting(document -> document.getLong("_id"))
            .containsAll(acknowledged);
        // A document without its index entry could be inserted a second time.
        for (Document document : all) {
          Document again =
              new Document("_id", -document.getLong("_id")).append("key", document.get("key"));
          assertThatThrownBy(() -> numbers(client).insertOne(again))
              .isInstanceOf(MongoException.class)
              .hasMessageContaining("duplicate");
        }
      }
    }
  }

  private Process startWriter() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aFolderThatIsOpenIsRefusedInOneLine() {
    try (EmbeddedStore store = EmbeddedStore.open(folder)) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> EmbeddedStore.open(store.folder()))
          .withMessage("data folder is already open in another process: " + folder);
    }
    EmbeddedStore.open(folder).close();
  }

  @Test
  void aFolderThatCannotBeMadeOrWrittenIsRefusedInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Files.createDirectories(folder.resolve("taken/vientro.lock"));

    for (Path impossible : List.of(file, file.resolve("below"), folder.resolve("taken"))) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> EmbeddedStore.open(impossible))
          .withMessageStartingWith("data folder cannot be ")
          .withMessageContaining(impossible.toString())
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
  }

  @Test
  void aFileThatIsNoStoreIsRefusedInOneLineAndTheFolderLetGo() throws IOException {
    Files.writeString(folder.resolve("vientro.mv"), "not a store\n".repeat(2000));

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> EmbeddedStore.open(folder))
          .withMessageStartingWith("data file cannot be opened: ")
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
  }

  @Test
  void theDataFileIsItsOwnersAlone() throws IOException {
    try (EmbeddedStore store = EmbeddedStore.open(folder)) {
      assertThat(Files.getPosixFilePermissions(store.folder().resolve("vientro.mv")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void aConnectionWithoutTheSecretIsServedNothing() {
    try (EmbeddedStore store = EmbeddedStore.open(folder)) {
      String stranger = store.connectionString().replaceAll("appName=.*", "appName=stranger");
      try (MongoClient client = MongoClients.create(stranger)) {
        assertThatThrownBy(() -> numbers(client).countDocuments()).hasMessageContaining("no other");
        assertThatThrownBy(() -> numbers(client).insertOne(new Document()))
            .hasMessageContaining("no other");
      }
    }
  }

  @Test
  void aUniqueIndexOverAnArrayHoldsAlsoAfterAStart() {
    try (EmbeddedStore store = EmbeddedStore.open(folder);
        MongoClient client = MongoClients.create(store.connectionString())) {
      numbers(client).createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
      numbers(client).insertOne(new Document("_id", 1L).append("k", List.of("a", "b")));
    }
    try (EmbeddedStore store = EmbeddedStore.open(folder);
        MongoClient client = MongoClients.create(store.connectionString())) {
      assertThatThrownBy(
              () ->
                  numbers(client).insertOne(new Document("_id", 2L).append("k", List.of("c", "b"))))
          .hasMessageContaining("duplicate");
      assertThat(numbers(client).find(Filters.in("k", "b", "z")).first()).isNotNull();
    }
  }

  @Test
  void rangesOfIdsComeInTheirOrder() {
    try (EmbeddedStore store = EmbeddedStore.open(folder);
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> numbers = numbers(client);
      for (long i : new long[] {5, 3, 300, 70_000, 1, 4}) {
        numbers.insertOne(new Document("_id", i).append("odd", i % 2 == 1));
      }
      MongoCollection<Document> texts = client.getDatabase("test").getCollection("texts");
      for (String id : List.of("b|2", "a|1", "ă|1", "b|10", "c")) {
        texts.insertOne(new Document("_id", id));
      }

      assertThat(ids(numbers, Filters.gte("_id", 4), 1, 3)).containsExactly(4L, 5L, 300L);
      assertThat(ids(numbers, Filters.gt("_id", 4L), 1, 0)).containsExactly(5L, 300L, 70_000L);
      assertThat(ids(numbers, Filters.lte("_id", 5L), -1, 2)).containsExactly(5L, 4L);
      assertThat(ids(numbers, Filters.and(Filters.gt("_id", 1L), Filters.lt("_id", 300L)), -1, 0))
          .containsExactly(5L, 4L, 3L);
      assertThat(ids(numbers, new Document(), -1, 1)).containsExactly(70_000L);
      assertThat(ids(numbers, new Document(), 1, 0)).containsExactly(1L, 3L, 4L, 5L, 300L, 70_000L);
      assertThat(ids(numbers, Filters.and(Filters.gte("_id", 3L), Filters.eq("odd", true)), 1, 2))
          .containsExactly(3L, 5L);
      assertThat(ids(numbers, Filters.gt("_id", 70_000L), 1, 0)).isEmpty();
      assertThat(ids(numbers, Filters.lt("_id", 1L), -1, 0)).isEmpty();
      assertThat(ids(numbers, Filters.gte("_id", "a"), 1, 0)).isEmpty();
      assertThat(ids(numbers, Filters.gte("_id", 4.5), 1, 0)).containsExactly(5L, 300L, 70_000L);
      assertThat(ids(texts, Filters.and(Filters.gte("_id", "b|"), Filters.lt("_id", "b}")), 1, 0))
          .containsExactly("b|10", "b|2");
      assertThat(ids(texts, Filters.lt("_id", "c"), -1, 2)).containsExactly("b|2", "b|10");
    }
  }

  private static List<Object> ids(
      MongoCollection<Document> collection, org.bson.conversions.Bson filter, int sign, int limit) {
    return collection
        .find(filter)
        .sort(sign > 0 ? Sorts.ascending("_id") : Sorts.descending("_id"))
        .limit(limit)
        .map(document -> document.get("_id"))
        .into(new ArrayList<>());
  }

  @Test
  void aWastefulFileIsCompactedAtTheStopWithProgressAndLosesNothing() {
    List<String> progress = new CopyOnWriteArrayList<>();
    long before;
    try (EmbeddedStore store = EmbeddedStore.open(folder, progress::add);
        MongoClient client = MongoClients.create(store.connectionString())) {
      byte[] bytes = new byte[1_000_000];
      Random random = new Random(1);
      for (long i = 0; i < 80; i++) {
        random.nextBytes(bytes);
        numbers(client).insertOne(new Document("_id", i).append("data", bytes));
      }
      numbers(client).deleteMany(Filters.gte("_id", 5L));
      before = store.fileSize();
      assertThat(progress).isEmpty();
    }

    assertThat(progress).first().asString().startsWith("compacting the data file: ");
    assertThat(progress).last().asString().startsWith("compacted the data file: ").endsWith("MB");
    try (EmbeddedStore store = EmbeddedStore.open(folder);
        MongoClient client = MongoClients.create(store.connectionString())) {
      assertThat(store.fileSize()).isLessThan(before / 4);
      assertThat(numbers(client).find().map(d -> d.getLong("_id")).into(new ArrayList<>()))
          .containsExactlyElementsOf(IntStream.range(0, 5).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void theFileStaysNearItsDataAndReadersAreNotDisturbed() throws Exception {
    try (EmbeddedStore store = EmbeddedStore.open(folder);
        MongoClient client = MongoClients.create(store.connectionString())) {
      Random random = new Random(1);
      byte[] bytes = new byte[50_000];
      for (long i = 0; i < 40; i++) {
        random.nextBytes(bytes);
        numbers(client).insertOne(new Document("_id", i).append("data", bytes));
      }
      try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> scans =
            reader.submit(
                () -> {
                  int count = 0;
                  while (!done.get()) {
                    assertThat(numbers(client).find().into(new ArrayList<>())).hasSize(40);
                    count++;
                  }
                  return count;
                });
        for (long i = 0; i < 600; i++) {
          random.nextBytes(bytes);
          numbers(client).updateOne(Filters.eq("_id", i % 40), Updates.set("data", bytes));
        }
        done.set(true);
        assertThat(scans.get()).isPositive();
      }

      // 2 MB of data, for which 30 MB were written.
      assertThat(store.fileSize()).isLessThan(24L << 20);
    }
  }

  @Test
  void whatAnInterruptedCompactionLeftBehindIsRemoved() throws IOException {
    EmbeddedStore.open(folder).close();
    Path left = Files.writeString(folder.resolve("vientro.mv.compacting"), "half");

    EmbeddedStore.open(folder).close();

    assertThat(left).doesNotExist();
  }

  private static MongoCollection<Document> numbers(MongoClient client) {
    return client.getDatabase("test").getCollection("numbers");
  }
}
