package io.vientro.core.aid;

import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import org.jspecify.annotations.Nullable;

/** A natural person who gives aid. All values are personal and sealed under one subject. */
public record IndividualProvider(
    @Subject("provider") Personal name,
    @Subject("provider") @Nullable Personal passportNumber,
    @Subject("provider") @Nullable Personal address) {}
