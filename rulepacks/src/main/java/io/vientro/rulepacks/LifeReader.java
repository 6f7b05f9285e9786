package io.vientro.rulepacks;

import static io.vientro.rulepacks.RulePackLoader.bilingual;
import static io.vientro.rulepacks.RulePackLoader.confidence;
import static io.vientro.rulepacks.RulePackLoader.each;
import static io.vientro.rulepacks.RulePackLoader.question;
import static io.vientro.rulepacks.RulePackLoader.text;
import static io.vientro.rulepacks.RulePackLoader.textOrNull;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack.AdjustmentEntry;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.Fulfilment;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.ManagementEntry;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.ScopeEntry;
import io.vientro.core.rules.RulePack.ScopeOutcome;
import io.vientro.core.rules.RulePack.WarningRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads scope, traits of limits and what follows the approval (Art. 1, 12 to 18), whose shape the
 * schema has checked.
 */
final class LifeReader {
  private LifeReader() {}

  static ScopeEntry scope(JsonNode node) {
    return new ScopeEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        ScopeOutcome.valueOf(text(node, "outcome")),
        textOrNull(node, "other-act"),
        node.has("question") ? question(node.get("question")) : null,
        confidence(node),
        bilingual(node.get("note")));
  }

  static Life life(JsonNode root) {
    var node = root.get("life");
    var warning = node.get("warning");
    var revocation = node.get("revocation");
    return new Life(
        new WarningRule(text(warning, "parameter"), warning.get("default-days").intValue()),
        each(root.get("management"), LifeReader::management),
        each(root.get("adjustment"), LifeReader::adjustment),
        text(revocation, "articles"),
        text(revocation, "limit"),
        text(node, "early-receipt-articles"),
        text(node, "closing-articles"));
  }

  private static ManagementEntry management(JsonNode node) {
    return new ManagementEntry(
        text(node, "id"),
        text(node, "articles"),
        text(node, "mode"),
        Conditions.when(node),
        confidence(node));
  }

  private static AdjustmentEntry adjustment(JsonNode node) {
    return new AdjustmentEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        textOrNull(node, "decides"),
        node.has("question") ? question(node.get("question")) : null,
        confidence(node),
        node.has("note") ? bilingual(node.get("note")) : null);
  }

  /** What a limit says besides its length; the very same object where it says nothing. */
  static LimitTraits traits(JsonNode node) {
    var traits =
        new LimitTraits(
            Conditions.when(node),
            node.has("recurrence") ? Recurrence.valueOf(text(node, "recurrence")) : Recurrence.ONCE,
            node.has("fixed") ? each(node.get("fixed"), JsonNode::stringValue) : List.of(),
            node.has("owed-without-limit") && node.get("owed-without-limit").booleanValue(),
            node.has("debtor") ? DutyParty.valueOf(text(node, "debtor")) : null,
            node.has("tell")
                ? each(node.get("tell"), p -> DutyParty.valueOf(p.stringValue()))
                : List.of(),
            node.has("fulfilled-by") ? Fulfilment.valueOf(text(node, "fulfilled-by")) : null,
            extension(node),
            textOrNull(node, "late-after"));
    // The ledger tells limits without traits, as of earlier versions, by this object.
    return traits.equals(LimitTraits.NONE) ? LimitTraits.NONE : traits;
  }

  private static @Nullable ExtensionRule extension(JsonNode node) {
    if (!node.has("extension")) {
      return null;
    }
    var rule = node.get("extension");
    return new ExtensionRule(
        rule.get("times").intValue(),
        rule.get("apology-days-before").intValue(),
        new LegalBasis(text(rule, "act"), text(rule, "articles")));
  }
}
