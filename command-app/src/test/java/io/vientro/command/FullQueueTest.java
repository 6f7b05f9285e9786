package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.vientro.command.CommandSide.Answer;
import io.vientro.log.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** More commands at once than a store that is held up can take. */
class FullQueueTest {
  private static final int QUEUED = 4;
  private static final int SENT = 30;

  /** The application's store, whose inserts into the log stay on their way while it is held. */
  @Configuration(proxyBeanMethods = false)
  static class HeldStore {
    static volatile CompletableFuture<Void> passed = CompletableFuture.completedFuture(null);
    static volatile CompletableFuture<Void> arrived = new CompletableFuture<>();

    @Bean
    static BeanPostProcessor heldDatabase(Environment environment) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof MongoDatabase database ? held(database, environment) : bean;
        }
      };
    }

    private static MongoDatabase held(MongoDatabase database, Environment environment) {
      return MongoClients.create(
              MongoClientSettings.builder()
                  .applyConnectionString(
                      new ConnectionString(environment.getRequiredProperty("vientro.mongo-uri")))
                  .addCommandListener(
                      new CommandListener() {
                        @Override
                        public void commandStarted(CommandStartedEvent event) {
                          if (event.getCommandName().equals("insert")
                              && event.getCommand().getString("insert").getValue().equals("log")) {
                            arrived.complete(null);
                            passed.join();
                          }
                        }
                      })
                  .build())
          .getDatabase(database.getName());
    }
  }

  private record Sent(String key, Answer answer) {}

  private static Sent send(CommandSide side, String key) {
    return new Sent(
        key,
        side.post(
            "reception-officer",
            "/api/v1/dossiers",
            Bodies.incomplete(TODAY),
            "Idempotency-Key",
            key));
  }

  private static @Nullable String dossierOf(Iterable<StoredEvent> events, String commit) {
    for (var event : events) {
      if (event.commitId().equals(commit)) {
        return event.event().aggregate();
      }
    }
    return null;
  }

  @Test
  void whoIsSentAwayLosesNothingAndIsTakenInTheNextTime(@TempDir Path folder) throws Exception {
    try (var side =
            CommandSide.training(
                folder,
                "--spring.main.sources=" + HeldStore.class.getName(),
                "--vientro.log.max-queued-commits=" + QUEUED);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(send(side, "before").answer().status()).isEqualTo(201);
      var before = side.log().nextPosition();
      var answers = new ExecutorCompletionService<Sent>(threads);
      var refused = new ArrayList<Sent>();
      var dossiers = new HashMap<String, String>();

      var held = new CompletableFuture<Void>();
      HeldStore.passed = held;
      try {
        HeldStore.arrived = new CompletableFuture<>();
        answers.submit(() -> send(side, "key-0"));
        HeldStore.arrived.get(60, TimeUnit.SECONDS);
        for (var i = 1; i < SENT; i++) {
          var key = "key-" + i;
          answers.submit(() -> send(side, key));
        }
        // One is on its way to the store, and so many wait behind it.
        for (var i = 0; i < SENT - QUEUED - 1; i++) {
          var sent = answers.poll(60, TimeUnit.SECONDS);
          assertThat(sent).as("answer %d", i).isNotNull();
          refused.add(sent.get());
        }
        var queue = side.send(side.as("administrator", "/actuator/metrics/vientro.log.queue"));
        assertThat(queue.json().at("/measurements/0/value").asInt()).isEqualTo(QUEUED);
      } finally {
        held.complete(null);
      }
      for (var i = 0; i <= QUEUED; i++) {
        var sent = answers.take().get();
        assertThat(sent.answer().status()).as("%s", sent.answer()).isEqualTo(201);
        dossiers.put(sent.key(), sent.answer().text("id"));
      }

      for (var sent : refused) {
        var answer = sent.answer();
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.json().at("/details/en").asString())
            .contains("nothing is lost", "same Idempotency-Key");
        assertThat(answer.json().at("/details/vi").asString())
            .contains("không có gì bị mất", "Idempotency-Key");
      }
      assertThat(commits(side, before)).hasSize(QUEUED + 1);

      for (var sent : refused) {
        var again = send(side, sent.key()).answer();
        assertThat(again.status()).as("%s", again).isEqualTo(201);
        dossiers.put(sent.key(), again.text("id"));
      }
      assertThat(commits(side, before)).hasSize(SENT);
      assertThat(dossiers).hasSize(SENT);
      assertThat(dossiers.values()).doesNotHaveDuplicates();
      var events = side.events(before);
      dossiers.forEach(
          (key, id) ->
              assertThat(
                      dossierOf(
                          events,
                          CommandService.commitId(
                              "reception-officer", key, "POST /api/v1/dossiers")))
                  .as(key)
                  .isEqualTo(id));
    }
  }

  /** How many events each commit has. */
  private static Map<String, Long> commits(CommandSide side, long from) {
    return side.events(from).stream()
        .collect(Collectors.groupingBy(StoredEvent::commitId, Collectors.counting()));
  }
}
