package io.vientro.core.aid;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods, equipment or a vehicle that the aid brings in.
 *
 * @param used whether it was used before
 * @param importDecision who decides on its import under other law (Art. 7.1.b)
 * @param temporaryImport temporary import for re-export (Art. 8.3)
 * @param quantity or null if not counted
 * @param unit of the quantity, or null
 */
public record GoodsItem(
    String description,
    GoodsClass goodsClass,
    boolean used,
    ImportDecision importDecision,
    boolean temporaryImport,
    @Nullable BigDecimal quantity,
    @Nullable String unit) {

  /** Class of the item, as Art. 8.3 distinguishes. */
  public enum GoodsClass {
    GOODS,
    EQUIPMENT,
    VEHICLE
  }

  /** Who decides on the import. */
  public enum ImportDecision {
    NOT_IMPORTED,
    /** Imported, and no decision or another body's. */
    NOT_PRIME_MINISTER,
    /** The Prime Minister, under other law. */
    PRIME_MINISTER
  }
}
