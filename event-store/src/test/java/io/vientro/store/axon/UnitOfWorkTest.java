package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.log.InMemoryEventLog;
import io.vientro.log.LogTail;
import io.vientro.log.TailOptions;
import io.vientro.store.AggregateHistory;
import io.vientro.store.EventCodec;
import io.vientro.store.InMemorySubjectKeys;
import java.time.Clock;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Aggregates as Axon handles them, down to the log. */
class UnitOfWorkTest {
  private final InMemoryEventLog log = new InMemoryEventLog();
  private final LogTail tail = LogTail.start(log, TailOptions.alone());
  private final EventCodec codec = new EventCodec(new InMemorySubjectKeys());
  private final LogEventStore store = new LogEventStore(log, tail, codec, Clock.systemUTC());
  private final EventSourcingRepository<Counter> counters =
      EventSourcingRepository.builder(Counter.class).eventStore(store).build();

  @AfterEach
  void close() {
    tail.close();
    log.close();
  }

  @Test
  void a_command_over_two_aggregates_is_one_commit_that_says_who_did_it() {
    run("c-1", () -> create("dossier-1"));
    run(
        "c-2",
        () -> {
          counters.load("dossier-1").execute(Counter::count);
          create("reception-book-1");
        });
    var commit = log.commit("c-2").orElseThrow();
    assertThat(commit.events())
        .extracting(e -> e.event().aggregate() + "#" + e.event().sequence())
        .containsExactlyInAnyOrder("dossier-1#1", "reception-book-1#0");
    assertThat(new AggregateHistory(log, codec).history("dossier-1"))
        .extracting(e -> e.commitId(), e -> e.metadata())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("c-1", Messages.METADATA),
            org.assertj.core.api.Assertions.tuple("c-2", Messages.METADATA));
  }

  @Test
  void a_command_within_a_command_goes_into_the_same_commit() {
    run("c-1", () -> create("dossier-1"));
    run(
        "c-2",
        () -> {
          counters.load("dossier-1").execute(Counter::count);
          run("c-2", () -> create("reception-book-1"));
        });
    assertThat(log.commit("c-2").orElseThrow().events()).hasSize(2);
    assertThat(log.nextPosition()).isEqualTo(3);
  }

  @Test
  void history_read_within_a_command_keeps_its_own_commit_id() {
    run("c-1", () -> create("dossier-1"));
    run(
        "c-2",
        () ->
            assertThat(store.readEvents("dossier-1").next().getMetaData())
                .isEqualTo(LogMessages.metaData("c-1", Messages.METADATA)));
  }

  @Test
  void of_two_commands_on_one_state_the_second_fails() {
    run("c-1", () -> create("dossier-1"));
    assertThatThrownBy(
            () ->
                run(
                    "c-2",
                    () -> {
                      var counter = counters.load("dossier-1");
                      store
                          .readEvents("dossier-1")
                          .forEachRemaining(m -> assertThat(m.getSequenceNumber()).isZero());
                      elsewhere();
                      counter.execute(Counter::count);
                    }))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(log.commit("c-2")).isEmpty();
  }

  @Test
  void a_command_sent_again_is_told_so_even_though_its_aggregate_is_there() {
    run("c-1", () -> create("dossier-1"));
    assertThatThrownBy(() -> run("c-1", () -> create("dossier-1")))
        .isInstanceOf(DuplicateCommitException.class);
    assertThat(log.nextPosition()).isEqualTo(1);
  }

  @Test
  void nothing_can_be_appended_twice_in_one_unit_of_work() {
    store.subscribe(
        messages -> {
          if (messages.getFirst() instanceof org.axonframework.eventhandling.DomainEventMessage<?> m
              && m.getSequenceNumber() == 0) {
            store.publish(Messages.message("c-1", "dossier-1", 1));
          }
        });
    assertThatThrownBy(() -> run("c-1", () -> create("dossier-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after the unit of work was appended");
  }

  private void create(String id) {
    try {
      counters.newInstance(() -> new Counter(id));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As another process would, whose commit is faster. */
  private void elsewhere() {
    var other = Messages.message("c-9", "dossier-1", 1);
    new LogEventStorageEngine(log, codec, Clock.systemUTC()).appendEvents(other);
  }

  private void run(String commitId, Runnable handler) {
    Message<?> command =
        new GenericCommandMessage<>("test", LogMessages.metaData(commitId, Messages.METADATA));
    var work = DefaultUnitOfWork.startAndGet(command);
    work.registerCorrelationDataProvider(
        new SimpleCorrelationDataProvider(LogMessages.COMMIT_ID, LogMessages.EVENT_METADATA));
    var result =
        work.executeWithResult(
            () -> {
              handler.run();
              return null;
            });
    if (result.isExceptional()) {
      throw (RuntimeException) result.exceptionResult();
    }
  }

  static class Counter {
    @AggregateIdentifier private @Nullable String id;
    private int count;

    /** Axon makes it anew from history. */
    Counter() {}

    Counter(String id) {
      this.id = id;
      AggregateLifecycle.apply(Messages.event(0));
    }

    void count() {
      AggregateLifecycle.apply(Messages.event(count));
    }

    @EventSourcingHandler
    void on(TimeLimitEnded event, @org.axonframework.eventhandling.SequenceNumber long sequence) {
      if (id == null) {
        id = sequence < 0 ? null : "dossier-1";
      }
      count++;
    }
  }
}
