package io.vientro.core.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Who has a dossier in hands.
 *
 * @param agency id of the agency
 * @param unit unit within it (phòng, ban), or null for the agency as a whole
 * @param officer account of the officer, or null for any of the unit
 */
public record Custodian(String agency, @Nullable String unit, @Nullable String officer) {}
