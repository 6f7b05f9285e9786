package io.vientro.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import io.vientro.core.decision.Role;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A durable store with a database of its own, and the people of a plainly fictional province who
 * work on it. The two applications are started over it as in production.
 */
final class Office implements AutoCloseable {
  /** Names the durable store; without it these journeys cannot run. */
  private static final String VARIABLE = "VIENTRO_TEST_MONGO_URI";

  static final String PROVINCE = "ubnd-tinh-mau";

  /** Leads the appraisal since March 2025. */
  static final String LEAD = "so-tai-chinh-tinh-mau";

  static final String POLICE = "cong-an-tinh-mau";
  static final String MINISTRY = "bo-tai-chinh";
  static final String APPLICANT = "to-chuc-mau";

  private static final String PASSWORD = "mật khẩu thử 1";

  private static final Map<String, Account> PEOPLE = people();

  private final String uri;
  private final String database = "journey_" + UUID.randomUUID().toString().substring(0, 8);
  private final Path users;

  private Office(String uri, Path users) {
    this.uri = uri;
    this.users = users;
  }

  /** Opens it; the test is counted as one that could not run where no store is named. */
  static Office open(Path folder) throws IOException {
    var named = System.getenv(VARIABLE);
    assumeTrue(
        named != null && !named.isBlank(),
        VARIABLE + " is not set: processes over a durable store were not tested");
    var users = folder.resolve("users");
    new UsersFile(users)
        .change(
            accounts -> {
              accounts.putAll(PEOPLE);
              return accounts;
            });
    return new Office(named, users);
  }

  private static Map<String, Account> people() {
    var people = new HashMap<String, Account>();
    var hash = new Passwords(4).hash("journey", PASSWORD);
    var today = LocalDate.now(Clock.systemUTC());
    Map.of(
            "officer", Role.RECEPTION_OFFICER,
            "head", Role.DECISION_MAKER,
            "clerk", Role.CLERK,
            "supervisor", Role.SUPERVISOR,
            "auditor", Role.AUDITOR,
            "administrator", Role.ADMINISTRATOR)
        .forEach((name, role) -> people.put(name, account(name, role, PROVINCE, today, hash)));
    people.put("appraiser", account("appraiser", Role.APPRAISER, LEAD, today, hash));
    people.put("lead-head", account("lead-head", Role.SUPERVISOR, LEAD, today, hash));
    people.put("police", account("police", Role.CONSULTED_AGENCY, POLICE, today, hash));
    people.put("applicant", account("applicant", Role.APPLICANT, APPLICANT, today, hash));
    people.put("ministry", account("ministry", Role.RECEPTION_OFFICER, MINISTRY, today, hash));
    people.put(
        "ministry-appraiser", account("ministry-appraiser", Role.APPRAISER, MINISTRY, today, hash));
    people.put("ministry-clerk", account("ministry-clerk", Role.CLERK, MINISTRY, today, hash));
    return Map.copyOf(people);
  }

  private static Account account(
      String name, Role role, String agency, LocalDate day, String hash) {
    return new Account(name, role, agency, day, hash);
  }

  /** Somebody at one of the processes. */
  Api at(int port, String name) {
    return new Api(port, name, PASSWORD);
  }

  VientroProcess start(String module, int port) {
    return VientroProcess.application(module, environment(port));
  }

  Map<String, String> environment(int port) {
    var environment = new HashMap<String, String>();
    environment.put("VIENTRO_MONGO_URI", uri);
    environment.put("VIENTRO_DATABASE", database);
    environment.put("VIENTRO_LOG_MODE", "TRAINING");
    environment.put("VIENTRO_USERS_FILE", users.toString());
    environment.put("SERVER_PORT", Integer.toString(port));
    return environment;
  }

  String uri() {
    return uri;
  }

  String database() {
    return database;
  }

  @Override
  public void close() {
    try (var client = MongoClients.create(uri)) {
      client.getDatabase(database).drop();
    }
  }
}
