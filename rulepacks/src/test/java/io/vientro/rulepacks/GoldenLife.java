package io.vientro.rulepacks;

import static io.vientro.rulepacks.Golden.aid;
import static io.vientro.rulepacks.Golden.rows;
import static io.vientro.rulepacks.Golden.words;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.dossier.AdjustmentDetermination;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.Scope;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Circumstances;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Decree 80/2020 says of scope (Art. 1, 2, 4, 5), of management (12), of reports (13 to 15,
 * 18), of adjustments (16) and of revocation (4.7), and Circular 23/2022 of finance, written down a
 * second time from the articles. As in {@link Golden}, each function answers where a pack deviates.
 */
final class GoldenLife {
  private static final AgencyRegistry REGISTRY = BuiltInPacks.trainingAgencies();

  private GoldenLife() {}

  /**
   * Art. 1: which aid the decree governs. Case | facts | today | outcome | articles. The disaster
   * of the table is that of 7 September 2024: the windows end on 7 December 2024 and 7 June 2025. A
   * question reads {@code ? id > proposed (answers)}.
   */
  static final String ARTICLE_1 =
      """
      development aid                      |                                        | 2024-10-01 | IN | 1.1
      aid that states no scope, relief     | relief                                 | 2024-10-01 | IN | 1.1
      formally signed under treaty law     | treaty                                 | 2024-10-01 | OUT | 1.2.a
      inside ODA agreements (E39)          | oda                                    | 2024-10-01 | OUT | 1.2.a
      aid that Vietnam gives (E39)         | from-vietnam                           | 2024-10-01 | OUT | 1.1
      a gift for other ends                | gift=OTHER                             | 2024-10-01 | OUT | 1.2.b
      a gift for charity                   | gift=HUMANITARIAN_OR_CHARITY           | 2024-10-01 | IN | 1.1
      a contract with profit to divide     | profit-sharing                         | 2024-10-01 | OUT | 1.2.c
      research money for individuals       | research                               | 2024-10-01 | OTHER_ACT Law on Science and Technology 29/2013/QH13 | 1.2.d
      a foreign-invested company (E13)     | class=COMPANY provider=OTHER foreign-invested | 2024-10-01 | OUT | 2.2.c
      a company abroad                     | class=COMPANY provider=OTHER           | 2024-10-01 | IN | 1.1
      money from an unlawful source        | prohibited=UNLAWFUL_SOURCE             | 2024-10-01 | PROHIBITED | 4.1
      goods banned from import             | prohibited=BANNED_IMPORT               | 2024-10-01 | PROHIBITED | 4.2
      laundering, terrorism, tax evasion   | prohibited=LAUNDERING_TERRORISM_OR_TAX_EVASION | 2024-10-01 | PROHIBITED | 5
      harm to security or order            | prohibited=HARM_TO_SECURITY_OR_ORDER   | 2024-10-01 | PROHIBITED | 5
      profit or private gain               | prohibited=PROFIT_OR_PRIVATE_GAIN      | 2024-10-01 | PROHIBITED | 5
      banned and for profit: goods first   | prohibited=BANNED_IMPORT prohibited=PROFIT_OR_PRIVATE_GAIN | 2024-10-01 | PROHIBITED | 4.2
      source and goods: source first       | prohibited=BANNED_IMPORT prohibited=UNLAWFUL_SOURCE | 2024-10-01 | PROHIBITED | 4.1
      out comes before prohibited          | treaty prohibited=BANNED_IMPORT        | 2024-10-01 | OUT | 1.2.a
      research, and out by another letter  | oda research                           | 2024-10-01 | OUT | 1.2.a
      ODA, and given by Vietnam            | oda from-vietnam                       | 2024-10-01 | OUT | 1.2.a
      a gift that Vietnam gives            | from-vietnam gift=OTHER                | 2024-10-01 | OUT | 1.1
      a gift with profit to divide         | gift=OTHER profit-sharing              | 2024-10-01 | OUT | 1.2.b
      research with profit to divide       | profit-sharing research                | 2024-10-01 | OUT | 1.2.c
      excluded provider, unlawful source   | class=COMPANY provider=OTHER foreign-invested prohibited=UNLAWFUL_SOURCE | 2024-10-01 | OUT | 2.2.c
      research of an excluded provider     | research class=COMPANY provider=OTHER foreign-invested | 2024-10-01 | OTHER_ACT Law on Science and Technology 29/2013/QH13 | 1.2.d
      excluded provider, banned goods      | class=COMPANY provider=OTHER foreign-invested prohibited=BANNED_IMPORT | 2024-10-01 | OUT | 2.2.c
      for profit to divide and unlawful    | profit-sharing prohibited=UNLAWFUL_SOURCE | 2024-10-01 | OUT | 1.2.c
      others by PM decision (2.3.d)        | kind=OTHER                             | 2024-10-01 | ? recipient-by-decision > - (IN OUT) | 2.3.d
      the same, answered yes               | kind=OTHER answer=recipient-by-decision:IN  | 2024-10-01 | IN | 2.3.d
      the same, answered no                | kind=OTHER answer=recipient-by-decision:OUT | 2024-10-01 | OUT | 2.3.d
      a religious body is asked in Art. 7  | kind=RELIGIOUS_BODY                    | 2024-10-01 | IN | 1.1
      a social enterprise                  | kind=SOCIAL_ENTERPRISE                 | 2024-10-01 | IN | 1.1
      relief, planned inside               | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief to a ministry                 | disaster=RELIEF to=MINISTRY_OR_CENTRAL_AGENCY plan=2024-11-01 end=2024-12-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief to a province                 | disaster=RELIEF to=PROVINCIAL_PEOPLES_COMMITTEE plan=2024-11-01 end=2024-12-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief to a socio-political body     | disaster=RELIEF to=CENTRAL_SOCIO_POLITICAL_ORGANISATION plan=2024-11-01 end=2024-12-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief to somebody else              | disaster=RELIEF to=UNLISTED plan=2024-11-01 end=2024-12-07 | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      the same, answered                   | disaster=RELIEF to=UNLISTED plan=2024-11-01 end=2024-12-07 answer=disaster-aid-outside-the-lists:OTHER_ACT | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief from a company                | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 class=COMPANY provider=OTHER | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      relief from an individual            | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 class=INDIVIDUAL provider=INDIVIDUAL | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief from a research body          | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 class=RESEARCH_OR_TRAINING_BODY provider=OTHER | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief from an embassy               | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 class=FOREIGN_AGENCY provider=DIPLOMATIC_MISSION | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      relief, recipient not stated         | disaster=RELIEF plan=2024-11-01 end=2024-12-07 | 2024-10-01 | ? disaster-relief-not-settled > - (OTHER_ACT IN) | 1.2.đ
      relief, no plan                      | disaster=RELIEF to=RED_CROSS           | 2024-10-01 | ? disaster-relief-not-settled > - (OTHER_ACT IN) | 1.2.đ
      the same, answered with Decree 50    | disaster=RELIEF to=RED_CROSS answer=disaster-relief-not-settled:OTHER_ACT | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      the same, answered with Decree 80    | disaster=RELIEF to=RED_CROSS answer=disaster-relief-not-settled:IN | 2024-10-01 | IN | 1.2.đ
      relief, only the approval planned    | disaster=RELIEF to=RED_CROSS plan=2024-11-01 | 2024-10-01 | ? disaster-relief-not-settled > - (OTHER_ACT IN) | 1.2.đ
      relief, only the end planned         | disaster=RELIEF to=RED_CROSS end=2024-12-07 | 2024-10-01 | ? disaster-relief-not-settled > - (OTHER_ACT IN) | 1.2.đ
      relief, planned to end a day late    | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-08 | 2024-10-01 | IN | 1.2.đ, 3
      relief, approval planned a day late  | disaster=RELIEF to=RED_CROSS plan=2024-12-08 end=2024-12-08 | 2024-10-01 | IN | 1.2.đ, 3
      relief, no plan, window passed       | disaster=RELIEF to=RED_CROSS           | 2024-12-08 | IN | 1.2.đ, 3
      relief, no plan, last day            | disaster=RELIEF to=RED_CROSS           | 2024-12-07 | ? disaster-relief-not-settled > - (OTHER_ACT IN) | 1.2.đ
      relief, approved and done inside     | disaster=RELIEF to=RED_CROSS approved=2024-11-07 done=2024-12-07 | 2025-03-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      approved month 2, done month 4 (E5)  | disaster=RELIEF to=RED_CROSS approved=2024-11-07 plan=2024-11-07 end=2024-12-01 done=2025-01-07 | 2025-01-07 | IN | 1.2.đ, 3
      E5 before it is done                 | disaster=RELIEF to=RED_CROSS approved=2024-11-07 end=2024-12-01 | 2024-12-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      E5 once the window has passed        | disaster=RELIEF to=RED_CROSS approved=2024-11-07 end=2024-12-01 | 2024-12-08 | IN | 1.2.đ, 3
      approved a day late                  | disaster=RELIEF to=RED_CROSS approved=2024-12-08 done=2024-12-08 | 2024-12-08 | IN | 1.2.đ, 3
      recovery, planned inside             | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery to a ministry               | disaster=RECOVERY to=MINISTRY_OR_CENTRAL_AGENCY plan=2025-01-10 end=2025-06-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery to a province               | disaster=RECOVERY to=PROVINCIAL_PEOPLES_COMMITTEE plan=2025-01-10 end=2025-06-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery to a socio-political body   | disaster=RECOVERY to=CENTRAL_SOCIO_POLITICAL_ORGANISATION plan=2025-01-10 end=2025-06-07 | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery from an individual          | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-07 class=INDIVIDUAL provider=INDIVIDUAL | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery from a research body        | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-07 class=RESEARCH_OR_TRAINING_BODY provider=OTHER | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery from an embassy             | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-07 class=FOREIGN_AGENCY provider=DIPLOMATIC_MISSION | 2024-10-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      recovery from a company              | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-07 class=COMPANY provider=OTHER | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      recovery to somebody else            | disaster=RECOVERY to=UNLISTED plan=2025-01-10 end=2025-06-07 | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      recovery from a company, no plan     | disaster=RECOVERY to=RED_CROSS class=COMPANY provider=OTHER | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      recovery, recipient not stated       | disaster=RECOVERY plan=2025-01-10 end=2025-06-07 | 2024-10-01 | ? disaster-recovery-not-settled > - (OTHER_ACT IN) | 1.2.đ
      recovery, no plan                    | disaster=RECOVERY to=RED_CROSS         | 2024-10-01 | ? disaster-recovery-not-settled > - (OTHER_ACT IN) | 1.2.đ
      recovery, approval not planned       | disaster=RECOVERY to=RED_CROSS end=2025-06-07 | 2024-10-01 | ? disaster-recovery-not-settled > - (OTHER_ACT IN) | 1.2.đ
      recovery, end not planned            | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 | 2024-10-01 | ? disaster-recovery-not-settled > - (OTHER_ACT IN) | 1.2.đ
      recovery, planned to end a day late  | disaster=RECOVERY to=RED_CROSS plan=2025-01-10 end=2025-06-08 | 2024-10-01 | IN | 1.2.đ, 3
      recovery, approval a day late        | disaster=RECOVERY to=RED_CROSS approved=2025-06-08 done=2025-06-08 | 2025-06-08 | IN | 1.2.đ, 3
      recovery a day late, from a company  | disaster=RECOVERY to=RED_CROSS class=COMPANY provider=OTHER approved=2025-06-08 done=2025-06-08 | 2025-06-08 | IN | 1.2.đ, 3
      recovery done late, from a company   | disaster=RECOVERY to=RED_CROSS class=COMPANY provider=OTHER approved=2025-06-07 done=2025-06-08 | 2025-06-08 | IN | 1.2.đ, 3
      recovery on the last day             | disaster=RECOVERY to=RED_CROSS approved=2025-06-07 done=2025-06-07 | 2025-07-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      the last day, from a company         | disaster=RECOVERY to=RED_CROSS class=COMPANY provider=OTHER approved=2025-06-07 done=2025-06-07 | 2025-07-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      relief late, from a company          | disaster=RELIEF to=RED_CROSS class=COMPANY provider=OTHER approved=2024-12-07 done=2024-12-08 | 2024-12-08 | IN | 1.2.đ, 3
      relief approved late, from a company | disaster=RELIEF to=RED_CROSS class=COMPANY provider=OTHER approved=2024-12-08 done=2024-12-08 | 2024-12-08 | IN | 1.2.đ, 3
      relief, last day, from a company     | disaster=RELIEF to=RED_CROSS class=COMPANY provider=OTHER approved=2024-12-07 done=2024-12-07 | 2025-01-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      relief on the last day               | disaster=RELIEF to=RED_CROSS approved=2024-12-07 done=2024-12-07 | 2025-01-01 | OTHER_ACT Decree 50/2020/NĐ-CP | 1.2.đ
      approval planned after the end       | disaster=RELIEF to=RED_CROSS plan=2024-12-20 end=2024-12-07 | 2024-10-01 | IN | 1.2.đ, 3
      the same, from a company             | disaster=RELIEF to=RED_CROSS plan=2024-12-20 end=2024-12-07 class=COMPANY provider=OTHER | 2024-10-01 | IN | 1.2.đ, 3
      recovery, likewise                   | disaster=RECOVERY to=RED_CROSS plan=2025-06-20 end=2025-06-07 | 2024-10-01 | IN | 1.2.đ, 3
      recovery from a company, likewise    | disaster=RECOVERY to=RED_CROSS plan=2025-06-20 end=2025-06-07 class=COMPANY provider=OTHER | 2024-10-01 | IN | 1.2.đ, 3
      banned goods after a disaster        | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 prohibited=BANNED_IMPORT | 2024-10-01 | PROHIBITED | 4.2
      for profit after a disaster          | disaster=RELIEF to=RED_CROSS plan=2024-11-01 end=2024-12-07 prohibited=PROFIT_OR_PRIVATE_GAIN | 2024-10-01 | PROHIBITED | 5
      late disaster aid, recipient by PM   | disaster=RELIEF to=UNLISTED approved=2025-01-01 done=2025-01-02 kind=OTHER | 2025-01-02 | ? recipient-by-decision > - (IN OUT) | 2.3.d
      in time, recipient by PM             | disaster=RELIEF to=UNLISTED plan=2024-11-01 end=2024-12-07 kind=OTHER | 2024-10-01 | ? disaster-aid-outside-the-lists > IN (IN OTHER_ACT) | 1.2.đ
      """;

