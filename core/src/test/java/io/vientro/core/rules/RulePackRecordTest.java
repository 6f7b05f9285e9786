package io.vientro.core.rules;

import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vientro.core.Digests;
import io.vientro.core.act.Act;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Decision;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackRecordTest {

  private static final RulePackRecord RECORDED =
      accepted(RulePackRecord.EMPTY, new RecordRulePack(2, "text of 2"));

  @Test
  void theTextGoesOnRecordWithItsDigest() {
    assertThat(RECORDED.latest())
        .contains(new RulePackRecorded("sample-act", 2, Digests.sha256("text of 2"), "text of 2"));
    assertThat(RulePackRecord.EMPTY.latest()).isEmpty();
  }

  @Test
  void theHighestVersionIsTheLatest() {
    assertThat(accepted(RECORDED, new RecordRulePack(10, "text of 10")).latest())
        .map(RulePackRecorded::version)
        .contains(10);
  }

  @Test
  void aVersionIsOnRecordOnceAndItsTextNeverChanges() {
    refused(RECORDED, new RecordRulePack(2, "text of 2"))
        .is(RejectionCode.RULE_PACK_ALREADY_RECORDED)
        .at("version")
        .saying("sha256", Digests.sha256("text of 2"));
    refused(RECORDED, new RecordRulePack(2, "another text"))
        .is(RejectionCode.RULE_PACK_TEXT_CHANGED)
        .at("version")
        .saying("version", "2");
  }

  @Test
  void anOlderVersionIsNotAddedLater() {
    refused(RECORDED, new RecordRulePack(1, "text of 1"))
        .is(RejectionCode.RULE_PACK_VERSION_OLD)
        .at("version")
        .saying("version", "2");
  }

  @Test
  void versionsCountFromOne() {
    refused(RulePackRecord.EMPTY, new RecordRulePack(0, "text"))
        .is(RejectionCode.NUMBER_NOT_POSITIVE)
        .at("version");
  }

  @Test
  void onlyAdministratorsSetParametersAndOnlyTheyAndTheSoftwareRecordPacks() {
    refused(RECORDED, new RecordRulePack(3, "text"), Samples.DECIDER)
        .is(RejectionCode.ROLE_MAY_NOT);
    refused(RECORDED, set("opinion-days", "7"), Actor.SYSTEM).is(RejectionCode.ROLE_MAY_NOT);
    accepted(RECORDED, new RecordRulePack(3, "text"));
  }

  @Test
  void aParameterIsSetWithItsBasisAndItsFirstDay() {
    assertThat(accepted(RECORDED, set("opinion-days", "7")).parameters().settings())
        .containsExactly(
            new AgencyParameterSet(
                Samples.PROVINCE, "opinion-days", "7", "QĐ 12/2023", DAY, Samples.DUTY));
  }

  @Test
  void aParameterBelongsToAPackOnRecordAndAKnownAgency() {
    refused(RulePackRecord.EMPTY, set("opinion-days", "7")).is(RejectionCode.UNKNOWN_RULE_PACK);
    refused(
            RECORDED,
            new SetAgencyParameter("khong-co", "opinion-days", "7", "QĐ", DAY, Samples.DUTY))
        .is(RejectionCode.UNKNOWN_AGENCY)
        .at("agency");
    refused(RECORDED, set("signature-days", "7"))
        .is(RejectionCode.UNKNOWN_PARAMETER)
        .at("parameter")
        .saying("parameter", "signature-days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "07", "7.0", "7 ", "", "10000", "٧", "seven"})
  void aNumberOfDaysIsAWholeNumberOfAtLeastOne(String value) {
    refused(RECORDED, set("opinion-days", value))
        .is(RejectionCode.PARAMETER_VALUE_NOT_ALLOWED)
        .at("value")
        .saying("value", value);
  }

  @Test
  void aChoiceIsOneOfThoseThatThePackAllows() {
    refused(RECORDED, set("online-replaces-sets", "yes"))
        .is(RejectionCode.PARAMETER_VALUE_NOT_ALLOWED)
        .at("value");
    accepted(RECORDED, set("online-replaces-sets", "YES"));
  }

  @Test
  void theActThatSetsAParameterIsSound() {
    refused(
            RECORDED,
            new SetAgencyParameter(
                Samples.PROVINCE,
                "opinion-days",
                "7",
                "QĐ",
                DAY,
                new Act(Capacity.ON_BEHALF, null, null)))
        .is(RejectionCode.ACT_NAMES_NOBODY)
        .at("act.onBehalfOf");
  }

  // Parameters by date

  @Test
  void aParameterHoldsFromItsFirstDayUntilTheNextOne() {
    var parameters =
        new AgencyParameters(List.of(setting("5", "2026-01-01"), setting("7", "2026-06-01")));
    assertThat(value(parameters, "2025-12-31")).isEqualTo("none");
    assertThat(value(parameters, "2026-01-01")).isEqualTo("5");
    assertThat(value(parameters, "2026-05-31")).isEqualTo("5");
    assertThat(value(parameters, "2026-06-01")).isEqualTo("7");
  }

  @Test
  void aSettingRecordedLaterForAnEarlierDayDoesNotHideTheLaterDays() {
    var parameters =
        new AgencyParameters(List.of(setting("7", "2026-06-01"), setting("5", "2026-01-01")));
    assertThat(value(parameters, "2026-07-01")).isEqualTo("7");
    assertThat(value(parameters, "2026-02-01")).isEqualTo("5");
  }

  @Test
  void ofTwoSettingsForTheSameDayTheLastRecordedHolds() {
    var parameters =
        new AgencyParameters(List.of(setting("5", "2026-01-01"), setting("6", "2026-01-01")));
    assertThat(value(parameters, "2026-01-01")).isEqualTo("6");
  }

  @Test
  void anotherAgencysParameterIsNotOurs() {
    var parameters = new AgencyParameters(List.of(setting("5", "2026-01-01")));
    assertThat(parameters.value(Samples.MINISTRY, "opinion-days", DAY)).isEmpty();
    assertThat(parameters.value(Samples.PROVINCE, "signature-days", DAY)).isEmpty();
  }

  @Test
  void differentSettingsHaveDifferentDigestsWhateverSignsTheyContain() {
    assertThat(new AgencyParameters(List.of(setting("5|QĐ", "1", "2026-01-01"))).sha256())
        .isNotEqualTo(new AgencyParameters(List.of(setting("5", "QĐ|1", "2026-01-01"))).sha256());
  }

  private static String value(AgencyParameters parameters, String day) {
    return parameters.value(Samples.PROVINCE, "opinion-days", LocalDate.parse(day)).orElse("none");
  }

  private static AgencyParameterSet setting(String value, String from) {
    return setting(value, "QĐ", from);
  }

  private static AgencyParameterSet setting(String value, String basis, String from) {
    return new AgencyParameterSet(
        Samples.PROVINCE, "opinion-days", value, basis, LocalDate.parse(from), Samples.DUTY);
  }

  private static SetAgencyParameter set(String parameter, String value) {
    return new SetAgencyParameter(
        Samples.PROVINCE, parameter, value, "QĐ 12/2023", DAY, Samples.DUTY);
  }

  private static RulePackRecord accepted(RulePackRecord state, RulePackCommand command) {
    return switch (decide(state, command, Samples.ADMINISTRATOR)) {
      case Decision.Accepted<RulePackEvent>(var events) -> {
        var record = state;
        for (var event : events) {
          record = RulePackRecord.evolve(record, event);
        }
        yield record;
      }
      case Decision.Rejected<RulePackEvent>(var rejection) -> fail(rejection.toString());
    };
  }

  private static RejectionAssert refused(RulePackRecord state, RulePackCommand command) {
    return refused(state, command, Samples.ADMINISTRATOR);
  }

  private static RejectionAssert refused(
      RulePackRecord state, RulePackCommand command, Actor actor) {
    return switch (decide(state, command, actor)) {
      case Decision.Accepted<RulePackEvent>(var events) -> fail("accepted: " + events);
      case Decision.Rejected<RulePackEvent>(var rejection) -> new RejectionAssert(rejection);
    };
  }

  private static Decision<RulePackEvent> decide(
      RulePackRecord state, RulePackCommand command, Actor actor) {
    return RulePackRecord.decide(state, "sample-act", command, Samples.context(actor, DAY));
  }
}
