package io.vientro.standalone;

import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.command.CommandService;
import io.vientro.command.DueDuties;
import io.vientro.http.json.StrictJson;
import io.vientro.log.EventLog;
import io.vientro.query.processor.Processors;
import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the sample dossiers of a TRAINING log before anybody is told that vientro is ready. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vientro.samples", havingValue = "all")
class SampleConfiguration {

  /** How long the views may take to show what was loaded. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Bean
  ApplicationRunner sampleDossiers(
      CommandService commands,
      StrictJson json,
      VientroClock clock,
      EventLog log,
      OpenedLog opened,
      Processors processors,
      DueDuties duties) {
    var samples = new SampleDossiers(commands, json, clock, log, opened, TrainingUsers::actor);
    return arguments -> {
      if (samples.load()) {
        // Who is told that vientro is ready finds the samples in every view.
        var last = log.nextPosition() - 1;
        for (var view : processors.views()) {
          processors.await(view, last, PATIENCE);
        }
        duties.await(last, PATIENCE);
      }
    };
  }
}