  /** The lines of the scope table: id and confidence. */
  static final String SCOPE_LINES =
      """
      treaty-level                   | SOURCED
      inside-oda-agreement           | SOURCED
      aid-from-vietnam               | SOURCED
      gift-for-other-ends            | SOURCED
      profit-to-be-divided           | SOURCED
      research-funding-of-individuals | SOURCED
      foreign-invested-company       | SOURCED
      unlawful-source                | SOURCED
      banned-import                  | SOURCED
      prohibited-ends                | SOURCED
      disaster-relief-in-time        | SOURCED
      disaster-recovery-in-time      | SOURCED
      disaster-aid-outside-the-lists | INFERRED
      recipient-by-decision          | SOURCED
      late-disaster-aid              | SOURCED
      aid-to-vietnam                 | SOURCED
      """;

  /**
   * Art. 12: Mode | modality | worth in USD | allowed (TRUE, FALSE, UNKNOWN) | article and
   * confidence.
   */
  static final String ARTICLE_12 =
      """
      IN_HOUSE_UNIT         | project     | 199999.99 | TRUE    | 12.1 SOURCED
      IN_HOUSE_UNIT         | project     | 200000    | FALSE   | 12.1 SOURCED
      IN_HOUSE_UNIT         | project     | 200000.01 | FALSE   | 12.1 SOURCED
      IN_HOUSE_UNIT         | project     | -         | UNKNOWN | 12.1 SOURCED
      IN_HOUSE_UNIT         | programme   | 1000      | FALSE   | 12.1 SOURCED
      IN_HOUSE_UNIT         | programme   | -         | FALSE   | 12.1 SOURCED
      IN_HOUSE_UNIT         | non-project | 9000000   | TRUE    | 12.1 SOURCED
      IN_HOUSE_UNIT         | non-project | -         | TRUE    | 12.1 SOURCED
      EXISTING_PROJECT_UNIT | project     | 9000000   | TRUE    | 12.2 SOURCED
      EXISTING_PROJECT_UNIT | programme   | -         | TRUE    | 12.2 SOURCED
      EXISTING_PROJECT_UNIT | non-project | -         | TRUE    | 12.2 SOURCED
      OWN_PROJECT_UNIT      | project     | 9000000   | TRUE    | 12.3 SOURCED
      OWN_PROJECT_UNIT      | programme   | -         | TRUE    | 12.3 SOURCED
      OWN_PROJECT_UNIT      | non-project | -         | TRUE    | 12.3 SOURCED
      """;

