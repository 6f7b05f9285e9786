package io.vientro.http.users;

import io.vientro.core.decision.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code users add NAME --role ROLE --agency AGENCY [--unit UNIT]}, {@code users list}, {@code
 * users remove NAME}. A running process takes the change over within seconds.
 */
public final class UsersCommand {
  private static final String USAGE =
      """
      usage: users add NAME --role ROLE --agency AGENCY [--unit UNIT]   (asks for the password)
             users list
             users remove NAME
      roles: %s\
      """
          .formatted(
              Arrays.stream(Role.values())
                  .filter(role -> role != Role.SYSTEM)
                  .map(Role::name)
                  .collect(Collectors.joining(", ")));

  private final UsersFile file;
  private final Passwords passwords;
  private final Clock clock;
  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param in where passwords are read from, a line each, if there is no terminal
   */
  public UsersCommand(
      UsersFile file,
      Passwords passwords,
      Clock clock,
      BufferedReader in,
      PrintStream out,
      PrintStream err) {
    this.file = file;
    this.passwords = passwords;
    this.clock = clock;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /**
   * @param arguments what follows {@code users} on the command line
   * @return the exit status: 0 done, 2 refused with one line on the error stream
   */
  public int run(String... arguments) {
    try {
      return switch (arguments.length == 0 ? "" : arguments[0]) {
        case "add" -> add(arguments);
        case "list" -> arguments.length == 1 ? list() : usage();
        case "remove" -> arguments.length == 2 ? remove(arguments[1]) : usage();
        default -> usage();
      };
    } catch (Refused | UsersFileException refused) {
      err.println(refused.getMessage());
    } catch (IOException failed) {
      err.println(file.path() + ": cannot be written (" + failed.getMessage() + ")");
    }
    return 2;
  }

  private int add(String[] arguments) throws IOException {
    String role = null;
    String agency = null;
    String unit = null;
    if (arguments.length != 6 && arguments.length != 8) {
      return usage();
    }
    for (var i = 2; i < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--role" -> role = arguments[i + 1];
        case "--agency" -> agency = arguments[i + 1];
        case "--unit" -> unit = arguments[i + 1];
        default -> {
          return usage();
        }
      }
    }
    if (role == null || agency == null || unit == null && arguments.length == 8) {
      return usage();
    }
    var name = arguments[1];
    if (file.read().containsKey(name)) {
      throw new Refused(name + ": there is an account of this name already");
    }
    // All but the password is looked at first: nobody should type one in vain.
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var draft = account(name, role(role), agency, today, passwords.nobodys(""), unit);
    var account = account(name, draft.role(), agency, today, askedPassword(name), unit);
    file.change(
        accounts -> {
          if (accounts.putIfAbsent(name, account) != null) {
            throw new Refused(name + ": there is an account of this name already");
          }
          return accounts;
        });
    out.println("added " + name);
    return 0;
  }

  private static Account account(
      String name,
      Role role,
      String agency,
      LocalDate created,
      String hash,
      @Nullable String unit) {
    try {
      return new Account(name, role, agency, created, hash, unit);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(wrong.getMessage());
    }
  }

  private static Role role(String text) {
    try {
      return Role.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new Refused("there is no role " + text);
    }
  }

  private String askedPassword(String name) throws IOException {
    var first = ask("Password for " + name + ": ");
    var second = ask("Once more: ");
    if (first == null || !first.equals(second)) {
      throw new Refused("the two passwords differ");
    }
    if (first.equals(Passwords.TRAINING)) {
      throw new Refused("this password is public: every training log prints it");
    }
    try {
      return passwords.hash(name, first);
    } catch (IllegalArgumentException weak) {
      throw new Refused(weak.getMessage());
    }
  }

  private @Nullable String ask(String prompt) throws IOException {
    var console = System.console();
    if (console != null && console.isTerminal()) {
      var typed = console.readPassword("%s", prompt);
      return typed == null ? null : new String(typed);
    }
    return in.readLine();
  }

  private int list() {
    for (var account : file.read().values()) {
      out.println(
          String.join(
                  " ",
                  account.name(),
                  account.role().name(),
                  account.agency(),
                  account.created().toString(),
                  Objects.requireNonNullElse(account.unit(), ""))
              .strip());
    }
    return 0;
  }

  private int remove(String name) throws IOException {
    file.change(
        accounts -> {
          if (accounts.remove(name) == null) {
            throw new Refused(name + ": there is no account of this name");
          }
          return accounts;
        });
    out.println("removed " + name);
    return 0;
  }

  private int usage() {
    err.println(USAGE);
    return 2;
  }

  private static final class Refused extends RuntimeException {
    Refused(@Nullable String message) {
      super(message, null, false, false);
    }
  }
}
