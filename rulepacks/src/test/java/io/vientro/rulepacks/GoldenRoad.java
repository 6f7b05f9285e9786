package io.vientro.rulepacks;

import static io.vientro.rulepacks.Golden.aid;
import static io.vientro.rulepacks.Golden.rows;
import static io.vientro.rulepacks.Golden.words;

import io.vientro.core.dossier.AppraisalDetermination;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Decree 80/2020 says of the road after acceptance, Art. 9 to 11, written down a second time
 * from the articles. As in {@link Golden}, each function answers where a pack deviates.
 */
final class GoldenRoad {
  private static final AgencyRegistry REGISTRY = BuiltInPacks.trainingAgencies();

  private static final List<String> APPROVERS =
      List.of(
          "PRIME_MINISTER",
          "HEAD_OF_MANAGING_AGENCY",
          "MINISTER_OF_HOME_AFFAIRS",
          "VFF_PRESIDENT",
          "HEAD_OF_ASSOCIATION");

  private static final List<String> PROVIDERS =
      List.of(
          "class=FOREIGN_NGO",
          // E15: not registered in Vietnam, and a foreign NGO all the same.
          "class=FOREIGN_NGO provider=OTHER",
          "class=INDIVIDUAL provider=INDIVIDUAL",
          "class=COMPANY provider=OTHER",
          "class=RESEARCH_OR_TRAINING_BODY provider=OTHER",
          "class=FOREIGN_AGENCY provider=DIPLOMATIC_MISSION");

  private GoldenRoad() {}

  /**
   * Art. 9: who leads the appraisal. Approver | levels of the managing agency | lead, or {@code ?
   * id > proposed (answers)} | article and confidence.
   */
  static final String ARTICLE_9 =
      """
      PRIME_MINISTER           | CENTRAL LOCAL OPEN | PLANNING_FOCAL_MINISTRY        | 9.2 SOURCED
      HEAD_OF_MANAGING_AGENCY  | CENTRAL            | MANAGING_AGENCY                | 9.3 SOURCED
      HEAD_OF_MANAGING_AGENCY  | LOCAL              | PROVINCIAL_PLANNING_DEPARTMENT | 9.3 SOURCED
      HEAD_OF_MANAGING_AGENCY  | OPEN               | ? lead-agency-not-settled > - (PLANNING_FOCAL_MINISTRY MANAGING_AGENCY PROVINCIAL_PLANNING_DEPARTMENT) | 9.2, 9.3 INFERRED
      MINISTER_OF_HOME_AFFAIRS | CENTRAL OPEN       | HOME_AFFAIRS_MINISTRY          | 9.3, 32 INFERRED
      MINISTER_OF_HOME_AFFAIRS | LOCAL              | ? lead-home-affairs-in-a-province > HOME_AFFAIRS_MINISTRY (HOME_AFFAIRS_MINISTRY PROVINCIAL_PLANNING_DEPARTMENT) | 9.3, 32 INFERRED
      VFF_PRESIDENT            | CENTRAL OPEN       | FATHERLAND_FRONT_COMMITTEE     | 9.3 INFERRED
      VFF_PRESIDENT            | LOCAL              | ? lead-fatherland-front-in-a-province > FATHERLAND_FRONT_COMMITTEE (FATHERLAND_FRONT_COMMITTEE PROVINCIAL_PLANNING_DEPARTMENT) | 9.3 INFERRED
      HEAD_OF_ASSOCIATION      | CENTRAL LOCAL OPEN | MANAGING_AGENCY                | 9.3 INFERRED
      """;

  /**
   * Art. 10.2: who is asked. Approver | levels | roles in their order | article and confidence. The
   * union of friendship organizations stands for "if the provider is a foreign NGO" (C4: it is in
   * no local list, and clause 7.5 is in the central one alone).
   */
  static final String ARTICLE_10_2 =
      """
      PRIME_MINISTER           | CENTRAL LOCAL OPEN | FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.a SOURCED
      HEAD_OF_MANAGING_AGENCY  | CENTRAL            | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b SOURCED
      MINISTER_OF_HOME_AFFAIRS | CENTRAL            | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b SOURCED
      VFF_PRESIDENT            | CENTRAL            | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b SOURCED
      HEAD_OF_ASSOCIATION      | CENTRAL LOCAL OPEN | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b SOURCED
      HEAD_OF_MANAGING_AGENCY  | OPEN               | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b INFERRED
      MINISTER_OF_HOME_AFFAIRS | OPEN               | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b INFERRED
      VFF_PRESIDENT            | OPEN               | PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY PUBLIC_SECURITY_MINISTRY FOREIGN_AFFAIRS_MINISTRY FRIENDSHIP_UNION | 10.2.b INFERRED
      HEAD_OF_MANAGING_AGENCY  | LOCAL              | PROVINCIAL_FINANCE_DEPARTMENT PROVINCIAL_POLICE | 10.2.c SOURCED
      MINISTER_OF_HOME_AFFAIRS | LOCAL              | PROVINCIAL_FINANCE_DEPARTMENT PROVINCIAL_POLICE | 10.2.c SOURCED
      VFF_PRESIDENT            | LOCAL              | PROVINCIAL_FINANCE_DEPARTMENT PROVINCIAL_POLICE | 10.2.c SOURCED
      """;

