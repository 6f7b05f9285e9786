package io.vientro.core.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the person, within one dossier, whom the {@link Personal} values of a record are about. All
 * values of one subject share one key, so that they can be erased together and without touching
 * anybody else's.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subject {
  /**
   * Short, stable label, for example {@code provider}. It is part of the key's id: never rename it.
   */
  String value();

  /**
   * Whether each record is about a person of its own, who then gets a key of their own: of two
   * papers in one dossier, one signatory can be erased and the other stay.
   */
  boolean eachOwn() default false;
}
