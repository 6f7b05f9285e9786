package io.vientro.core.value;

import java.math.BigDecimal;

/**
 * An amount with its currency.
 *
 * @param amount decimal, never negative
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {}
