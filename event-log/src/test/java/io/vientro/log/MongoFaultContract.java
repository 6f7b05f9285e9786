package io.vientro.log;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.event;
import static io.vientro.log.Samples.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an append when the connection to the store is cut in the middle of it. */
abstract class MongoFaultContract {
  private static final Pattern ADDRESS = Pattern.compile("//([^/:?]+):(\\d+)");

  private CuttingProxy proxy;
  private MongoClient client;
  private EventLog log;

  /** Where the store is; the test is aborted if there is none. */
  abstract String uri();

  abstract String databaseName();

  @BeforeEach
  void connectThroughProxy() throws IOException {
    Matcher address = ADDRESS.matcher(uri());
    assertThat(address.find()).as("host and port in " + uri()).isTrue();
    proxy = new CuttingProxy(address.group(1), Integer.parseInt(address.group(2)));
    String through = address.replaceFirst("//127.0.0.1:" + proxy.port());
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(through))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build());
    log =
        new MongoEventLog(
            client.getDatabase(databaseName()),
            MongoLogOptions.defaults().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(20)));
  }

  @AfterEach
  void disconnect() throws IOException {
    if (client != null) {
      assertThat(proxy.hasLostAll()).isTrue();
      client.close();
      proxy.close();
    }
  }

  @Test
  void anAnswerLostOnTheWayIsFoundInTheLogAndNothingIsWrittenTwice() {
    log.append(commit("dossier-0", 0, 1));
    proxy.loseAnswers(1);

    Appended appended = log.append(commit("c-1", event("dossier-1", 0), event("dossier-1", 1)));

    assertThat(appended.repeated()).isFalse();
    assertThat(appended.commit().firstPosition()).isEqualTo(1);
    assertThat(log.append(commit("dossier-2", 0, 1)).commit().firstPosition()).isEqualTo(3);
    assertThat(readAll(log, 0)).hasSize(4);
    assertThat(LogVerifier.verify(log).finding()).isNull();
  }

  @Test
  void anInsertLostOnTheWayIsSentAgain() {
    proxy.loseInserts(2);

    Appended appended = log.append(commit("c-1", event("dossier-1", 0)));

    assertThat(appended.repeated()).isFalse();
    assertThat(readAll(log, 0)).hasSize(1);
  }

  @Test
  void theAnswerToARepetitionLostOnTheWayIsStillARepetition() {
    log.append(commit("c-1", event("dossier-1", 0)));
    proxy.loseAnswers(1);

    assertThat(log.append(commit("c-1", event("dossier-1", 0))).repeated()).isTrue();
    assertThat(readAll(log, 0)).hasSize(1);
  }

  @Test
  void aConflictWhoseAnswerIsLostIsStillAConflict() {
    log.append(commit("c-1", event("dossier-1", 0)));
    proxy.loseAnswers(1);

    assertThatThrownBy(() -> log.append(commit("c-2", event("dossier-1", 0))))
        .isInstanceOf(SequenceConflictException.class);
  }

  @Test
  void aStoreThatIsGoneIsSaidToBeGoneAndWhatIsKnownOfTheCommit() {
    EventLog impatient =
        new MongoEventLog(
            client.getDatabase(databaseName()),
            MongoLogOptions.defaults().withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(1)));
    impatient.append(commit("dossier-0", 0, 1));
    LogReader reader = impatient.reader(0);
    proxy.goDown();

    assertThatThrownBy(() -> impatient.append(commit("c-1", event("dossier-1", 0))))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("c-1");
    assertThatThrownBy(() -> impatient.append(commit("c-2", event("dossier-1", 0))))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("was not appended");
    assertThatThrownBy(() -> reader.next(1)).isInstanceOf(LogUnavailableException.class);
    assertThatThrownBy(impatient::nextPosition).isInstanceOf(LogUnavailableException.class);
    assertThatThrownBy(() -> impatient.commit("c-1")).isInstanceOf(LogUnavailableException.class);
  }
}
