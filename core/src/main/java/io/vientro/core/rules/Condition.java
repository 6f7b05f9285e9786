package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Disaster;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A condition of a rule pack over the facts of an aid. */
public sealed interface Condition {

  /** Holds always; for entries without a condition. */
  Condition ALWAYS = new All(List.of());

  /** The field has this value, and no other. */
  record Is(Field field, String value) implements Condition {}

  /** The single-valued field has one of these values. */
  record In(Field field, Set<String> values) implements Condition {
    public In {
      values = Set.copyOf(values);
    }
  }

  /** The multiple-valued field has at least one of these values. */
  record Contains(Field field, Set<String> values) implements Condition {
    public Contains {
      values = Set.copyOf(values);
    }
  }

  /** The grant's stated worth in USD is under the limit; unknown where none is stated. */
  record Under(BigDecimal usd) implements Condition {}

  /**
   * A step is taken within so many months after the disaster. What was done decides; before that
   * what is planned does, unless the window has passed meanwhile; unknown where neither is stated.
   *
   * @param months at least one; the window ends with the corresponding day of its last month
   */
  record Within(Disaster.Step step, int months) implements Condition {}

  record Not(Condition condition) implements Condition {}

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** Answers the parts of which conditions are made, one by one. */
  interface Case {
    /** What the field says; nothing where that is not known. */
    Set<String> values(Field field);

    /** The grant's worth in USD, or null where none is stated. */
    @Nullable BigDecimal usd();

    /** Whether the step falls into the window. */
    Truth within(Within window);
  }

  /**
   * Whether it holds.
   *
   * @param approver role that approves, or null while that is open
   */
  default Truth test(AidFacts aid, @Nullable String approver) {
    return holds(aid, Circumstances.NONE.approver(approver));
  }

  /**
   * As {@link #test(AidFacts, String)}, for tables that also ask for the level of the managing
   * agency.
   */
  default Truth test(AidFacts aid, @Nullable String approver, AgencyLevel level) {
    return holds(aid, Circumstances.NONE.approver(approver).level(level));
  }

  /** Whether it holds for an aid under these circumstances. */
  default Truth holds(AidFacts aid, Circumstances circumstances) {
    return test(new OfAid(aid, circumstances, circumstances.values(aid)));
  }

  /**
   * Whether it holds in a case given part by part, as a check that runs through all combinations
   * gives them.
   */
  default Truth test(Case of) {
    return switch (this) {
      case Is(var field, var value) -> matches(field, Set.of(value), of);
      case In(var field, var accepted) -> matches(field, accepted, of);
      case Contains(var field, var wanted) ->
          Truth.of(!Collections.disjoint(of.values(field), wanted));
      case Under(var limit) -> {
        var usd = of.usd();
        yield usd == null ? Truth.UNKNOWN : Truth.of(usd.compareTo(limit) < 0);
      }
      case Within window -> of.within(window);
      case Not(var condition) -> condition.test(of).not();
      case All(var conditions) -> {
        var truth = Truth.TRUE;
        for (var i = 0; i < conditions.size() && truth != Truth.FALSE; i++) {
          truth = truth.and(conditions.get(i).test(of));
        }
        yield truth;
      }
      case Any(var conditions) -> {
        var truth = Truth.FALSE;
        for (var i = 0; i < conditions.size() && truth != Truth.TRUE; i++) {
          truth = truth.or(conditions.get(i).test(of));
        }
        yield truth;
      }
    };
  }

  private static Truth matches(Field field, Set<String> accepted, Case of) {
    var actual = of.values(field);
    if (actual.isEmpty()) {
      return field.mayBeUnknown() ? Truth.UNKNOWN : Truth.FALSE;
    }
    return Truth.of(accepted.containsAll(actual));
  }

  /** A case that an aid is. */
  record OfAid(AidFacts aid, Circumstances circumstances, Function<Field, Set<String>> fields)
      implements Case {
    @Override
    public Set<String> values(Field field) {
      return fields.apply(field);
    }

    @Override
    public @Nullable BigDecimal usd() {
      return circumstances.usd(aid);
    }

    @Override
    public Truth within(Within window) {
      var disaster = aid.scopeOrNone().disaster();
      return disaster == null
          ? Truth.UNKNOWN
          : within(disaster, window.step(), disaster.happenedOn().plusMonths(window.months()));
    }

    private Truth within(Disaster disaster, Disaster.Step step, LocalDate last) {
      var actual = disaster.actual(step);
      if (actual != null) {
        return Truth.of(!actual.isAfter(last));
      }
      var today = circumstances.day();
      if (today != null && today.isAfter(last)) {
        return Truth.FALSE;
      }
      var planned = disaster.planned(step);
      return planned == null ? Truth.UNKNOWN : Truth.of(!planned.isAfter(last));
    }
  }
}
