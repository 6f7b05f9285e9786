package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.AgencyOpinionRequested;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.dossier.TimeLimitStarted;
import io.vientro.core.rules.RulePack;
import io.vientro.query.Fictional;
import io.vientro.query.answer.StepBasis.DossierLaw;
import io.vientro.rulepacks.BuiltInPacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every step of the road names its article; what no law speaks of names none. */
class StepBasisTest {
  private static final String DECREE_80 = "Decree 80/2020/NĐ-CP";
  private static final String DECREE_61 = "Decree 61/2018/NĐ-CP";
  private static final RulePack PACK =
      BuiltInPacks.load().latest("nd80-2020").orElseThrow().load().pack();

  private static List<LegalBasis> of(String type, String change) {
    return of(type, change, DossierState.INITIAL);
  }

  private static List<LegalBasis> of(String type, String change, DossierState state) {
    return StepBasis.of(type, new JsonMapper().readTree(change), new DossierLaw(PACK, state));
  }

  @ParameterizedTest
  @CsvSource({
    "dossier.submitted, 8",
    "dossier.supplemented, 8",
    "checklist.checked, 8",
    "dossier.accepted, 8"
  })
  void whatIsHandedInAndCheckedRestsOnTheChecklistOfTheDecree(String type, String article) {
    assertThat(of(type, "{}")).containsExactly(new LegalBasis(DECREE_80, article));
  }

  @Test
  void anAnswerRestsOnTheArticlesThatLeftTheQuestionOpen() {
    assertThat(of("open-question.decided", "{\"question\":\"law-drafting-component\"}"))
        .containsExactly(new LegalBasis(DECREE_80, "7.1.a"));
  }

  @Test
  void aSlipRestsOnTheOneStopRuleAndOnTheArticleOfEachGap() {
    assertThat(of("supplement.requested", "{\"gaps\":[{\"article\":\"8.1\"},{\"article\":\"8\"}]}"))
        .containsExactly(
            new LegalBasis(DECREE_61, "15.3, 17.2.a"),
            new LegalBasis(DECREE_80, "8.1"),
            new LegalBasis(DECREE_80, "8"));
  }

  @Test
  void anEndedLimitRestsOnTheArticleOfTheLimit() {
    assertThat(of("time-limit.ended", "{\"limit\":\"appraisal\"}"))
        .containsExactly(new LegalBasis(DECREE_80, "10.6"));
  }

  @Test
  void aWithdrawalRestsOnNoArticle() {
    assertThat(of("dossier.withdrawn", "{}")).isEmpty();
  }

  @Test
  void whoLeadsAndWhoIsConsultedRestsOnTheArticlesThatTheEventNames() {
    assertThat(
            of(
                "appraisal.determined",
                "{\"leadArticles\":\"9.2\",\"consultees\":[{\"articles\":\"10.2.a\"},"
                    + "{\"articles\":\"10.2.a\"}],\"questions\":[{\"articles\":\"10.4\"}]}"))
        .containsExactly(
            new LegalBasis(DECREE_80, "9.2"),
            new LegalBasis(DECREE_80, "10.2.a"),
            new LegalBasis(DECREE_80, "10.4"));
  }

  @Test
  void aQuestionAboutTheLeadRestsOnTheArticlesThatLeaveItOpen() {
    assertThat(of("open-question.decided", "{\"question\":\"lead-home-affairs-in-a-province\"}"))
        .containsExactly(new LegalBasis(DECREE_80, "9.3, 32"));
  }

  private static final AgencyOpinionRequested REQUEST =
      new AgencyOpinionRequested(
          "asked", 2, List.of("FRIENDSHIP_UNION"), Fictional.DAY, null, null, null, Fictional.DUTY);

  @Test
  void aRequestRestsOnTheArticlesOfTheRolesAskedAndOnTheAgencysOwnLimit() {
    assertThat(
            of(
                "agency-opinion.requested",
                "{\"roles\":[\"FRIENDSHIP_UNION\"],\"term\":{\"basis\":{\"act\":\"00/QĐ-MAU\",\"article\":\"\"}}}"))
        .extracting(LegalBasis::act, LegalBasis::article)
        .contains(tuple(DECREE_80, "10.2.a"), tuple("00/QĐ-MAU", ""));
    assertThat(of("agency-opinion.requested", "{\"roles\":[]}")).isEmpty();
  }

