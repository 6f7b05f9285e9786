package io.vientro.core.aid;

import org.jspecify.annotations.Nullable;

/**
 * Where the aid is carried out.
 *
 * @param province place id of the agency registry, for example {@code tinh-mau}
 * @param detail commune, ward or other place within it, or null
 */
public record Locality(String province, @Nullable String detail) {}
