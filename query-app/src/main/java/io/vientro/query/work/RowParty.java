package io.vientro.query.work;

import io.vientro.core.decision.Role;
import io.vientro.core.dossier.Awaited;
import org.jspecify.annotations.Nullable;

/**
 * From whom something is awaited.
 *
 * @param role null for any role that may do it
 * @param agency agency or applicant's organisation; null for an applicant without an account
 * @param unit unit of the officer at work there, or null
 * @param officer account of the officer at work there, or null
 */
public record RowParty(
    @Nullable Role role, @Nullable String agency, @Nullable String unit, @Nullable String officer) {
  static RowParty of(Awaited awaited) {
    return new RowParty(awaited.role(), awaited.agency(), awaited.unit(), awaited.officer());
  }
}
