package io.vientro.store.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vientro.store.InMemorySubjectKeys;
import io.vientro.store.SealingException;
import io.vientro.store.TestStore;
import io.vientro.store.documents.DocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What documents are promised on every store. */
abstract class DocumentStoreContract {
  private static final String DOSSIER = "dossier-1";
  private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
  private static final Map<String, Long> NOTHING = Map.of("files", 0L, "chunks", 0L, "pending", 0L);

  private final InMemorySubjectKeys keys = new InMemorySubjectKeys();
  private Instant now = START;
  private TestStore store;
  private DocumentStore documents;

  abstract TestStore open();

  @BeforeEach
  void open_store() {
    store = open();
    documents = new DocumentStore(store.database(), keys, () -> now);
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void what_was_stored_comes_back_with_its_digest_and_type() throws IOException {
    for (var size : new int[] {1, 1_000, DocumentStore.CHUNK_BYTES, 3_000_000}) {
      var content = pdf(size);
      var stored = store(null, content);
      assertThat(stored.contentType()).isEqualTo("application/pdf");
      assertThat(stored.id()).startsWith(DocumentStore.ID_PREFIX);
      assertThat(stored.reference().size()).isEqualTo(content.length);
      assertThat(stored.reference().sha256()).isEqualTo(sha256(content));
      assertThat(stored.plainSha256()).isEqualTo(sha256(content));
      assertThat(read(stored.reference())).isEqualTo(content);
      documents.verify(stored.reference());
    }
  }

  @Test
  void a_personal_document_lies_sealed_and_its_digest_says_nothing_of_its_content()
      throws IOException {
    var content = pdf(2_500_000);
    var key = documents.keyId(DOSSIER, "provider");
    assertThat(key).isEqualTo("dossier-1/provider");
    var stored = store(key, content);
    assertThat(stored.reference().size()).isEqualTo(content.length);
    assertThat(stored.reference().sha256()).isNotEqualTo(sha256(content));
    assertThat(read(stored.reference())).isEqualTo(content);

    var raw = raw(stored.id());
    assertThat(raw).hasSize((int) stored.reference().storedLength());
    assertThat(sha256(raw)).isEqualTo(stored.reference().sha256());
    assertThat(new String(raw, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
  }

  @Test
  void a_document_about_somebody_of_its_own_has_a_key_of_its_own() {
    assertThat(documents.keyId(DOSSIER, null))
        .matches("dossier-1/document-[0-9a-f]{16}")
        .isNotEqualTo(documents.keyId(DOSSIER, null));
  }

  @Test
  void a_destroyed_key_makes_the_document_unreadable_and_leaves_its_digest_as_it_was()
      throws IOException {
    var key = documents.keyId(DOSSIER, null);
    var stored = store(key, pdf(100_000));
    keys.destroy(key);
    refused(Reason.ERASED, () -> documents.open(stored.reference()));
    documents.verify(stored.reference());
    refused(Reason.ERASED, () -> store(key, pdf(10)));
  }

  @Test
  void a_key_that_is_missing_is_no_erasure() throws IOException {
    var stored = store(documents.keyId(DOSSIER, null), pdf(100));
    var others = new DocumentStore(store.database(), new InMemorySubjectKeys(), () -> now);
    assertThatThrownBy(() -> others.open(stored.reference())).isInstanceOf(SealingException.class);
  }

  @Test
  void what_is_too_large_is_not_kept() throws IOException {
    var limits = new DocumentLimits(2_000_000, DocumentTypes.defaults(), Duration.ofHours(1));
    var exactly = pdf(2_000_000);
    documents.discard(
        documents.store(DOSSIER, null, new ByteArrayInputStream(exactly), limits).id());
    refused(
        Reason.TOO_LARGE,
        () -> documents.store(DOSSIER, null, new ByteArrayInputStream(pdf(2_000_001)), limits));
    assertThat(documents.counts()).isEqualTo(NOTHING);
  }

  @Test
  void what_is_of_another_type_or_empty_is_never_begun() {
    refused(
        Reason.TYPE_NOT_ALLOWED,
        () -> store(null, "<html><script/></html>".getBytes(StandardCharsets.UTF_8)));
    refused(Reason.EMPTY, () -> store(null, new byte[0]));
    assertThat(store.commands()).doesNotContain("insert");
  }

  @Test
  void what_breaks_off_or_takes_too_long_is_not_kept() {
    var breaking =
        new InputStream() {
          private final InputStream begin = new ByteArrayInputStream(pdf(2_500_000));

          @Override
          public int read() throws IOException {
            throw new IOException("read one by one");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = begin.read(bytes, offset, length);
            if (n < 0) {
              throw new IOException("connection reset");
            }
            return n;
          }
        };
    assertThatThrownBy(() -> documents.store(DOSSIER, null, breaking, limits()))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
    var slow =
        new ByteArrayInputStream(pdf(500_000)) {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            now = now.plus(Duration.ofMinutes(20));
            return super.read(bytes, offset, length);
          }
        };
    refused(Reason.TOO_SLOW, () -> documents.store(DOSSIER, null, slow, limits()));
    assertThat(documents.counts()).isEqualTo(NOTHING);
  }

  @Test
  void damage_in_the_store_is_found_before_the_last_byte() throws IOException {
    var content = pdf(2_500_000);
    for (var key : new String[] {null, documents.keyId(DOSSIER, null)}) {
      var stored = store(key, content);
      var chunks = store.database().getCollection("documents.chunks");
      change(chunks, stored.id(), 2, data -> data[data.length - 1] ^= 1);
      var got = new ByteArrayOutputStream();
      refused(
          Reason.DAMAGED,
          () -> {
            try (var in = documents.open(stored.reference())) {
              in.transferTo(got);
            }
          });
      assertThat(got.size()).isLessThan(content.length);
      refused(Reason.DAMAGED, () -> documents.verify(stored.reference()));
    }
  }

  @Test
  void missing_chunks_and_files_are_found() throws IOException {
    var stored = store(null, pdf(2_500_000)).reference();
    store
        .database()
        .getCollection("documents.chunks")
        .deleteOne(Filters.and(Filters.eq("files_id", stored.id()), Filters.eq("n", 1)));
    refused(Reason.DAMAGED, () -> read(stored));
    store.database().getCollection("documents.files").deleteOne(Filters.eq("_id", stored.id()));
    refused(Reason.DAMAGED, () -> documents.open(stored));
    var other = store(null, pdf(100)).reference();
    refused(
        Reason.DAMAGED,
        () -> documents.open(new DocumentReference(other.id(), other.sha256(), 101, null)));
  }

  @Test
  void any_grid_fs_client_reads_what_lies_there() throws IOException {
    var content = pdf(2_500_000);
    var stored = store(null, content);
    var bucket = GridFSBuckets.create(store.database(), "documents");
    var out = new ByteArrayOutputStream();
    bucket.downloadToStream(new BsonString(stored.id()), out);
    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void the_clean_up_removes_only_what_is_a_day_old_and_was_never_recorded() throws IOException {
    var recorded = store(null, pdf(10));
    var forgotten = store(null, pdf(2_500_000));
    var told = store(null, pdf(10));
    documents.recorded(told.id());
    now = START.plus(Duration.ofHours(2));
    var young = store(null, pdf(10));
    var asked = new HashSet<String>();
    var cleaning =
        new DocumentCleanUp(
            documents,
            (dossier, id) -> {
              assertThat(dossier).isEqualTo(DOSSIER);
              asked.add(id);
              return id.equals(recorded.id());
            },
            () -> now);

    now = START.plus(DocumentCleanUp.AGE);
    assertThat(cleaning.run()).isZero();
    assertThat(asked).isEmpty();

    now = START.plus(DocumentCleanUp.AGE).plusSeconds(1);
    assertThat(cleaning.run()).isEqualTo(1);
    assertThat(asked).containsExactlyInAnyOrder(recorded.id(), forgotten.id());
    assertThat(documents.ids()).containsExactlyInAnyOrder(recorded.id(), told.id(), young.id());
    assertThat(documents.counts()).isEqualTo(Map.of("files", 3L, "chunks", 3L, "pending", 1L));
    assertThat(cleaning.run()).isZero();
  }

  @Test
  void a_log_that_cannot_be_read_condemns_nothing() throws IOException {
    store(null, pdf(10));
    now = now.plus(Duration.ofDays(3));
    var cleaning =
        new DocumentCleanUp(
            documents,
            (dossier, id) -> {
              throw new IllegalStateException("the log does not answer");
            },
            () -> now);
    assertThat(cleaning.run()).isZero();
    assertThat(documents.counts()).isEqualTo(Map.of("files", 1L, "chunks", 1L, "pending", 1L));
  }

  @Test
  void chunks_of_a_process_that_died_half_way_are_removed_too() throws IOException {
    var stored = store(null, pdf(3_500_000));
    store.database().getCollection("documents.files").deleteOne(Filters.eq("_id", stored.id()));
    now = now.plus(Duration.ofDays(3));
    assertThat(new DocumentCleanUp(documents, (dossier, id) -> false, () -> now).run())
        .isEqualTo(1);
    assertThat(documents.counts()).isEqualTo(NOTHING);
  }

  @Test
  void a_backup_comes_back_as_it_was_and_can_be_put_back_twice() throws IOException {
    var key = documents.keyId(DOSSIER, null);
    var content = pdf(2_500_000);
    var reference = store(key, content).reference();
    byte[] backup;
    try (var in = documents.openStored(reference)) {
      backup = in.readAllBytes();
    }
    documents.discard(reference.id());
    assertThat(documents.counts()).isEqualTo(NOTHING);
    var damaged = backup.clone();
    damaged[damaged.length - 1] ^= 1;
    refused(Reason.DAMAGED, () -> documents.restore(reference, new ByteArrayInputStream(damaged)));
    assertThat(documents.counts()).isEqualTo(NOTHING);
    documents.restore(reference, new ByteArrayInputStream(backup));
    documents.restore(reference, new ByteArrayInputStream(backup));
    assertThat(read(reference)).isEqualTo(content);
    assertThat(documents.counts()).isEqualTo(Map.of("files", 1L, "chunks", 3L, "pending", 0L));
  }

  @Test
  void documents_do_not_see_each_other() throws IOException {
    var seen = Set.of(store(null, pdf(10)).id(), store(null, pdf(10)).id());
    assertThat(seen).hasSize(2);
  }

  private static void change(
      MongoCollection<Document> chunks,
      String file,
      int number,
      java.util.function.Consumer<byte[]> how) {
    var which = Filters.and(Filters.eq("files_id", file), Filters.eq("n", number));
    var data = chunks.find(which).first().get("data", Binary.class).getData();
    how.accept(data);
    chunks.updateOne(which, Updates.set("data", new Binary(data)));
  }

  private static void refused(Reason reason, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private StoredDocument store(String key, byte[] content) throws IOException {
    return documents.store(DOSSIER, key, new ByteArrayInputStream(content), limits());
  }

  private byte[] read(DocumentReference reference) throws IOException {
    try (var in = documents.open(reference)) {
      return in.readAllBytes();
    }
  }

  private byte[] raw(String id) {
    var out = new ByteArrayOutputStream();
    for (var chunk :
        store
            .database()
            .getCollection("documents.chunks")
            .find(Filters.eq("files_id", id))
            .sort(new Document("n", 1))) {
      out.writeBytes(chunk.get("data", Binary.class).getData());
    }
    return out.toByteArray();
  }

  private static DocumentLimits limits() {
    return new DocumentLimits(
        DocumentLimits.DEFAULT_BYTES, DocumentTypes.defaults(), DocumentLimits.DEFAULT_PATIENCE);
  }

  /** At least as long as its first line. */
  private static byte[] pdf(int size) {
    var begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    var bytes = new byte[Math.max(size, begin.length)];
    new Random(size).nextBytes(bytes);
    System.arraycopy(begin, 0, bytes, 0, begin.length);
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
