package io.vientro.trials.drill;

import io.vientro.app.Law;
import io.vientro.app.LogOpening;
import io.vientro.app.VientroClock;
import io.vientro.command.Aggregates;
import io.vientro.command.CommandService;
import io.vientro.command.DueCommands;
import io.vientro.command.LawContexts;
import io.vientro.command.due.DueIndex;
import io.vientro.command.due.DueIndexProcessor;
import io.vientro.command.due.DueStore;
import io.vientro.command.due.DueWorker;
import io.vientro.core.log.LogMode;
import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
import io.vientro.log.TailOptions;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.store.EventCodec;
import io.vientro.store.MongoSubjectKeys;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** The command side as a process runs it, put together without HTTP. */
final class CommandSide implements AutoCloseable {
  /** As in production. */
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final EventLog log;
  private final LogTail tail;
  private final org.axonframework.config.Configuration axon;
  private final DueIndexProcessor index;
  private final DueWorker worker;

  CommandSide(DrillStore store, Clock time) {
    VientroClock clock = new VientroClock(time);
    log = store.log();
    EventCodec codec = codec(store, clock);
    BuiltInPacks builtIn = BuiltInPacks.load();
    LogMode mode = new LogOpening(log, codec, clock, builtIn).open(LogMode.TRAINING).mode();
    tail = LogTail.start(log, TailOptions.shared());
    Law law = new Law(log, codec, clock, mode, PackSelection.pinned("nd80-2020"), builtIn);
    axon = Aggregates.housed(new LogEventStore(log, tail, codec, clock), new LawContexts(law));
    CommandService commands =
        new CommandService(axon.getComponent(CommandGateway.class), log, codec, mode);
    DueStore due = new DueStore(store.database());
    index =
        new DueIndexProcessor(
            new DueIndex(due),
            new LogEventStore(log, tail, codec.leavingSealed(), clock),
            tokens(store));
    worker = new DueWorker(due, new DueCommands(commands, clock), clock, LOOK_EVERY);
  }

  static EventCodec codec(DrillStore store, Clock clock) {
    return new EventCodec(new MongoSubjectKeys(store.database(), clock));
  }

  static LogTokenStore tokens(DrillStore store) {
    return LogTokenStore.shared(store.database(), "node-" + UUID.randomUUID(), CLAIM_TIMEOUT);
  }

  void start() {
    index.start();
    worker.start();
  }

  @Override
  public void close() {
    worker.stop();
    index.stop();
    axon.shutdown();
    tail.close();
    log.close();
  }
}
