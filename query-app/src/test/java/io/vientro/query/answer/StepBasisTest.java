package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.RulePack;
import io.vientro.rulepacks.BuiltInPacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every step of the road names its article; what no law speaks of names none. */
class StepBasisTest {
  private static final String DECREE_80 = "Decree 80/2020/NĐ-CP";
  private static final String DECREE_61 = "Decree 61/2018/NĐ-CP";
  private static final RulePack PACK =
      BuiltInPacks.load().latest("nd80-2020").orElseThrow().load().pack();

  private static List<LegalBasis> of(String type, String change) {
    return StepBasis.of(type, new JsonMapper().readTree(change), PACK);
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
}
