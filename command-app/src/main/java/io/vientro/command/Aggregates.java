package io.vientro.command;

import io.vientro.store.axon.LogEventStore;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** All aggregates in Axon's housing. */
public final class Aggregates {
  private static final int LOCK_ATTEMPT_MILLIS = 5_000;
  private static final int LOCK_ATTEMPTS = 12;

  private Aggregates() {}

  /** A started configuration; whoever asked for it shuts it down. */
  public static Configuration housed(LogEventStore eventStore, DecisionContexts contexts) {
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
}
