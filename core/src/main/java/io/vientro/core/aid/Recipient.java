package io.vientro.core.aid;

import org.jspecify.annotations.Nullable;

/**
 * The aid recipient (Bên tiếp nhận viện trợ).
 *
 * @param founder who founded, chartered or licensed it
 * @param foundingDocument number of the founding decision, or null
 */
public record Recipient(
    String name, RecipientKind kind, Founder founder, @Nullable String foundingDocument) {}