  /**
   * Art. 16: Case | facts as they would stand | first approver | decision changes | who decides, or
   * a question | articles.
   */
  static final String ARTICLE_16 =
      """
      the Prime Minister's decision        | agency=bo-y-te                   | PRIME_MINISTER          | yes | PRIME_MINISTER          | 16.1
      nothing of it changes                | agency=bo-y-te                   | PRIME_MINISTER          | no  | NOBODY                  | 16.1
      nothing changes, security            | agency=bo-y-te subject=SECURITY  | PRIME_MINISTER          | no  | NOBODY                  | 16.1
      security comes in (16.2.a)           | agency=bo-y-te subject=SECURITY  | HEAD_OF_MANAGING_AGENCY | yes | PRIME_MINISTER          | 16.2.a, 7.1
      goods for the Prime Minister         | agency=bo-y-te goods=pm-import   | HEAD_OF_MANAGING_AGENCY | no  | PRIME_MINISTER          | 16.2.a, 7.1
      law drafting, home affairs decided   | agency=bo-noi-vu subject=LAW_DRAFTING_OBJECTIVE | MINISTER_OF_HOME_AFFAIRS | yes | PRIME_MINISTER | 16.2.a, 7.1
      anything else: whoever decided       | agency=bo-y-te                   | HEAD_OF_MANAGING_AGENCY | yes | HEAD_OF_MANAGING_AGENCY | 16.2.b
      also where nothing of it changes     | agency=bo-y-te                   | HEAD_OF_MANAGING_AGENCY | no  | HEAD_OF_MANAGING_AGENCY | 16.2.b
      home affairs decided                 | agency=bo-noi-vu                 | MINISTER_OF_HOME_AFFAIRS | yes | MINISTER_OF_HOME_AFFAIRS | 16.2.b
      the Fatherland Front decided         | agency=bo-y-te                   | VFF_PRESIDENT           | no  | VFF_PRESIDENT           | 16.2.b
      an association decided               | agency=hoi-mau                   | HEAD_OF_ASSOCIATION     | yes | HEAD_OF_ASSOCIATION     | 16.2.b
      a programme                          | programme agency=bo-y-te         | HEAD_OF_MANAGING_AGENCY | yes | HEAD_OF_MANAGING_AGENCY | 16.2.b
      a programme of the Prime Minister    | programme agency=bo-y-te         | PRIME_MINISTER          | yes | PRIME_MINISTER          | 16.1
      it turns on a question of Art. 7     | agencies=2                       | HEAD_OF_MANAGING_AGENCY | yes | ? several-managing-agencies > PRIME_MINISTER (PRIME_MINISTER HEAD_OF_MANAGING_AGENCY) | 7.1.c, 7.2.a
      the same, answered                   | agencies=2 answer=several-managing-agencies:PRIME_MINISTER | HEAD_OF_MANAGING_AGENCY | yes | PRIME_MINISTER | 16.2.a, 7.1
      the same, answered otherwise         | agencies=2 answer=several-managing-agencies:HEAD_OF_MANAGING_AGENCY | HEAD_OF_MANAGING_AGENCY | yes | HEAD_OF_MANAGING_AGENCY | 16.2.b
      such a question after the PM decided | agencies=2                       | PRIME_MINISTER          | yes | PRIME_MINISTER          | 16.1
      non-project aid (E32)                | non-project agency=bo-y-te       | HEAD_OF_MANAGING_AGENCY | yes | ? adjustment-of-non-project-aid > SAME (SAME PRIME_MINISTER NOBODY) | 16
      non-project, the Prime Minister      | non-project agency=bo-y-te       | PRIME_MINISTER          | no  | ? adjustment-of-non-project-aid > SAME (SAME PRIME_MINISTER NOBODY) | 16
      non-project, the PM's decision       | non-project agency=bo-y-te       | PRIME_MINISTER          | yes | ? adjustment-of-non-project-aid > SAME (SAME PRIME_MINISTER NOBODY) | 16
      non-project, security comes in       | non-project agency=bo-y-te subject=SECURITY | HEAD_OF_MANAGING_AGENCY | yes | ? adjustment-of-non-project-aid > SAME (SAME PRIME_MINISTER NOBODY) | 16
      non-project, the same body           | non-project agency=bo-y-te answer=adjustment-of-non-project-aid:SAME | HEAD_OF_MANAGING_AGENCY | yes | HEAD_OF_MANAGING_AGENCY | 16
      non-project, nobody                  | non-project agency=bo-y-te answer=adjustment-of-non-project-aid:NOBODY | HEAD_OF_MANAGING_AGENCY | yes | NOBODY | 16
      """;

