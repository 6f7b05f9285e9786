package io.vientro.core.aid;

import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import org.jspecify.annotations.Nullable;

/** A natural person who gives aid. All values are personal and sealed under one subject. */
public record IndividualProvider(
    @Subject(IndividualProvider.SUBJECT) Personal name,
    @Subject(IndividualProvider.SUBJECT) @Nullable Personal passportNumber,
    @Subject(IndividualProvider.SUBJECT) @Nullable Personal address) {

  /** Label of this person; part of the id of the key, so it never changes. */
  public static final String SUBJECT = "provider";
}
