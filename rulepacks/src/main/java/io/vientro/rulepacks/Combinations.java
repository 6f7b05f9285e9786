package io.vientro.rulepacks;

import io.vientro.core.aid.Disaster;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Condition.Within;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every case that a group of conditions can tell apart. Values that all conditions treat alike are
 * tried once; of a multiple-valued field all sets of values are tried. A case is chosen part by
 * part, as whoever looks at it asks: what nobody asks for makes no difference and is not varied.
 */
final class Combinations {
  /**
   * Above this a table is not checked but refused: a table that nobody can check is no table for a
   * decree.
   */
  static final long LIMIT = 1_000_000;

  /** Key of the worth in USD among the parts of a case. */
  private static final String USD = "usd";

  private static final Object NOT_STATED = new Object();

  /** A part of a case that somebody asked for before it was chosen. */
  private static final class Asked extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object part;

    Asked(Object part) {
      // It says where to go on, not what went wrong: no trace.
      super(null, null, false, false);
      this.part = part;
    }
  }

  /**
   * One case, as far as it is chosen.
   *
   * @param part field, window or worth chosen last
   * @param before what was chosen before it, or null
   */
  record Case(Object part, Object value, @Nullable Case before) implements Condition.Case {
    static final Case NOTHING = new Case(NOT_STATED, NOT_STATED, null);

    Truth test(Condition condition) {
      return condition.test(this);
    }

    private Object chosen(Object wanted) {
      for (var c = this; c != null; c = c.before) {
        if (c.part.equals(wanted)) {
          return c.value;
        }
      }
      throw new Asked(wanted);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<String> values(Field field) {
      return (Set<String>) chosen(field);
    }

    @Override
    public @Nullable BigDecimal usd() {
      return chosen(USD) instanceof BigDecimal usd ? usd : null;
    }

    @Override
    public Truth within(Within window) {
      return (Truth) chosen(window);
    }

    /** Whether what was chosen last can go with all that was chosen before. */
    private boolean possible() {
      for (var c = before; c != null; c = c.before) {
        if (!compatible(part, value, c.part, c.value)
            || !compatible(c.part, c.value, part, value)) {
          return false;
        }
      }
      return true;
    }

    /** Only one managing agency has a level; only a disaster has windows and a recipient. */
    private static boolean compatible(Object a, Object chosen, Object b, Object other) {
      if (a == Field.MANAGING_AGENCIES && b == Field.MANAGING_AGENCY_LEVEL) {
        return chosen.equals(Set.of("ONE")) || other.equals(Set.of(AgencyLevel.OPEN.name()));
      }
      if (a == Field.DISASTER && chosen.equals(Set.of("NONE"))) {
        return !(b instanceof Within) && b != Field.DISASTER_RECIPIENT
            || other == Truth.UNKNOWN
            || other.equals(Set.of());
      }
      if (a instanceof Within shorter && b instanceof Within longer) {
        return nested(shorter, (Truth) chosen, longer, (Truth) other);
      }
      return true;
    }

    /** What falls into a window falls into a longer one; what is not stated is so for both. */
    private static boolean nested(Within shorter, Truth in, Within longer, Truth inLonger) {
      return shorter.step() != longer.step()
          || shorter.months() >= longer.months()
          || in == Truth.FALSE
          || in == inLonger;
    }

    /** For a message: {@code localities NONE, purpose DEVELOPMENT}. */
    String describe() {
      var words = new TreeMap<String, String>();
      for (var c = this; c != null; c = c.before) {
        if (c.part instanceof Field field) {
          var values = values(field);
          words.put(field.key(), values.isEmpty() ? "(none)" : String.join("+", values));
        } else if (c.part instanceof Within(Disaster.Step step, int months)) {
          words.put("within " + months + " months of " + step, String.valueOf(c.value));
        } else if (c.value instanceof BigDecimal usd) {
          words.put(USD, usd.toPlainString());
        }
      }
      return words.entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<Field, Set<Set<String>>> named = new EnumMap<>(Field.class);
  private final Set<Field> askedWhole = EnumSet.noneOf(Field.class);
  private final TreeSet<BigDecimal> limits = new TreeSet<>();
  private final Map<Field, List<Set<String>>> options = new EnumMap<>(Field.class);
  private final Set<String> approvers;
  private long cases;

  /**
   * @param conditions whose fields are run through
   * @param approvers values of the fields that take the roles that approve
   */
  Combinations(Collection<Condition> conditions, Set<String> approvers) {
    this.approvers = approvers;
    conditions.forEach(this::collect);
  }

  /**
   * Runs through all cases.
   *
   * @param consumer looks at a case through its methods only, and has no effect before the last
   *     look: where it asks for a part that is not chosen yet, it is called anew
   * @return whether that were no more cases than can be checked
   */
  boolean forEach(Consumer<Case> consumer) {
    cases = 0;
    return choose(Case.NOTHING, consumer);
  }

  private boolean choose(Case chosen, Consumer<Case> consumer) {
    Object part;
    try {
      consumer.accept(chosen);
      cases++;
      return cases <= LIMIT;
    } catch (Asked asked) {
      part = asked.part;
    }
    for (var option : options(part)) {
      var next = new Case(part, option, chosen);
      if (next.possible() && !choose(next, consumer)) {
        return false;
      }
    }
    return true;
  }

  private List<?> options(Object part) {
    if (part instanceof Field field) {
      return options.computeIfAbsent(field, this::sets);
    }
    return part instanceof Within ? List.of(Truth.values()) : usd();
  }

  private List<Set<String>> sets(Field field) {
    var values = representatives(field);
    if (field.multiple()) {
      return subsets(values);
    }
    var sets = new ArrayList<Set<String>>();
    values.forEach(v -> sets.add(Set.of(v)));
    if (field == Field.DISASTER_RECIPIENT) {
      sets.add(Set.of());
    }
    return sets;
  }

  private static List<Set<String>> subsets(List<String> values) {
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

  /** One value of each group that all conditions treat alike. */
  private List<String> representatives(Field field) {
    var domain = field.takesRoles() ? approvers : field.domain();
    if (field == Field.MANAGING_AGENCY_LEVEL) {
      // No level stands for another: which ones are possible depends on the number of agencies.
      return List.copyOf(domain);
    }
    var asked = named.getOrDefault(field, Set.of());
    var groups = new LinkedHashSet<List<Boolean>>();
    var representatives = new ArrayList<String>();
    for (var value : domain) {
      var group = asked.stream().map(values -> values.contains(value)).toList();
      var nobodyAsks = !group.contains(true) && field.multiple() && !askedWhole.contains(field);
      if (!nobodyAsks && groups.add(group)) {
        representatives.add(value);
      }
    }
    return representatives;
  }

  private List<Object> usd() {
    var amounts = new ArrayList<Object>();
    amounts.add(NOT_STATED);
    amounts.add(BigDecimal.ZERO);
    amounts.addAll(limits);
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
      case Condition.Within window -> {}
      case Condition.Not(var inner) -> collect(inner);
      case Condition.All(var inner) -> inner.forEach(this::collect);
      case Condition.Any(var inner) -> inner.forEach(this::collect);
    }
  }

  private void name(Field field, Set<String> values) {
    named.computeIfAbsent(field, f -> new LinkedHashSet<>()).add(values);
  }
}