  static final String ADJUSTMENT_LINES =
      """
      adjustment-of-non-project-aid      | INFERRED
      adjusts-decision-of-prime-minister | SOURCED
      leaves-decision-of-prime-minister  | INFERRED
      now-for-the-prime-minister         | SOURCED
      whoever-decided                    | SOURCED
      """;

  /**
   * All limits. Id | how long, or on which days | from | supplement | act and article | confidence
   * | owed when | how often | debtor > who is told | what ends it | more. Those of the agency have
   * its two parameters in place of a length, and no confidence.
   */
  static final String LIMITS =
      """
      appraisal                  | 20 CALENDAR_DAY ROLL_FORWARD | COMPLETE_RECEPTION   | RESTART_ON_COMPLETE | Decree 80/2020/NĐ-CP 10.6     | INFERRED | always         | ONCE      | LEAD > RECEIVER                  | CONCLUSION           | once, 1 day before, Decree 61/2018/NĐ-CP 19.9
      decision-notice            | 5 CALENDAR_DAY ROLL_FORWARD  | DECISION             | NO_STOP             | Decree 80/2020/NĐ-CP 11.2     | INFERRED | always         | ONCE      | MANAGING_AGENCY >                | NOTICE               |
      incomplete-return          | 3 WORKING_DAY ROLL_FORWARD   | INCOMPLETE_RECEPTION | FULFILS             | Decree 61/2018/NĐ-CP 19.4     | SOURCED  | always         | ONCE      | RECEIVER >                       | ACCEPTANCE           | late after reception-closes-at
      not-started                | 6 MONTH ROLL_FORWARD         | DECISION             | NO_STOP             | Decree 80/2020/NĐ-CP 4.7      | SOURCED  | always         | ONCE      | OWNER > APPROVER MANAGING_AGENCY | IMPLEMENTATION_START |
      annual-report              | 01-15 NO_ROLL                | IMPLEMENTATION_START | NO_STOP             | Decree 80/2020/NĐ-CP 13.9     | SOURCED  | always         | YEAR      | MANAGING_AGENCY >                | REPORT               |
      project-unit-end-report    | 6 MONTH ROLL_FORWARD         | IMPLEMENTATION_END   | NO_STOP             | Decree 80/2020/NĐ-CP 15.6     | INFERRED | project-unit   | ONCE      | PROJECT_UNIT > OWNER             | REPORT               |
      owner-end-report           | 6 MONTH ROLL_FORWARD         | IMPLEMENTATION_END   | NO_STOP             | Decree 80/2020/NĐ-CP 14.4     | SOURCED  | always         | ONCE      | OWNER > MANAGING_AGENCY          | REPORT               |
      managing-agency-end-report | 6 MONTH ROLL_FORWARD         | IMPLEMENTATION_END   | NO_STOP             | Decree 80/2020/NĐ-CP 13.9     | INFERRED | always         | ONCE      | MANAGING_AGENCY >                | REPORT               |
      adjustment-appraisal       | 20 CALENDAR_DAY ROLL_FORWARD | ADJUSTMENT_REQUEST   | NO_STOP             | Decree 80/2020/NĐ-CP 16, 10.6 | INFERRED | always         | ONCE      | LEAD > RECEIVER                  | ADJUSTMENT_DECISION  |
      adjustment-notice          | 5 CALENDAR_DAY ROLL_FORWARD  | ADJUSTMENT_DECISION  | NO_STOP             | Decree 80/2020/NĐ-CP 16, 11.2 | INFERRED | always         | ONCE      | MANAGING_AGENCY >                | NOTICE               |
      finance-copy               | 10 WORKING_DAY ROLL_FORWARD  | DECISION             | NO_STOP             | Circular 23/2022/TT-BTC 5.6   | SOURCED  | budget-revenue | ONCE      | MANAGING_AGENCY >                | REPORT               |
      account-notice             | 15 CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_START | NO_STOP             | Circular 23/2022/TT-BTC 12.1  | INFERRED | budget-revenue | ONCE      | OWNER >                          | REPORT               |
      finance-month-report       | 10 NO_ROLL                   | IMPLEMENTATION_START | NO_STOP             | Circular 23/2022/TT-BTC 20    | INFERRED | budget-revenue | MONTH     | MANAGING_AGENCY >                | REPORT               |
      finance-half-year-report   | 02-15 07-31 NO_ROLL          | IMPLEMENTATION_START | NO_STOP             | Circular 23/2022/TT-BTC 20    | SOURCED  | budget-revenue | HALF_YEAR | MANAGING_AGENCY >                | REPORT               |
      finance-year-report        | 02-28 NO_ROLL                | IMPLEMENTATION_START | NO_STOP             | Circular 23/2022/TT-BTC 20    | SOURCED  | budget-revenue | YEAR      | MANAGING_AGENCY >                | REPORT               |
      completeness-check         | completeness-check-days completeness-check-unit CALENDAR_DAY ROLL_FORWARD | RECEPTION | FULFILS | 10.1 | | always | ONCE | RECEIVER > | ACCEPTANCE | late after reception-closes-at
      opinion                    | opinion-days opinion-unit CALENDAR_DAY ROLL_FORWARD | OPINION_REQUEST | NO_STOP | 10.2 | | always | ONCE | CONSULTED > RECEIVER | OPINION |
      signature                  | signature-days signature-unit CALENDAR_DAY ROLL_FORWARD | SUBMISSION_FOR_DECISION | NO_STOP | 11.1 | | always | ONCE | APPROVER > | DECISION |
      refusal-notice             | refusal-notice-days refusal-notice-unit CALENDAR_DAY ROLL_FORWARD | REFUSAL | NO_STOP | 10.3 | | always | ONCE | MANAGING_AGENCY > | NOTICE |
      owner-half-year-report     | owner-half-year-report-days owner-half-year-report-unit CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_START | NO_STOP | 14.4 | | always | HALF_YEAR | OWNER > MANAGING_AGENCY | REPORT | owed without limit
      owner-year-report          | owner-year-report-days owner-year-report-unit CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_START | NO_STOP | 14.4 | | always | YEAR | OWNER > MANAGING_AGENCY | REPORT | owed without limit
      project-unit-half-year-report | project-unit-half-year-report-days project-unit-half-year-report-unit CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_START | NO_STOP | 15.5 | | project-unit | HALF_YEAR | PROJECT_UNIT > OWNER | REPORT | owed without limit
      project-unit-year-report   | project-unit-year-report-days project-unit-year-report-unit CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_START | NO_STOP | 15.5 | | project-unit | YEAR | PROJECT_UNIT > OWNER | REPORT | owed without limit
      acceptance-report          | acceptance-report-days acceptance-report-unit CALENDAR_DAY ROLL_FORWARD | IMPLEMENTATION_END | NO_STOP | 18 | | programme-or-project | ONCE | OWNER > MANAGING_AGENCY | REPORT | owed without limit
      revocation-notice          | revocation-notice-days revocation-notice-unit CALENDAR_DAY ROLL_FORWARD | REVOCATION | NO_STOP | 4.7 | | always | ONCE | MANAGING_AGENCY > | NOTICE | owed without limit
      """;

