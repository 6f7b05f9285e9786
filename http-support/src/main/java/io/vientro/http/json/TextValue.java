package io.vientro.http.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that is one text in JSON (an id, a person's name that is sealed in the log). Declared as
 * beans by the application; they also tell the OpenAPI description that the type is a string.
 *
 * @param type the Java type
 * @param parse from the text; an {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} refuses it
 * @param write to the text, or to null where nothing is left to tell (an erased personal value)
 * @param <T> the Java type
 */
public record TextValue<T>(
    Class<T> type, Function<String, T> parse, Function<T, @Nullable String> write) {}
