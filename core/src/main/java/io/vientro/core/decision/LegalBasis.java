package io.vientro.core.decision;

/**
 * Where a rule stands in the law.
 *
 * @param act the act as officials quote it, for example {@code Decree 80/2020/NĐ-CP}; for a house
 *     rule of the software {@code vientro}
 * @param article article and clause as text ({@code 16.10} is not {@code 16.1}); empty for a house
 *     rule
 */
public record LegalBasis(String act, String article) {
  /**
   * A rule that no law gives but that a record needs to be a record; each is explained where it is
   * defined.
   */
  public static final LegalBasis HOUSE_RULE = new LegalBasis("vientro", "");
}