  /**
   * Art. 10.4: when consultation is not compulsory. Purpose | modalities | approvers | what is
   * said. All else is compulsory, also programmes and cases of the Prime Minister.
   */
  static final String ARTICLE_10_4 =
      """
      recovery | project non-project | HEAD_OF_MANAGING_AGENCY | EXEMPT | 10.4 SOURCED
      recovery | project non-project | MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION | ? consultation-on-recovery-aid > COMPULSORY (COMPULSORY EXEMPT) | 10.4 INFERRED
      """;

  /** Art. 11.1: what a decision states. Part | of which aid | article and confidence. */
  static final String ARTICLE_11_1 =
      """
      TITLE               | any             | 11.1 SOURCED
      MANAGING_AGENCIES   | managed         | 11.1 INFERRED
      OWNER               | any             | 11.1, 14.1 SOURCED
      PROVIDER            | any             | 11.1 SOURCED
      CO_PROVIDERS        | any             | 11.1 SOURCED
      OBJECTIVE           | any             | 11.1 SOURCED
      RESULTS             | any             | 11.1 SOURCED
      GOODS               | non-project in kind | 11.1.c SOURCED
      PERIOD              | any             | 11.1 SOURCED
      PLACE               | any             | 11.1 SOURCED
      GRANT               | any             | 11.1 SOURCED
      COUNTERPART         | any             | 11.1 SOURCED
      GRANT_SPLIT         | any             | 11.1 SOURCED
      FINANCIAL_MECHANISM | any             | 11.1 SOURCED
      MANAGEMENT_MODE     | any             | 11.1 SOURCED
      SALE_CONSENT        | goods to be sold | 17 SOURCED
      """;

  /** Art. 11.2, 10.3: who is told. Outcome | approvers | addressees | article and confidence. */
  static final String ARTICLE_11_2 =
      """
      APPROVAL | HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION | PROVIDER PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY | 11.2 SOURCED
      APPROVAL | PRIME_MINISTER | PROVIDER PLANNING_FOCAL_MINISTRY FINANCE_MINISTRY | 11.2 INFERRED
      REFUSAL  | PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION | PROVIDER | 10.3 SOURCED
      """;

  /**
   * The decision, and where the act is silent: limit | parameters | default unit | start | article.
   */
  static final String DECISION_AND_LIMITS =
      """
      conclusion         | 10.3
      recorded for       | PRIME_MINISTER
      completeness-check | completeness-check-days completeness-check-unit | CALENDAR_DAY ROLL_FORWARD | RECEPTION FULFILS | 10.1
      opinion            | opinion-days opinion-unit | CALENDAR_DAY ROLL_FORWARD | OPINION_REQUEST NO_STOP | 10.2
      signature          | signature-days signature-unit | CALENDAR_DAY ROLL_FORWARD | SUBMISSION_FOR_DECISION NO_STOP | 11.1
      refusal-notice     | refusal-notice-days refusal-notice-unit | CALENDAR_DAY ROLL_FORWARD | REFUSAL NO_STOP | 10.3
      """;

