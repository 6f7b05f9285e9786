package io.vientro.app;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vientro.core.value.Personal;
import io.vientro.http.json.TextValue;
import io.vientro.http.problem.ExceptionMapping;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.response.LogModeHolder;
import io.vientro.log.CommitTooLargeException;
import io.vientro.log.EventLog;
import io.vientro.log.LogBusyException;
import io.vientro.log.LogTail;
import io.vientro.log.LogUnavailableException;
import io.vientro.log.MongoEventLog;
import io.vientro.log.MongoLogOptions;
import io.vientro.log.StoreCapabilities;
import io.vientro.log.TailOptions;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.CachedSubjectKeys;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.SubjectKeys;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import io.vientro.store.documents.DocumentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Store, log and law, wired once for whichever application imports it. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
  private static final int CACHED_KEYS = 10_000;

  /** How long a process may still read what another one has erased. */
  private static final Duration KEYS_KEPT = Duration.ofSeconds(60);

  @Bean
  Settings settings(Environment environment) {
    return Settings.of(environment);
  }

  @Bean
  VientroClock clock() {
    return new VientroClock();
  }

  @Bean(destroyMethod = "close")
  MongoClient mongoClient(Settings settings, LoggingSystem logging) {
    // At INFO the driver tells whom it connects to and by which name, which opens the embedded
    // store.
    logging.setLogLevel("org.mongodb.driver", LogLevel.WARN);
    var client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(connectionString(settings))
                .applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    try {
      awaitStore(client, settings);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
    return client;
  }

  /** Whatever is wrong with it is told without it: it may hold a password. */
  private static ConnectionString connectionString(Settings settings) {
    try {
      return new ConnectionString(settings.mongoUri());
    } catch (IllegalArgumentException | MongoException e) {
      throw new StartRefusedException("VIENTRO_MONGO_URI is no MongoDB connection string");
    }
  }

  private static void awaitStore(MongoClient client, Settings settings) {
    var database = client.getDatabase(settings.database());
    var until = System.nanoTime() + settings.startPatience().toNanos();
    while (true) {
      try {
        database.runCommand(new Document("ping", 1));
        return;
      } catch (MongoSecurityException e) {
        throw new StartRefusedException("the store refuses the account in VIENTRO_MONGO_URI");
      } catch (MongoException e) {
        // The driver itself waits some seconds for a server, so this is no busy loop.
        if (System.nanoTime() > until) {
          throw new StartRefusedException(
              "the store does not answer at "
                  + String.join(", ", connectionString(settings).getHosts())
                  + "; VIENTRO_MONGO_URI says where it is");
        }
      }
    }
  }

  @Bean
  MongoDatabase mongoDatabase(MongoClient client, Settings settings) {
    return client.getDatabase(settings.database());
  }

  @Bean
  StoreCapabilities storeCapabilities(MongoDatabase database) {
    return StoreCapabilities.of(database);
  }

  @Bean(destroyMethod = "close")
  EventLog eventLog(MongoDatabase database, Settings settings, MeterRegistry registry) {
    var options = MongoLogOptions.defaults().withMaxQueuedCommits(settings.maxQueuedCommits());
    return new MeasuredLog(new MongoEventLog(database, options), registry);
  }

  @Bean
  SubjectKeys subjectKeys(MongoDatabase database, Clock clock) {
    return new CachedSubjectKeys(new MongoSubjectKeys(database, clock), CACHED_KEYS, KEYS_KEPT);
  }

  @Bean
  EventCodec eventCodec(SubjectKeys keys) {
    return new EventCodec(keys);
  }

  // Real time on purpose: moving the domain's clock in training must not make an upload look old.
  @Bean
  DocumentStore documentStore(MongoDatabase database, SubjectKeys keys) {
    return new DocumentStore(database, keys, InstantSource.system());
  }

  @Bean
  ExceptionMapping documentProblems() {
    return new DocumentProblems();
  }

  @Bean
  BuiltInPacks builtInPacks() {
    return BuiltInPacks.load();
  }

  @Bean
  OpenedLog openedLog(
      EventLog log,
      EventCodec codec,
      Settings settings,
      LogModeHolder mode,
      ObjectProvider<LogOpening> opening) {
    var side = opening.getIfAvailable();
    var opened =
        side == null
            ? OpenedLog.await(log, codec, settings.logMode(), settings.startPatience())
            : new OpenedLog(side.open(settings.logMode()));
    mode.establish(opened.mode());
    return opened;
  }

  @Bean
  Law law(
      EventLog log,
      EventCodec codec,
      Clock clock,
      OpenedLog opened,
      Settings settings,
      BuiltInPacks builtIn) {
    var law = new Law(log, codec, clock, opened.mode(), settings.packSelection(), builtIn);
    if (settings.packSelection() instanceof PackSelection.Pinned(var pack)
        && law.record(pack).latest().isEmpty()) {
      throw new StartRefusedException("VIENTRO_RULE_PACK names no pack that is on record: " + pack);
    }
    return law;
  }

  @Bean(destroyMethod = "close")
  LogTail logTail(EventLog log, Settings settings, OpenedLog opened) {
    return LogTail.start(log, settings.soleProcess() ? TailOptions.alone() : TailOptions.shared());
  }

  @Bean
  LogEnd logEnd(EventLog log, LogTail tail) {
    return new LogEnd(log, tail);
  }

  @Bean
  StoreHealth storeHealthIndicator(
      MongoDatabase database, StoreCapabilities capabilities, LogTail tail, LogEnd end) {
    return new StoreHealth(database, capabilities, tail, end);
  }

  @Bean
  MeterBinder logTailMetrics(LogEnd end) {
    return registry ->
        Gauge.builder("vientro.log.tail.lag", end, e -> orUnknown(e.tailLag()))
            .description("events of the log that this process has not read yet")
            .register(registry);
  }

  private static double orUnknown(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : Double.NaN;
  }

  @Bean
  LogEventStore logEventStore(EventLog log, LogTail tail, EventCodec codec, Clock clock) {
    return new LogEventStore(log, tail, codec, clock);
  }

  @Bean
  @Lazy
  LogTokenStore tokenStore(MongoDatabase database, Settings settings) {
    return settings.soleProcess()
        ? LogTokenStore.soleProcess(database)
        : LogTokenStore.shared(database, "node-" + UUID.randomUUID(), CLAIM_TIMEOUT);
  }

  @Bean
  TextValue<Personal> personalValues() {
    return new TextValue<>(Personal.class, Personal::of, Personal::value);
  }

  @Bean
  ExceptionMapping logProblems() {
    return thrown ->
        switch (thrown) {
          case LogBusyException e -> unavailable("log-busy");
          case LogUnavailableException e -> unavailable("log-unavailable");
          case MongoException e -> unavailable("log-unavailable");
          case CommitTooLargeException e ->
              ProblemException.of(ProblemTypes.BODY_TOO_LARGE)
                  .withDetailKey("commit-too-large", String.valueOf(e.getMessage()));
          default -> null;
        };
  }

  /** Whoever is sent away learns that nothing is lost and what may be sent again. */
  private static ProblemException unavailable(String detail) {
    return ProblemException.unavailable(RETRY_AFTER).withDetailKey(detail);
  }
}
