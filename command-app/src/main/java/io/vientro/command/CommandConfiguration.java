package io.vientro.command;

import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.OpenedLog;
import io.vientro.app.VientroClock;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.AdoptRulePackVersion;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.SubmitDossier;
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
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The command side, imported by class. It needs {@code StoreConfiguration} and {@code
 * HttpSupportConfiguration} beside it.
 */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {
  private static final int LOCK_ATTEMPT_MILLIS = 5_000;
  private static final int LOCK_ATTEMPTS = 12;

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
    // Nothing here calls home, nor advertises.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    var axon =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(c -> Jackson3Serializer.builder().build())
            .configureEventStore(c -> eventStore)
            .configureAggregate(housed(DossierAggregate.class))
            .configureAggregate(housed(ReceptionBookAggregate.class))
            .configureAggregate(housed(CalendarAggregate.class))
            .configureAggregate(housed(RulePackAggregate.class))
            .registerComponent(DecisionContexts.class, c -> contexts)
            .registerComponent(
                DossierCodes.class,
                c -> new ReceptionBooks(() -> c.repository(ReceptionBookAggregate.class)))
            .buildConfiguration();
    axon.commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> new Done(chain.proceed(), unitOfWork.resources()));
    axon.start();
    return axon;
  }

  /**
   * Waits for an aggregate in a queue. Axon's own way is to try anew every ten milliseconds, so
   * that whoever comes first may well come last.
   */
  private static <A> AggregateConfigurer<A> housed(Class<A> aggregate) {
    return AggregateConfigurer.defaultConfiguration(aggregate)
        .configureLockFactory(
            c ->
                PessimisticLockFactory.builder()
                    .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                    .acquireAttempts(LOCK_ATTEMPTS)
                    .build());
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

  private record LawContexts(Law law) implements DecisionContexts {
    @Override
    public DecisionContext of(DossierState state, DossierCommand command, Actor actor) {
      if (state.pack() != null) {
        return law.context(
            actor,
            command instanceof AdoptRulePackVersion adopt
                ? requested(adopt, state.pack())
                : state.pack());
      }
      if (command instanceof SubmitDossier submit) {
        return switch (law.filing(actor, submit.submittedOn())) {
          case Law.Filing.Bound(var context) -> context;
          // Whether the law has content is for those who may file to know.
          case Law.Filing.Refused(var rejection) ->
              throw new RejectedException(
                  CommandName.SUBMIT_DOSSIER.refuses(actor).orElse(rejection));
        };
      }
      return plain(actor);
    }

    /**
     * The later version asked for, if it is on record: by its law the dossier is classified and
     * checked anew. Else the bound one, under which the rule refuses.
     */
    private PackPin requested(AdoptRulePackVersion command, PackPin bound) {
      var recorded = law.record(bound.id()).versions().get(command.version());
      return recorded == null || recorded.version() <= bound.version()
          ? bound
          : new PackPin(recorded.id(), recorded.version(), recorded.sha256(), bound.outOfForce());
    }

    @Override
    public DecisionContext plain(Actor actor) {
      return forPack(actor, io.vientro.app.Settings.DEFAULT_PACK);
    }

    @Override
    public DecisionContext forPack(Actor actor, String pack) {
      return law.contextFor(actor, pack);
    }
  }
}
