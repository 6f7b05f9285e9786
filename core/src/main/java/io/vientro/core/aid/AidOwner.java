package io.vientro.core.aid;

import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The aid owner (Chủ khoản viện trợ; Chủ dự án for programmes and projects; Art. 3.4, 14.1) and its
 * contact person.
 */
public record AidOwner(
    String name,
    @Subject("contact") @Nullable Personal contactName,
    @Subject("contact") @Nullable Personal contactPhone,
    @Subject("contact") @Nullable Personal contactEmail) {}
