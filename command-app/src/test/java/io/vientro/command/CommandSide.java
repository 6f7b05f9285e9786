package io.vientro.command;

import com.mongodb.client.MongoDatabase;
import io.vientro.app.Applications;
import io.vientro.app.VientroClock;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.core.log.LogMode;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.http.users.Account;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.UsersFile;
import io.vientro.log.EventLog;
import io.vientro.log.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command side as a process would run it, behind a real Tomcat on a free port, over the
 * embedded store in a folder or over another store. A TRAINING log stands at {@link #NOW}.
 */
final class CommandSide implements AutoCloseable {
  /** Monday, 16 June 2025, 10:00 in Hanoi: Decree 80/2020 is in force. */
  static final Instant NOW = Instant.parse("2025-06-16T03:00:00Z");

  static final LocalDate TODAY = LocalDate.of(2025, 6, 16);
  static final String PASSWORD = "mật khẩu thử 1";
  static final String AGENCY = "ubnd-tinh-mau";
  static final String OTHER_AGENCY = "ubnd-tinh-vi-du";

  /** Leads the appraisal of dossiers filed with {@link #AGENCY} (Art. 9.3). */
  static final String LEAD = "so-tai-chinh-tinh-mau";

  /** Must be consulted about them (Art. 10.2.c). */
  static final String POLICE = "cong-an-tinh-mau";

  /** May be consulted. */
  static final String HEALTH = "so-y-te-tinh-mau";

  private static final JsonMapper READER = JsonMapper.builder().build();
  private static @Nullable CommandSide shared;

  final ConfigurableApplicationContext context;
  final int port;
  private final @Nullable EmbeddedStore store;
  private final HttpClient client = HttpClient.newHttpClient();

  private CommandSide(ConfigurableApplicationContext context, @Nullable EmbeddedStore store) {
    this.context = context;
    this.store = store;
    port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  /** One TRAINING log for all tests that only add to it. */
  static synchronized CommandSide shared() {
    if (shared == null) {
      try {
        var folder = Files.createTempDirectory("vientro-command");
        shared = training(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /**
   * Over the embedded store in a folder; a second start in the same folder finds everything there.
   */
  static CommandSide training(Path folder, String... more) {
    return embedded(folder, LogMode.TRAINING, more);
  }

  static CommandSide embedded(Path folder, LogMode mode, String... more) {
    var store = EmbeddedStore.open(folder.resolve("data"));
    try {
      return start(folder, mode, store.connectionString(), store, more);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Over a store that is there already. */
  static CommandSide over(String uri, Path folder, LogMode mode, String... more) {
    return start(folder, mode, uri, null, more);
  }

  private static CommandSide start(
      Path folder, LogMode mode, String uri, @Nullable EmbeddedStore store, String... more) {
    var users = users(folder);
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--vientro.log-mode=" + mode,
                "--vientro.mongo-uri=" + uri,
                "--vientro.sole-process=" + (store != null),
                "--vientro.users.hash-cost=4",
                "--vientro.users-file=" + users.path()));
    arguments.addAll(Arrays.asList(more));
    if (arguments.stream().noneMatch(it -> it.startsWith("--vientro.due-worker"))) {
      // Tests that move the clock count their own events.
      arguments.add("--vientro.due-worker=off");
    }
    var side =
        new CommandSide(
            Applications.start(CommandApplication.class, arguments.toArray(String[]::new)), store);
    if (mode == LogMode.TRAINING) {
      side.clock().moveTo(NOW);
    }
    return side;
  }

  /**
   * One account for each role at one province's agencies, the same at another province's, and a few
   * more.
   */
  private static final Map<String, Actor> PEOPLE = people();

  private static Map<String, Actor> people() {
    var all = new TreeMap<String, Actor>();
    for (var role : Role.values()) {
      if (role != Role.SYSTEM) {
        person(all, nameOf(role), role, AGENCY);
        person(all, "other-" + nameOf(role), role, OTHER_AGENCY);
      }
    }
    person(all, "applicant", Role.APPLICANT, "org-mau");
    person(all, "other-applicant", Role.APPLICANT, "org-khac");
    person(all, "second-officer", Role.RECEPTION_OFFICER, AGENCY);
    person(all, "second-decision-maker", Role.DECISION_MAKER, AGENCY);
    person(all, "appraiser", Role.APPRAISER, LEAD);
    person(all, "lead-supervisor", Role.SUPERVISOR, LEAD);
    person(all, "consulted-agency", Role.CONSULTED_AGENCY, POLICE);
    person(all, "related-agency", Role.CONSULTED_AGENCY, HEALTH);
    return Map.copyOf(all);
  }

  private static void person(Map<String, Actor> all, String name, Role role, String agency) {
    all.put(name, new Actor(name, role, agency));
  }

  /** Whose account has this name. */
  static Actor actor(String name) {
    return Objects.requireNonNull(PEOPLE.get(name), name);
  }

  static UsersFile users(Path folder) {
    var users = new UsersFile(folder.resolve("users"));
    var passwords = new Passwords(4);
    try {
      users.change(
          accounts -> {
            PEOPLE.forEach((name, actor) -> accounts.put(name, account(actor, passwords)));
            return accounts;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return users;
  }

  private static Account account(Actor actor, Passwords passwords) {
    var name = actor.account();
    return new Account(
        name,
        actor.role(),
        actor.agency(),
        LocalDate.of(2025, 1, 1),
        passwords.hash(name, PASSWORD),
        actor.unit());
  }

  /** The account of a role: {@code RECEPTION_OFFICER} is {@code reception-officer}. */
  static String nameOf(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  VientroClock clock() {
    return context.getBean(VientroClock.class);
  }

  EventLog log() {
    return context.getBean(EventLog.class);
  }

  MongoDatabase database() {
    return context.getBean(MongoDatabase.class);
  }

  /** All events of the log from a position on. */
  List<StoredEvent> events(long from) {
    var all = new ArrayList<StoredEvent>();
    var reader = log().reader(from);
    for (var chunk = reader.next(500); !chunk.isEmpty(); chunk = reader.next(500)) {
      all.addAll(chunk);
    }
    return all;
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String body() {
      return http.body();
    }

    JsonNode json() {
      return READER.readTree(http.body());
    }

    String text(String field) {
      var value = json().get(field);
      return value == null ? "(none)" : value.asString();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("(none)");
    }

    @Override
    public String toString() {
      return http.statusCode() + " " + http.body();
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpRequest.Builder as(String account, String path) {
    return request(path).header("Authorization", basic(account, PASSWORD));
  }

  static String basic(String account, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a command; headers as pairs of name and value. */
  Answer post(String account, String path, JsonNode body, String... headers) {
    return post(account, path, body.toString(), headers);
  }

  Answer post(String account, String path, String body, String... headers) {
    var request =
        as(account, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    if (store != null) {
      store.close();
    }
  }
}
