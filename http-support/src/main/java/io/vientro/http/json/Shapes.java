package io.vientro.http.json;

import io.vientro.http.problem.FieldError;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of types, made once each. A type that has none is a mistake in the program and is said
 * so at start.
 */
final class Shapes {
  private final JsonLimits limits;
  private final Scalars scalars;
  private final Map<Class<?>, Shape> textValues;
  private final List<TextLimit> textLimits;
  private final Map<Class<?>, RecordShape> records = new HashMap<>();

  Shapes(JsonLimits limits, Collection<TextValue<?>> values, Collection<TextLimit> textLimits) {
    this.limits = limits;
    this.scalars = new Scalars(limits);
    var byType = new LinkedHashMap<Class<?>, Shape>();
    values.forEach(value -> byType.put(value.type(), scalars.textValue(value)));
    this.textValues = Map.copyOf(byType);
    this.textLimits = List.copyOf(textLimits);
  }

  /**
   * @throws IllegalArgumentException if the type, or one that it needs, cannot come from JSON
   */
  synchronized RecordShape record(Class<?> type) {
    if (!type.isRecord() || type.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(type + " cannot come from JSON: it is not a plain record");
    }
    var known = records.get(type);
    if (known != null) {
      return known;
    }
    // Put before it is complete: a record may hold itself.
    var made = new RecordShape(type);
    records.put(type, made);
    try {
      made.complete(this);
      return made;
    } catch (IllegalArgumentException impossible) {
      records.remove(type);
      throw impossible;
    }
  }

  Shape of(Class<?> record, RecordComponent component) {
    for (var limit : textLimits) {
      if (limit.type() == record
          && limit.component().equals(component.getName())
          && component.getType() == String.class) {
        return scalars.text(limit.characters());
      }
    }
    return of(component.getAnnotatedType(), record.getName() + "." + component.getName());
  }

  private Shape of(AnnotatedType annotated, String where) {
    var type = annotated.getType();
    if (type instanceof Class<?> plain) {
      return plain(plain, where);
    }
    if (annotated instanceof AnnotatedParameterizedType parameterized
        && type instanceof ParameterizedType generic) {
      var arguments = parameterized.getAnnotatedActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return list(of(arguments[0], where));
      }
      if (generic.getRawType() == Set.class) {
        return set(of(arguments[0], where));
      }
      if (generic.getRawType() == Map.class) {
        return map(key(arguments[0], where), of(arguments[1], where));
      }
    }
    throw new IllegalArgumentException(where + " cannot come from JSON: " + type.getTypeName());
  }

  private Shape plain(Class<?> type, String where) {
    var textValue = textValues.get(type);
    if (textValue != null) {
      return textValue;
    }
    if (type.isEnum()) {
      return Scalars.enumeration(type);
    }
    if (type.isRecord()) {
      return record(type);
    }
    return switch (type.getName()) {
      case "java.lang.String" -> scalars::text;
      case "boolean", "java.lang.Boolean" -> scalars::bool;
      case "int", "java.lang.Integer" -> scalars.whole(Integer.MAX_VALUE);
      case "long", "java.lang.Long" -> scalars.whole(Long.MAX_VALUE);
      default -> {
        if (type == BigDecimal.class) {
          yield scalars::decimal;
        }
        if (type == LocalDate.class) {
          yield scalars::date;
        }
        if (type == Instant.class) {
          yield scalars::instant;
        }
        if (type == UUID.class) {
          yield scalars::uuid;
        }
        // Binary floating point too: an amount must not go through it.
        throw new IllegalArgumentException(where + " cannot come from JSON: " + type.getName());
      }
    };
  }

  private Shape key(AnnotatedType type, String where) {
    if (type.getType() instanceof Class<?> plain
        && (plain == String.class || plain.isEnum() || textValues.containsKey(plain))) {
      return plain(plain, where);
    }
    throw new IllegalArgumentException(where + " cannot come from JSON: a key that is no text");
  }

  private Shape list(Shape element) {
    return (node, path, findings) -> {
      var read = elements(node, element, path, findings);
      return read == null ? null : Collections.unmodifiableList(read);
    };
  }

  private Shape set(Shape element) {
    return (node, path, findings) -> {
      var read = elements(node, element, path, findings);
      if (read == null) {
        return null;
      }
      var distinct = new LinkedHashSet<Object>();
      for (var i = 0; i < read.size(); i++) {
        var value = read.get(i);
        if (value != null && !distinct.add(value)) {
          findings.add(FieldError.of("duplicate-element", Paths.element(path, i)));
        }
      }
      return Collections.unmodifiableSet(distinct);
    };
  }

  /** Null where an element is wrong, which the findings then say. */
  private @Nullable List<@Nullable Object> elements(
      Node node, Shape element, String path, Findings findings) {
    if (!(node instanceof Node.Arr(var elements))) {
      findings.add(FieldError.wrongType(path, "list"));
      return null;
    }
    if (elements.size() > limits.elements()) {
      findings.add(FieldError.of("too-many-elements", path, limits.elements()));
      return null;
    }
    var read = new ArrayList<@Nullable Object>(elements.size());
    for (var i = 0; i < elements.size(); i++) {
      var at = Paths.element(path, i);
      if (elements.get(i) instanceof Node.Null) {
        findings.add(FieldError.of("missing-field", at));
        read.add(null);
      } else {
        read.add(element.read(elements.get(i), at, findings));
      }
    }
    return read;
  }

  private Shape map(Shape key, Shape value) {
    return (node, path, findings) -> {
      if (!(node instanceof Node.Obj(var fields))) {
        findings.add(FieldError.wrongType(path, "object"));
        return null;
      }
      if (fields.size() > limits.elements()) {
        findings.add(FieldError.of("too-many-elements", path, limits.elements()));
        return null;
      }
      var read = new LinkedHashMap<Object, Object>();
      fields.forEach(
          (name, held) -> {
            var at = Paths.field(path, name);
            var readKey = key.read(new Node.Text(name), at, findings);
            if (held instanceof Node.Null) {
              findings.add(FieldError.of("missing-field", at));
              return;
            }
            var readValue = value.read(held, at, findings);
            if (readKey != null && readValue != null) {
              read.put(readKey, readValue);
            }
          });
      return Collections.unmodifiableMap(read);
    };
  }
}
