import io.vientro.core.decision.Role;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One account for each role, all of them fictional. Their passwords are hashed as slowly as those
 * of real users: what a first sign-in costs is one of the figures.
 */
final class Accounts {
  static final String AGENCY = "ubnd-tinh-mau";

  /** Leads the appraisal in the fictional province (Art. 9.3). */
  static final String LEAD = "so-tai-chinh-tinh-mau";

  static final String CONSULTED_AGENCY = "cong-an-tinh-mau";
  static final String APPLICANTS_ORGANISATION = "to-chuc-mau";

  static final List<Role> ROLES =
      List.of(
          Role.APPLICANT,
          Role.RECEPTION_OFFICER,
          Role.APPRAISER,
          Role.CONSULTED_AGENCY,
          Role.DECISION_MAKER,
          Role.CLERK,
          Role.SUPERVISOR,
          Role.AUDITOR,
          Role.ADMINISTRATOR);

  private static final Map<Role, String> BASIC = new EnumMap<>(Role.class);

  static {
    ROLES.forEach(
        role -> BASIC.put(role, "Basic " + Api.base64(name(role) + ":" + Passwords.TRAINING)));
  }

  private Accounts() {}

  static String basic(Role role) {
    return BASIC.get(role);
  }

  static Path write(Path folder) throws IOException {
    var file = new UsersFile(folder.resolve("users"));
    var passwords = new Passwords(Passwords.DEFAULT_COST);
    var today = LocalDate.now(ZoneOffset.UTC);
    file.change(
        all -> {
          for (Role role : ROLES) {
            var hash = passwords.hash(name(role), Passwords.TRAINING);
            all.put(name(role), new Account(name(role), role, agency(role), today, hash));
          }
          return all;
        });
    return file.path();
  }

  /** Name of the account of a role. */
  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String agency(Role role) {
    return switch (role) {
      case APPLICANT -> APPLICANTS_ORGANISATION;
      case APPRAISER -> LEAD;
      case CONSULTED_AGENCY -> CONSULTED_AGENCY;
      default -> AGENCY;
    };
  }
}
