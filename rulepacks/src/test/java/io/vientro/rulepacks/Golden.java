package io.vientro.rulepacks;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.ReceiverEntry;
import io.vientro.core.rules.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Decree 80/2020 says, written down a second time, case by case, from the article and not from
 * the pack. Each function answers where a pack deviates, so that the same tables test the pack and,
 * on packs broken on purpose, test themselves.
 */
final class Golden {
  private static final Map<String, AidFacts> AIDS = new ConcurrentHashMap<>();

  private Golden() {}

  /**
   * Art. 7. Case | facts | outcome | articles. A question reads {@code ? id > proposed (answers)}.
   * Words that are absent mean: a development project, one managing agency, one place, a recipient
   * founded by somebody else, no special content, no goods.
   */
  static final String ARTICLE_7 =
      """
      security                            | subject=SECURITY                                          | PRIME_MINISTER | 7.1.a
      defence                             | subject=DEFENCE                                           | PRIME_MINISTER | 7.1.a
      religion                            | subject=RELIGION                                          | PRIME_MINISTER | 7.1.a
      law drafting as direct objective    | subject=LAW_DRAFTING_OBJECTIVE                            | PRIME_MINISTER | 7.1.a
      objective and component             | subject=LAW_DRAFTING_OBJECTIVE subject=LAW_DRAFTING_COMPONENT | PRIME_MINISTER | 7.1.a
      security and a drafting component   | subject=SECURITY subject=LAW_DRAFTING_COMPONENT           | PRIME_MINISTER | 7.1.a
      security outranks the association   | subject=SECURITY kind=ASSOCIATION founder=PRIME_MINISTER  | PRIME_MINISTER | 7.1.a
      defence outranks relief             | subject=DEFENCE relief places=0                           | PRIME_MINISTER | 7.1.a
      religion, religious recipient       | subject=RELIGION kind=RELIGIOUS_BODY                      | PRIME_MINISTER | 7.1.a
      security, several agencies          | subject=SECURITY agencies=2                               | PRIME_MINISTER | 7.1.a
      content and goods: content first    | subject=SECURITY goods=pm-import                          | PRIME_MINISTER | 7.1.a
      drafting and goods: content first   | subject=LAW_DRAFTING_OBJECTIVE goods=pm-import            | PRIME_MINISTER | 7.1.a
      import for the Prime Minister       | goods=pm-import                                           | PRIME_MINISTER | 7.1.b
      one such item among others          | goods=import equipment=pm-import                          | PRIME_MINISTER | 7.1.b
      such import and drafting component  | goods=pm-import subject=LAW_DRAFTING_COMPONENT            | PRIME_MINISTER | 7.1.b
      import another body may admit       | goods=import+used                                         | HEAD_OF_MANAGING_AGENCY | 7.2.a
      used goods bought in the country    | goods=used                                                | HEAD_OF_MANAGING_AGENCY | 7.2.a
      drafting component only (E9)        | subject=LAW_DRAFTING_COMPONENT                            | ? law-drafting-component > - (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION) | 7.1.a
      component, religious recipient      | subject=LAW_DRAFTING_COMPONENT kind=RELIGIOUS_BODY        | ? law-drafting-component > - (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION) | 7.1.a
      component in recovery aid           | subject=LAW_DRAFTING_COMPONENT recovery                   | ? law-drafting-component > - (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION) | 7.1.a
      religious recipient, no tag (E10)   | kind=RELIGIOUS_BODY                                       | ? religious-recipient > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a
      religious recipient, relief         | kind=RELIGIOUS_BODY relief places=0                       | ? religious-recipient > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a
      recovery with security content      | recovery subject=SECURITY                                 | ? recovery-with-clause-1-content > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a, 7.1.b, 7.2.a
      recovery with defence content       | recovery subject=DEFENCE                                  | ? recovery-with-clause-1-content > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a, 7.1.b, 7.2.a
      recovery with religious content     | recovery subject=RELIGION                                 | ? recovery-with-clause-1-content > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a, 7.1.b, 7.2.a
      recovery with law drafting          | recovery subject=LAW_DRAFTING_OBJECTIVE                   | ? recovery-with-clause-1-content > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a, 7.1.b, 7.2.a
      recovery with such imports          | recovery goods=pm-import                                  | ? recovery-with-clause-1-content > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.a, 7.1.b, 7.2.a
      recovery with other imports         | recovery goods=import                                     | HEAD_OF_MANAGING_AGENCY | 7.2.a
      recovery with goods from the country| recovery goods=used                                       | HEAD_OF_MANAGING_AGENCY | 7.2.a
      recovery, security, two agencies    | recovery subject=SECURITY agencies=2                      | PRIME_MINISTER | 7.1.a
      recovery, security, no agency       | recovery subject=SECURITY agencies=0                      | PRIME_MINISTER | 7.1.a
      relief without address              | relief places=0                                           | VFF_PRESIDENT | 7.4
      relief without address or agency    | relief places=0 agencies=0                                | VFF_PRESIDENT | 7.4
      relief outranks the founder         | relief places=0 kind=CHARITY_FUND founder=MINISTRY_OF_HOME_AFFAIRS | VFF_PRESIDENT | 7.4
      relief to one province              | relief                                                    | HEAD_OF_MANAGING_AGENCY | 7.2.a
      relief to two provinces, one agency | relief places=2                                           | HEAD_OF_MANAGING_AGENCY | 7.2.a
      development aid without a place     | places=0                                                  | HEAD_OF_MANAGING_AGENCY | 7.2.a
      recovery without address            | recovery places=0                                         | ? recovery-without-address > VFF_PRESIDENT (VFF_PRESIDENT HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.4, 7.2.a
      recovery without address, a fund    | recovery places=0 kind=SOCIAL_FUND founder=MINISTRY_OF_HOME_AFFAIRS | ? recovery-without-address > VFF_PRESIDENT (VFF_PRESIDENT HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.4, 7.2.a
      association of the ministry         | kind=ASSOCIATION founder=MINISTRY_OF_HOME_AFFAIRS         | MINISTER_OF_HOME_AFFAIRS | 7.3
      social fund of the ministry         | kind=SOCIAL_FUND founder=MINISTRY_OF_HOME_AFFAIRS         | MINISTER_OF_HOME_AFFAIRS | 7.3
      charity fund of the ministry        | kind=CHARITY_FUND founder=MINISTRY_OF_HOME_AFFAIRS        | MINISTER_OF_HOME_AFFAIRS | 7.3
      union of associations of it         | kind=UNION_OF_ASSOCIATIONS founder=MINISTRY_OF_HOME_AFFAIRS | MINISTER_OF_HOME_AFFAIRS | 7.3
      recovery by such a fund, two places | recovery places=2 kind=CHARITY_FUND founder=MINISTRY_OF_HOME_AFFAIRS | MINISTER_OF_HOME_AFFAIRS | 7.3
      other body of the ministry (E34)    | kind=SCIENCE_AND_TECHNOLOGY_BODY founder=MINISTRY_OF_HOME_AFFAIRS | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      state agency of the ministry        | kind=STATE_AGENCY founder=MINISTRY_OF_HOME_AFFAIRS        | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      political-social body of it         | kind=POLITICAL_SOCIAL_ORGANISATION founder=MINISTRY_OF_HOME_AFFAIRS | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      social enterprise of it             | kind=SOCIAL_ENTERPRISE founder=MINISTRY_OF_HOME_AFFAIRS   | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      anything else of it                 | kind=OTHER founder=MINISTRY_OF_HOME_AFFAIRS               | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      same, recovery in two provinces     | recovery places=2 kind=PUBLIC_SERVICE_UNIT founder=MINISTRY_OF_HOME_AFFAIRS | ? home-affairs-other-body > MINISTER_OF_HOME_AFFAIRS (MINISTER_OF_HOME_AFFAIRS HEAD_OF_MANAGING_AGENCY PRIME_MINISTER) | 7.2.b, 7.3
      association by PM decision          | kind=ASSOCIATION founder=PRIME_MINISTER                   | HEAD_OF_ASSOCIATION | 7.5
      union by PM decision                | kind=UNION_OF_ASSOCIATIONS founder=PRIME_MINISTER         | HEAD_OF_ASSOCIATION | 7.5
      such a union, no managing agency    | kind=UNION_OF_ASSOCIATIONS founder=PRIME_MINISTER agencies=0 | HEAD_OF_ASSOCIATION | 7.5
      such a union, recovery, two places  | kind=UNION_OF_ASSOCIATIONS founder=PRIME_MINISTER recovery places=2 | HEAD_OF_ASSOCIATION | 7.5
      charity fund by PM decision         | kind=CHARITY_FUND founder=PRIME_MINISTER                  | HEAD_OF_MANAGING_AGENCY | 7.2.a
      state agency by PM decision         | kind=STATE_AGENCY founder=PRIME_MINISTER                  | HEAD_OF_MANAGING_AGENCY | 7.2.a
      service unit by PM decision         | kind=PUBLIC_SERVICE_UNIT founder=PRIME_MINISTER           | HEAD_OF_MANAGING_AGENCY | 7.2.a
      political-social body by it         | kind=POLITICAL_SOCIAL_ORGANISATION founder=PRIME_MINISTER | HEAD_OF_MANAGING_AGENCY | 7.2.a
      S&T body by PM decision             | kind=SCIENCE_AND_TECHNOLOGY_BODY founder=PRIME_MINISTER   | HEAD_OF_MANAGING_AGENCY | 7.2.a
      social fund by PM decision          | kind=SOCIAL_FUND founder=PRIME_MINISTER                   | HEAD_OF_MANAGING_AGENCY | 7.2.a
      social enterprise by it             | kind=SOCIAL_ENTERPRISE founder=PRIME_MINISTER             | HEAD_OF_MANAGING_AGENCY | 7.2.a
      anything else by PM decision        | kind=OTHER founder=PRIME_MINISTER                         | HEAD_OF_MANAGING_AGENCY | 7.2.a
      association that a province licensed| kind=ASSOCIATION founder=MANAGING_AGENCY                  | HEAD_OF_MANAGING_AGENCY | 7.2.b
      recovery for two provinces (E7)     | recovery places=2 agencies=2                              | ? recovery-several-localities > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.2.a, 7.1.c
      recovery, two provinces, one agency | recovery places=2                                         | ? recovery-several-localities > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.2.a, 7.1.c
      recovery, two provinces, its unit   | recovery places=2 founder=MANAGING_AGENCY                 | ? recovery-several-localities > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.2.a, 7.1.c
      unit of the managing agency         | founder=MANAGING_AGENCY                                   | HEAD_OF_MANAGING_AGENCY | 7.2.b
      recovery, unit of the agency        | recovery founder=MANAGING_AGENCY                          | HEAD_OF_MANAGING_AGENCY | 7.2.b
      recovery to one locality            | recovery                                                  | HEAD_OF_MANAGING_AGENCY | 7.2.a
      anything else with one agency       |                                                           | HEAD_OF_MANAGING_AGENCY | 7.2.a
      in two provinces, one ministry      | places=2                                                  | HEAD_OF_MANAGING_AGENCY | 7.2.a
      social enterprise                   | kind=SOCIAL_ENTERPRISE                                    | HEAD_OF_MANAGING_AGENCY | 7.2.a
      several agencies (E8)               | agencies=2                                                | ? several-managing-agencies > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.c, 7.2.a
      several agencies, founded by one    | agencies=2 founder=MANAGING_AGENCY                        | ? several-managing-agencies > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.c, 7.2.a
      recovery, several agencies          | agencies=2 recovery                                       | ? several-managing-agencies > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.c, 7.2.a
      no managing agency                  | agencies=0                                                | ? no-managing-agency > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION) | 7.1.c, 7.2.a
      recovery, no managing agency        | agencies=0 recovery                                       | ? no-managing-agency > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY MINISTER_OF_HOME_AFFAIRS VFF_PRESIDENT HEAD_OF_ASSOCIATION) | 7.1.c, 7.2.a
      """;

