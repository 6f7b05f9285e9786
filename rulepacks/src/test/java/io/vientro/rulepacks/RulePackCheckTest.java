package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.dossier.DecisionContent.FinancialMechanism;
import io.vientro.core.dossier.DecisionContent.ManagementMode;
import io.vientro.core.rules.DutyParty;
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
          lead: HOME_AFFAIRS_MINISTRY              | lead: §HOME_MINISTRY                          | not a role of this pack
          answers: [FATHERLAND_FRONT_COMMITTEE, PROVINCIAL_PLANNING_DEPARTMENT] | answers: [FATHERLAND_FRONT_COMMITTEE, §EXEMPT] | not a role of this pack
          proposes: FATHERLAND_FRONT_COMMITTEE     | proposes: §PRIME_MINISTER                     | not among the answers
          consultee: PROVINCIAL_POLICE             | consultee: §PROVINCIAL_COURT                  | not a role of this pack
          answers: [COMPULSORY, EXEMPT]            | answers: §[COMPULSORY]                        | must be [COMPULSORY, EXEMPT]
          answers: [COMPULSORY, EXEMPT]            | answers: §[COMPULSORY, EXEMPT, MAYBE]         | must be [COMPULSORY, EXEMPT]
          recorded-for: [PRIME_MINISTER]           | recorded-for: §[MANAGING_AGENCY]              | MANAGING_AGENCY approves nothing
          addressee: FINANCE_MINISTRY              | addressee: §OWNER                             | not a role of this pack
          days: opinion-days                       | days: §opinion-hours                          | not a parameter of this pack
          unit: opinion-unit                       | unit: §opinion-units                          | not a parameter of this pack
          id: lead-local                           | id: §lead-central                             | taken by an earlier entry
          id: pm-public-security                   | id: §pm-finance                               | taken by an earlier entry
          id: recovery-by-another-approver         | id: §recovery-by-head-of-managing-agency      | taken by an earlier entry
          part: CO_PROVIDERS                       | part: §PROVIDER                               | taken by an earlier entry
          id: pm-approval-finance                  | id: §approval-finance                         | taken by an earlier entry
          id: signature                            | id: §opinion                                  | taken by an earlier entry
          id: refusal-notice                       | id: §decision-notice                          | taken by a time limit
          id: consultation-on-recovery-aid         | id: §several-managing-agencies                | taken by an earlier entry
          { field: managing-agencies, is: NONE }   | §{ field: managing-agency.level, is: OPEN }   | only tables that follow acceptance
          { field: modality, is: NON_PROJECT }     | §{ field: managing-agency.level, is: OPEN }   | only tables that follow acceptance
          { field: approver, is: PRIME_MINISTER }\\n    receiver | §{ field: managing-agency.level, is: OPEN }\\n    receiver | only tables that follow acceptance
          { field: managing-agency.level, is: LOCAL } | { field: managing-agency.level, is: §PROVINCIAL } | not a value of managing-agency.level
          """)
  void what_does_not_resolve_or_fit_is_refused_where_it_stands(
      String find, String replace, String message) {
    Edit.of(PACK, find.replace("\\n", "\n"), replace.replace("\\n", "\n")).assertFinding(message);
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

  /** Pairs of facts, of which each one doubles the ways in which the whole may fail. */
  private static final String WIDE =
      """
      { any: [
          { all: [ { field: provider.papers, is: OTHER }, { field: provider.class, is: COMPANY } ] },
          { all: [ { field: goods.classes, is: VEHICLE }, { field: experts, is: "YES" } ] },
          { all: [ { field: goods.used-classes, is: VEHICLE }, { field: modality, is: PROJECT } ] },
          { all: [ { field: goods.used-temporary-classes, is: VEHICLE }, { field: scope.gift, is: OTHER } ] },
          { all: [ { field: scope.prohibited, is: BANNED_IMPORT }, { field: disaster.kind, is: RELIEF } ] },
          { all: [ { field: scope.treaty-level, is: "YES" }, { field: scope.part-of-oda, is: "YES" } ] },
          { all: [ { field: scope.from-vietnam, is: "YES" }, { field: scope.profit-sharing, is: "YES" } ] },
          { all: [ { field: scope.individual-research, is: "YES" }, { field: scope.sale-of-goods, is: "YES" } ] },
          { all: [ { field: goods.import, is: PRIME_MINISTER }, { field: scope.foreign-invested-provider, is: "YES" } ] } ] }\
      """
          .replace("\n", " ");

  @Test
  void a_table_that_nobody_can_check_is_refused() {
    var text =
        PACK.replace(
            "  - id: prime-minister-imports\n",
            entry("wide", WIDE).replace("§", "") + "  - id: prime-minister-imports\n");
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
  void a_case_without_a_lead_is_shown() {
    var rest =
        PACK.substring(
            PACK.indexOf("  - id: lead-agency-not-settled"), PACK.indexOf("\nconsultees:"));
    assertThatThrownBy(() -> RulePackLoader.parse(PACK.replace(rest, ""), "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(
            "/appraisal-leads: 1 cases have no outcome, such as: approver HEAD_OF_MANAGING_AGENCY,"
                + " managing-agency.level OPEN");
  }

  @Test
  void a_lead_in_the_shadow_of_earlier_ones_is_refused() {
    Edit.of(
            PACK,
            "  - id: lead-agency-not-settled\n",
            "  - §id: shadowed\n"
                + "    articles: \"9.3\"\n"
                + "    when: { field: approver, is: VFF_PRESIDENT }\n"
                + "    lead: MANAGING_AGENCY\n"
                + "    confidence: INFERRED\n"
                + "  - id: lead-agency-not-settled\n")
        .assertFinding("has the same condition as the earlier entry lead-fatherland-front");
    // Only one managing agency has a level, so that no case is left for the question at the end.
    Edit.of(
            PACK,
            "  - id: lead-agency-not-settled\n",
            "  - §id: shadowed\n    articles: \"9.3\"\n    when: { all: [ { field:"
                + " managing-agencies, is: SEVERAL }, { field: managing-agency.level, is: LOCAL } ]"
                + " }\n    lead: MANAGING_AGENCY\n    confidence: INFERRED\n"
                + "  - id: lead-agency-not-settled\n")
        .assertFinding("can never hold");
  }

  @Test
  void an_exemption_that_is_never_reached_is_refused_and_none_at_all_is_fine() {
    Edit.of(
            PACK,
            "  # The other approvers of Art. 7 are not named",
            "  - §id: again\n"
                + "    articles: \"10.4\"\n"
                + "    when: { all: [ { field: purpose, is: CONSEQUENCE_RECOVERY }, { field:"
                + " modality, is: PROJECT }, { field: approver, is: HEAD_OF_MANAGING_AGENCY } ] }\n"
                + "    confidence: SOURCED\n"
                + "  # The other approvers of Art. 7 are not named")
        .assertFinding("is never reached: earlier entries decide every case in which it holds");
    var all =
        PACK.substring(PACK.indexOf("consultation-exemptions:"), PACK.indexOf("\ndecision:\n"));
    var none = PACK.replace(all, "consultation-exemptions: []\n");
    assertThat(RulePackLoader.parse(none, "edited.yaml").road())
        .satisfies(r -> assertThat(r).isNotNull())
        .extracting(RulePack.Road::exemptions)
        .isEqualTo(List.of());
  }

  @Test
  void who_is_asked_or_told_in_no_case_or_twice_is_refused() {
    var never =
        "    when: { all: [ { field: modality, is: PROJECT }, { field: modality, is: PROGRAMME } ]"
            + " }\n";
    Edit.of(
            PACK,
            "  # 10.2.b: cases of 7.2",
            "  - §id: never\n    articles: \"10.2\"\n%s    consultee: PROVINCIAL_POLICE\n    confidence: SOURCED\n  # 10.2.b: cases of 7.2"
                .formatted(never))
        .assertFinding("can never hold");
    Edit.of(
            PACK,
            "  # 11.2 says \"the managing",
            "  - §id: never\n    articles: \"11.2\"\n    outcome: REFUSAL\n%s    addressee: PROVIDER\n    confidence: SOURCED\n  # 11.2 says \"the managing"
                .formatted(never))
        .assertFinding("can never hold");
    Edit.of(
            PACK,
            "  # 10.2.b: cases of 7.2",
            "  - §id: twice\n"
                + "    articles: \"10.2\"\n"
                + "    when: { field: approver, is: PRIME_MINISTER }\n"
                + "    consultee: FINANCE_MINISTRY\n"
                + "    confidence: SOURCED\n"
                + "  # 10.2.b: cases of 7.2")
        .assertFinding("says the same as an earlier entry");
    Edit.of(
            PACK,
            "        all:\n"
                + "          - { field: modality, is: NON_PROJECT }\n"
                + "          - { field: goods.classes",
            "        all:\n"
                + "          - { field: modality, is: NON_PROJECT }\n"
                + "          - { field: modality, is: PROJECT }\n"
                + "          - { field: goods.classes§")
        .text()
        .transform(
            text ->
                assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
                    .hasMessageContaining("/decision/content/7: can never hold"));
  }

  @Test
  void parameters_of_an_agency_limit_take_what_the_limit_reads() {
    var days =
        PACK.replace(
            "opinion (10.2 is silent)\" }\n", "opinion (10.2 is silent)\" }\n    values: [TEN]\n");
    assertThatThrownBy(() -> RulePackLoader.parse(days, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("'opinion-days' must take whole numbers");
    var unit =
        PACK.replace(
            "en: \"Unit of the limit for an opinion\" }\n"
                + "    values: [CALENDAR_DAY, WORKING_DAY, HOUR, MONTH]",
            "en: \"Unit of the limit for an opinion\" }\n    values: [CALENDAR_DAY, FIXED_DATE]");
    assertThatThrownBy(() -> RulePackLoader.parse(unit, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(
            "'opinion-unit' must take values of [CALENDAR_DAY, HOUR, MONTH, WORKING_DAY]");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          answers: [OTHER_ACT, IN]                      | answers: §[OTHER_ACT, PRIME_MINISTER]         | must be of
          when: { field: scope.treaty-level, is: "YES" } | when: §{ field: approver, is: PRIME_MINISTER } | cannot ask for the approver
          when: { field: scope.treaty-level, is: "YES" } | when: §{ field: changes-decision, is: "YES" } | this table cannot ask for changes-decision
          when: { field: subjects, contains: [SECURITY, DEFENCE, RELIGION] } | when: { within: §{ step: APPROVAL, months: 3 } } | only the scope table
          fixed: ["01-15"]                              | fixed: [§"02-29"]                             | no day of every year
          fixed: ["01-15"]                              | fixed: [§"15"]                                | no day of every year
          fixed: ["10"]                                 | fixed: [§"30"]                                | no day of every month
          fixed: ["10"]                                 | fixed: [§"01-10"]                             | no day of every month
          fixed: ["02-15", "07-31"]                     | fixed: §["07-31"]                             | names 1 dates for HALF_YEAR
          late-after: reception-closes-at               | late-after: §closing-time                     | is not a parameter
          tell: [APPROVER, MANAGING_AGENCY]             | tell: §[APPROVER, OWNER]                      | owes it and is told anyhow
          parameter: warning-days                       | parameter: §warn-days                         | is not a parameter
          limit: not-started                            | limit: §never-started                         | is not a limit
          mode: OWN_PROJECT_UNIT                        | mode: §IN_HOUSE_UNIT                          | is taken by an earlier entry
          decides: SAME                                 | decides: §FINANCE_MINISTRY                    | is none of
          answers: [SAME, PRIME_MINISTER, NOBODY]       | answers: §[SAME, FINANCE_MINISTRY]            | must be of
          """)
  void what_scope_limits_and_life_refer_to_exists_and_fits(
      String find, String replace, String message) {
    Edit.of(PACK, find, replace).assertFinding(message);
  }

  @Test
  void only_a_limit_in_days_can_pause() {
    var limit = PACK.substring(PACK.indexOf("  - id: not-started"));
    refused(
        limit.substring(0, limit.indexOf("NO_STOP") + 7),
        "NO_STOP",
        "PAUSE_RESUME",
        "only a limit in days can pause");
  }

  @Test
  void only_what_starts_with_the_implementation_recurs_and_somebody_owes_it() {
    var limit = PACK.substring(PACK.indexOf("  - id: not-started"));
    refused(
        limit.substring(0, limit.indexOf("debtor: OWNER")) + "debtor",
        "    debtor",
        "    recurrence: YEAR\n    debtor",
        "only what starts with the implementation recurs");
    refused(
        "    owed-without-limit: true\n    debtor: OWNER\n",
        "    debtor: OWNER\n",
        "",
        "nobody owes it");
  }

  @Test
  void a_scope_entry_that_earlier_ones_hide_or_that_asks_in_vain_is_refused() {
    refused(
        "  - id: treaty-level\n    articles: \"1.2.a\"\n    when: { field: scope.treaty-level, is:"
            + " \"YES\" }\n",
        "    when: { field: scope.treaty-level, is: \"YES\" }\n",
        "",
        "is never reached: earlier entries decide every case");
    refused(
        "    when: { field: scope.treaty-level, is: \"YES\" }\n",
        "\"YES\" }\n",
        "\"YES\" }\n    question:\n      id: in-vain\n      text: { vi: a, en: a }\n      answers:"
            + " [IN, OUT]\n",
        "is never asked: the facts always tell");
  }

  @Test
  void a_scope_entry_asks_and_names_another_act_where_its_outcome_says_so() {
    refused("    outcome: IN\n", "IN", "QUESTION", "asks nothing");
    refused(
        "    other-act: \"Decree 50/2020/NĐ-CP\"\n",
        "    other-act: \"Decree 50/2020/NĐ-CP\"\n",
        "",
        "names another act exactly if it may govern the aid");
  }

  @Test
  void a_window_of_which_nothing_may_be_known_needs_its_question() {
    var from = PACK.indexOf("    question:\n      id: disaster-relief-not-settled");
    var question = PACK.substring(from, PACK.indexOf("    confidence: SOURCED\n", from));
    refused(question, question, "", "cases have no outcome");
  }

  @Test
  void a_table_whose_entries_overlap_says_that_its_order_is_precedence() {
    refused(
        "in-order: [scope, authority, receivers, appraisal-leads, consultation-exemptions,"
            + " adjustment]",
        ", adjustment]",
        "]",
        "holds together with the earlier entry");
    refused(
        "in-order: [scope, authority, ",
        "[scope, authority, ",
        "[authority, ",
        "holds together with the earlier entry");
  }

  @Test
  void a_condition_of_a_limit_can_hold() {
    refused(
        "    when: { field: modality, in: [PROGRAMME, PROJECT] }\n    owed-without-limit",
        "{ field: modality, in: [PROGRAMME, PROJECT] }",
        "{ all: [ { field: modality, is: PROGRAMME }, { field: modality, is: PROJECT } ] }",
        "is never owed");
  }

  private static void refused(String part, String find, String replace, String message) {
    assertThat(PACK).contains(part);
    var at = PACK.indexOf(part);
    var changed =
        part.substring(0, part.lastIndexOf(find))
            + replace
            + part.substring(part.lastIndexOf(find) + find.length());
    var text = PACK.substring(0, at) + changed + PACK.substring(at + part.length());
    assertThatThrownBy(() -> RulePackLoader.parse(text, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_pack_has_all_sections_of_the_road_or_none() {
    var withoutNotices =
        PACK.replace(
            PACK.substring(PACK.indexOf("\nnotices:\n"), PACK.indexOf("\nagency-limits:\n")), "");
    assertThatThrownBy(() -> RulePackLoader.parse(withoutNotices, "edited.yaml"))
        .isInstanceOf(RulePackException.class)
        .satisfies(e -> assertThat(((RulePackException) e).findings()).hasSize(1))
        .hasMessageContaining("field 'notices' is missing; it goes with others that are there");
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
    assertThat(words(schema.at("/$defs/start/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.Start.values()));
    assertThat(words(schema.at("/$defs/on-supplement/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.OnSupplement.values()));
    assertThat(words(schema.at("/$defs/unit/enum")))
        // A date that the law names itself is written under fixed.
        .containsExactlyInAnyOrderElementsOf(names(GoldenLife.units().toArray(Enum[]::new)));
    assertThat(words(schema.at("/$defs/party/enum")))
        .containsExactlyInAnyOrderElementsOf(names(DutyParty.values()));
    assertThat(words(schema.at("/$defs/time-limit/properties/fulfilled-by/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.Fulfilment.values()));
    assertThat(words(schema.at("/$defs/scope/properties/outcome/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.ScopeOutcome.values()));
    assertThat(words(schema.at("/$defs/management/properties/mode/enum")))
        .containsExactlyInAnyOrderElementsOf(names(ManagementMode.values()));
    assertThat(words(schema.at("/$defs/condition/properties/within/properties/step/enum")))
        .containsExactlyInAnyOrderElementsOf(names(Disaster.Step.values()));
    assertThat(Field.MANAGEMENT_MODE.domain())
        .containsExactlyInAnyOrderElementsOf(names(ManagementMode.values()));
    assertThat(Field.FINANCIAL_MECHANISM.domain())
        .containsExactlyInAnyOrderElementsOf(names(FinancialMechanism.values()));
    assertThat(words(schema.at("/$defs/end-rule/enum")))
        .containsExactlyInAnyOrderElementsOf(names(LegalTerm.EndRule.values()));
    assertThat(words(schema.at("/$defs/content/properties/part/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.DecisionPart.values()));
    assertThat(words(schema.at("/$defs/notice/properties/outcome/enum")))
        .containsExactlyInAnyOrderElementsOf(names(RulePack.OutcomeKind.values()));
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
