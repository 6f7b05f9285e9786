package io.vientro.http.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.vientro.http.json.RequiredComponents;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as {@link io.vientro.http.json.StrictJson} takes them: their components, and
 * which of them are needed.
 */
final class RecordSchemas implements ModelConverter {
  private final Map<Class<?>, SchemaReplacement> replacements;

  RecordSchemas(Map<Class<?>, SchemaReplacement> replacements) {
    this.replacements = Map.copyOf(replacements);
  }

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var raw = Json31.mapper().constructType(type.getType()).getRawClass();
    var replacement = replacements.get(raw);
    if (replacement != null) {
      return replaced(replacement);
    }
    if (raw.isEnum()) {
      return names(raw);
    }
    if (!chain.hasNext()) {
      return null;
    }
    var schema = chain.next().resolve(type, context, chain);
    if (raw.isRecord()) {
      var model = context.getDefinedModels().get(raw.getSimpleName());
      if (model != null) {
        describe(model, raw);
      }
    }
    return schema;
  }

  private static Schema<?> replaced(SchemaReplacement by) {
    var schema = new JsonSchema();
    schema.setType(by.jsonType());
    schema.setTypes(Set.of(by.jsonType()));
    schema.setFormat(by.format());
    schema.setDescription(by.description());
    return schema;
  }

  // By name() like StrictJson, where the library would ask toString().
  private static Schema<?> names(Class<?> type) {
    var schema = new JsonSchema();
    schema.setType("string");
    schema.setTypes(Set.of("string"));
    for (var constant : type.getEnumConstants()) {
      schema.addEnumItemObject(((Enum<?>) constant).name());
    }
    return schema;
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void describe(Schema model, Class<?> raw) {
    var components = raw.getRecordComponents();
    var described = (Map<String, Schema>) model.getProperties();
    if (described == null) {
      return;
    }
    // In the record's order, without what only looks like a getter.
    var kept = new LinkedHashMap<String, Schema>();
    for (var component : components) {
      var property = described.get(component.getName());
      if (property != null) {
        kept.put(component.getName(), property);
      }
    }
    model.setProperties(kept);
    model.setRequired(
        Arrays.stream(components)
            .filter(RequiredComponents::required)
            .map(RecordComponent::getName)
            .collect(Collectors.toList()));
  }
}