  /** Art. 8.6. Approver | receiver | article. */
  static final String ARTICLE_8_6 =
      """
      PRIME_MINISTER           | PLANNING_FOCAL_MINISTRY | 8.6
      HEAD_OF_MANAGING_AGENCY  | MANAGING_AGENCY         | 8.6
      MINISTER_OF_HOME_AFFAIRS | MANAGING_AGENCY         | 8.6
      VFF_PRESIDENT            | MANAGING_AGENCY         | 8.6
      HEAD_OF_ASSOCIATION      | MANAGING_AGENCY         | 8.6
      """;

  /** Art. 8.1, 8.2: what each modality owes. */
  static final String ARTICLE_8_MODALITIES =
      """
      programme   | request-for-approval provider-agreement programme-or-project-document
      project     | request-for-approval provider-agreement programme-or-project-document
      project with-experts | request-for-approval provider-agreement programme-or-project-document
      non-project | request-for-approval provider-agreement non-project-document
      experts     | request-for-approval provider-agreement non-project-document expert-resume expert-truth-commitment expert-activity-programme expert-permits
      """;

  /** Art. 8.1.d, 8.2.d: what proves the provider's legal status. */
  static final String ARTICLE_8_PROVIDERS =
      """
      DIPLOMATIC_MISSION        |
      FOREIGN_GOVERNMENT_AGENCY |
      FOREIGN_LOCAL_AUTHORITY   |
      REGISTERED_FOREIGN_NGO    | legal-status-registered-ngo
      INDIVIDUAL                | legal-status-individual
      OTHER                     | legal-status-other
      """;

