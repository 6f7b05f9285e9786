package io.vientro.app;

import io.vientro.core.Digests;
import io.vientro.core.DomainEvent;
import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.log.LogMode;
import io.vientro.core.log.LogOpened;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePackEvent;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.log.Commit;
import io.vientro.log.EventLog;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.SequenceConflictException;
import io.vientro.log.StoredEvent;
import io.vientro.rulepacks.AgencyRegistryLoader;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.CalendarSeed;
import io.vientro.store.EventCodec;
import io.vientro.store.EventMetadata;
import io.vientro.store.FoldedStream;
import io.vientro.store.PendingEvent;
import io.vientro.store.PendingEvents;
import io.vientro.store.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a log: its first event says what it is for, then come the agencies, the rule packs and the
 * calendar that decisions need. Every step may be repeated, by this process after a crash or by
 * another at the same time, without doing it twice.
 */
public final class LogOpening {
  private final EventLog log;
  private final EventCodec codec;
  private final VientroClock clock;
  private final BuiltInPacks builtIn;
  private RulePack.@Nullable Identified law;

  public LogOpening(EventLog log, EventCodec codec, VientroClock clock, BuiltInPacks builtIn) {
    this.log = log;
    this.codec = codec;
    this.clock = clock;
    this.builtIn = builtIn;
  }

  /**
   * The first event, or empty if the log is.
   *
   * @throws StartRefusedException if the log does not begin with a sound block: an import puts that
   *     one in last
   */
  public static Optional<LogOpened> first(EventLog log, EventCodec codec) {
    List<StoredEvent> stored;
    try {
      stored = log.reader(0).next(1);
    } catch (LogCorruptedException e) {
      throw new StartRefusedException(
          "the log has no sound beginning (%s); if an import was broken off, run it again"
              .formatted(e.getMessage()));
    }
    return stored.isEmpty()
        ? Optional.empty()
        : new RecordedEvents(codec)
            .of(List.of(stored.getFirst())).stream().map(e -> (LogOpened) e.event()).findFirst();
  }

  /**
   * Opens the log, or makes sure that it is open.
   *
   * @throws StartRefusedException if the log is for something else, or a text of this build differs
   *     from the one on record under the same id and version
   */
  public LogOpened open(LogMode mode) {
    var opened =
        first(log, codec)
            .orElseGet(
                () -> {
                  // Two processes may do this at once: the key of sequence 0 lets one of them in,
                  // and both read what it wrote.
                  append(
                      "log-opening",
                      mode,
                      LogOpened.AGGREGATE,
                      0,
                      "open-log",
                      List.of(new LogOpened(mode, Zone.dateOf(clock.instant()))));
                  return first(log, codec).orElseThrow();
                });
    check(opened.mode(), mode);
    if (opened.mode() == LogMode.TRAINING) {
      clock.makeMovable();
      recordRegistry(mode, Law.TRAINING_REGISTRY, BuiltInPacks.trainingAgenciesText());
    }
    recordRegistry(mode, Law.REGISTRY, BuiltInPacks.agenciesText());
    builtIn.packs().forEach(p -> record(mode, p.id(), p::version, p.text()));
    seedCalendar(mode);
    return opened;
  }

  static void check(LogMode ofTheLog, LogMode asked) {
    if (ofTheLog != asked) {
      throw new StartRefusedException(
          "the log is " + ofTheLog + " and stays so; it cannot be opened as " + asked);
    }
  }

  private void recordRegistry(LogMode mode, String id, String text) {
    record(mode, id, () -> AgencyRegistryLoader.version(text, id), text);
  }

