package io.vientro.query.projection;

import com.mongodb.client.model.Sorts;
import io.vientro.log.EventLog;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Builds a view anew from the whole log, beside the one in use, and compares the two byte by byte.
 */
public final class ViewRebuild {
  private static final int CHUNK = 500;
  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  private final EventLog log;
  private final RecordedEvents events;
  private final ViewStore store;

  /**
   * @param codec read with personal values left sealed, whatever it does otherwise
   */
  public ViewRebuild(EventLog log, EventCodec codec, ViewStore store) {
    this.log = log;
    this.events = new RecordedEvents(codec.leavingSealed());
    this.store = store;
  }

  /**
   * Reads the log up to its end into collections beside those in use. They should be empty; what a
   * broken-off rebuild left is taken further.
   *
   * @param suffix of their names; not empty
   * @param progress is told each position reached
   * @return the position of the last event read; -1 for an empty log
   */
  public long rebuild(View view, String suffix, LongConsumer progress) {
    view.index(store, suffix);
    var projector = view.projector(store, suffix);
    var reader = log.reader(0);
    while (true) {
      var chunk = reader.next(CHUNK);
      if (chunk.isEmpty()) {
        return reader.position() - 1;
      }
      projector.take(events.of(chunk));
      progress.accept(reader.position() - 1);
    }
  }

  /**
   * SHA-256 over all documents of a view, collection by collection in the order of {@code _id},
   * lower-case hex; before each collection but the first stands its name. Fields are taken by name:
   * a store that replaces a document may leave the ones it had where they were.
   *
   * @param suffix as of {@link #rebuild}, or {@link View#IN_USE}
   */
  public String digest(View view, String suffix) {
    var sha = sha256();
    add(View.in(view.collections().getFirst(), suffix), sha);
    view.collections().stream()
        .skip(1)
        .forEach(
            collection -> {
              sha.update(collection.getBytes(StandardCharsets.UTF_8));
              add(View.in(collection, suffix), sha);
            });
    return HexFormat.of().formatHex(sha.digest());
  }

  private void add(String collection, MessageDigest sha) {
    var documents =
        store
            .collection(collection)
            .withDocumentClass(RawBsonDocument.class)
            .find()
            .sort(Sorts.ascending("_id"));
    for (var document : documents) {
      var byName = new BsonDocument();
      new TreeMap<>(document).forEach(byName::append);
      sha.update(new RawBsonDocument(byName, CODEC).getByteBuffer().asNIO());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
