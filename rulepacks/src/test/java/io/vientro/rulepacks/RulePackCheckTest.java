package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Packs of the right shape that make no sense. The mark § shows where the finding is expected. */
class RulePackCheckTest {
  private static final String PACK = CheckedFile.resource("nd80-2020.yaml");

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          approver: VFF_PRESIDENT                  | approver: §VFF_CHAIR                          | not a role of this pack
          receiver: MANAGING_AGENCY                | receiver: §SOMEBODY                           | not a role of this pack
          proposes: VFF_PRESIDENT                  | proposes: §HEAD_OF_ASSOCIATION                | not among the answers
          answers: [PRIME_MINISTER, HEAD_OF_MANAGING_AGENCY]    | answers: [PRIME_MINISTER, §NOBODY]            | not a role of this pack
          { field: localities, is: NONE }          | { field: localities, is: §ZERO }              | not a value of localities
          { field: localities, is: NONE }          | §{ field: localities, contains: [NONE] }      | one value at a time
          { field: subjects, contains: [LAW_DRAFTING_COMPONENT] } | §{ field: subjects, in: [LAW_DRAFTING_COMPONENT] } | use contains
          { field: localities, is: NONE }          | §{ field: approver, is: PRIME_MINISTER }      | cannot ask for the approver
          { field: recipient.kind, is: RELIGIOUS_BODY } | { field: recipient.kind, is: §RELIGIOUS_ORDER } | not a value of recipient.kind
          id: prime-minister-imports               | id: §law-drafting                             | taken by an earlier entry
          id: expert-resume                        | id: §legal-status-other                       | taken by an earlier entry
          id: decision-notice                      | id: §appraisal                                | taken by an earlier entry
          name: opinion-days                       | name: §completeness-check-days                | taken by an earlier entry
          also-accepted: accepted-translation-acts | also-accepted: §other-acts                    | not a parameter of this pack
          waived-online: electronic-filing-replaces-sets | waived-online: §replaces-sets                 | not a parameter of this pack
          to: "2025-12-07"                         | to: §"2020-09-16"                             | before the first
          """)
  void what_does_not_resolve_or_fit_is_refused_where_it_stands(
      String find, String replace, String message) {
    Edit.of(PACK, find, replace).assertFinding(message);
  }

  @Test
  void an_entry_that_repeats_an_earlier_condition_is_refused() {
    Edit.of(
            PACK,
            "  - id: prime-minister-imports\n",
            entry("again", "{ field: subjects, contains: [DEFENCE, RELIGION, SECURITY] }")
                + "  - id: prime-minister-imports\n")
        .assertFinding("has the same condition as the earlier entry security-defence-religion");
  }

  @Test
  void an_entry_in_the_shadow_of_earlier_ones_is_refused_and_told_which() {
    Edit.of(
            PACK,
            "  - id: prime-minister-imports\n",
            entry("shadowed", "{ field: subjects, contains: [DEFENCE, LAW_DRAFTING_OBJECTIVE] }")
                + "  - id: prime-minister-imports\n")
        .assertFinding(
            "is never reached: earlier entries decide every case in which it holds: law-drafting,"
                + " recovery-with-clause-1-content, security-defence-religion");
  }

  @Test
  void an_entry_that_contradicts_itself_is_refused() {
    Edit.of(
            PACK,
            "  - id: prime-minister-imports\n",
            entry(
                    "never",
                    "{ all: [ { field: localities, is: ONE }, { not: { field: localities, in: [ONE,"
                        + " NONE] } } ] }")
                + "  - id: prime-minister-imports\n")
        .assertFinding("can never hold");
  }

  @Test
  void a_case_without_an_outcome_is_shown() {
    var rest =
        PACK.substring(PACK.indexOf("  - id: no-managing-agency"), PACK.indexOf("\nreceivers:"));
    var text = PACK.replace(rest, "");
    assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("cases have no outcome, such as:")
        .hasMessageContaining("managing-agencies NONE");
  }

  @Test
  void an_approver_without_a_receiver_is_shown() {
    var text =
        PACK.replace(
            "VFF_PRESIDENT, HEAD_OF_ASSOCIATION] }\n    receiver",
            "VFF_PRESIDENT] }\n    receiver");
    assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(
            "/receivers: 1 cases have no outcome, such as: approver HEAD_OF_ASSOCIATION");
  }

  @Test
  void an_entry_on_an_amount_that_need_not_be_stated_leaves_cases_open() {
    var text =
        PACK.replace(
            "  - id: prime-minister-imports\n",
            entry("cheap", "{ under: \"5000\" }").replace("§", "")
                + "  - id: prime-minister-imports\n");
    assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("cases have no outcome");
  }

  @Test
  void a_table_that_nobody_can_check_is_refused() {
    var text =
        PACK.replace(
            "  - id: prime-minister-imports\n",
            entry(
                        "wide",
                        "{ all: [ { field: provider.papers, is: OTHER }, { field: provider.class,"
                            + " is: COMPANY }, { field: goods.classes, is: VEHICLE }, { field:"
                            + " goods.used-classes, is: VEHICLE } ] }")
                    .replace("§", "")
                + "  - id: prime-minister-imports\n");
    assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("cannot be checked");
  }

  @Test
  void a_paper_that_is_never_owed_or_owed_twice_is_refused() {
    Edit.of(
            PACK,
            "  - id: legal-status-other\n",
            paper(
                    "never",
                    "{ all: [ { field: provider.papers, is: OTHER }, { field: provider.papers, is:"
                        + " INDIVIDUAL } ] }")
                + "  - id: legal-status-other\n")
        .assertFinding("is never owed");
    Edit.of(
            PACK,
            "  # Experts and volunteers",
            paper("twice", "{ field: provider.papers, is: OTHER }") + "  # Experts and volunteers")
        .assertFinding("asks for the same paper in the same cases as legal-status-other");
  }

  @Test
  void the_schema_names_the_fields_and_kinds_that_the_code_knows() {
    var schema = JsonMapper.shared().readTree(CheckedFile.resource("rule-pack.schema.json"));
    assertThat(words(schema.at("/$defs/condition/properties/field/enum")))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Field.values()).map(Field::key).toList());
    assertThat(words(schema.at("/$defs/paper/properties/kinds/items/enum")))
        .containsExactlyInAnyOrderElementsOf(names(DocumentKind.values()));
    assertThat(words(schema.at("/$defs/paper/properties/form/enum")))
        .containsExactlyInAnyOrderElementsOf(names(CopyForm.values()));
    assertThat(words(schema.at("/$defs/time-limit/properties/start/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.Start.values()));
    assertThat(words(schema.at("/$defs/time-limit/properties/on-supplement/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.OnSupplement.values()));
    assertThat(words(schema.at("/$defs/time-limit/properties/unit/enum")))
        .containsExactlyInAnyOrderElementsOf(names(LegalTerm.Unit.values()));
    assertThat(words(schema.at("/$defs/time-limit/properties/end-rule/enum")))
        .containsExactlyInAnyOrderElementsOf(names(LegalTerm.EndRule.values()));
    assertThat(words(schema.at("/$defs/confidence/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.Confidence.values()));
  }

  private static List<String> words(JsonNode array) {
    return RulePackLoader.each(array, JsonNode::stringValue);
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static String entry(String id, String when) {
    return "  - §id: %s\n    articles: \"7.1.a\"\n    when: %s\n    approver: PRIME_MINISTER\n    confidence: SOURCED\n"
        .formatted(id, when);
  }

  private static String paper(String id, String when) {
    return "  - §id: %s\n    articles: \"8.1\"\n    name: { vi: a, en: a }\n    kinds: [LEGAL_STATUS_PAPER]\n    when: %s\n    form: ORIGINAL\n    confidence: SOURCED\n"
        .formatted(id, when);
  }
}
