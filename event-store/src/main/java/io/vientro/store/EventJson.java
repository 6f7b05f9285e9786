package io.vientro.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How records become JSON here: properties in the order of the record, nulls left out, dates as ISO
 * text, decimals plain with their scale (a negative scale, which plain text cannot show, reads back
 * as 0). Reading refuses whatever writing cannot have produced.
 */
final class EventJson {
  private EventJson() {}

  /**
   * A personal value on its way between a record and a sealed node; it stands in trees as an opaque
   * node and is never written.
   *
   * @param subject label of the subject and whether it is a person of its own; null after reading,
   *     where the key's id says it
   */
  record Opaque(Personal personal, @Nullable Subject subject) {}

  /** For events, where personal values are sealed. */
  static JsonMapper mapper() {
    return mapper(new PersonalWriter(null), new PersonalReader());
  }

  /** With another form of personal values. */
  static JsonMapper mapper(
      ValueSerializer<Personal> personalWriter, ValueDeserializer<Personal> personalReader) {
    var builder =
        JsonMapper.builder()
            .annotationIntrospector(new NullnessIntrospector())
            .addModule(
                new SimpleModule("vientro-events")
                    .addSerializer(LocalDate.class, new DateWriter())
                    .addDeserializer(LocalDate.class, new DateReader())
                    .addSerializer(Personal.class, personalWriter)
                    .addDeserializer(Personal.class, personalReader))
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(
                MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    builder.withCoercionConfigDefaults(
        c ->
            Arrays.stream(CoercionInputShape.values())
                .filter(s -> s != CoercionInputShape.EmptyArray)
                .forEach(s -> c.setCoercion(s, CoercionAction.Fail)));
    // A decimal without a fraction is written as a whole number.
    builder.withCoercionConfig(
        LogicalType.Float,
        c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert));
    return builder.build();
  }

  /** What the record does not mark as nullable is owed. */
  private static final class NullnessIntrospector extends JacksonAnnotationIntrospector {
    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      if (member instanceof AnnotatedParameter parameter
          && parameter.getDeclaringClass().isRecord()) {
        var component = parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      }
      return super.hasRequiredMarker(config, member);
    }

    @Override
    public Version version() {
      return Version.unknownVersion();
    }
  }

  private static final class DateWriter extends ValueSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.toString());
    }
  }

  private static final class DateReader extends ValueDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(LocalDate.class, "a date is a text");
      }
      try {
        return LocalDate.parse(json.getString());
      } catch (DateTimeException e) {
        return context.reportInputMismatch(LocalDate.class, "not a date");
      }
    }
  }

  private static final class PersonalWriter extends ValueSerializer<Personal> {
    private final @Nullable Subject subject;

    PersonalWriter(@Nullable Subject subject) {
      this.subject = subject;
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, @Nullable BeanProperty property) {
      return new PersonalWriter(property == null ? null : subjectOf(property));
    }

    private static @Nullable Subject subjectOf(BeanProperty property) {
      var owner = property.getMember().getDeclaringClass();
      if (!owner.isRecord()) {
        return null;
      }
      return Arrays.stream(owner.getRecordComponents())
          .filter(c -> c.getName().equals(property.getName()))
          .map(c -> c.getAnnotation(Subject.class))
          .filter(s -> s != null)
          .findFirst()
          .orElse(null);
    }

    @Override
    public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
      if (subject == null) {
        context.reportMappingProblem("a personal value without a subject cannot be sealed");
      }
      json.writeEmbeddedObject(new Opaque(value, subject));
    }
  }

  private static final class PersonalReader extends ValueDeserializer<Personal> {
    @Override
    public Personal deserialize(JsonParser json, DeserializationContext context) {
      if (json.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT)
          && json.getEmbeddedObject() instanceof Opaque opaque) {
        return opaque.personal();
      }
      return context.reportInputMismatch(Personal.class, "a personal value that is not sealed");
    }
  }
}
