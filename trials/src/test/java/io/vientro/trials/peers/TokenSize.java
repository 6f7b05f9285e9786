package io.vientro.trials.peers;

import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoTrackingToken;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** How large the place of one processor is where it is kept. */
final class TokenSize {
  private TokenSize() {}

  /** Bytes of the document that a token store writes after each batch. */
  static int stored(Contestant store, @Nullable TrackingToken token) {
    var tokens = store.tokens();
    var processor = "processor-" + UUID.randomUUID();
    tokens.initializeTokenSegments(processor, 1, token);
    var codec = MongoClientSettings.getDefaultCodecRegistry().get(Document.class);
    return store.tokenDocuments().find().into(new ArrayList<>()).stream()
        .filter(document -> document.containsValue(processor))
        .mapToInt(document -> new RawBsonDocument(document, codec).getByteBuffer().remaining())
        .sum();
  }

  /**
   * The token moved on as axon-mongo's reader does, by a second of ten events in each millisecond.
   */
  static MongoTrackingToken afterASecondOfTenThousand(@Nullable TrackingToken token) {
    var start = (MongoTrackingToken) Objects.requireNonNull(token);
    var moved = start;
    for (int millis = 1; millis <= 1010; millis++) {
      var at = start.getTimestamp().plusMillis(millis);
      for (int i = 0; i < 10; i++) {
        moved = moved.advanceTo(at, UUID.randomUUID().toString(), Duration.ofSeconds(1));
      }
    }
    return moved;
  }
}
