package io.vientro.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.log.Block;
import io.vientro.log.BlockStore;
import io.vientro.log.Commit;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.NewEvent;
import io.vientro.log.archive.LogArchive;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A log of samples on its way from a small office's folder through files into other stores and
 * back, and everything at which the command says no.
 */
class LogCommandTest {
  private static final String DURABLE = "VIENTRO_TEST_MONGO_URI";
  private static final Pattern ID = Pattern.compile("\"id\":\"(dossier-[^\"]+)\"");
  private static final String PARAMETER =
      """
      {"agency": "ubnd-tinh-mau", "parameter": "electronic-filing-replaces-sets", "value": "YES",
       "basis": "00/2026/QĐ-MAU", "from": "2026-01-01", "act": {"capacity": "ASSIGNED_DUTY"}}\
      """;

  @TempDir private Path folder;

  /** What users see of a log; the same wherever the log lies. */
  private record Seen(String list, String dossier, String history, String answer) {}

  private record Said(int status, String out, String err) {}

  @Test
  void anOfficeMovesToAnotherFolderAndGoesOnWhereItWas() throws Exception {
    var home = folder.resolve("home");
    var before = work(home, true);
    var export = folder.resolve("export");
    var exported = done("export", "--data", home.toString(), "--to", export.toString());

    var moved = folder.resolve("moved");
    var imported = done("import", "--from", export.toString(), "--data", moved.toString());

    assertThat(lastHash(imported)).isEqualTo(lastHash(exported));
    assertThat(work(moved, false)).isEqualTo(before);
    // What was done there since is all that the next backup adds.
    var size = LogArchive.open(export).manifest().size();
    done("export", "--data", moved.toString(), "--to", export.toString());
    var manifest = LogArchive.open(export).manifest();
    assertThat(manifest.segments()).hasSize(2);
    assertThat(manifest.segments().getLast().first()).isEqualTo(size);
    assertThat(done("verify", "--from", export.toString()))
        .contains(manifest.size() + " events", "nothing wrong was found");
  }

  @Test
  void anOfficeMovesToADurableStoreAndBack() throws Exception {
    var uri = System.getenv(DURABLE);
    assumeTrue(
        uri != null && !uri.isBlank(),
        DURABLE + " is not set: no log was moved to a durable store and back");
    var database = "log_command_" + UUID.randomUUID().toString().substring(0, 8);
    try (var client = MongoClients.create(uri)) {
      try {
        moveThere(uri, database);
      } finally {
        client.getDatabase(database).drop();
      }
    }
  }

  private void moveThere(String uri, String database) throws Exception {
    var environment = Map.of("VIENTRO_MONGO_URI", uri, "VIENTRO_DATABASE", database);
    var home = folder.resolve("home");
    var before = work(home, true);
    var export = folder.resolve("export").toString();
    var exported = done("export", "--data", home.toString(), "--to", export);

    var imported = done(environment, "import", "--from", export, "--store", "env");
    assertThat(lastHash(imported)).isEqualTo(lastHash(exported));
    assertThat(imported).contains("database " + database + " at ", "nothing wrong was found");
    assertThat(done("verify", "--store", uri, "--database", database))
        .contains(lastHash(exported), "nothing wrong was found");
    assertRefused("there is a log of", environment, "import", "--from", export, "--store", "env");

    var back = folder.resolve("back");
    done(environment, "export", "--store", "env", "--to", back.toString());
    for (var name : List.of("manifest.json", "log-000001.jsonl", "keys.jsonl")) {
      assertThat(back.resolve(name)).as(name).hasSameBinaryContentAs(Path.of(export).resolve(name));
    }
    var again = folder.resolve("again");
    done("import", "--from", back.toString(), "--data", again.toString());
    assertThat(work(again, false)).isEqualTo(before);
  }

  /**
   * Starts vientro on a folder, looks at a dossier and sends a command, always the same under the
   * same key.
   */
  private Seen work(Path data, boolean first) throws Exception {
    try (var vientro = new Standalone(new StartOptions(0, data, null, false), line -> {})) {
      var port = vientro.open().port();
      assertRefused("already open in another process", "verify", "--data", data.toString());
      var answer = post(port, "key-1", PARAMETER);
      assertThat(answer).contains("\"position\":");
      assertThat(post(port, "key-1", PARAMETER.replace("YES", "NO")))
          .contains("idempotency-key-reused");
      // The views of an imported log are still being built.
      var seen = "?at-least-position=" + position(answer);
      var list = get(port, "/api/v1/dossiers" + seen);
      var id = ID.matcher(list).results().findFirst().orElseThrow().group(1);
      var dossier = get(port, "/api/v1/dossiers/" + id + seen);
      assertThat(dossier).contains("Nguyễn Văn Mẫu");
      var history = get(port, "/api/v1/dossiers/" + id + "/audit-history" + seen);
      if (!first) {
        assertThat(post(port, "key-2", PARAMETER.replace("YES", "NO")))
            .contains("\"position\":" + (position(answer) + 1));
      }
      return new Seen(list, dossier, history, answer);
    }
  }

