package io.vientro.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param account name of the signed-in account
 * @param role the one role of that account
 * @param agency id of the agency, or of the applicant's organisation, that the account belongs to
 * @param unit unit within the agency (phòng, ban), or null; it gives no right, it sorts work
 */
public record Actor(String account, Role role, String agency, @Nullable String unit) {
  /** The software itself. */
  public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, "system");

  /** Somebody without a unit. */
  public Actor(String account, Role role, String agency) {
    this(account, role, agency, null);
  }
}