  /**
   * Art. 8.3: what goods owe, in non-project aid that the Prime Minister approves. All other aid
   * owes nothing for them.
   */
  static final String ARTICLE_8_3 =
      """
                                     |
      goods=import                   |
      vehicle=import                 |
      vehicle=import+temporary       |
      goods=used                     | used-goods-inspection
      equipment=used+pm-import       | used-goods-inspection
      equipment=used+temporary       | used-goods-inspection
      vehicle=used                   | used-goods-inspection used-vehicle-registration used-vehicle-home-inspection
      vehicle=used+temporary         | used-goods-inspection used-vehicle-registration used-vehicle-home-inspection used-vehicle-vietnam-inspection
      goods=used vehicle=temporary   | used-goods-inspection
      goods=import vehicle=used      | used-goods-inspection used-vehicle-registration used-vehicle-home-inspection
      goods=used+temporary vehicle=used | used-goods-inspection used-vehicle-registration used-vehicle-home-inspection
      """;

  /** Each paper: kind, least form, whether it must still be valid, articles. */
  static final String PAPERS =
      """
      request-for-approval            | REQUEST_FOR_APPROVAL           | ORIGINAL       |       | 8.1, 8.2
      provider-agreement              | PROVIDER_AGREEMENT             | ORIGINAL       |       | 8.1, 8.2
      programme-or-project-document   | PROGRAMME_OR_PROJECT_DOCUMENT  | ORIGINAL       |       | 8.1
      non-project-document            | NON_PROJECT_DOCUMENT           | ORIGINAL       |       | 8.2
      legal-status-registered-ngo     | NGO_REGISTRATION               | PLAIN_COPY     |       | 8.1.d, 8.2.d
      legal-status-individual         | PASSPORT                       | CERTIFIED_COPY | valid | 8.1.d, 8.2.d
      legal-status-other              | LEGAL_STATUS_PAPER             | CERTIFIED_COPY | valid | 8.1.d, 8.2.d
      expert-resume                   | EXPERT_RESUME                  | PLAIN_COPY     |       | 8.2.đ
      expert-truth-commitment         | TRUTH_COMMITMENT               | PLAIN_COPY     |       | 8.2.đ
      expert-activity-programme       | ACTIVITY_PROGRAMME             | PLAIN_COPY     |       | 8.2.đ
      expert-permits                  | WORK_OR_PRACTICE_PERMIT        | PLAIN_COPY     |       | 8.2.đ
      used-goods-inspection           | QUALITY_INSPECTION_CERTIFICATE | PLAIN_COPY     |       | 8.3
      used-vehicle-registration       | VEHICLE_REGISTRATION           | PLAIN_COPY     |       | 8.3
      used-vehicle-home-inspection    | VEHICLE_HOME_INSPECTION        | PLAIN_COPY     |       | 8.3
      used-vehicle-vietnam-inspection | VEHICLE_VIETNAM_INSPECTION     | PLAIN_COPY     |       | 8.3
      """;

