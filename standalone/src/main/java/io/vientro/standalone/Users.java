package io.vientro.standalone;

import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersCommand;
import io.vientro.http.users.UsersFile;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may sign in: the users file of a data folder, or any other one. */
final class Users {
  /** Name of the users file in a data folder. */
  static final String FILE = "users";

  private Users() {}

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Path data = StartOptions.DEFAULT_DATA;
    @Nullable Path file = null;
    List<String> command = new ArrayList<>();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--data" -> data = StartOptions.folder(StartOptions.value(argument, rest));
        case "--file" -> file = StartOptions.folder(StartOptions.value(argument, rest));
        default -> command.add(argument);
      }
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var users = new UsersFile(file == null ? data.resolve(FILE) : file);
    return new UsersCommand(
            users, new Passwords(Passwords.DEFAULT_COST), Clock.systemUTC(), in, out, err)
        .run(command.toArray(String[]::new));
  }
}
