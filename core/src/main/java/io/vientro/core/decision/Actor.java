package io.vientro.core.decision;

/**
 * Who acts.
 *
 * @param account name of the signed-in account
 * @param role the one role of that account
 * @param agency id of the agency, or of the applicant's organisation, that the account belongs to
 */
public record Actor(String account, Role role, String agency) {
  /** The software itself. */
  public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, "system");
}
