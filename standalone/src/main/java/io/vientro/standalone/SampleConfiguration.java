package io.vientro.standalone;

import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.command.CommandService;
import io.vientro.http.json.StrictJson;
import io.vientro.log.EventLog;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the sample dossiers of a TRAINING log before anybody is told that vientro is ready. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vientro.samples", havingValue = "all")
class SampleConfiguration {

  @Bean
  ApplicationRunner sampleDossiers(
      CommandService commands,
      StrictJson json,
      VientroClock clock,
      EventLog log,
      OpenedLog opened) {
    return arguments ->
        new SampleDossiers(commands, json, clock, log, opened, TrainingUsers::actor).load();
  }
}
