package io.vientro.app;

import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePackEvent;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.RulePackRecorded;
import io.vientro.log.EventLog;
import io.vientro.rulepacks.AgencyRegistryLoader;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.rulepacks.PackSelection;
import io.vientro.rulepacks.RulePackLoader;
import io.vientro.store.EventCodec;
import io.vientro.store.FoldedStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The law as it stands on record in the log: packs, agencies, parameters, calendar. It is read from
 * the log and not from the files of this build, so that every process decides on the same law, and
 * an auditor can.
 */
public final class Law {
  /** Id under which the registry of real agencies is on record. */
  public static final String REGISTRY = "agency-registry";

  /** Id under which the fictional agencies of a TRAINING log are on record. */
  public static final String TRAINING_REGISTRY = "agency-registry-training";

  private final Clock clock;
  private final LogMode mode;
  private final PackSelection selection;
  private final BuiltInPacks builtIn;
  private final EventLog log;
  private final EventCodec codec;
  private final FoldedStream<WorkingCalendar> calendar;
  private final Map<String, FoldedStream<RulePackRecord>> records = new ConcurrentHashMap<>();
  // Parsing a text takes longer than a decision may; a digest always stands for the same text.
  private final Map<String, RulePack.Identified> packs = new ConcurrentHashMap<>();
  private final Map<String, AgencyRegistry> registries = new ConcurrentHashMap<>();

