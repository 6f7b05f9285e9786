package io.vientro.command;

import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.log.EventLog;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.store.EventCodec;
import io.vientro.store.SubjectKeys;
import io.vientro.store.axon.LogEventStore;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The command side, imported by class. It needs {@code StoreConfiguration} and {@code
 * HttpSupportConfiguration} beside it.
 */
@Configuration(proxyBeanMethods = false)
@Import(DueConfiguration.class)
public class CommandConfiguration {
  @Bean
  LogOpening logOpening(EventLog log, EventCodec codec, VientroClock clock, BuiltInPacks builtIn) {
    return new LogOpening(log, codec, clock, builtIn);
  }

  @Bean
  DecisionContexts decisionContexts(Law law) {
    return new LawContexts(law);
  }

  @Bean(destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(LogEventStore eventStore, DecisionContexts contexts) {
    return Aggregates.housed(eventStore, contexts);
  }

  @Bean
  CommandService commandService(
      org.axonframework.config.Configuration axon,
      EventLog log,
      EventCodec codec,
      OpenedLog opened) {
    return new CommandService(axon.getComponent(CommandGateway.class), log, codec, opened.mode());
  }

  @Bean
  WebMvcConfigurer commandArguments(SubjectKeys keys) {
    var origins = new CommandOrigins(new KeyedDigests(keys));
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(origins);
      }
    };
  }

  @Bean
  CommandDescriptions commandDescriptions() {
    return new CommandDescriptions();
  }

  @Bean
  DossierController dossierController(CommandService commands) {
    return new DossierController(commands);
  }

  @Bean
  RoadController roadController(CommandService commands) {
    return new RoadController(commands);
  }

  @Bean
  LawController lawController(CommandService commands, Law law) {
    return new LawController(commands, law);
  }
}
