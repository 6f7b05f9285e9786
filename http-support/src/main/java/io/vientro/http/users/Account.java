package io.vientro.http.users;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the users file.
 *
 * @param name {@code [a-z0-9][a-z0-9._-]{1,63}}
 * @param role never SYSTEM
 * @param agency id of the agency, or of the applicant's organisation
 * @param created day (UTC) on which it was added
 * @param hash of the password, bcrypt
 * @param unit id of the unit within the agency (phòng, ban), or null; it sorts work and gives no
 *     right
 */
public record Account(
    String name, Role role, String agency, LocalDate created, String hash, @Nullable String unit) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

  /** Of an agency, and of a unit. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$[0-3][0-9]\\$[./A-Za-z0-9]{53}");

  /**
   * @throws IllegalArgumentException saying in one line what is wrong; the hash is never repeated
   *     in it
   */
  public Account {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "an account's name is 2 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or"
              + " digit");
    }
    if (role == Role.SYSTEM) {
      throw new IllegalArgumentException("the role SYSTEM is the software's own");
    }
    if (!ID.matcher(agency).matches()) {
      throw new IllegalArgumentException(
          "an agency's id is up to 128 of A-Z, a-z, 0-9, '.', '_', ':' and '-'");
    }
    if (unit != null && !ID.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "a unit's id is up to 128 of A-Z, a-z, 0-9, '.', '_', ':' and '-'");
    }
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("the password's hash is not bcrypt");
    }
  }

  /** Somebody without a unit. */
  public Account(String name, Role role, String agency, LocalDate created, String hash) {
    this(name, role, agency, created, hash, null);
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  public Actor actor() {
    return new Actor(name, role, agency, unit);
  }

  /** Without the hash: accounts get into logs more easily than one thinks. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + role + ", " + agency + "]";
  }
}
