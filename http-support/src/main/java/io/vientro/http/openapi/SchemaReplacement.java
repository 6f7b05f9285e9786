package io.vientro.http.openapi;

import org.jspecify.annotations.Nullable;

/**
 * How a type shows in the OpenAPI description where its Java shape is not what goes over the wire.
 * Beans of {@link io.vientro.http.json.TextValue} are strings without being told.
 *
 * @param type the Java type
 * @param jsonType {@code string}, {@code integer}, …
 * @param format {@code date}, … or null
 * @param description for readers, or null
 */
public record SchemaReplacement(
    Class<?> type, String jsonType, @Nullable String format, @Nullable String description) {

  public static SchemaReplacement string(Class<?> type, String description) {
    return new SchemaReplacement(type, "string", null, description);
  }
}
