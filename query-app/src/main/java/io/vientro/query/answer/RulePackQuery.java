package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.ParameterEntry;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.RulePackRecorded;
import io.vientro.query.answer.RulePackAnswers.ParameterLine;
import io.vientro.query.answer.RulePackAnswers.RulePackReading;
import io.vientro.query.answer.RulePackAnswers.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rule packs as people read them, from what is on record. */
public final class RulePackQuery {
  private final Law law;

  public RulePackQuery(Law law) {
    this.law = law;
  }

  /**
   * A version of a pack; empty if it is not on record.
   *
   * @param version null for the latest
   */
  public Optional<RulePackReading> reading(String id, @Nullable Integer version, LogMode mode) {
    // A registry of agencies is recorded in the same way and is no pack.
    if (Law.isRegistry(id)) {
      return Optional.empty();
    }
    var record = law.record(id);
    return (version == null ? record.latest() : Optional.ofNullable(record.versions().get(version)))
        .map(recorded -> reading(recorded, record, mode));
  }

  private RulePackReading reading(RulePackRecorded recorded, RulePackRecord record, LogMode mode) {
    var pin = new PackPin(recorded.id(), recorded.version(), recorded.sha256(), false);
    var pack = law.bound(pin).pack();
    // Asked once: each question to the law is one to the store.
    var registry = law.registry();
    return new RulePackReading(
        pack.id(),
        pack.version(),
        recorded.sha256(),
        pack.act(),
        pack.title(),
        pack.inForceFrom(),
        pack.inForceTo(),
        record.versions().keySet().stream().sorted().toList(),
        RulePackChapters.of(pack),
        pack.parameters().stream().map(entry -> line(entry, record, registry)).toList(),
        mode);
  }

  private static ParameterLine line(
      ParameterEntry entry, RulePackRecord record, AgencyRegistry registry) {
    return new ParameterLine(
        entry.name(),
        entry.description(),
        Worded.ofOwn(entry.kind()),
        entry.values().stream().sorted().toList(),
        record.parameters().settings().stream()
            .filter(set -> set.parameter().equals(entry.name()))
            .map(
                set ->
                    new Setting(
                        AgencyAnswer.of(set.agency(), registry),
                        set.value(),
                        set.basis(),
                        set.from()))
            .toList());
  }
}