  /** What else is a number, a word or an article. */
  static final String LIFE =
      """
      warning        | warning-days 3
      revocation     | 4.7 not-started
      early receipt  | 4.1
      closing        | 13.6, 18
      """;

  /** Parameters: name | what they take. */
  static final String PARAMETERS =
      """
      accepted-translation-acts        | TRANSLATOR_SIGNATURE_CERTIFIED
      electronic-filing-replaces-sets  | NO YES
      completeness-check-days          | NUMBER
      completeness-check-unit          | CALENDAR_DAY HOUR MONTH WORKING_DAY
      opinion-days                     | NUMBER
      opinion-unit                     | CALENDAR_DAY HOUR MONTH WORKING_DAY
      opinion-silence                  | DEEMED_CONSENT DEEMED_OBJECTION NONE_ESCALATE
      signature-days                   | NUMBER
      signature-unit                   | CALENDAR_DAY HOUR MONTH WORKING_DAY
      refusal-notice-days              | NUMBER
      refusal-notice-unit              | CALENDAR_DAY HOUR MONTH WORKING_DAY
      owner-half-year-report-days      | NUMBER
      owner-half-year-report-unit      | CALENDAR_DAY MONTH WORKING_DAY
      owner-year-report-days           | NUMBER
      owner-year-report-unit           | CALENDAR_DAY MONTH WORKING_DAY
      project-unit-half-year-report-days | NUMBER
      project-unit-half-year-report-unit | CALENDAR_DAY MONTH WORKING_DAY
      project-unit-year-report-days    | NUMBER
      project-unit-year-report-unit    | CALENDAR_DAY MONTH WORKING_DAY
      acceptance-report-days           | NUMBER
      acceptance-report-unit           | CALENDAR_DAY MONTH WORKING_DAY
      revocation-notice-days           | NUMBER
      revocation-notice-unit           | CALENDAR_DAY MONTH WORKING_DAY
      reception-closes-at              | TIME_OF_DAY
      warning-days                     | NUMBER
      """;

