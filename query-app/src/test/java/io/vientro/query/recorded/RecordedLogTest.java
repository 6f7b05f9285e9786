package io.vientro.query.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.Status;
import io.vientro.core.log.LogOpened;
import io.vientro.core.reception.ReceptionBookEvent;
import io.vientro.core.rules.RulePackEvent;
import io.vientro.core.value.Personal;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.query.Fictional;
import io.vientro.query.Views;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.ViewJson;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Logs that were recorded once stay readable for ever, and what the views make of them changes only
 * with a view's version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedLogTest {
  private static final String HELP =
      """
      Documents of %s version %d from the recorded log %s are not what they were when that \
      version was made. Processors would go on filling the collections that users have with \
      something else. Raise the version of the view and ADD this line to %s; never change or \
      remove a line that is there:
      %s
      """;

  private static final List<Class<?>> ROOTS =
      List.of(
          DossierEvent.class,
          ReceptionBookEvent.class,
          CalendarEvent.class,
          RulePackEvent.class,
          LogOpened.class);

  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
  private final List<Opened> recordings = new ArrayList<>();
  private MongoServer server;
  private MongoClient client;

  /** A recorded log in a database. */
  private record Opened(
      Recording recording, MongoDatabase database, MongoEventLog log, EventCodec codec) {
    Replayed replayed() {
      return Replayed.of(log, codec);
    }
  }

  @BeforeAll
  void open() {
    server = new MongoServer(H2Backend.inMemory());
    client = MongoClients.create(server.bindAndGetConnectionString());
    for (var recording : Recording.all()) {
      var database = client.getDatabase("recorded_" + recordings.size());
      recording.read(database, clock);
      recordings.add(
          new Opened(
              recording,
              database,
              new MongoEventLog(database, MongoLogOptions.defaults()),
              new EventCodec(new MongoSubjectKeys(database, clock))));
    }
  }

  @AfterAll
  void close() {
    recordings.forEach(opened -> opened.log().close());
    client.close();
    server.shutdownNow();
  }

  static String line(ViewRebuild rebuild, View view) {
    rebuild.rebuild(view, "_recorded", _ -> {});
    return view.view() + " " + view.version() + " " + rebuild.digest(view, "_recorded");
  }

  @Test
  void a_views_documents_change_only_with_its_version() {
    assertThat(recordings).isNotEmpty();
    for (var opened : recordings) {
      var store =
          new ViewStore(new MongoTemplate(client, opened.database().getName()), new ViewJson());
      var rebuild = new ViewRebuild(opened.log(), opened.codec(), store);
      var file = opened.recording().digests();
      var known = Recording.lines(file);
      for (var view : Views.of(opened.codec(), store.json()).all()) {
        var line = line(rebuild, view);
        assertThat(known)
            .withFailMessage(
                () -> HELP.formatted(view.view(), view.version(), opened.recording(), file, line))
            .contains(line);
      }
    }
  }

  @Test
  void a_version_of_a_view_has_one_digest_for_ever() {
    for (var opened : recordings) {
      assertThat(Recording.lines(opened.recording().digests()))
          .map(line -> line.substring(0, line.lastIndexOf(' ')))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void core_makes_of_every_aggregate_what_it_made_of_it_then() {
    for (var opened : recordings) {
      assertThat(opened.replayed().lines())
          .containsExactlyElementsOf(Recording.lines(opened.recording().aggregates()));
    }
  }

  @Test
  void every_event_that_there_is_was_recorded() {
    var recorded = new HashSet<Class<?>>();
    recordings.stream()
        .flatMap(opened -> opened.replayed().events().stream())
        .forEach(event -> recorded.add(event.event().getClass()));
    assertThat(recorded).isEqualTo(events(ROOTS.stream()));
  }

  private static Set<Class<?>> events(Stream<Class<?>> types) {
    var leaves = new HashSet<Class<?>>();
    types.forEach(
        type -> {
          if (type.isSealed()) {
            leaves.addAll(events(Arrays.stream(type.getPermittedSubclasses())));
          } else {
            leaves.add(type);
          }
        });
    return leaves;
  }

  @Test
  void every_state_of_the_road_was_passed() {
    var passed = EnumSet.of(Status.NONE);
    recordings.forEach(opened -> passed.addAll(opened.replayed().passed()));
    assertThat(passed).containsExactlyInAnyOrder(Status.values());
  }

  @Test
  void its_keys_open_every_person_but_the_one_who_was_erased() {
    for (var opened : recordings) {
      var dossiers =
          opened.replayed().states().values().stream()
              .flatMap(state -> state instanceof DossierState s ? Stream.of(s) : Stream.of())
              .toList();
      var persons = dossiers.stream().map(s -> s.facts().aidOwner().contactName()).toList();
      assertThat(persons).isNotEmpty().containsOnly(Personal.of(Fictional.CONTACT));
      var donors =
          dossiers.stream()
              .map(s -> s.facts().provider().individual())
              .filter(person -> person != null)
              .map(person -> person.name())
              .collect(Collectors.toSet());
      assertThat(donors).containsExactlyInAnyOrder(Personal.of(Fictional.DONOR), Personal.ERASED);
    }
  }
}
