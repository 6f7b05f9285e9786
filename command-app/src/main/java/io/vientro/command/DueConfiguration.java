package io.vientro.command;

import com.mongodb.client.MongoDatabase;
import io.vientro.app.LogEnd;
import io.vientro.command.due.DueIndex;
import io.vientro.command.due.DueIndexProcessor;
import io.vientro.command.due.DueSettings;
import io.vientro.command.due.DueStore;
import io.vientro.command.due.DueWorker;
import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.store.EventCodec;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The index of what falls due, and its worker. */
@Configuration(proxyBeanMethods = false)
class DueConfiguration {

  @Bean
  DueSettings dueSettings(Environment environment) {
    return DueSettings.of(environment);
  }

  @Bean
  DueDuties dueDuties(
      DueSettings settings,
      MongoDatabase database,
      EventLog log,
      LogTail tail,
      EventCodec codec,
      Clock clock,
      CommandService commands,
      ObjectProvider<LogTokenStore> tokens) {
    if (!settings.worker()) {
      return DueDuties.off();
    }
    var store = new DueStore(database);
    return new DueDuties(
        new DueIndexProcessor(
            new DueIndex(store),
            new LogEventStore(log, tail, codec.leavingSealed(), clock),
            tokens.getObject()),
        new DueWorker(store, new DueCommands(commands, clock), clock, settings.every()));
  }

  @Bean
  DueMetrics dueMetrics(DueDuties duties, LogEnd end) {
    return new DueMetrics(duties, end);
  }

  @Bean
  DueHealth dueHealthIndicator(DueDuties duties, LogEnd end) {
    return new DueHealth(duties, end);
  }
}
