package io.vientro.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@code log} was told.
 *
 * @param verb what to do
 * @param data the folder of an embedded store; used where {@code store} is null
 * @param store connection string of a durable store; may hold a password
 * @param database in the durable store
 * @param archive the folder of the export; null only for {@code verify} of a store
 * @param keys the file of the keys beside the export; null if there is to be none
 */
record LogOptions(
    Verb verb,
    Path data,
    @Nullable String store,
    String database,
    @Nullable Path archive,
    @Nullable Path keys) {
  /** Name of the file of keys, unless {@code --keys} says otherwise. */
  static final String KEYS = "keys.jsonl";

  private static final String FROM_ENVIRONMENT = "env";

  /** What can be done with a log. */
  enum Verb {
    VERIFY,
    EXPORT,
    IMPORT
  }

  /**
   * @param environment asked only where {@code --store env} says so: no stray variable leads to
   *     another store
   * @throws Refusal naming the first thing that is wrong
   */
  static LogOptions parse(List<String> arguments, UnaryOperator<@Nullable String> environment) {
    Verb verb = verb(arguments);
    Path data = null;
    String store = null;
    String database = null;
    Path archive = null;
    Path keys = null;
    boolean withoutKeys = false;
    for (Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--data" -> data = StartOptions.folder(StartOptions.value(option, rest));
        case "--store" -> store = StartOptions.value(option, rest);
        case "--database" -> database = StartOptions.value(option, rest);
        case "--from", "--to" -> {
          if (option.equals("--to") != (verb == Verb.EXPORT)) {
            throw new Refusal("log " + name(verb) + " has no option '" + option + "'");
          }
          archive = StartOptions.folder(StartOptions.value(option, rest));
        }
        case "--keys" -> keys = StartOptions.folder(StartOptions.value(option, rest));
        case "--without-keys" -> withoutKeys = true;
        default -> throw new Refusal("log " + name(verb) + " has no option '" + option + "'");
      }
    }
    if (archive == null && verb != Verb.VERIFY) {
      throw new Refusal(
          "log " + name(verb) + " needs " + (verb == Verb.EXPORT ? "--to" : "--from") + " FOLDER");
    }
    if (data != null && store != null
        || verb == Verb.VERIFY && archive != null && (data != null || store != null)) {
      throw new Refusal("log " + name(verb) + " takes one log: --data, --store or --from");
    }
    if (database != null && store == null) {
      throw new Refusal("--database goes with --store");
    }
    if (withoutKeys && (keys != null || verb != Verb.EXPORT) || keys != null && archive == null) {
      throw new Refusal(
          "--keys goes with an export or import, --without-keys with an export alone");
    }
    if (archive != null && keys == null && !withoutKeys) {
      keys = archive.resolve(KEYS);
    }
    return new LogOptions(
        verb,
        data == null ? StartOptions.DEFAULT_DATA : data,
        uri(store, environment),
        database(store, database, environment),
        archive,
        keys);
  }

  private static Verb verb(List<String> arguments) {
    return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "verify" -> Verb.VERIFY;
      case "export" -> Verb.EXPORT;
      case "import" -> Verb.IMPORT;
      case String other -> throw new Refusal("log verify, export or import, not '" + other + "'");
    };
  }

  private static String name(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String uri(
      @Nullable String store, UnaryOperator<@Nullable String> environment) {
    if (!FROM_ENVIRONMENT.equals(store)) {
      return store;
    }
    String uri = environment.apply("VIENTRO_MONGO_URI");
    if (uri == null || uri.isBlank()) {
      throw new Refusal("--store env: VIENTRO_MONGO_URI is not set");
    }
    return uri;
  }

  private static String database(
      @Nullable String store,
      @Nullable String database,
      UnaryOperator<@Nullable String> environment) {
    if (database != null) {
      return database;
    }
    String set = FROM_ENVIRONMENT.equals(store) ? environment.apply("VIENTRO_DATABASE") : null;
    return set == null ? LogKind.DATABASE : set;
  }

  @Override
  public String toString() {
    return "log " + name(verb);
  }
}