  /**
   * Art. 9 and 10 with the agencies of the day. Case | facts and answers | approver | day | lead |
   * consultees. (x) leads itself, [x] need not be asked, x? is not settled. Planning and finance
   * are one from 1 March 2025: one letter (E21).
   */
  static final String TAKING_PART =
      """
      Prime Minister, two ministries       | agency=bo-y-te                | PRIME_MINISTER          | 2025-02-28 | bo-ke-hoach-va-dau-tu | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      Prime Minister, one ministry         | agency=bo-y-te                | PRIME_MINISTER          | 2025-03-01 | bo-tai-chinh          | (bo-tai-chinh) bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      Prime Minister, a company gives      | agency=bo-y-te class=COMPANY  | PRIME_MINISTER          | 2025-02-28 | bo-ke-hoach-va-dau-tu | bo-tai-chinh bo-cong-an bo-ngoai-giao
      Prime Minister, from a province      | agency=ubnd-tinh-mau          | PRIME_MINISTER          | 2025-02-28 | bo-ke-hoach-va-dau-tu | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      Prime Minister, nobody manages       | agencies=0                    | PRIME_MINISTER          | 2025-03-01 | bo-tai-chinh          | (bo-tai-chinh) bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      recovery, Prime Minister             | recovery agency=bo-y-te       | PRIME_MINISTER          | 2025-02-28 | bo-ke-hoach-va-dau-tu | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      a ministry, two ministries asked     | agency=bo-y-te                | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | bo-y-te               | bo-ke-hoach-va-dau-tu bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      a ministry, one letter (E21)         | agency=bo-y-te                | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | bo-y-te               | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      an embassy gives (E16)               | agency=bo-y-te class=FOREIGN_AGENCY provider=DIPLOMATIC_MISSION | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | bo-y-te | bo-tai-chinh bo-cong-an bo-ngoai-giao
      the police ministry's own aid        | agency=bo-cong-an             | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | bo-cong-an            | bo-ke-hoach-va-dau-tu bo-tai-chinh (bo-cong-an) bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      finance's own aid, two ministries    | agency=bo-tai-chinh           | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | bo-tai-chinh          | bo-ke-hoach-va-dau-tu (bo-tai-chinh) bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      finance's own aid, one ministry      | agency=bo-tai-chinh           | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | bo-tai-chinh          | (bo-tai-chinh) bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      a province, two departments          | agency=ubnd-tinh-mau          | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | so-ke-hoach-va-dau-tu-tinh-mau | so-tai-chinh-tinh-mau cong-an-tinh-mau
      a province, one department           | agency=ubnd-tinh-mau          | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | so-tai-chinh-tinh-mau | (so-tai-chinh-tinh-mau) cong-an-tinh-mau
      a province until it is merged        | agency=ubnd-tinh-quang-binh   | HEAD_OF_MANAGING_AGENCY | 2025-06-30 | so-tai-chinh-quang-binh | (so-tai-chinh-quang-binh) cong-an-quang-binh
      a merged province: its heir (E37)    | agency=ubnd-tinh-quang-binh   | HEAD_OF_MANAGING_AGENCY | 2025-07-01 | so-tai-chinh-quang-tri | (so-tai-chinh-quang-tri) cong-an-quang-tri
      recovery in a province, project      | recovery agency=ubnd-tinh-mau | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | so-ke-hoach-va-dau-tu-tinh-mau | [so-tai-chinh-tinh-mau] [cong-an-tinh-mau]
      recovery, one department             | recovery non-project agency=ubnd-tinh-mau | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | so-tai-chinh-tinh-mau | (so-tai-chinh-tinh-mau) [cong-an-tinh-mau]
      recovery as a programme              | recovery programme agency=ubnd-tinh-mau | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | so-ke-hoach-va-dau-tu-tinh-mau | so-tai-chinh-tinh-mau cong-an-tinh-mau
      relief is no recovery                | relief agency=ubnd-tinh-mau   | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | so-ke-hoach-va-dau-tu-tinh-mau | so-tai-chinh-tinh-mau cong-an-tinh-mau
      no one agency, a head decides        | agencies=2 class=COMPANY      | HEAD_OF_MANAGING_AGENCY | 2025-02-28 | ? lead-agency-not-settled | bo-ke-hoach-va-dau-tu bo-tai-chinh bo-cong-an bo-ngoai-giao
      the same, answered                   | agencies=2 class=COMPANY answer=lead-agency-not-settled:PLANNING_FOCAL_MINISTRY | HEAD_OF_MANAGING_AGENCY | 2025-03-01 | bo-tai-chinh | (bo-tai-chinh) bo-cong-an bo-ngoai-giao
      home affairs, its own agency         | agency=bo-noi-vu class=COMPANY | MINISTER_OF_HOME_AFFAIRS | 2025-03-01 | bo-noi-vu | bo-tai-chinh bo-cong-an bo-ngoai-giao
      home affairs in a province           | agency=ubnd-tinh-mau          | MINISTER_OF_HOME_AFFAIRS | 2025-02-28 | ? lead-home-affairs-in-a-province | so-tai-chinh-tinh-mau cong-an-tinh-mau
      the same, answered with the ministry | agency=ubnd-tinh-mau answer=lead-home-affairs-in-a-province:HOME_AFFAIRS_MINISTRY | MINISTER_OF_HOME_AFFAIRS | 2025-03-01 | bo-noi-vu | so-tai-chinh-tinh-mau cong-an-tinh-mau
      the same, with the department        | agency=ubnd-tinh-mau answer=lead-home-affairs-in-a-province:PROVINCIAL_PLANNING_DEPARTMENT | MINISTER_OF_HOME_AFFAIRS | 2025-03-01 | so-tai-chinh-tinh-mau | (so-tai-chinh-tinh-mau) cong-an-tinh-mau
      home affairs, recovery               | recovery agency=bo-noi-vu class=COMPANY | MINISTER_OF_HOME_AFFAIRS | 2025-03-01 | bo-noi-vu | bo-tai-chinh? bo-cong-an? bo-ngoai-giao?
      the same, answered                   | recovery agency=bo-noi-vu class=COMPANY answer=consultation-on-recovery-aid:EXEMPT | MINISTER_OF_HOME_AFFAIRS | 2025-03-01 | bo-noi-vu | [bo-tai-chinh] [bo-cong-an] [bo-ngoai-giao]
      relief without address               | relief places=0 agencies=0    | VFF_PRESIDENT           | 2025-03-01 | ubtw-mttq-viet-nam    | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      relief, a province manages           | relief places=0 agency=ubnd-tinh-mau | VFF_PRESIDENT    | 2025-03-01 | ? lead-fatherland-front-in-a-province | so-tai-chinh-tinh-mau cong-an-tinh-mau
      an association of its own (7.5)      | agency=hoi-mau                | HEAD_OF_ASSOCIATION     | 2025-03-01 | hoi-mau               | bo-tai-chinh bo-cong-an bo-ngoai-giao lien-hiep-cac-to-chuc-huu-nghi-viet-nam
      """;