  public Law(
      EventLog log,
      EventCodec codec,
      Clock clock,
      LogMode mode,
      PackSelection selection,
      BuiltInPacks builtIn) {
    this.log = log;
    this.codec = codec;
    this.clock = clock;
    this.mode = mode;
    this.selection = selection;
    this.builtIn = builtIn;
    this.calendar =
        new FoldedStream<>(
            log,
            codec,
            WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE),
            WorkingCalendar.EMPTY,
            Law::evolve);
  }

  private static WorkingCalendar evolve(WorkingCalendar state, DomainEvent event) {
    return WorkingCalendar.evolve(state, (CalendarEvent) event);
  }

  private static RulePackRecord evolve(RulePackRecord state, DomainEvent event) {
    return RulePackRecord.evolve(state, (RulePackEvent) event);
  }

  /** The working calendar as it stands now. */
  public WorkingCalendar calendar() {
    return calendar.current().state();
  }

  /** What is on record of a pack; empty if nothing is. */
  public RulePackRecord record(String pack) {
    return stream(pack).current().state();
  }

  private FoldedStream<RulePackRecord> stream(String pack) {
    return records.computeIfAbsent(
        pack,
        id ->
            new FoldedStream<>(
                log, codec, RulePackRecord.aggregateId(id), RulePackRecord.EMPTY, Law::evolve));
  }

  /**
   * Brings everything that a decision looks at up to what is in the log now. Each decision asks:
   * another process may have recorded a notice a moment ago. They ask once for all streams, since
   * each question is a way to the store and back.
   */
  private void refresh(String pack) {
    stream(pack);
    stream(REGISTRY);
    if (mode == LogMode.TRAINING) {
      stream(TRAINING_REGISTRY);
    }
    var streams = new ArrayList<FoldedStream<?>>(records.values());
    streams.add(calendar);
    FoldedStream.refresh(log, streams);
  }

  private RulePackRecord known(String pack) {
    return stream(pack).known().state();
  }

  /**
   * The pack that a dossier is bound to.
   *
   * @throws IllegalStateException if the log does not hold it, which the event that bound the
   *     dossier rules out
   */
  public RulePack.Identified bound(PackPin pin) {
    var known = packs.get(pin.sha256());
    if (known != null) {
      return known;
    }
    var recorded = record(pin.id()).versions().get(pin.version());
    if (recorded == null || !recorded.sha256().equals(pin.sha256())) {
      throw new IllegalStateException("the log does not hold " + pin);
    }
    return read(recorded);
  }

  /** The agencies as they are on record now. */
  public AgencyRegistry registry() {
    refresh(REGISTRY);
    return knownRegistry();
  }

  private AgencyRegistry knownRegistry() {
    var real = readRegistry(REGISTRY).orElseThrow(() -> new IllegalStateException(REGISTRY));
    if (mode != LogMode.TRAINING) {
      return real;
    }
    var fictional =
        readRegistry(TRAINING_REGISTRY)
            .orElseThrow(() -> new IllegalStateException(TRAINING_REGISTRY));
    return registries.computeIfAbsent(
        real.sha256() + fictional.sha256(), key -> AgencyRegistryLoader.merge(real, fictional));
  }

  private Optional<AgencyRegistry> readRegistry(String id) {
    return known(id)
        .latest()
        .map(
            recorded ->
                registries.computeIfAbsent(
                    recorded.sha256(), sha -> AgencyRegistryLoader.parse(recorded.text(), id)));
  }

  private RulePack.Identified read(RulePackRecorded recorded) {
    return packs.computeIfAbsent(
        recorded.sha256(), sha -> RulePackLoader.identified(recorded.text(), recorded.id()));
  }

  /** What a decision on a dossier that is bound to a pack may look at. */
  public DecisionContext context(Actor actor, PackPin pin) {
    refresh(pin.id());
    return context(actor, bound(pin), known(pin.id()).parameters());
  }

  /** What a decision about a pack on record, or about nothing bound to one, may look at. */
  public DecisionContext contextFor(Actor actor, String pack) {
    return (isRegistry(pack) ? Optional.<DecisionContext>empty() : latest(actor, pack))
        .or(() -> latest(actor, Settings.DEFAULT_PACK))
        .orElseThrow(() -> new IllegalStateException("no rule pack is on record"));
  }

  /** Whether an id names a registry of agencies and not a pack. */
  public static boolean isRegistry(String id) {
    return id.equals(REGISTRY) || id.equals(TRAINING_REGISTRY);
  }

  /**
   * Reads the text of a registry that is to go on record.
   *
   * @throws io.vientro.rulepacks.RulePackException if it cannot be read
   * @throws IllegalArgumentException if it cannot stand beside the other registry of a TRAINING log
   */
  public void tryRegistry(String id, String text) {
    var read = AgencyRegistryLoader.parse(text, id);
    if (mode == LogMode.TRAINING) {
      refresh(id);
      var real = id.equals(REGISTRY);
      var other = readRegistry(real ? TRAINING_REGISTRY : REGISTRY).orElseThrow();
      AgencyRegistryLoader.merge(real ? read : other, real ? other : read);
    }
  }

  /** Whether a pack, registry or decree of this id is known, on record or not. */
  public boolean knows(String id) {
    return id.equals(REGISTRY)
        || id.equals(TRAINING_REGISTRY) && mode == LogMode.TRAINING
        || builtIn.decree(id).isPresent()
        || record(id).latest().isPresent();
  }

  /**
   * The context in which a new dossier is decided on, or the refusal if no pack has content for it.
   */
  public sealed interface Filing {
    record Bound(DecisionContext context) implements Filing {}

    record Refused(Rejection rejection) implements Filing {}
  }

  /**
   * Which law a new dossier is bound to.
   *
   * @param submittedOn day of filing, Asia/Ho_Chi_Minh
   */
  public Filing filing(Actor actor, LocalDate submittedOn) {
    var id = selection.packId(builtIn, submittedOn);
    return id.flatMap(pack -> latest(actor, pack))
        .<Filing>map(Filing.Bound::new)
        .orElseGet(
            () ->
                new Filing.Refused(
                    Rejection.of(RejectionCode.RULE_PACK_WITHOUT_CONTENT)
                        .at("submittedOn")
                        .with("pack", id.orElse("-"))
                        .with("date", submittedOn)));
  }

  /** Under the highest version of a pack on record; empty if none is. */
  private Optional<DecisionContext> latest(Actor actor, String pack) {
    refresh(pack);
    var record = known(pack);
    return record.latest().map(recorded -> context(actor, read(recorded), record.parameters()));
  }

  private DecisionContext context(
      Actor actor, RulePack.Identified law, AgencyParameters parameters) {
    return new DecisionContext(
        clock.instant(),
        actor,
        mode,
        law,
        knownRegistry(),
        parameters,
        calendar.known().state(),
        null);
  }
}
