package io.vientro.store.documents;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vientro.store.SealingException;
import io.vientro.store.SubjectKey;
import io.vientro.store.SubjectKeys;
import io.vientro.store.documents.DocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in GridFS, collections {@code documents.files} and {@code documents.chunks}, written with
 * the acknowledgement of the log: what {@link #store} has returned survives the process. A file is
 * there before the log is told of it; until then its id lies in {@code documents.pending} ({@code {
 * _id: document id, dossier: its dossier, at: when its upload began }}), where {@link
 * DocumentCleanUp} finds what was never recorded. Thread-safe.
 *
 * <p>Chunks are read and removed one by one, by file and number: that is the one question about
 * chunks which every store answers from an index.
 */
public final class DocumentStore {
  /** What every document's id begins with; the rest is random. */
  public static final String ID_PREFIX = "document-";

  /** Collections of the files; what else begins like this is ours too. */
  public static final String BUCKET = "documents";

  /** Large, since each one is a round trip that waits for the disk; one is held in memory. */
  static final int CHUNK_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);
  private static final int BUFFER = 1 << 16;
  private static final String SUBJECT = "document";
  private static final int OWN_KEY_BYTES = 8;

  private final GridFSBucket bucket;
  private final MongoCollection<Document> files;
  private final MongoCollection<Document> chunks;
  private final MongoCollection<Document> pending;
  private final SubjectKeys keys;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param time real time, also where the domain's clock can be moved: it tells what was left
   *     behind
   */
  public DocumentStore(MongoDatabase database, SubjectKeys keys, InstantSource time) {
    var durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.bucket = GridFSBuckets.create(durable, BUCKET).withChunkSizeBytes(CHUNK_BYTES);
    this.files = durable.getCollection(BUCKET + ".files");
    this.chunks = durable.getCollection(BUCKET + ".chunks");
    this.pending = durable.getCollection(BUCKET + ".pending");
    this.keys = keys;
    this.time = time;
  }

  /**
   * The id of the key for a personal document.
   *
   * @param subject label of the person within the dossier, whose other values share the key; null
   *     if the document is about somebody of its own
   */
  public String keyId(String dossier, @Nullable String subject) {
    if (subject != null) {
      return dossier + "/" + subject;
    }
    var own = new byte[OWN_KEY_BYTES];
    random.nextBytes(own);
    return dossier + "/" + SUBJECT + "-" + HexFormat.of().formatHex(own);
  }

  /**
   * Takes a file in, as a stream.
   *
   * @param dossier the dossier it is for
   * @param keyId id of the key that seals it, see {@link #keyId}; null if it is not personal
   * @return what to tell the log; call {@link #recorded} once that was done, or {@link #discard}
   * @throws DocumentException if it is empty, too large, too slow or of a type not allowed, or its
   *     subject was erased; nothing stays
   * @throws IOException if the body breaks off; nothing stays
   */
  public StoredDocument store(
      String dossier, @Nullable String keyId, InputStream body, DocumentLimits limits)
      throws IOException {
    var begin = body.readNBytes((int) Math.min(DocumentTypes.LOOKED_AT, limits.bytes() + 1));
    if (begin.length == 0) {
      throw new DocumentException(Reason.EMPTY, "the document has no bytes");
    }
    var type = DocumentTypes.detect(begin);
    if (!limits.types().allows(type)) {
      throw new DocumentException(Reason.TYPE_NOT_ALLOWED, type);
    }
    var key = keyId == null ? null : keyForSealing(keyId);
    var id = ID_PREFIX + UUID.randomUUID();
    pending.insertOne(
        new Document("_id", id).append("dossier", dossier).append("at", Date.from(time.instant())));
    var stored = false;
    try {
      var whole = new SequenceInputStream(new ByteArrayInputStream(begin), body);
      var document = upload(id, new UploadOf(type, keyId, key), whole, limits);
      stored = true;
      return document;
    } finally {
      if (!stored) {
        discardIfPossible(id);
      }
    }
  }

  /** What fails here is found by the clean-up; it must not hide why the upload failed. */
  private void discardIfPossible(String id) {
    try {
      discard(id);
    } catch (MongoException e) {
      LOG.info("{} is left to the clean-up: {}", id, e.toString());
    }
  }

  private record UploadOf(String type, @Nullable String keyId, SubjectKey.@Nullable Alive key) {}

  private StoredDocument upload(String id, UploadOf what, InputStream body, DocumentLimits limits)
      throws IOException {
    var storedDigest = Sha256.start();
    var plainDigest = Sha256.start();
    var size = 0L;
    // Closed only when all is well: closing is what makes a file of the chunks.
    var file = bucket.openUploadStream(new BsonString(id), id, new GridFSUploadOptions());
    var sink = sink(new DigestOutputStream(file, storedDigest), id, what);
    var until = time.instant().plus(limits.patience());
    var buffer = new byte[BUFFER];
    for (var n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      size += n;
      if (size > limits.bytes()) {
        throw new DocumentException(
            Reason.TOO_LARGE, "a document has at most " + limits.bytes() + " bytes");
      }
      if (time.instant().isAfter(until)) {
        throw new DocumentException(
            Reason.TOO_SLOW, "a document arrives within " + limits.patience());
      }
      plainDigest.update(buffer, 0, n);
      sink.write(buffer, 0, n);
    }
    sink.close();
    return new StoredDocument(
        new DocumentReference(
            id, HexFormat.of().formatHex(storedDigest.digest()), size, what.keyId()),
        what.type(),
        HexFormat.of().formatHex(plainDigest.digest()));
  }

  private OutputStream sink(OutputStream file, String id, UploadOf what) throws IOException {
    if (what.key() == null || what.keyId() == null) {
      return file;
    }
    var salt = new byte[Frames.SALT_BYTES];
    random.nextBytes(salt);
    return new FrameWriter(file, what.key(), what.keyId(), id, salt);
  }

  private SubjectKey.Alive keyForSealing(String keyId) {
    return switch (keys.obtain(Set.of(keyId)).get(keyId)) {
      case SubjectKey.Alive alive -> alive;
      case null, default ->
          throw new DocumentException(Reason.ERASED, "the subject was erased: " + keyId);
    };
  }

  /** The log has it: it stays. Losing this call is harmless. */
  public void recorded(String id) {
    pending.deleteOne(Filters.eq("_id", id));
  }

  /** The log will never have it: it goes. Doing it twice is fine. */
  public void discard(String id) {
    remove(id);
    pending.deleteOne(Filters.eq("_id", id));
  }

  /** From the last chunk to the first: what is left when this breaks off is found again. */
  private void remove(String id) {
    files.deleteOne(Filters.eq("_id", id));
    var count = 0;
    while (chunks.find(chunk(id, count)).projection(Projections.include("n")).first() != null) {
      count++;
    }
    for (var n = count - 1; n >= 0; n--) {
      chunks.deleteOne(chunk(id, n));
    }
  }

  private static Bson chunk(String id, int number) {
    return Filters.and(Filters.eq("files_id", id), Filters.eq("n", number));
  }

  /**
   * The content of a document, checked as it is read: no byte of the last 64 KiB is given out
   * before the whole was found to be what was recorded.
   *
   * @return to be closed
   * @throws DocumentException erased, or damaged; damaged also while it is read
   * @throws SealingException if its key is missing without ever having been destroyed
   */
  public InputStream open(DocumentReference document) throws IOException {
    var keyId = document.subjectKey();
    if (keyId == null) {
      return openStored(document);
    }
    return switch (keys.find(Set.of(keyId)).get(keyId)) {
      case null -> throw new SealingException("the key is missing and was not destroyed: " + keyId);
      case SubjectKey.Destroyed _ ->
          throw new DocumentException(Reason.ERASED, document.id() + ": its subject was erased");
      case SubjectKey.Alive alive ->
          new FrameReader(openStored(document), alive, keyId, document.id());
    };
  }

  /**
   * The file as it is stored, a personal one sealed, checked as it is read; for a backup.
   *
   * @throws DocumentException damaged, also while it is read
   */
  public InputStream openStored(DocumentReference document) throws IOException {
    var file = files.find(Filters.eq("_id", document.id())).first();
    if (file == null) {
      throw new DocumentException(Reason.DAMAGED, document.id() + ": there is no file");
    }
    if (length(file) != document.storedLength()) {
      throw new DocumentException(
          Reason.DAMAGED, document.id() + ": the file has another length than was recorded");
    }
    return new VerifiedInput(new ChunkInput(document.id()), document);
  }

  /**
   * Reads a document's file and checks it against what was recorded; needs no key.
   *
   * @throws DocumentException damaged
   */
  public void verify(DocumentReference document) {
    try (var in = openStored(document)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DocumentException(Reason.DAMAGED, document.id() + ": it cannot be read", e);
    }
  }

  /**
   * Puts a file of a backup back, as it was stored; one that is there already stays.
   *
   * @throws DocumentException damaged, if it is not what was recorded; it does not stay
   */
  public void restore(DocumentReference document, InputStream stored) throws IOException {
    if (files.find(Filters.eq("_id", document.id())).first() != null) {
      verify(document);
      return;
    }
    remove(document.id()); // chunks of a restoring that was broken off
    var file =
        bucket.openUploadStream(
            new BsonString(document.id()), document.id(), new GridFSUploadOptions());
    var good = false;
    try {
      // Throws before its last piece if anything is wrong, so that no file is made of it.
      new VerifiedInput(stored, document).transferTo(file);
      file.close();
      good = true;
    } finally {
      if (!good) {
        remove(document.id());
      }
    }
  }

  /** Ids of all files there are; for whoever has to know that there are no others. */
  public Iterable<String> ids() {
    return files.find().map(file -> file.getString("_id"));
  }

  /** Documents whose upload began before a moment and that nobody is known to have recorded. */
  List<Pending> pendingBefore(Instant moment, int most) {
    return pending
        .find(Filters.lt("at", Date.from(moment)))
        .sort(Sorts.ascending("_id"))
        .limit(most)
        .map(document -> new Pending(document.getString("_id"), document.getString("dossier")))
        .into(new ArrayList<>());
  }

  /** An upload of which it is not known whether the log has it. */
  record Pending(String id, String dossier) {}

  /** Counts of what there is; for tests. */
  Map<String, Long> counts() {
    var counts = new HashMap<String, Long>();
    counts.put("files", files.countDocuments());
    counts.put("chunks", chunks.countDocuments());
    counts.put("pending", pending.countDocuments());
    return counts;
  }

  private static long length(Document file) {
    return file.get("length") instanceof Number length ? length.longValue() : -1;
  }

  /** The chunks of a file, one after the other. */
  private final class ChunkInput extends InputStream {
    private final String id;
    private byte[] chunk = new byte[0];
    private int position;
    private int number;

    ChunkInput(String id) {
      this.id = id;
    }

    @Override
    public int read() {
      return fill() ? Byte.toUnsignedInt(chunk[position++]) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      var some = Math.min(length, chunk.length - position);
      System.arraycopy(chunk, position, bytes, offset, some);
      position += some;
      return some;
    }

    /** Where the chunks end is not believed here: length and digest tell. */
    private boolean fill() {
      while (position == chunk.length) {
        var next = chunks.find(DocumentStore.chunk(id, number)).first();
        if (next == null || !(next.get("data") instanceof Binary data)) {
          return false;
        }
        chunk = data.getData();
        position = 0;
        number++;
      }
      return true;
    }
  }
}