  /** All that is a number, a date or a single word. */
  static final String NUMBERS =
      """
      act             | Decree 80/2020/NĐ-CP
      in force        | 2020-09-17 | 2025-12-07
      sets            | 6 | 8 | electronic-filing-replaces-sets
      translations    | vi | NOTARISED | 8 | accepted-translation-acts
      dossier code    | yyMMdd | 4 | Circular 01/2018/TT-VPCP Art. 19
      supplements     | 1 | Decree 61/2018/NĐ-CP | 15.3, 17.2.a
      appraisal       | 20 CALENDAR_DAY ROLL_FORWARD | COMPLETE_RECEPTION | RESTART_ON_COMPLETE | Decree 80/2020/NĐ-CP | 10.6
      decision-notice | 5 CALENDAR_DAY ROLL_FORWARD | DECISION | NO_STOP | Decree 80/2020/NĐ-CP | 11.2
      incomplete-return | 3 WORKING_DAY ROLL_FORWARD | INCOMPLETE_RECEPTION | FULFILS | Decree 61/2018/NĐ-CP | 19.4
      """;

  static List<String> authority(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_7)) {
      var entry = authorityFor(pack, aid(row.get(1)));
      var expected = row.get(2) + " | " + row.get(3);
      var actual = entry.map(Golden::outcome).orElse("no outcome");
      if (!actual.equals(expected)) {
        deviations.add(row.get(0) + ": expected " + expected + " but was " + actual);
      }
    }
    return deviations;
  }

  static List<String> receivers(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_8_6)) {
      var entry = receiverFor(pack, row.get(0));
      var actual = entry.map(e -> e.receiver() + " | " + e.articles()).orElse("nobody");
      if (!actual.equals(row.get(1) + " | " + row.get(2))) {
        deviations.add("receiver for " + row.get(0) + ": " + actual);
      }
    }
    if (receiverFor(pack, null).isPresent()) {
      deviations.add("a receiver while the approver is open");
    }
    return deviations;
  }

  /** Every modality with every provider, every approver and all goods. */
  static List<String> checklist(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var modality : rows(ARTICLE_8_MODALITIES)) {
      for (var provider : rows(ARTICLE_8_PROVIDERS)) {
        for (var goods : rows(ARTICLE_8_3)) {
          for (var approver :
              List.of("PRIME_MINISTER", "HEAD_OF_MANAGING_AGENCY", "VFF_PRESIDENT")) {
            var owedForGoods =
                approver.equals("PRIME_MINISTER")
                    && (modality.get(0).equals("non-project") || modality.get(0).equals("experts"));
            var expected = new TreeSet<String>();
            expected.addAll(words(modality.get(1)));
            expected.addAll(words(provider.get(1)));
            expected.addAll(owedForGoods ? words(goods.get(1)) : List.of());
            var facts = modality.get(0) + " provider=" + provider.get(0) + " " + goods.get(0);
            var actual = owed(pack, aid(facts), approver);
            if (!actual.equals(expected)) {
              deviations.add(
                  facts + " " + approver + ": expected " + expected + " but was " + actual);
            }
          }
        }
      }
    }
    return deviations;
  }

  static List<String> papers(RulePack pack) {
    var actual =
        pack.checklist().stream()
            .map(
                p ->
                    String.join(
                        " | ",
                        p.id(),
                        p.kinds().stream()
                            .sorted()
                            .map(Enum::name)
                            .collect(Collectors.joining(" ")),
                        p.form().name(),
                        p.mustBeValid() ? "valid" : "",
                        p.articles()))
            .toList();
    return differences("paper", rows(PAPERS), actual);
  }

  static List<String> numbers(RulePack pack) {
    var actual = new ArrayList<String>();
    actual.add(String.join(" | ", "act", pack.act()));
    actual.add(String.join(" | ", "in force", pack.inForceFrom() + " | " + pack.inForceTo()));
    var sets = pack.sets();
    actual.add("sets | " + sets.count() + " | " + sets.articles() + " | " + sets.waivedOnline());
    var t = pack.translations();
    var acts = t.accepted().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    actual.add(
        String.join(" | ", "translations", t.language(), acts, t.articles(), t.alsoAccepted()));
    var code = pack.dossierCode();
    actual.add(
        "dossier code | " + code.datePattern() + " | " + code.digits() + " | " + code.basis());
    var s = pack.supplements();
    actual.add("supplements | " + s.free() + " | " + s.basisAct() + " | " + s.basisArticles());
    var named = rows(NUMBERS).stream().map(List::getFirst).toList();
    // What later versions add stands in a table of its own.
    for (var limit : pack.timeLimits().stream().filter(l -> named.contains(l.id())).toList()) {
      var term = limit.term();
      actual.add(
          String.join(
              " | ",
              limit.id(),
              term.amount() + " " + term.unit() + " " + term.endRule(),
              limit.start().name(),
              limit.onSupplement().name(),
              term.basis().act(),
              term.basis().article()));
    }
    return differences("number", rows(NUMBERS), actual);
  }

  static Optional<AuthorityEntry> authorityFor(RulePack pack, AidFacts aid) {
    return pack.authority().stream()
        .filter(e -> e.when().test(aid, null) == Truth.TRUE)
        .findFirst();
  }

  private static Optional<ReceiverEntry> receiverFor(RulePack pack, @Nullable String approver) {
    var aid = aid("");
    return pack.receivers().stream()
        .filter(e -> e.when().test(aid, approver) == Truth.TRUE)
        .findFirst();
  }

  private static TreeSet<String> owed(RulePack pack, AidFacts aid, String approver) {
    return pack.checklist().stream()
        .filter(e -> e.when().test(aid, approver) == Truth.TRUE)
        .map(RulePack.ChecklistEntry::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static AidFacts aid(String words) {
    return AIDS.computeIfAbsent(words, SampleAid::of);
  }

  /** What an entry decides, in the words of the table. */
  static String outcome(AuthorityEntry entry) {
    var question = entry.question();
    var said = question == null ? entry.approver() : question(question);
    return said + " | " + entry.articles();
  }

  static String question(Question question) {
    return "? %s > %s (%s)"
        .formatted(
            question.id(),
            question.proposes() == null ? "-" : question.proposes(),
            String.join(" ", question.answers()));
  }

  static List<String> differences(String what, List<List<String>> expected, List<String> actual) {
    Map<String, String> byId = new LinkedHashMap<>();
    actual.forEach(a -> byId.put(a.split(" \\| ")[0], a));
    var deviations = new ArrayList<String>();
    for (var row : expected) {
      var line = String.join(" | ", row);
      var found = byId.remove(row.get(0));
      if (!line.equals(found)) {
        deviations.add(what + ": expected " + line + " but was " + found);
      }
    }
    byId.values().forEach(a -> deviations.add(what + " not in the table: " + a));
    return deviations;
  }

  static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  static List<List<String>> rows(String table) {
    return table
        .lines()
        .map(line -> List.of(line.split("\\|", -1)).stream().map(String::strip).toList())
        .toList();
  }
}
