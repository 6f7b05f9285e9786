package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Sorts;
import io.vientro.log.EventLog;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoredEvent;
import io.vientro.query.Views;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.ViewJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What must hold of a store once the applications are gone, looked at by this process. */
final class LogChecks {
  private LogChecks() {}

  /** Hashes and positions hold, and everything that was answered for is there. */
  static void logHolds(String uri, String database, Collection<Api.Answer> answered) {
    try (var client = MongoClients.create(uri);
        var log = new MongoEventLog(client.getDatabase(database), MongoLogOptions.defaults())) {
      var verification = LogVerifier.verify(log);
      assertThat(verification.finding()).isNull();
      assertThat(verification.size()).isEqualTo(log.nextPosition());
      var lastPositionOf = lastPositions(log);
      for (var answer : answered) {
        assertThat(lastPositionOf).containsKey(answer.text("id"));
        assertThat(answer.number("position")).isLessThan(verification.size());
      }
    }
  }

  private static Map<String, Long> lastPositions(EventLog log) {
    var last = new HashMap<String, Long>();
    var reader = log.reader(0);
    for (List<StoredEvent> some = reader.next(500); !some.isEmpty(); some = reader.next(500)) {
      some.forEach(stored -> last.put(stored.event().aggregate(), stored.position()));
    }
    return last;
  }

  /** Every view, which has read the whole log, is byte by byte what a rebuild makes of it. */
  static void viewsEqualARebuild(String uri, String database) {
    try (var client = MongoClients.create(uri);
        var log = new MongoEventLog(client.getDatabase(database), MongoLogOptions.defaults())) {
      var keys = new MongoSubjectKeys(client.getDatabase(database), Clock.systemUTC());
      var codec = new EventCodec(keys);
      var views = new ViewStore(new MongoTemplate(client, database), new ViewJson());
      var rebuild = new ViewRebuild(log, codec, views);
      for (var view : Views.of(codec, views.json()).all()) {
        rebuild.rebuild(view, "_rebuilt", position -> {});
        var first = View.in(view.collections().getFirst(), "_rebuilt");
        assertThat(views.collection(first).countDocuments()).isPositive();
        for (var collection : view.collections()) {
          var anew = View.in(collection, "_rebuilt");
          // Document by document first: a digest does not tell what differs.
          assertThat(documents(views, collection))
              .as(collection)
              .containsExactlyElementsOf(documents(views, anew));
        }
        assertThat(rebuild.digest(view, View.IN_USE))
            .as(view.view())
            .isEqualTo(rebuild.digest(view, "_rebuilt"));
      }
    }
  }

  private static List<Document> documents(ViewStore views, String collection) {
    return views.collection(collection).find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
  }
}
