package io.vientro.core.rules;

import io.vientro.core.Digests;
import io.vientro.core.act.ActRules;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is on record of one rule pack (or of the agency registry, which is recorded the same way):
 * its versions and the parameters set under it.
 *
 * @param versions recorded text by version
 * @param parameters set so far
 */
public record RulePackRecord(Map<Integer, RulePackRecorded> versions, AgencyParameters parameters) {
  public static final RulePackRecord EMPTY = new RulePackRecord(Map.of(), AgencyParameters.NONE);

  /** The aggregate id of a pack. */
  public static String aggregateId(String pack) {
    return "rule-pack-" + pack;
  }

  public RulePackRecord {
    versions = Map.copyOf(versions);
  }

  /** Highest recorded version, or empty if none is. */
  public Optional<RulePackRecorded> latest() {
    return versions.keySet().stream().max(Integer::compare).map(versions::get);
  }

  /**
   * Decides a command; pure.
   *
   * @param pack id of the pack, as the edge read it from the address
   */
  public static Decision<RulePackEvent> decide(
      RulePackRecord state, String pack, RulePackCommand command, DecisionContext context) {
    return switch (command) {
      case RecordRulePack record -> {
        var rejection =
            CommandName.RECORD_RULE_PACK
                .refuses(context.actor())
                .or(() -> versionRefusal(state, record));
        yield rejection.isPresent()
            ? Decision.reject(rejection.get())
            : Decision.accept(
                List.of(
                    new RulePackRecorded(
                        pack, record.version(), Digests.sha256(record.text()), record.text())));
      }
      case SetAgencyParameter set -> {
        var rejection =
            CommandName.SET_AGENCY_PARAMETER
                .refuses(context.actor())
                .or(() -> parameterRefusal(state, set, context));
        yield rejection.isPresent()
            ? Decision.reject(rejection.get())
            : Decision.accept(
                List.of(
                    new AgencyParameterSet(
                        set.agency(),
                        set.parameter(),
                        set.value(),
                        set.basis(),
                        set.from(),
                        set.act())));
      }
    };
  }

  public static RulePackRecord evolve(RulePackRecord state, RulePackEvent event) {
    return switch (event) {
      case RulePackRecorded recorded -> {
        var versions = new TreeMap<>(state.versions);
        versions.put(recorded.version(), recorded);
        yield new RulePackRecord(versions, state.parameters);
      }
      case AgencyParameterSet set ->
          new RulePackRecord(
              state.versions,
              new AgencyParameters(
                  Stream.concat(state.parameters.settings().stream(), Stream.of(set)).toList()));
    };
  }

  private static Optional<Rejection> versionRefusal(RulePackRecord state, RecordRulePack command) {
    if (command.version() < 1) {
      return Optional.of(Rejection.of(RejectionCode.NUMBER_NOT_POSITIVE).at("version"));
    }
    var recorded = state.versions.get(command.version());
    if (recorded != null) {
      var same = recorded.sha256().equals(Digests.sha256(command.text()));
      return Optional.of(
          Rejection.of(
                  same
                      ? RejectionCode.RULE_PACK_ALREADY_RECORDED
                      : RejectionCode.RULE_PACK_TEXT_CHANGED)
              .at("version")
              .with("version", command.version())
              .with("sha256", recorded.sha256()));
    }
    return state
        .latest()
        .filter(latest -> latest.version() > command.version())
        .map(
            latest ->
                Rejection.of(RejectionCode.RULE_PACK_VERSION_OLD)
                    .at("version")
                    .with("version", latest.version()));
  }

  private static Optional<Rejection> parameterRefusal(
      RulePackRecord state, SetAgencyParameter command, DecisionContext context) {
    if (state.versions.isEmpty()) {
      return Optional.of(Rejection.of(RejectionCode.UNKNOWN_RULE_PACK));
    }
    if (context.registry().agency(command.agency()).isEmpty()) {
      return Optional.of(
          Rejection.of(RejectionCode.UNKNOWN_AGENCY).at("agency").with("agency", command.agency()));
    }
    var entry = context.pack().parameter(command.parameter());
    if (entry.isEmpty()) {
      return Optional.of(
          Rejection.of(RejectionCode.UNKNOWN_PARAMETER)
              .at("parameter")
              .with("parameter", command.parameter()));
    }
    return entry.get().allows(command.value())
        ? ActRules.refusal(command.act(), context)
        : Optional.of(
            Rejection.of(RejectionCode.PARAMETER_VALUE_NOT_ALLOWED)
                .at("value")
                .with("value", command.value())
                .with("parameter", command.parameter()));
  }
}