  @Test
  void anOpinionRestsOnTheArticlesOfItsRequest() {
    var asked = Dossier.evolve(DossierState.INITIAL, REQUEST);
    var answer = "{\"agency\":\"asked\",\"number\":%d}";
    assertThat(of("agency-opinion.recorded", answer.formatted(2), asked))
        .contains(new LegalBasis(DECREE_80, "10.2.a"));
    assertThat(of("agency-opinion.recorded", answer.formatted(1), asked)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appraisal-meeting.convened",
        "appraisal.concluded",
        "dossier.submitted-for-decision"
      })
  void theConclusionIsTheBasisOfTheDecision(String type) {
    assertThat(of(type, "{}")).containsExactly(new LegalBasis(DECREE_80, "10.3"));
  }

  @Test
  void anApprovalRestsOnTheConclusionAndOnWhatItMustState() {
    assertThat(of("aid.approved", "{\"content\":{}}"))
        .contains(
            new LegalBasis(DECREE_80, "10.3"),
            new LegalBasis(DECREE_80, "11.1"),
            new LegalBasis(DECREE_80, "11.1, 14.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aid.refused", "processing.stopped", "rule-pack.adopted"})
  void aPersonsBasisStandsInItsWords(String type) {
    assertThat(of(type, "{\"legalBasis\":\"Điều 6\"}"))
        .containsExactly(new LegalBasis("Điều 6", ""));
  }

  @Test
  void aNoticeRestsOnTheArticlesByWhichItsAddresseesAreOwedIt() {
    assertThat(of("notice.owed", "{\"addressees\":[{\"articles\":\"11.2\"}]}"))
        .containsExactly(new LegalBasis(DECREE_80, "11.2"));
    var owed =
        Dossier.evolve(
            DossierState.INITIAL,
            new NoticeOwed(
                List.of(
                    new NoticeOwed.Addressee("PROVIDER", List.of("PROVIDER"), "10.3"),
                    new NoticeOwed.Addressee("other", List.of("FINANCE_MINISTRY"), "11.2"))));
    assertThat(of("outcome.notified", "{\"addressees\":[\"PROVIDER\",\"third\"]}", owed))
        .containsExactly(new LegalBasis(DECREE_80, "10.3"));
  }

  @Test
  void anAgencysOwnLimitRestsOnTheAgencysWordsWhereTheyAreKnown() {
    var own = new LegalBasis("00/2026/QĐ-MAU", "");
    var running =
        Dossier.evolve(
            DossierState.INITIAL,
            new TimeLimitStarted(
                "signature",
                1,
                Fictional.DAY,
                new LegalTerm(5, LegalTerm.Unit.WORKING_DAY, LegalTerm.EndRule.ROLL_FORWARD, own),
                "SubmitForDecision"));
    var ended = "{\"limit\":\"signature\",\"segment\":1}";
    assertThat(of("time-limit.ended", ended, running)).containsExactly(own);
    assertThat(of("time-limit.ended", ended)).containsExactly(new LegalBasis(DECREE_80, "11.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aid.reclassified",
        "dossier.transferred",
        "record.corrected",
        "adjustment.refused",
        "aid.revoked",
        "duty.waived"
      })
  void whatAPersonBasesOnWordsRestsOnThem(String type) {
    assertThat(of(type, "{\"legalBasis\":\"00/QĐ-MAU\"}"))
        .containsExactly(new LegalBasis("00/QĐ-MAU", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "implementation.started | 4.7",
        "early-receipt.recorded | 4.1",
        "results.handed-over | 13.6, 18",
        "aid.closed | 13.6, 18"
      })
  void theLifeAfterTheApprovalRestsOnItsArticles(String type, String article) {
    assertThat(of(type, "{}")).containsExactly(new LegalBasis(DECREE_80, article));
  }

  @Test
  void anExtensionRestsOnTheRuleThatAllowsItAndOnTheLimit() {
    assertThat(of("time-limit.extended", "{\"limit\":\"appraisal\"}"))
        .containsExactly(new LegalBasis(DECREE_61, "19.9"), new LegalBasis(DECREE_80, "10.6"));
  }

  @Test
  void whatIsToldOfALimitRestsOnTheLimit() {
    assertThat(of("time-limit.expired", "{\"limit\":\"appraisal\",\"notices\":[]}"))
        .containsExactly(new LegalBasis(DECREE_80, "10.6"));
  }

  @Test
  void aLimitThatNoLawGivesNamesNoArticle() {
    assertThat(of("time-limit.started", "{\"limit\":\"acceptance-report\"}")).isEmpty();
  }

  @Test
  void aReportRestsOnTheLimitByWhichItIsOwed() {
    assertThat(of("report.submitted", "{\"report\":\"annual-report\"}")).isNotEmpty();
  }
}