  private static long position(String answer) {
    var position = Pattern.compile("\"position\":([0-9]+)").matcher(answer);
    assertThat(position.find()).as(answer).isTrue();
    return Long.parseLong(position.group(1));
  }

  private static String get(int port, String path) throws Exception {
    return send(port, "reception", path, HttpRequest.newBuilder().GET());
  }

  private static String post(int port, String key, String body) throws Exception {
    return send(
        port,
        "administrator",
        "/api/v1/rule-packs/nd80-2020/set-agency-parameter",
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String send(int port, String user, String path, HttpRequest.Builder request)
      throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              request
                  .uri(URI.create("http://127.0.0.1:" + port + path))
                  .header("Authorization", TrainingUsers.basic(user))
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }

  // Documents

  @Test
  void documentsGoWithTheLogAndComeBack() throws Exception {
    var home = folder.resolve("home");
    var open = pdf(1_500_000);
    var personal = pdf(200_000);
    var paths = new ArrayList<String>();
    try (var vientro = new Standalone(new StartOptions(0, home, null, false), line -> {})) {
      var port = vientro.open().port();
      paths.add(attach(port, "OTHER", open));
      paths.add(attach(port, "EXPERT_RESUME", personal));
    }
    assertThat(done("verify", "--data", home.toString())).contains("2 documents");
    var export = folder.resolve("export");
    assertThat(done("export", "--data", home.toString(), "--to", export.toString()))
        .contains("2 documents");
    var ids = paths.stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
    assertThat(export.resolve("documents").resolve(ids.getFirst())).hasBinaryContent(open);
    assertThat(Files.readString(export.resolve("documents").resolve(ids.getLast()), ISO_8859_1))
        .doesNotContain("%PDF");
    assertThat(done("verify", "--from", export.toString()))
        .contains("2 documents", "nothing wrong was found");

    var moved = folder.resolve("moved");
    assertThat(done("import", "--from", export.toString(), "--data", moved.toString()))
        .contains("2 documents", "nothing wrong was found");
    try (var vientro = new Standalone(new StartOptions(0, moved, null, false), line -> {})) {
      var port = vientro.open().port();
      assertThat(download(port, paths.getFirst())).isEqualTo(open);
      assertThat(download(port, paths.getLast())).isEqualTo(personal);
    }
    // And on to the next folder: what comes back is what went out.
    var again = folder.resolve("again");
    done("export", "--data", moved.toString(), "--to", again.toString());
    for (var name : List.of("log-000001.jsonl", "documents/" + ids.getLast())) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(export.resolve(name));
    }
  }

  @Test
  void aDocumentThatIsNotWhatTheLogSaysIsFound() throws Exception {
    var home = folder.resolve("home");
    String id;
    try (var vientro = new Standalone(new StartOptions(0, home, null, false), line -> {})) {
      var path = attach(vientro.open().port(), "EXPERT_RESUME", pdf(200_000));
      id = path.substring(path.lastIndexOf('/') + 1);
    }
    var export = folder.resolve("export");
    done("export", "--data", home.toString(), "--to", export.toString());
    Files.write(export.resolve("documents").resolve(id), new byte[] {1});
    try (var store = EmbeddedStore.open(home);
        var client = MongoClients.create(store.connectionString())) {
      client
          .getDatabase(LogKind.DATABASE)
          .getCollection("documents.chunks")
          .deleteOne(new Document("files_id", id).append("n", 0));
    }
    for (var place : List.of(List.of("--data", home), List.of("--from", export))) {
      var said = run(Map.of(), "verify", place.get(0).toString(), place.get(1).toString());
      assertThat(said.status()).isEqualTo(1);
      assertThat(said.out()).contains("first finding: ", id).doesNotContain("nothing wrong");
    }
    assertRefused(
        "the log names a document that the store does not have as it was recorded: " + id,
        "export",
        "--data",
        home.toString(),
        "--to",
        folder.resolve("other").toString());
    assertRefused(
        "documents/" + id + " has 1 bytes instead of",
        "import",
        "--from",
        export.toString(),
        "--data",
        folder.resolve("target").toString());
  }

