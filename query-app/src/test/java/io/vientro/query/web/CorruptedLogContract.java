package io.vientro.query.web;

import static io.vientro.query.Fictional.ADMINISTRATOR;
import static io.vientro.query.Fictional.AUDITOR;
import static io.vientro.query.Fictional.DAY;
import static io.vientro.query.Fictional.FOR_APPLICANT;
import static io.vientro.query.Fictional.HOSPITAL;
import static io.vientro.query.Fictional.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vientro.query.Fictional;
import io.vientro.query.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A log that was tampered with, as the operator of the query side sees it: reading stops, health is
 * down and says where, and nothing of what comes after gets into a view.
 */
abstract class CorruptedLogContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private World world;

  /** A world on the store in question. */
  abstract World world();

  @BeforeEach
  void open() {
    world = world();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private void dossier() {
    world.submit(
        Fictional.submit(
            Fictional.aid("Sample aid", Fictional.individual()), DAY, FOR_APPLICANT, HOSPITAL),
        RECEPTION);
  }

  private MongoCollection<Document> blocks() {
    return world.database.getCollection("log");
  }

  private Document last() {
    return Objects.requireNonNull(blocks().find().sort(Sorts.descending("_id")).first());
  }

  /** A block that looks like the last one, but for its place and its hash. */
  private Document forged(long at) {
    var block = last();
    var keys = new ArrayList<String>();
    for (var event : block.getList("ev", Document.class)) {
      event.put("a", "forged");
      event.put("s", (long) keys.size());
      keys.add("forged#%08d".formatted(keys.size()));
    }
    block.put("_id", at);
    block.put("c", List.of("forged"));
    block.put("k", keys);
    block.put("prev", block.get("hash"));
    block.put("hash", new Binary(new byte[32]));
    return block;
  }

  private Running started() {
    return new Running(world, List.of(ADMINISTRATOR, AUDITOR));
  }

  private static JsonNode health(Running app) {
    return app.get(ADMINISTRATOR, "/actuator/health").json();
  }

  private static void awaitUp(Running app) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var health = health(app);
              assertThat(health.get("status").asString()).as(health.toString()).isEqualTo("UP");
              assertThat(health.at("/components/readModels/details/dossier/lag").asLong()).isZero();
            });
  }

  private void awaitDown(Running app, long position, String finding) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var health = health(app);
              var store = health.at("/components/store/details");
              var models = health.at("/components/readModels/details");
              assertThat(store.path("corruptedAt").asLong(-1)).as("%s", health).isEqualTo(position);
              assertThat(store.path("finding").asString("")).contains(finding);
              assertThat(models.path("corruptedAt").asLong(-1)).isEqualTo(position);
              assertThat(health.at("/components/readModels/status").asString()).isEqualTo("DOWN");
            });
    assertThat(app.get("/actuator/health").status()).isEqualTo(503);
    assertThat(app.get("/actuator/health").http().body()).doesNotContain(finding);
    for (var view : app.processors().views()) {
      assertThat(app.processors().position(view)).as(view).isLessThan(position);
    }
  }

  @Test
  void a_hole_stops_the_reader_and_turns_health_down() {
    dossier();
    var next = world.log.nextPosition();
    try (var app = started()) {
      awaitUp(app);
      blocks().insertOne(forged(next + 5));
      awaitDown(app, next, "a hole");
      assertThat(app.get(ADMINISTRATOR, "/actuator/metrics/vientro.log.tail.lag").status())
          .isEqualTo(200);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                var lag = app.get(ADMINISTRATOR, "/actuator/metrics/vientro.log.tail.lag").json();
                assertThat(lag.at("/measurements/0/value").asDouble()).isGreaterThan(5);
              });
    }
  }

  @Test
  void a_broken_hash_stops_the_reader_and_turns_health_down() {
    dossier();
    var next = world.log.nextPosition();
    try (var app = started()) {
      awaitUp(app);
      blocks().insertOne(forged(next));
      awaitDown(app, next, "hash");
    }
  }

  @Test
  void a_view_that_comes_to_a_changed_event_stays_before_it_and_turns_health_down() {
    dossier();
    dossier();
    var forged = last();
    var at = ((Number) forged.get("_id")).longValue();
    dossier();
    blocks()
        .updateOne(
            Filters.eq("_id", forged.get("_id")),
            new Document("$set", new Document("hash", new Binary(new byte[32]))));
    try (var app = started()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                var models = health(app).at("/components/readModels");
                assertThat(models.path("status").asString("")).isEqualTo("DOWN");
                for (var view : app.processors().views()) {
                  var status = models.at("/details/" + view);
                  assertThat(status.at("/position").asLong()).as("%s", models).isLessThan(at);
                  assertThat(status.at("/trouble/position").asLong()).isEqualTo(at);
                  assertThat(status.at("/trouble/reason").asString())
                      .isEqualTo("LogCorruptedException");
                }
              });
      assertThat(app.get("/actuator/health").status()).isEqualTo(503);
    }
  }
}
