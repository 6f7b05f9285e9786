package io.vientro.http.json;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Which components of a record a body must name: all but those marked {@link Nullable}. The record
 * itself stays free of JSON: its own null marks are the contract.
 */
public final class RequiredComponents {
  private RequiredComponents() {}

  public static boolean required(RecordComponent component) {
    return required(component.getAnnotatedType());
  }

  static boolean required(AnnotatedType type) {
    return !type.isAnnotationPresent(Nullable.class);
  }
}