  /** Attaches to the first dossier that the officer works on, and gives the document's address. */
  private static String attach(int port, String kind, byte[] content) throws Exception {
    var list = get(port, "/api/v1/dossiers?limit=200");
    for (var id : ID.matcher(list).results().map(match -> match.group(1)).toList()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/api/v1/dossiers/%s/attach-document?kind=%s&attachedOn=%s"
                          .formatted(port, id, kind, LocalDate.now(Clock.systemUTC()))))
              .header("Authorization", TrainingUsers.basic("reception"))
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofByteArray(content))
              .build();
      try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 201) {
          return answer.headers().firstValue("Location").orElseThrow();
        }
        assertThat(answer.body()).contains("other-agencys-dossier");
      }
    }
    throw new AssertionError("no dossier to attach to in " + list);
  }

  private static byte[] download(int port, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", TrainingUsers.basic("reception"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      // The views of an imported log are still being built.
      for (var tries = 0; tries < 100; tries++) {
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
          return answer.body();
        }
        LockSupport.parkNanos(100_000_000);
      }
      throw new AssertionError("no document at " + path);
    }
  }

  private static byte[] pdf(int size) {
    var begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    System.arraycopy(begin, 0, bytes, 0, begin.length);
    return bytes;
  }

  // What is found

  @Test
  void aChangedLogIsToldByItsFirstPositionWithOneAsStatus() throws Exception {
    var data = small("data");
    var export = folder.resolve("export");
    done("export", "--data", data.toString(), "--to", export.toString());
    try (var store = EmbeddedStore.open(data);
        var client = MongoClients.create(store.connectionString())) {
      client
          .getDatabase(LogKind.DATABASE)
          .getCollection("log")
          .updateOne(
              new Document("_id", 1L), new Document("$set", new Document("ev.0.p", "{\"n\":9}")));
    }
    var file = export.resolve("log-000001.jsonl");
    Files.writeString(file, Files.readString(file).replaceFirst("sample-1", "sample-7"));

    for (var place : List.of(List.of("--data", data), List.of("--from", export))) {
      var said = run(Map.of(), "verify", place.get(0).toString(), place.get(1).toString());
      assertThat(said.status()).isEqualTo(1);
      assertThat(said.err()).isEmpty();
      assertThat(said.out())
          .contains(": 1 events in 1 commits, positions 0 to 0")
          .contains("first finding: position 1: ");
    }
    assertRefused(
        "position 1: ",
        "export",
        "--data",
        data.toString(),
        "--to",
        folder.resolve("x").toString());
    assertRefused(
        "position 1: ",
        "import",
        "--from",
        export.toString(),
        "--data",
        folder.resolve("y").toString());
  }

  @Test
  void keysThatWereChangedAreFound() throws Exception {
    var data = small("data");
    var export = folder.resolve("export");
    done("export", "--data", data.toString(), "--to", export.toString());
    var keys = export.resolve("keys.jsonl");
    Files.writeString(keys, Files.readString(keys).replace("\"size\": 3", "\"size\": 4"));

    var said = run(Map.of(), "verify", "--from", export.toString());

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("first finding: ", "keys.jsonl was cut off or changed");
  }

  // Keys

  @Test
  void anAuditorsCopyHasNoKeysAndIsNoBackup() throws Exception {
    var data = small("data");
    var export = folder.resolve("export");

    done("export", "--data", data.toString(), "--to", export.toString(), "--without-keys");

    try (var files = Files.list(export)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("manifest.json", "log-000001.jsonl");
    }
    assertThat(done("verify", "--from", export.toString())).contains("no keys beside it");
    var target = folder.resolve("target");
    assertRefused(
        "there is no file of keys",
        "import",
        "--from",
        export.toString(),
        "--data",
        target.toString());
    assertThat(target).doesNotExist();
  }

  @Test
  void keysAreKeptApartAndAnExportWithKeysIsNotMadeOneWithout() throws Exception {
    var data = small("data").toString();
    var export = folder.resolve("export").toString();
    var apart = folder.resolve("apart.jsonl").toString();
    done("export", "--data", data, "--to", export, "--keys", apart);
    assertThat(Path.of(export, "keys.jsonl")).doesNotExist();
    assertThat(done("verify", "--from", export)).contains("no keys beside it");
    assertThat(done("verify", "--from", export, "--keys", apart)).contains("keys in " + apart);
    assertRefused("there is no file of keys", "verify", "--from", export, "--keys", apart + "x");
    done("import", "--from", export, "--keys", apart, "--data", folder.resolve("moved").toString());

    done("export", "--data", data, "--to", export);
    assertRefused(
        "holds the keys of an earlier export",
        "export",
        "--data",
        data,
        "--to",
        export,
        "--without-keys");
  }

  // What is refused

  @Test
  void anImportThatWasBrokenOffIsNotStarted() throws Exception {
    var data = small("data");
    var export = folder.resolve("export");
    done("export", "--data", data.toString(), "--to", export.toString());
    var half = folder.resolve("half");
    try (var store = EmbeddedStore.open(half);
        var client = MongoClients.create(store.connectionString())) {
      var target = new BlockStore(client.getDatabase(LogKind.DATABASE), MongoLogOptions.defaults());
      target.createIndexes();
      var blocks = new ArrayList<Block>();
      LogArchive.open(export).read(blocks::add);
      target.insert(blocks.subList(1, 2));
    }

    try (var vientro = new Standalone(new StartOptions(0, half, null, false), line -> {})) {
      assertThatThrownBy(vientro::open)
          .extracting(e -> Failures.refusal((RuntimeException) e))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal).hasMessageContaining("was broken off, run it again"));
    }

    done("import", "--from", export.toString(), "--data", half.toString());
  }

  @Test
  void aStoreWithViewsOfAnotherLogTakesNone() throws Exception {
    var data = small("data");
    var export = folder.resolve("export");
    done("export", "--data", data.toString(), "--to", export.toString());
    var target = folder.resolve("target");
    try (var store = EmbeddedStore.open(target);
        var client = MongoClients.create(store.connectionString())) {
      client
          .getDatabase(LogKind.DATABASE)
          .getCollection("tokens")
          .insertOne(new Document("_id", "dossier_v1[0]"));
    }

    assertRefused(
        "it has a collection tokens",
        "import",
        "--from",
        export.toString(),
        "--data",
        target.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| log verify, export or import, not ''",
        "repair| log verify, export or import, not 'repair'",
        "verify --colour red| log verify has no option '--colour'",
        "verify --to x| log verify has no option '--to'",
        "verify --data| --data needs a value",
        "verify --data a --store mongodb://h/| takes one log",
        "verify --from a --data b| takes one log",
        "verify --database x| --database goes with --store",
        "verify --keys x| --keys goes with an export or import",
        "export| log export needs --to FOLDER",
        "export --from x| log export has no option '--from'",
        "export --to x --keys y --without-keys| --keys goes with",
        "import| log import needs --from FOLDER",
        "import --from x --without-keys| --without-keys with an export alone",
        "verify --store env| VIENTRO_MONGO_URI is not set",
        "verify --store user:secret@host| --store needs a MongoDB connection string",
        "verify --store mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50| does not answer at"
            + " 127.0.0.1:1",
        "verify --data nowhere| there is no log in nowhere",
        "export --data nowhere --to x| there is no log in nowhere",
        "verify --from nowhere| there is no export in nowhere",
        "import --from nowhere| there is no export in nowhere",
      })
  void whatCannotBeDoneIsToldInOneLine(String typed, String line) {
    assertRefused(line, typed.isEmpty() ? new String[0] : typed.split(" "));
  }

  /** Three blocks, by hand. */
  private Path small(String name) {
    var data = folder.resolve(name);
    try (var store = EmbeddedStore.open(data);
        var client = MongoClients.create(store.connectionString());
        var log =
            new MongoEventLog(client.getDatabase(LogKind.DATABASE), MongoLogOptions.defaults())) {
      for (int i = 0; i < 3; i++) {
        log.append(
            new Commit(
                "sample-" + i,
                List.of(
                    new NewEvent(
                        "sample",
                        i,
                        "event-" + i,
                        Instant.EPOCH,
                        "sample.happened",
                        1,
                        "{}",
                        "{}"))));
      }
    }
    return data;
  }

  private static String lastHash(String out) {
    var lines = out.lines().filter(line -> line.startsWith("running hash ")).toList();
    assertThat(lines).as(out).hasSize(1);
    return lines.getFirst();
  }

  private static String done(String... typed) {
    return done(Map.of(), typed);
  }

  private static String done(Map<String, String> environment, String... typed) {
    var said = run(environment, typed);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).as(said.out()).isZero();
    return said.out();
  }

  private static void assertRefused(String line, String... typed) {
    assertRefused(line, Map.of(), typed);
  }

  private static void assertRefused(String line, Map<String, String> environment, String... typed) {
    var said = run(environment, typed);
    assertThat(said.status()).as(said.out()).isEqualTo(2);
    assertThat(said.err().lines())
        .singleElement()
        .asString()
        .startsWith("vientro: ")
        .contains(line)
        .doesNotContain("secret");
  }

  private static Said run(Map<String, String> environment, String... typed) {
    var arguments = new ArrayList<>(List.of("log"));
    arguments.addAll(List.of(typed));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status = Vientro.run(arguments, environment::get, stream(out), stream(err));
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
