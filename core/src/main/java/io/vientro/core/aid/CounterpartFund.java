package io.vientro.core.aid;

import io.vientro.core.value.Money;

/** Counterpart fund (vốn đối ứng), in cash or in kind. */
public record CounterpartFund(Money money, Form form) {
  /** How it is contributed. */
  public enum Form {
    CASH,
    IN_KIND
  }
}
