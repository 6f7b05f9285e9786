package io.vientro.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vientro.http.problem.BadRequestException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How JSON comes in and goes out. Bodies are read by shape: the record that a controller asks for
 * says which fields there are, which of them are needed (all that are not marked {@code @Nullable})
 * and of which type; nothing is converted, nothing is ignored, and everything that is wrong is
 * reported at once with its path. Answers are written by the mapper.
 */
public final class StrictJson {

  /**
   * A body, bound.
   *
   * @param value the record
   * @param canonical the one spelling of the body, for its digest
   */
  public record Bound<T>(T value, byte[] canonical) {}

  private final JsonLimits limits;
  private final NodeReader reader;
  private final Shapes shapes;
  private final JsonMapper mapper;

  /**
   * @param textValues types that are one text
   * @param textLimits components whose texts may be longer than {@link JsonLimits#textLength()}
   */
  public StrictJson(
      JsonLimits limits, Collection<TextValue<?>> textValues, Collection<TextLimit> textLimits) {
    this.limits = limits;
    this.reader = new NodeReader(limits);
    this.shapes = new Shapes(limits, textValues, textLimits);
    this.mapper = mapper(textValues);
  }

  public StrictJson() {
    this(JsonLimits.DEFAULT, List.of(), List.of());
  }

  /**
   * @throws BadRequestException with everything that is wrong with the body
   * @throws IllegalArgumentException if the type is none that can come from JSON, see {@link
   *     #requireBindable}
   */
  public <T> T bind(byte[] body, Class<T> type) {
    return bound(body, type).value();
  }

  /** As {@link #bind}, with the canonical bytes beside it. */
  public <T> Bound<T> bound(byte[] body, Class<T> type) {
    var shape = shapes.record(type);
    var findings = new Findings(limits.findings());
    var node = reader.read(body, findings);
    var value = shape.read(node, "", findings);
    if (findings.count() > 0) {
      throw new BadRequestException(findings.errors());
    }
    return new Bound<>(type.cast(Objects.requireNonNull(value)), Canonical.bytes(node));
  }

  /**
   * Says at start what would otherwise fail at the first request.
   *
   * @throws IllegalArgumentException naming the component that cannot come from JSON
   */
  public void requireBindable(Class<?> type) {
    shapes.record(type);
  }

  /** Writes the answers; it reads strictly too, for whoever reads with it. */
  public JsonMapper mapper() {
    return mapper;
  }

  private static JsonMapper mapper(Collection<TextValue<?>> textValues) {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(40).build())
            .build();
    var texts = new SimpleModule("vientro-texts");
    textValues.forEach(value -> register(texts, value));
    return JsonMapper.builder(factory)
        .addModule(texts)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .withCoercionConfigDefaults(
            all -> {
              for (var shape : CoercionInputShape.values()) {
                all.setCoercion(shape, CoercionAction.Fail);
              }
            })
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .changeDefaultPropertyInclusion(
            all ->
                all.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
        .accessorNaming(new ComponentsOnly())
        .build();
  }

  private static <T> void register(SimpleModule module, TextValue<T> value) {
    module.addSerializer(value.type(), new TextValueSerializer<>(value));
  }
}
