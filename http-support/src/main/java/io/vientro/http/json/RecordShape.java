package io.vientro.http.json;

import io.vientro.http.problem.FieldError;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record, component by component. It is only constructed when everything below it is right. */
final class RecordShape implements Shape {

  private record Part(Shape shape, boolean required, int index) {}

  private final Class<?> type;
  private final Constructor<?> constructor;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  RecordShape(Class<?> type) {
    this.type = type;
    var components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("a record without its canonical constructor", impossible);
    }
  }

  void complete(Shapes shapes) {
    var components = type.getRecordComponents();
    for (var i = 0; i < components.length; i++) {
      var shape = shapes.of(type, components[i]);
      parts.put(
          components[i].getName(), new Part(shape, RequiredComponents.required(components[i]), i));
    }
  }

  @Override
  public @Nullable Object read(Node node, String path, Findings findings) {
    if (!(node instanceof Node.Obj(var fields))) {
      findings.add(FieldError.wrongType(path, "object"));
      return null;
    }
    var before = findings.count();
    var values = new @Nullable Object[parts.size()];
    fields.forEach(
        (name, value) -> {
          var child = Paths.field(path, name);
          var part = parts.get(name);
          if (part == null) {
            findings.add(FieldError.of("unknown-field", child));
          } else if (!(value instanceof Node.Null)) {
            values[part.index()] = part.shape().read(value, child, findings);
          }
        });
    parts.forEach(
        (name, part) -> {
          if (part.required()
              && (fields.get(name) == null || fields.get(name) instanceof Node.Null)) {
            findings.add(FieldError.of("missing-field", Paths.field(path, name)));
          }
        });
    return findings.count() == before ? construct(values, path, findings) : null;
  }

  private @Nullable Object construct(@Nullable Object[] values, String path, Findings findings) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException thrown) {
      // The record's own constructor refuses its components: the client's fault as long as the code
      // is right.
      if (!(thrown.getCause() instanceof RuntimeException refused)) {
        throw new IllegalStateException(thrown.getCause());
      }
      findings.add(FieldError.of("invalid-value", path, Refusals.reason(refused)));
      return null;
    } catch (InstantiationException | IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
