package io.vientro.core.aid;

import io.vientro.core.value.Copies;
import io.vientro.core.value.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the grant. Sources state one sum in several currencies, or several sums that add up;
 * the two must not be mixed.
 *
 * @param parts amounts that add up to the grant; at least one, each currency once
 * @param equivalents the whole sum, restated in other currencies
 * @param usd worth in USD, or null if not stated
 */
public record Grant(List<Money> parts, @Nullable List<Money> equivalents, @Nullable UsdValue usd) {
  public Grant {
    parts = Copies.list(parts);
    equivalents = Copies.listOrEmpty(equivalents);
  }
}
