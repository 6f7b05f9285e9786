package io.vientro.query.answer;

import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * An agency.
 *
 * @param id as in the registry of agencies
 * @param name its official name as on record now; null if the registry does not know it
 */
public record AgencyAnswer(String id, @Nullable Bilingual name) {
  static AgencyAnswer of(String id, AgencyRegistry registry) {
    return new AgencyAnswer(id, registry.agency(id).map(AgencyRegistry.Agency::name).orElse(null));
  }

  static @Nullable AgencyAnswer ofNullable(@Nullable String id, AgencyRegistry registry) {
    return id == null ? null : of(id, registry);
  }
}
