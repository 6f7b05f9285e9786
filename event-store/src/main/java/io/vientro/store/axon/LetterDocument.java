package io.vientro.store.axon;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter in its sequence's document: {@code { i: index, id: unique, m: what the codec keeps, in:
 * enqueued at, at: last touched, c: type of the cause, why: its message, d: diagnostics as JSON }};
 * the last three where there are any.
 */
final class LetterDocument {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final LetterCodec codec;
  private final JsonMapper json = new JsonMapper();

  LetterDocument(LetterCodec codec) {
    this.codec = codec;
  }

  Document write(long index, DeadLetter<? extends EventMessage<?>> letter) {
    return write(index, new ObjectId(), codec.keep(letter.message()), letter);
  }

  /** As it was, but for what a requeue may change. */
  Document rewrite(Document before, DeadLetter<? extends EventMessage<?>> letter) {
    return write(
        before.get("i", Number.class).longValue(),
        before.getObjectId("id"),
        before.get("m", Document.class),
        letter);
  }

  private Document write(
      long index, ObjectId id, Document kept, DeadLetter<? extends EventMessage<?>> letter) {
    var document =
        new Document("i", index)
            .append("id", id)
            .append("m", kept)
            .append("in", Date.from(letter.enqueuedAt()))
            .append("at", Date.from(letter.lastTouched()));
    letter
        .cause()
        .ifPresent(
            cause -> {
              document.append("c", cause.type());
              if (cause.message() != null) {
                document.append("why", shortened(cause.message()));
              }
            });
    if (!letter.diagnostics().isEmpty()) {
      document.append("d", json.writeValueAsString(plain(letter.diagnostics())));
    }
    return document;
  }

  LogDeadLetter read(String sequence, Document document) {
    EventMessage<?> message = codec.restore(document.get("m", Document.class));
    return new LogDeadLetter(
        sequence,
        document.get("i", Number.class).longValue(),
        document.getObjectId("id"),
        new GenericDeadLetter<>(
            sequence,
            message,
            cause(document),
            document.getDate("in").toInstant(),
            document.getDate("at").toInstant(),
            diagnostics(document)));
  }

  private static @Nullable Cause cause(Document document) {
    var type = document.getString("c");
    return type == null ? null : new ThrowableCause(type, document.getString("why"));
  }

  private MetaData diagnostics(Document document) {
    var text = document.getString("d");
    return text == null ? MetaData.emptyInstance() : MetaData.from(json.readValue(text, MAP));
  }

  /** Diagnostics are for people: what is no plain value is kept as it prints. */
  private static Map<String, @Nullable Object> plain(MetaData diagnostics) {
    var plain = new HashMap<String, @Nullable Object>();
    diagnostics.forEach(
        (key, value) ->
            plain.put(
                key,
                switch (value) {
                  case null -> null;
                  case Number number -> number;
                  case Boolean flag -> flag;
                  default -> value.toString();
                }));
    return plain;
  }

  private static String shortened(String message) {
    return message.substring(0, Math.min(message.length(), ThrowableCause.TRUNCATED_MESSAGE_SIZE));
  }
}
