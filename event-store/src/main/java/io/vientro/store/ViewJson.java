package io.vientro.store;

import io.vientro.core.value.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Core's records, and records made of them, as trees that a read model stores: the same writing as
 * in the log, so equal records give equal trees. Personal values stand as their sealed text; one
 * that was opened is refused, so that it cannot be stored by accident.
 */
public final class ViewJson {
  private final JsonMapper json =
      EventJson.mapper(new SealedWriter(), new TextReader())
          .rebuild()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * @throws IllegalArgumentException at a personal value that is not sealed
   */
  public ObjectNode tree(Object value) {
    return json.valueToTree(value);
  }

  /**
   * Reads a record back. A tree whose sealed texts were opened in place reads as well; an explicit
   * null reads as null.
   *
   * @throws tools.jackson.core.JacksonException if the tree does not have the record's shape
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    return json.treeToValue(tree, type);
  }

  private static final class SealedWriter extends ValueSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator out, SerializationContext context) {
      var text = value.value();
      if (text != null && !SealedText.is(text)) {
        throw new IllegalArgumentException("a read model stores personal values sealed");
      }
      out.writeString(text == null ? SealedText.ERASED : text);
    }
  }

  private static final class TextReader extends ValueDeserializer<Personal> {
    @Override
    public Personal deserialize(JsonParser in, DeserializationContext context) {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        return (Personal) context.handleUnexpectedToken(Personal.class, in);
      }
      var text = in.getString();
      return text.equals(SealedText.ERASED) ? Personal.ERASED : Personal.of(text);
    }
  }
}
