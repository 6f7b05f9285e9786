package io.vientro.rulepacks;

import static io.vientro.rulepacks.RulePackLoader.bilingual;
import static io.vientro.rulepacks.RulePackLoader.confidence;
import static io.vientro.rulepacks.RulePackLoader.each;
import static io.vientro.rulepacks.RulePackLoader.question;
import static io.vientro.rulepacks.RulePackLoader.text;
import static io.vientro.rulepacks.RulePackLoader.textOrNull;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.ConsulteeEntry;
import io.vientro.core.rules.RulePack.ContentEntry;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.DecisionRule;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.NoticeEntry;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.Start;
import tools.jackson.databind.JsonNode;

/** Reads what follows acceptance (Art. 9 to 11), whose shape the schema has checked. */
final class RoadReader {
  private RoadReader() {}

  static Road road(JsonNode root) {
    return new Road(
        each(root.get("appraisal-leads"), RoadReader::lead),
        each(root.get("consultees"), RoadReader::consultee),
        each(root.get("consultation-exemptions"), RoadReader::exemption),
        decision(root.get("decision")),
        each(root.get("notices"), RoadReader::notice),
        each(root.get("agency-limits"), RoadReader::agencyLimit));
  }

  private static LeadEntry lead(JsonNode node) {
    return new LeadEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        textOrNull(node, "lead"),
        node.has("question") ? question(node.get("question")) : null,
        confidence(node),
        node.has("note") ? bilingual(node.get("note")) : null);
  }

  private static ConsulteeEntry consultee(JsonNode node) {
    return new ConsulteeEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        text(node, "consultee"),
        confidence(node));
  }

  private static ExemptionEntry exemption(JsonNode node) {
    return new ExemptionEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        node.has("question") ? question(node.get("question")) : null,
        confidence(node));
  }

  private static DecisionRule decision(JsonNode node) {
    return new DecisionRule(
        each(node.get("content"), RoadReader::content),
        Conditions.texts(node.get("recorded-for")),
        text(node, "conclusion-articles"));
  }

  private static ContentEntry content(JsonNode node) {
    return new ContentEntry(
        DecisionPart.valueOf(text(node, "part")),
        text(node, "articles"),
        bilingual(node.get("name")),
        Conditions.when(node),
        confidence(node));
  }

  private static NoticeEntry notice(JsonNode node) {
    return new NoticeEntry(
        text(node, "id"),
        text(node, "articles"),
        OutcomeKind.valueOf(text(node, "outcome")),
        Conditions.when(node),
        text(node, "addressee"),
        confidence(node));
  }

  private static AgencyLimitEntry agencyLimit(JsonNode node) {
    return new AgencyLimitEntry(
        text(node, "id"),
        bilingual(node.get("name")),
        text(node, "days"),
        text(node, "unit"),
        LegalTerm.Unit.valueOf(text(node, "default-unit")),
        LegalTerm.EndRule.valueOf(text(node, "end-rule")),
        text(node, "articles"),
        Start.valueOf(text(node, "start")),
        OnSupplement.valueOf(text(node, "on-supplement")),
        LifeReader.traits(node));
  }
}
