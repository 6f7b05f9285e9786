package io.vientro.trials.peers;

import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts as they are: a payload is a {@link String}, metadata have their text under {@link
 * #TEXT}. Nothing is parsed or printed. Stateless.
 */
public final class TextSerializer implements Serializer {
  /** The one key of metadata. */
  public static final String TEXT = "text";

  /** The payload type under which every text is stored. */
  public static final String PAYLOAD_TYPE = "dossier.submitted";

  private static final SerializedType PAYLOAD = new SimpleSerializedType(PAYLOAD_TYPE, "1");
  private static final SerializedType METADATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final Converter converter = new ChainingConverter();

  /** Metadata that are stored as this text. */
  public static MetaData metaData(String text) {
    return MetaData.with(TEXT, text);
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> expected) {
    String text = object instanceof MetaData metaData ? text(metaData) : (String) object;
    Object data = expected == byte[].class ? text.getBytes(StandardCharsets.UTF_8) : text;
    return new SimpleSerializedObject<>(
        expected.cast(data), expected, object instanceof MetaData ? METADATA : PAYLOAD);
  }

  private static String text(MetaData metaData) {
    return metaData.isEmpty() ? "" : (String) metaData.get(TEXT);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expected) {
    return expected == String.class || expected == byte[].class;
  }

  @Override
  @SuppressWarnings("unchecked") // T is what classForType says.
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    String text =
        serialized.getData() instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(serialized.getData());
    if (isMetaData(serialized.getType())) {
      return (T) (text.isEmpty() ? MetaData.emptyInstance() : metaData(text));
    }
    return (T) text;
  }

  private static boolean isMetaData(SerializedType type) {
    return type.getName().equals(METADATA.getName());
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public Class classForType(SerializedType type) {
    return isMetaData(type) ? MetaData.class : String.class;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public SerializedType typeForClass(@Nullable Class type) {
    return type == MetaData.class ? METADATA : PAYLOAD;
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