  static List<String> scope(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_1)) {
      var facts = Answered.of(row.get(1));
      compare(
          deviations,
          row.get(0),
          row.get(3) + " | " + row.get(4),
          scope(pack, facts, LocalDate.parse(row.get(2))));
    }
    var lines = pack.scope().stream().map(e -> e.id() + " | " + e.confidence()).toList();
    deviations.addAll(Golden.differences("scope", rows(SCOPE_LINES), lines));
    return deviations;
  }

  private static String scope(RulePack pack, Answered facts, LocalDate day) {
    try {
      return Scope.of(aid(facts.facts()), facts.answers(), pack, day)
          .map(
              s -> (s.question() != null ? question(s.question()) : said(s)) + " | " + s.articles())
          .orElse("nothing");
    } catch (IllegalArgumentException | IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String said(Scope scope) {
    return scope.outcome() + (scope.otherAct() == null ? "" : " " + scope.otherAct());
  }

  private static String question(OpenQuestion q) {
    return "? %s > %s (%s)"
        .formatted(
            q.id(), q.proposes() == null ? "-" : q.proposes(), String.join(" ", q.answers()));
  }

  static List<String> management(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_12)) {
      var worth = row.get(2).equals("-") ? null : new BigDecimal(row.get(2));
      var actual =
          life(pack).management().stream()
              .filter(e -> e.mode().equals(row.get(0)))
              .map(
                  e ->
                      e.when().holds(aid(row.get(1)), Circumstances.NONE.worth(worth))
                          + " | "
                          + e.articles()
                          + " "
                          + e.confidence())
              .collect(Collectors.joining(" and "));
      compare(
          deviations, String.join(" ", row.subList(0, 3)), row.get(3) + " | " + row.get(4), actual);
    }
    return deviations;
  }

  static List<String> adjustment(RulePack pack) {
    var deviations = new ArrayList<String>();
    for (var row : rows(ARTICLE_16)) {
      var facts = Answered.of(row.get(1));
      compare(
          deviations,
          row.get(0),
          row.get(4) + " | " + row.get(5),
          adjustment(pack, facts, row.get(2), row.get(3).equals("yes")));
    }
    var lines = life(pack).adjustment().stream().map(e -> e.id() + " | " + e.confidence()).toList();
    deviations.addAll(Golden.differences("adjustment", rows(ADJUSTMENT_LINES), lines));
    return deviations;
  }

  private static String adjustment(
      RulePack pack, Answered facts, String firstApprover, boolean changes) {
    try {
      var determined =
          AdjustmentDetermination.of(
              aid(facts.facts()),
              changes,
              firstApprover,
              facts.answers(),
              pack,
              REGISTRY,
              LocalDate.parse("2025-03-03"));
      if (!determined.questions().isEmpty()) {
        var asked = determined.questions().getFirst();
        return question(asked) + " | " + asked.articles();
      }
      return (determined.needsDecision() ? determined.approver() : "NOBODY")
          + " | "
          + determined.articles();
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static List<String> limits(RulePack pack) {
    var deviations = new ArrayList<String>();
    var owed = new ArrayList<List<String>>();
    var expected = new ArrayList<List<String>>();
    for (var row : rows(LIMITS)) {
      owed.add(row);
      var rest = new ArrayList<>(row);
      rest.remove(6);
      expected.add(rest);
    }
    deviations.addAll(
        Golden.differences(
            "limit", expected, pack.limits().stream().map(GoldenLife::limit).toList()));
    for (var row : owed) {
      pack.limit(row.get(0)).ifPresent(l -> owed(deviations, l, row.get(6)));
    }
    return deviations;
  }

  private static String limit(LimitEntry limit) {
    var traits = limit.traits();
    return String.join(
        " | ",
        limit.id(),
        length(limit),
        limit.start().name(),
        limit.onSupplement().name(),
        switch (limit) {
          case TimeLimitEntry e -> e.term().basis().act() + " " + e.term().basis().article();
          case AgencyLimitEntry e -> e.articles();
        },
        limit instanceof TimeLimitEntry e ? e.confidence().name() : "",
        traits.recurrence().name(),
        (traits.debtor()
                + " > "
                + traits.tell().stream().map(Enum::name).collect(Collectors.joining(" ")))
            .strip(),
        limit.fulfilledBy().name(),
        more(traits));
  }

  private static String length(LimitEntry limit) {
    return switch (limit) {
      case TimeLimitEntry e ->
          (e.traits().fixed().isEmpty()
                  ? e.term().amount() + " " + e.term().unit()
                  : String.join(" ", e.traits().fixed()))
              + " "
              + e.term().endRule();
      case AgencyLimitEntry e ->
          String.join(" ", e.days(), e.unit(), e.defaultUnit().name(), e.endRule().name());
    };
  }

  private static String more(LimitTraits traits) {
    var more = new ArrayList<String>();
    var rule = traits.extension();
    if (rule != null) {
      more.add(
          "%s, %d day before, %s %s"
              .formatted(
                  rule.times() == 1 ? "once" : rule.times() + " times",
                  rule.apologyDaysBefore(),
                  rule.basis().act(),
                  rule.basis().article()));
    }
    if (traits.lateAfter() != null) {
      more.add("late after " + traits.lateAfter());
    }
    if (traits.owedWithoutLimit()) {
      more.add("owed without limit");
    }
    return String.join(", ", more);
  }

  /** Every decision with every modality. */
  private static void owed(List<String> deviations, LimitEntry limit, String when) {
    for (var modality : List.of("programme", "project", "non-project")) {
      for (var mechanism :
          Arrays.asList(null, "STATE_BUDGET_REVENUE", "NOT_STATE_BUDGET_REVENUE")) {
        for (var mode :
            Arrays.asList(null, "IN_HOUSE_UNIT", "EXISTING_PROJECT_UNIT", "OWN_PROJECT_UNIT")) {
          var actual =
              limit
                  .traits()
                  .when()
                  .holds(aid(modality), Circumstances.NONE.decided(mechanism, mode));
          compare(
              deviations,
              limit.id() + " of " + modality + " " + mechanism + " " + mode,
              owed(when, modality, mechanism, mode),
              actual);
        }
      }
    }
  }

  private static Truth owed(
      String when, String modality, @Nullable String mechanism, @Nullable String mode) {
    return switch (when) {
      case "always" -> Truth.TRUE;
      case "budget-revenue" -> known(mechanism, "STATE_BUDGET_REVENUE".equals(mechanism));
      case "project-unit" -> known(mode, !"IN_HOUSE_UNIT".equals(mode));
      case "programme-or-project" -> modality.equals("non-project") ? Truth.FALSE : Truth.TRUE;
      default -> throw new IllegalArgumentException(when);
    };
  }

  private static Truth known(@Nullable String value, boolean holds) {
    return value == null ? Truth.UNKNOWN : holds ? Truth.TRUE : Truth.FALSE;
  }

  static List<String> life(RulePack pack, boolean parameters) {
    var life = life(pack);
    var actual =
        List.of(
            "warning | " + life.warning().parameter() + " " + life.warning().defaultDays(),
            "revocation | " + life.revocationArticles() + " " + life.revocationLimit(),
            "early receipt | " + life.earlyReceiptArticles(),
            "closing | " + life.closingArticles());
    var deviations = new ArrayList<>(Golden.differences("life", rows(LIFE), actual));
    if (parameters) {
      deviations.addAll(
          Golden.differences(
              "parameter",
              rows(PARAMETERS),
              pack.parameters().stream()
                  .map(
                      p ->
                          p.name()
                              + " | "
                              + (p.values().isEmpty()
                                  ? p.kind().name()
                                  : p.values().stream().sorted().collect(Collectors.joining(" "))))
                  .toList()));
    }
    return deviations;
  }

  private static RulePack.Life life(RulePack pack) {
    return Objects.requireNonNull(pack.life());
  }

  private static void compare(List<String> deviations, String of, Object expected, Object actual) {
    if (!actual.equals(expected)) {
      deviations.add(of + ": expected " + expected + " but was " + actual);
    }
  }

  /** Units that a limit in law may have. */
  static List<LegalTerm.Unit> units() {
    return Arrays.stream(LegalTerm.Unit.values())
        .filter(u -> u != LegalTerm.Unit.FIXED_DATE)
        .toList();
  }

  /** Facts, and the answers that stand among them. */
  record Answered(String facts, Map<String, String> answers) {
    static Answered of(String text) {
      var answers = new HashMap<String, String>();
      var facts = new ArrayList<String>();
      for (var word : words(text)) {
        if (word.startsWith("answer=")) {
          var answer = word.substring("answer=".length()).split(":");
          answers.put(answer[0], answer[1]);
        } else {
          facts.add(word);
        }
      }
      return new Answered(String.join(" ", facts), answers);
    }
  }
}