  static List<String> leads(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_9)) {
      for (var level : words(row.get(1))) {
        var actual =
            holding(road(pack).leads(), e -> e.when(), "", row.get(0), level).stream()
                .findFirst()
                .map(
                    e ->
                        (e.question() == null ? e.lead() : Golden.question(e.question()))
                            + " | "
                            + e.articles()
                            + " "
                            + e.confidence())
                .orElse("nobody");
        compare(
            deviations, "lead", row.get(0) + " " + level, row.get(2) + " | " + row.get(3), actual);
      }
    }
    return deviations;
  }

  static List<String> consultees(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_10_2)) {
      for (var level : words(row.get(1))) {
        for (var provider : PROVIDERS) {
          var expected =
              words(row.get(2)).stream()
                  .filter(r -> provider.contains("NGO") || !r.equals("FRIENDSHIP_UNION"))
                  .map(r -> r + " " + row.get(3))
                  .toList();
          var actual =
              holding(road(pack).consultees(), e -> e.when(), provider, row.get(0), level).stream()
                  .map(e -> e.consultee() + " " + e.articles() + " " + e.confidence())
                  .toList();
          compare(deviations, "asked", row.get(0) + " " + level + " " + provider, expected, actual);
        }
      }
    }
    return deviations;
  }

  static List<String> exemptions(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var purpose : List.of("development", "relief", "recovery")) {
      for (var modality : List.of("programme", "project", "non-project")) {
        for (var approver : APPROVERS) {
          var expected =
              rows(ARTICLE_10_4).stream()
                  .filter(r -> r.get(0).equals(purpose) && words(r.get(1)).contains(modality))
                  .filter(r -> words(r.get(2)).contains(approver))
                  .map(r -> r.get(3) + " | " + r.get(4))
                  .findFirst()
                  .orElse("COMPULSORY");
          var facts = purpose + " " + modality;
          var actual =
              holding(road(pack).exemptions(), e -> e.when(), facts, approver, "OPEN").stream()
                  .findFirst()
                  .map(
                      e ->
                          (e.question() == null ? "EXEMPT" : Golden.question(e.question()))
                              + " | "
                              + e.articles()
                              + " "
                              + e.confidence())
                  .orElse("COMPULSORY");
          compare(deviations, "duty", facts + " " + approver, expected, actual);
        }
      }
    }
    return deviations;
  }

  static List<String> content(RulePack pack) {
    var deviations = content(pack, "");
    deviations.addAll(content(pack, "sale"));
    return deviations;
  }

  /**
   * @param sale {@code sale} for an aid of which goods are to be sold, which the second version of
   *     the pack does not know; else empty
   */
  static List<String> content(RulePack pack, String sale) {
    var deviations = new ArrayList<String>();
    for (var modality : List.of("programme", "project", "non-project")) {
      for (var agencies : List.of("agencies=0", "agencies=1", "agencies=2")) {
        for (var goods : List.of("", "goods=used", "equipment=import", "vehicle=used")) {
          var ofThis = new TreeSet<>(List.of("any"));
          if (!agencies.equals("agencies=0")) {
            ofThis.add("managed");
          }
          if (!sale.isEmpty()) {
            ofThis.add("goods to be sold");
          }
          if (modality.equals("non-project") && !goods.isEmpty()) {
            ofThis.add("non-project in kind");
          }
          var expected =
              rows(ARTICLE_11_1).stream()
                  .filter(r -> ofThis.contains(r.get(1)))
                  .map(r -> r.get(0) + " " + r.get(2))
                  .toList();
          var facts = String.join(" ", modality, agencies, goods, sale);
          var actual =
              holding(road(pack).decision().content(), e -> e.when(), facts, "", "OPEN").stream()
                  .map(e -> e.part() + " " + e.articles() + " " + e.confidence())
                  .toList();
          compare(deviations, "decision", facts, expected, actual);
        }
      }
    }
    return deviations;
  }

  static List<String> notices(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_11_2)) {
      for (var approver : words(row.get(1))) {
        var expected = words(row.get(2)).stream().map(a -> a + " " + row.get(3)).toList();
        var actual =
            holding(road(pack).notices(), e -> e.when(), "", approver, "OPEN").stream()
                .filter(e -> e.outcome().name().equals(row.get(0)))
                .map(e -> e.addressee() + " " + e.articles() + " " + e.confidence())
                .toList();
        compare(deviations, "notice", row.get(0) + " " + approver, expected, actual);
      }
    }
    return deviations;
  }

  static List<String> decisionAndLimits(RulePack pack) {
    var road = road(pack);
    var actual = new ArrayList<String>();
    actual.add("conclusion | " + road.decision().conclusionArticles());
    actual.add(
        "recorded for | "
            + road.decision().recordedFor().stream().sorted().collect(Collectors.joining(" ")));
    var named = rows(DECISION_AND_LIMITS).stream().map(List::getFirst).toList();
    // What later versions add stands in a table of its own.
    for (var limit : road.agencyLimits().stream().filter(l -> named.contains(l.id())).toList()) {
      actual.add(
          String.join(
              " | ",
              limit.id(),
              limit.days() + " " + limit.unit(),
              limit.defaultUnit() + " " + limit.endRule(),
              limit.start() + " " + limit.onSupplement(),
              limit.articles()));
    }
    return Golden.differences("decision or limit", rows(DECISION_AND_LIMITS), actual);
  }

  /** With the agencies of the training registry, as the software determines it. */
  static List<String> takingPart(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(TAKING_PART)) {
      var answers = new HashMap<String, String>();
      var facts = new ArrayList<String>();
      for (var word : words(row.get(1))) {
        if (word.startsWith("answer=")) {
          var answer = word.substring("answer=".length()).split(":");
          answers.put(answer[0], answer[1]);
        } else {
          facts.add(word);
        }
      }
      var actual = takingPart(pack, String.join(" ", facts), answers, row.get(2), row.get(3));
      compare(deviations, "taking part", row.get(0), row.get(4) + " | " + row.get(5), actual);
    }
    return deviations;
  }

  private static String takingPart(
      RulePack pack, String facts, Map<String, String> answers, String approver, String day) {
    try {
      var determined =
          AppraisalDetermination.of(
              aid(facts),
              approver,
              "the-receiver",
              answers,
              road(pack),
              REGISTRY,
              LocalDate.parse(day));
      var lead =
          determined.lead() == null
              ? "? " + determined.questions().getFirst().id()
              : determined.leadAgency();
      return lead
          + " | "
          + determined.consultees().stream()
              .map(GoldenRoad::consultee)
              .collect(Collectors.joining(" "));
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String consultee(AppraisalDetermined.Consultee consultee) {
    return switch (consultee.duty()) {
      case COMPULSORY -> String.valueOf(consultee.agency());
      case EXEMPT -> "[" + consultee.agency() + "]";
      case LEADS_ITSELF -> "(" + consultee.agency() + ")";
      case UNDETERMINED -> consultee.agency() + "?";
    };
  }

  private static Road road(RulePack pack) {
    return Objects.requireNonNull(pack.road());
  }

  private static <T> List<T> holding(
      List<T> entries, Function<T, Condition> when, String facts, String approver, String level) {
    var aid = aid(facts);
    var of = AgencyLevel.valueOf(level);
    return entries.stream()
        .filter(e -> when.apply(e).test(aid, approver, of) == Truth.TRUE)
        .toList();
  }

  private static void compare(
      List<String> deviations, String what, String of, Object expected, Object actual) {
    if (!actual.equals(expected)) {
      deviations.add(what + " of " + of + ": expected " + expected + " but was " + actual);
    }
  }
}
