package io.vientro.rulepacks;

import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every case that a group of conditions can tell apart. Values that no condition names behave
 * alike, so one stands for all of them, and none where it makes no difference; of a multiple-valued
 * field all sets of values are tried. Only one managing agency has a level: cases that say
 * otherwise are left out.
 */
final class Combinations {
  /**
   * Above this a table is not checked but refused: a table that nobody can check is no table for a
   * decree.
   */
  static final long LIMIT = 1_000_000;

  /**
   * One case.
   *
   * @param values of each field but the approver
   * @param usd stated worth in USD, or null
   * @param approver role, or null if the conditions do not ask for it
   */
  record Case(Map<Field, Set<String>> values, @Nullable BigDecimal usd, @Nullable String approver) {
    Truth test(Condition condition) {
      return condition.test(f -> values.getOrDefault(f, Set.of()), usd, approver);
    }

    /** For a message: {@code localities NONE, purpose DEVELOPMENT}. */
    String describe() {
      var words = new TreeMap<String, String>();
      values.forEach(
          (field, v) -> words.put(field.key(), v.isEmpty() ? "(none)" : String.join("+", v)));
      if (approver != null) {
        words.put(Field.APPROVER.key(), approver);
      }
      return words.entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<Field, Set<String>> named = new EnumMap<>(Field.class);
  private final Set<Field> askedWhole = EnumSet.noneOf(Field.class);
  private final TreeSet<BigDecimal> limits = new TreeSet<>();
  private final Set<String> approvers;

  /**
   * @param conditions whose fields are run through
   * @param approvers values of the approver
   */
  Combinations(Collection<Condition> conditions, Set<String> approvers) {
    this.approvers = approvers;
    conditions.forEach(this::collect);
  }

  /** How many cases there are at most. */
  long count() {
    var count = named.containsKey(Field.APPROVER) ? (long) approvers.size() : 1L;
    count *= usd().size();
    for (var field : fields()) {
      // Sets of more than twenty values would overflow; they are far above the limit anyway.
      var values = representatives(field).size();
      count *= field.multiple() ? 1L << Math.min(values, 20) : values;
      if (count > LIMIT) {
        return count;
      }
    }
    return count;
  }

  void forEach(Consumer<Case> consumer) {
    var fields = fields();
    var options = fields.stream().map(this::options).toList();
    var roles = new ArrayList<@Nullable String>();
    if (named.containsKey(Field.APPROVER)) {
      roles.addAll(approvers);
    } else {
      roles.add(null);
    }
    var index = new int[fields.size()];
    do {
      var values = new EnumMap<Field, Set<String>>(Field.class);
      for (var i = 0; i < index.length; i++) {
        values.put(fields.get(i), options.get(i).get(index[i]));
      }
      if (!possible(values)) {
        continue;
      }
      for (var usd : usd()) {
        for (var role : roles) {
          consumer.accept(new Case(values, usd, role));
        }
      }
    } while (advance(index, options));
  }

  private static boolean possible(Map<Field, Set<String>> values) {
    var agencies = values.get(Field.MANAGING_AGENCIES);
    var level = values.get(Field.MANAGING_AGENCY_LEVEL);
    return agencies == null
        || level == null
        || agencies.contains("ONE")
        || level.contains(AgencyLevel.OPEN.name());
  }

  private static boolean advance(int[] index, List<List<Set<String>>> options) {
    for (var i = 0; i < index.length; i++) {
      index[i]++;
      if (index[i] < options.get(i).size()) {
        return true;
      }
      index[i] = 0;
    }
    return false;
  }

  private List<Field> fields() {
    return named.keySet().stream().filter(f -> f != Field.APPROVER).toList();
  }

  private List<Set<String>> options(Field field) {
    var values = representatives(field);
    if (!field.multiple()) {
      return values.stream().map(Set::of).toList();
    }
    var subsets = new ArrayList<Set<String>>();
    for (var bits = 0; bits < 1 << values.size(); bits++) {
      var subset = new TreeSet<String>();
      for (var i = 0; i < values.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(values.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  private List<String> representatives(Field field) {
    if (field == Field.MANAGING_AGENCY_LEVEL) {
      // No level stands for another: which ones are possible depends on the number of agencies.
      return List.copyOf(field.domain());
    }
    var mentioned = named.get(field);
    var values = new ArrayList<>(mentioned);
    if (field.multiple() && !askedWhole.contains(field)) {
      return values;
    }
    field.domain().stream().filter(v -> !mentioned.contains(v)).findFirst().ifPresent(values::add);
    return values;
  }

  private List<@Nullable BigDecimal> usd() {
    var amounts = new ArrayList<@Nullable BigDecimal>();
    amounts.add(null);
    if (!limits.isEmpty()) {
      amounts.add(BigDecimal.ZERO);
      amounts.addAll(limits);
    }
    return amounts;
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.Is(var field, var value) -> {
        // "This value and no other" sees other values too, "at least one of these" does not.
        askedWhole.add(field);
        name(field, Set.of(value));
      }
      case Condition.In(var field, var values) -> {
        askedWhole.add(field);
        name(field, values);
      }
      case Condition.Contains(var field, var values) -> name(field, values);
      case Condition.Under(var usd) -> limits.add(usd);
      case Condition.Not(var inner) -> collect(inner);
      case Condition.All(var inner) -> inner.forEach(this::collect);
      case Condition.Any(var inner) -> inner.forEach(this::collect);
    }
  }

  private void name(Field field, Set<String> values) {
    named.computeIfAbsent(field, f -> new TreeSet<>()).addAll(values);
  }
}
