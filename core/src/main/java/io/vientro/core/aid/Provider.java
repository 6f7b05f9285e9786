package io.vientro.core.aid;

import org.jspecify.annotations.Nullable;

/**
 * The aid provider (Bên cung cấp viện trợ, Art. 2.2).
 *
 * @param papers kind for the proof of legal status
 * @param providerClass kind for scope and consultation
 * @param name name of the organisation; null exactly for an individual
 * @param individual the person; null exactly for an organisation
 * @param country ISO 3166-1 alpha-2
 * @param registration registration in Vietnam, or null if there is none
 */
public record Provider(
    ProviderPaperKind papers,
    ProviderClass providerClass,
    @Nullable String name,
    @Nullable IndividualProvider individual,
    String country,
    @Nullable Registration registration) {}
