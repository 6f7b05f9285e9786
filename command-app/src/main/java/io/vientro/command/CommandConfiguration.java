package io.vientro.command;

import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.http.request.StreamedBody;
import io.vientro.log.EventLog;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.store.AggregateHistory;
import io.vientro.store.EventCodec;
import io.vientro.store.SubjectKeys;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.documents.DocumentCleanUp;
import io.vientro.store.documents.DocumentLimits;
import io.vientro.store.documents.DocumentStore;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
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
  CommandOrigins commandOrigins(SubjectKeys keys) {
    return new CommandOrigins(new KeyedDigests(keys));
  }

  @Bean
  WebMvcConfigurer commandArguments(CommandOrigins origins) {
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
  LifeController lifeController(CommandService commands) {
    return new LifeController(commands);
  }

  @Bean
  LedgerController ledgerController(CommandService commands) {
    return new LedgerController(commands);
  }

  @Bean
  DocumentLimits documentLimits(Environment environment) {
    return DocumentSettings.of(environment);
  }

  @Bean
  StreamedBody documentBody(DocumentLimits limits) {
    return new StreamedBody(
        DocumentController.PATH, limits.bytes(), ProblemTypes.DOCUMENT_TOO_LARGE);
  }

  @Bean
  DocumentController documentController(
      CommandService commands,
      CommandOrigins origins,
      DocumentStore documents,
      EventLog log,
      DocumentLimits limits,
      Law law) {
    return new DocumentController(
        new DocumentService(
            commands,
            origins,
            documents,
            log,
            limits,
            (state, actor) -> law.context(actor, state.pin())));
  }

  // Real time, as the store's: see there.
  @Bean
  DocumentCleanUp documentCleanUp(DocumentStore documents, EventLog log, EventCodec codec) {
    var history = new AggregateHistory(log, codec.leavingSealed());
    return new DocumentCleanUp(
        documents,
        (dossier, document) ->
            history.stream(dossier, 0)
                .anyMatch(
                    recorded ->
                        recorded.event() instanceof DocumentAttached attached
                            && attached.document().equals(document)),
        InstantSource.system());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  DocumentCleaning documentCleaning(DocumentCleanUp cleanUp) {
    return new DocumentCleaning(cleanUp);
  }

  @Bean
  LawController lawController(CommandService commands, Law law) {
    return new LawController(commands, law);
  }
}
