package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import java.math.BigDecimal;
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

  /**
   * Whether it holds.
   *
   * @param approver role that approves, or null while that is open
   */
  default Truth test(AidFacts aid, @Nullable String approver) {
    var usd = aid.grant().usd();
    return test(field -> field.read(aid), usd == null ? null : usd.amount(), approver);
  }

  /**
   * As {@link #test(AidFacts, String)}, for tables that also ask for the level of the managing
   * agency.
   */
  default Truth test(AidFacts aid, @Nullable String approver, AgencyLevel level) {
    var usd = aid.grant().usd();
    return test(
        field -> field == Field.MANAGING_AGENCY_LEVEL ? Set.of(level.name()) : field.read(aid),
        usd == null ? null : usd.amount(),
        approver);
  }

  /**
   * Whether it holds for values given one by one, as a check that runs through all combinations
   * gives them.
   *
   * @param values the values of each field but {@link Field#APPROVER}
   * @param usd the grant's stated worth in USD, or null if none is stated
   * @param approver role that approves, or null while that is open
   */
  default Truth test(
      Function<Field, Set<String>> values, @Nullable BigDecimal usd, @Nullable String approver) {
    return switch (this) {
      case Is(var field, var value) -> matches(field, Set.of(value), values, approver);
      case In(var field, var accepted) -> matches(field, accepted, values, approver);
      case Contains(var field, var wanted) ->
          Truth.of(!Collections.disjoint(values.apply(field), wanted));
      case Under(var limit) -> usd == null ? Truth.UNKNOWN : Truth.of(usd.compareTo(limit) < 0);
      case Not(var condition) -> condition.test(values, usd, approver).not();
      case All(var conditions) -> {
        var truth = Truth.TRUE;
        for (var i = 0; i < conditions.size() && truth != Truth.FALSE; i++) {
          truth = truth.and(conditions.get(i).test(values, usd, approver));
        }
        yield truth;
      }
      case Any(var conditions) -> {
        var truth = Truth.FALSE;
        for (var i = 0; i < conditions.size() && truth != Truth.TRUE; i++) {
          truth = truth.or(conditions.get(i).test(values, usd, approver));
        }
        yield truth;
      }
    };
  }

  private static Truth matches(
      Field field,
      Set<String> accepted,
      Function<Field, Set<String>> values,
      @Nullable String approver) {
    if (field == Field.APPROVER) {
      return approver == null ? Truth.UNKNOWN : Truth.of(accepted.contains(approver));
    }
    var actual = values.apply(field);
    return Truth.of(!actual.isEmpty() && accepted.containsAll(actual));
  }
}
