package io.vientro.rulepacks;

import io.vientro.core.aid.Disaster;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads conditions whose shape the schema has checked. */
final class Conditions {
  private Conditions() {}

  /** The condition under {@code when}; an entry without one applies always. */
  static Condition when(JsonNode entry) {
    return entry.has("when") ? condition(entry.get("when")) : Condition.ALWAYS;
  }

  private static Condition condition(JsonNode node) {
    if (node.has("is")) {
      return new Condition.Is(field(node), node.get("is").stringValue());
    }
    if (node.has("in")) {
      return new Condition.In(field(node), texts(node.get("in")));
    }
    if (node.has("contains")) {
      return new Condition.Contains(field(node), texts(node.get("contains")));
    }
    if (node.has("under")) {
      return new Condition.Under(new BigDecimal(node.get("under").stringValue()));
    }
    if (node.has("within")) {
      var within = node.get("within");
      return new Condition.Within(
          Disaster.Step.valueOf(within.get("step").stringValue()), within.get("months").intValue());
    }
    if (node.has("not")) {
      return new Condition.Not(condition(node.get("not")));
    }
    return node.has("all")
        ? new Condition.All(conditions(node.get("all")))
        : new Condition.Any(conditions(node.get("any")));
  }

  private static List<Condition> conditions(JsonNode nodes) {
    var conditions = new ArrayList<Condition>();
    nodes.forEach(n -> conditions.add(condition(n)));
    return conditions;
  }

  private static Field field(JsonNode node) {
    var key = node.get("field").stringValue();
    return Field.named(key)
        .orElseThrow(() -> new IllegalStateException("the schema lets pass the field " + key));
  }

  static Set<String> texts(JsonNode nodes) {
    var texts = new TreeSet<String>();
    nodes.forEach(n -> texts.add(n.stringValue()));
    return texts;
  }
}
