package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.Appended;
import io.vientro.log.Commit;
import io.vientro.log.CommitLimits;
import io.vientro.log.EventLog;
import io.vientro.log.ForwardingEventLog;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is larger than the log takes is refused whole, over HTTP as well. */
class TooLargeTest {

  /** The application's log, which takes as much as it is told to from some moment on. */
  @Configuration(proxyBeanMethods = false)
  static class Narrow {
    static volatile CommitLimits limits = CommitLimits.defaults();

    @Bean
    static BeanPostProcessor narrowLog(ObjectProvider<MongoDatabase> database) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof EventLog log ? new Narrowed(log, database) : bean;
        }
      };
    }
  }

  private static final class Narrowed extends ForwardingEventLog {
    private final ObjectProvider<MongoDatabase> database;

    Narrowed(EventLog log, ObjectProvider<MongoDatabase> database) {
      super(log);
      this.database = database;
    }

    @Override
    public Appended append(Commit commit) {
      var usual = MongoLogOptions.defaults();
      var narrow =
          new MongoLogOptions(
              usual.collection(),
              usual.callTimeout(),
              usual.appendTimeout(),
              Narrow.limits,
              usual.maxBlockBytes(),
              usual.maxBlockCommits(),
              usual.maxQueuedCommits());
      return new MongoEventLog(database.getObject(), narrow).append(commit);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedWholeAndSaysWhatAndHowMuch(@TempDir Path folder) {
    try (var side =
        CommandSide.training(folder, "--spring.main.sources=" + Narrow.class.getName())) {
      var usual = CommitLimits.defaults();
      var before = side.log().nextPosition();
      var limits =
          Map.of(
              "payload", new CommitLimits(1_000, usual.metadataBytes(), usual.commitBytes()),
              "metadata", new CommitLimits(usual.payloadBytes(), 50, usual.commitBytes()),
              "commit", new CommitLimits(usual.payloadBytes(), usual.metadataBytes(), 2_000));
      limits.forEach(
          (what, narrow) -> {
            Narrow.limits = narrow;
            var refused =
                side.post(
                    "reception-officer",
                    "/api/v1/dossiers",
                    Bodies.incomplete(TODAY),
                    "Idempotency-Key",
                    "large");
            assertThat(refused.status()).as("%s", refused).isEqualTo(413);
            assertThat(refused.text("code")).isEqualTo("body-too-large");
            assertThat(refused.json().at("/details/en").asString())
                .contains(what, "Nothing was recorded")
                .containsPattern("takes \\d+ bytes, at most \\d+ are allowed");
            assertThat(refused.json().at("/details/vi").asString()).contains("Chưa có gì được ghi");
            assertThat(side.log().nextPosition()).isEqualTo(before);
          });

      Narrow.limits = usual;
      var taken =
          side.post(
              "reception-officer",
              "/api/v1/dossiers",
              Bodies.incomplete(TODAY),
              "Idempotency-Key",
              "large");
      assertThat(taken.status()).as("%s", taken).isEqualTo(201);
    } finally {
      Narrow.limits = CommitLimits.defaults();
    }
  }
}