  /**
   * @param versionOf asked only for a text that is not on record: reading it takes longer than all
   *     the rest of a later start
   */
  private void record(LogMode mode, String id, IntSupplier versionOf, String text) {
    repeatUntilSettled(
        mode,
        RulePackRecord.aggregateId(id),
        "record-rule-pack-" + id + "-" + Digests.sha256(text),
        CommandName.RECORD_RULE_PACK,
        RulePackRecord.EMPTY,
        (state, event) -> RulePackRecord.evolve(state, (RulePackEvent) event),
        state -> {
          if (state.versions().values().stream().anyMatch(r -> r.text().equals(text))) {
            return List.of();
          }
          var version = versionOf.getAsInt();
          if (state.versions().containsKey(version)) {
            throw new StartRefusedException(
                "the text of "
                    + id
                    + " version "
                    + version
                    + " differs from the one on record; a changed text needs a new version");
          }
          // A log that was already taken further by a newer build keeps what that build recorded.
          if (state.latest().filter(latest -> latest.version() > version).isPresent()) {
            return List.of();
          }
          return events(
              RulePackRecord.decide(state, id, new RecordRulePack(version, text), context(mode)));
        });
  }

  private void seedCalendar(LogMode mode) {
    for (var notice : CalendarSeed.notices()) {
      repeatUntilSettled(
          mode,
          WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE),
          "seed-calendar-" + notice.year(),
          CommandName.RECORD_CALENDAR_NOTICE,
          WorkingCalendar.EMPTY,
          (state, event) -> WorkingCalendar.evolve(state, (CalendarEvent) event),
          state ->
              state.years().contains(notice.year())
                  ? List.of()
                  : events(
                      WorkingCalendar.decide(
                          state,
                          new RecordCalendarNotice(
                              notice, new Act(Capacity.ASSIGNED_DUTY, null, null)),
                          context(mode))));
    }
  }

  private static List<? extends DomainEvent> events(Decision<? extends DomainEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<? extends DomainEvent> accepted -> accepted.events();
      case Decision.Rejected<? extends DomainEvent> rejected ->
          throw new StartRefusedException(
              "the seed data is refused: " + rejected.rejection().code());
    };
  }

  private <S> void repeatUntilSettled(
      LogMode mode,
      String aggregate,
      String commitId,
      CommandName command,
      S initial,
      BiFunction<S, DomainEvent, S> evolve,
      Function<S, List<? extends DomainEvent>> decide) {
    var stream = new FoldedStream<>(log, codec, aggregate, initial, evolve);
    while (true) {
      var now = stream.current();
      var events = decide.apply(now.state());
      if (events.isEmpty()
          || append(commitId, mode, aggregate, now.sequence() + 1, command.path(), events)) {
        return;
      }
    }
  }

  /** Appends as the software itself; false if another process was first. */
  private boolean append(
      String commitId,
      LogMode mode,
      String aggregate,
      long firstSequence,
      String command,
      List<? extends DomainEvent> events) {
    var metadata =
        new EventMetadata(
            Actor.SYSTEM.account(),
            Actor.SYSTEM.role(),
            Actor.SYSTEM.agency(),
            Capacity.ASSIGNED_DUTY,
            false,
            command,
            commitId,
            null,
            null,
            mode);
    var pending = new ArrayList<PendingEvent>();
    for (var event : events) {
      var id = UUID.randomUUID().toString();
      pending.add(new PendingEvent(aggregate, firstSequence + pending.size(), id, event, metadata));
    }
    var news = new PendingEvents(codec).of(pending, clock.instant());
    try {
      log.append(new Commit(commitId, news));
      return true;
    } catch (SequenceConflictException e) {
      return false;
    }
  }

  /**
   * Read only when something is to be recorded: parsing takes longer than all the rest of a later
   * start.
   */
  private DecisionContext context(LogMode mode) {
    var read = law;
    if (read == null) {
      read = builtIn.latest(Settings.DEFAULT_PACK).orElseThrow().load();
      law = read;
    }
    return new DecisionContext(
        clock.instant(),
        Actor.SYSTEM,
        mode,
        read,
        new AgencyRegistry("", Map.of(), List.of()),
        AgencyParameters.NONE,
        WorkingCalendar.EMPTY,
        null);
  }
}
