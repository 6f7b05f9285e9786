package io.vientro.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

final class TextValueSerializer<T> extends StdSerializer<T> {
  private final TextValue<T> text;

  TextValueSerializer(TextValue<T> text) {
    super(text.type());
    this.text = text;
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializationContext context) {
    var written = text.write().apply(value);
    if (written == null) {
      out.writeNull();
    } else {
      out.writeString(written);
    }
  }
}
