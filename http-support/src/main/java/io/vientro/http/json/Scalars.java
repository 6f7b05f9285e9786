package io.vientro.http.json;

import io.vientro.http.problem.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes of single values. Nothing is ever converted from one JSON type to another. */
final class Scalars {
  // Ranges are checked by the parsers behind; these keep out their other spellings (+12345-01-01,
  // seconds left out, offsets).
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JsonLimits limits;

  Scalars(JsonLimits limits) {
    this.limits = limits;
  }

  /**
   * A text as it may stand in a record of law: bounded, readable, and the same after any trip
   * through UTF-8.
   */
  @Nullable String text(Node node, String path, Findings findings) {
    return text(limits.textLength(), node, path, findings);
  }

  Shape text(int most) {
    return (node, path, findings) -> text(most, node, path, findings);
  }

  private static @Nullable String text(int most, Node node, String path, Findings findings) {
    if (!(node instanceof Node.Text(var text))) {
      findings.add(FieldError.wrongType(path, "text"));
      return null;
    }
    if (text.codePointCount(0, text.length()) > most) {
      findings.add(FieldError.of("text-too-long", path, most));
      return null;
    }
    if (text.codePoints().anyMatch(Scalars::forbidden)) {
      findings.add(FieldError.of("control-character", path));
      return null;
    }
    if (text.codePoints().allMatch(Scalars::invisible)) {
      findings.add(FieldError.of("blank-text", path));
      return null;
    }
    return text;
  }

  static boolean forbidden(int codePoint) {
    return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t'
        // codePoints() joins pairs, so what is left of this kind is a half.
        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** White space of any script, and what only steers it: a reason made of these is none. */
  private static boolean invisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  @Nullable Object bool(Node node, String path, Findings findings) {
    if (node instanceof Node.Bool(var value)) {
      return value;
    }
    findings.add(FieldError.wrongType(path, "boolean"));
    return null;
  }

  Shape whole(long most) {
    return (node, path, findings) -> {
      if (!(node instanceof Node.Num(var text))) {
        findings.add(FieldError.wrongType(path, "whole-number"));
        return null;
      }
      if (text.startsWith("-")) {
        findings.add(FieldError.of("negative-number", path));
        return null;
      }
      if (!text.chars().allMatch(Scalars::digit)) {
        findings.add(FieldError.wrongType(path, "whole-number"));
        return null;
      }
      // 18 digits always fit a long, so the length alone decides what is parsed.
      var value = text.length() <= 18 ? Long.parseLong(text) : Long.MAX_VALUE;
      if (text.length() > 18 || value > most) {
        findings.add(
            FieldError.of("invalid-number", path, 0, Math.min(most, 999_999_999_999_999_999L)));
        return null;
      }
      return most == Integer.MAX_VALUE ? (Object) (int) value : (Object) value;
    };
  }

  /** Looks at the digits only: {@code 1e999999999} costs no more than it is long. */
  @Nullable BigDecimal decimal(Node node, String path, Findings findings) {
    if (!(node instanceof Node.Num(var text))) {
      findings.add(FieldError.wrongType(path, "number"));
      return null;
    }
    if (text.startsWith("-")) {
      findings.add(FieldError.of("negative-number", path));
      return null;
    }
    var point = text.indexOf('.');
    var before = point < 0 ? text : text.substring(0, point);
    var after = point < 0 ? "" : text.substring(point + 1);
    if (!before.chars().allMatch(Scalars::digit) || !after.chars().allMatch(Scalars::digit)) {
      findings.add(FieldError.of("exponent-not-allowed", path));
      return null;
    }
    if (before.length() > limits.integerDigits() || after.length() > limits.fractionDigits()) {
      findings.add(
          FieldError.of("number-too-long", path, limits.integerDigits(), limits.fractionDigits()));
      return null;
    }
    return new BigDecimal(text);
  }

  @Nullable Object date(Node node, String path, Findings findings) {
    return parsed(node, path, findings, DATE, LocalDate::parse, "invalid-date");
  }

  @Nullable Object instant(Node node, String path, Findings findings) {
    return parsed(node, path, findings, INSTANT, Instant::parse, "invalid-instant");
  }

  @Nullable Object uuid(Node node, String path, Findings findings) {
    return parsed(node, path, findings, UUID_TEXT, UUID::fromString, "invalid-value");
  }

  private @Nullable Object parsed(
      Node node,
      String path,
      Findings findings,
      Pattern spelling,
      java.util.function.Function<String, Object> parser,
      String code) {
    if (!(node instanceof Node.Text(var text))) {
      findings.add(FieldError.wrongType(path, "text"));
      return null;
    }
    if (spelling.matcher(text).matches()) {
      try {
        return parser.apply(text);
      } catch (DateTimeException impossible) {
        // 31 February: spelled well, but no such day.
      }
    }
    findings.add(FieldError.of(code, path, ""));
    return null;
  }

  static Shape enumeration(Class<?> type) {
    var byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toUnmodifiableMap(it -> ((Enum<?>) it).name(), it -> it));
    var names = byName.keySet().stream().sorted().collect(Collectors.joining(", "));
    return (node, path, findings) -> {
      if (!(node instanceof Node.Text(var text))) {
        findings.add(FieldError.wrongType(path, "text"));
        return null;
      }
      var constant = byName.get(text);
      if (constant == null) {
        findings.add(FieldError.of("unknown-value", path, names));
      }
      return constant;
    };
  }

  <T> Shape textValue(TextValue<T> value) {
    return (node, path, findings) -> {
      var text = text(node, path, findings);
      if (text == null) {
        return null;
      }
      try {
        return value.parse().apply(text);
      } catch (IllegalArgumentException | DateTimeException refused) {
        findings.add(FieldError.of("invalid-value", path, Refusals.reason(refused)));
        return null;
      }
    };
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }
}
