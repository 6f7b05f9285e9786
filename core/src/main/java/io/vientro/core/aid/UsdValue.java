package io.vientro.core.aid;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The grant's worth in US dollars, frozen with the rate it was taken at (E26).
 *
 * @param amount in USD
 * @param rate units of the grant's first currency for one USD; null where the grant is in USD
 * @param rateDate date of that rate; null where there is no rate
 * @param rateSource who publishes the rate; null where there is no rate
 */
public record UsdValue(
    BigDecimal amount,
    @Nullable BigDecimal rate,
    @Nullable LocalDate rateDate,
    @Nullable String rateSource) {}
