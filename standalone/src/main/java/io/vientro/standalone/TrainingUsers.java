package io.vientro.standalone;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/**
 * Accounts for training: at least one for each role, all with the same password, which the start
 * prints. A LIVE log's users file never gets any of them.
 */
final class TrainingUsers {
  /**
   * A password that everybody knows needs no slow hash; a first start should not wait for nine of
   * them.
   */
  private static final int COST = 4;

  /** Fictional, as are all agencies of the training registry. */
  private static final String AGENCY = "ubnd-tinh-mau";

  /** Leads the appraisal in the fictional province (Art. 9.3). */
  private static final String LEAD = "so-tai-chinh-tinh-mau";

  private static final String APPLICANTS_ORGANISATION = "to-chuc-mau";

  private static final List<Sample> ALL =
      List.of(
          new Sample("applicant", Role.APPLICANT, APPLICANTS_ORGANISATION),
          new Sample("reception", Role.RECEPTION_OFFICER, AGENCY),
          new Sample("appraiser", Role.APPRAISER, LEAD),
          new Sample("lead-supervisor", Role.SUPERVISOR, LEAD),
          new Sample("consulted", Role.CONSULTED_AGENCY, "cong-an-tinh-mau"),
          new Sample("decision-maker", Role.DECISION_MAKER, AGENCY),
          new Sample("clerk", Role.CLERK, AGENCY),
          new Sample("supervisor", Role.SUPERVISOR, AGENCY),
          new Sample("auditor", Role.AUDITOR, AGENCY),
          new Sample("administrator", Role.ADMINISTRATOR, AGENCY));

  private record Sample(String name, Role role, String agency) {
    Account account(String hash, LocalDate day) {
      return new Account(name, role, agency, day, hash);
    }
  }

  private TrainingUsers() {}

  /** Adds those that are missing; an account that somebody changed stays as it is. */
  static void addTo(UsersFile file, Clock clock) {
    var there = file.read();
    if (ALL.stream().allMatch(sample -> there.containsKey(sample.name()))) {
      return;
    }
    String hash = new Passwords(COST).hash("", Passwords.TRAINING);
    LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    try {
      file.change(
          accounts -> {
            ALL.forEach(s -> accounts.putIfAbsent(s.name(), s.account(hash, today)));
            return accounts;
          });
    } catch (IOException e) {
      throw new Refusal(file.path() + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException if no sample account has this name
   */
  static Actor actor(String name) {
    return ALL.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .map(s -> new Actor(s.name(), s.role(), s.agency()))
        .orElseThrow(() -> new IllegalArgumentException("no sample account " + name));
  }

  /** What a client sends to sign in over HTTP Basic. */
  static String basic(String name) {
    byte[] both = (name + ":" + Passwords.TRAINING).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  static void print(PrintStream out) {
    out.println(
        "TRAINING log: nothing in it is real. Sign in with password " + Passwords.TRAINING + " as");
    ALL.forEach(s -> out.printf("  %-15s %-18s %s%n", s.name(), s.role(), s.agency()));
  }
}
