package io.vientro.core.aid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Registration of a foreign NGO in Vietnam (giấy đăng ký, Decree 58/2022).
 *
 * @param number as printed
 * @param validUntil last day of validity, or null if the paper names none
 * @param field field of activity as registered, or null
 * @param area area of activity as registered, or null
 */
public record Registration(
    String number, @Nullable LocalDate validUntil, @Nullable String field, @Nullable String area) {}
