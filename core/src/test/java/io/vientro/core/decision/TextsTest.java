package io.vientro.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.Disaster;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.ScopeFacts;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.AppraisalFinding;
import io.vientro.core.dossier.AppraisalMethod;
import io.vientro.core.dossier.Awaited;
import io.vientro.core.dossier.Checklist;
import io.vientro.core.dossier.CorrectRecord;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.PortalState;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.core.dossier.RecordDisbursement;
import io.vientro.core.dossier.RecordImplementationStart;
import io.vientro.core.dossier.Status;
import io.vientro.core.dossier.TimeLimitEnded;
import io.vientro.core.dossier.TransferDossier;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What officials read: complete in both languages, and true to what the rules supply. */
class TextsTest {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private static final List<Class<? extends Enum<?>>> VOCABULARIES =
      List.of(
          Status.class,
          Role.class,
          Capacity.class,
          CommandName.class,
          TimeLimitEnded.Reason.class,
          Checklist.Standing.class,
          FilingChannel.class,
          LogMode.class,
          LegalTerm.Unit.class,
          PortalState.class,
          Awaited.What.class,
          CorrectRecord.Fact.class,
          DutyParty.class,
          LimitSegment.Standing.class,
          RaiseTimeLimit.What.class,
          RecordImplementationStart.Evidence.class,
          RecordDisbursement.ManagedBy.class,
          TransferDossier.Cause.class,
          AppraisalDetermined.Duty.class,
          OpinionStance.class,
          AppraisalMethod.class,
          AppraisalFinding.class,
          RulePack.OutcomeKind.class,
          RulePack.DecisionPart.class,
          RulePack.ScopeOutcome.class,
          ScopeFacts.GiftPurpose.class,
          ScopeFacts.Prohibition.class,
          Disaster.Kind.class,
          Disaster.RecipientOfRelief.class,
          DecisionContent.FinancialMechanism.class,
          DecisionContent.ManagementMode.class,
          Modality.class,
          Purpose.class,
          ProviderClass.class,
          ProviderPaperKind.class,
          RecipientKind.class,
          Founder.class,
          SubjectTag.class,
          DocumentKind.class,
          DossierDocument.CopyForm.class,
          DossierDocument.Medium.class,
          DossierDocument.Translation.class);

  private static final List<String> DEFECTS =
      List.of(
          "missing",
          "not-original",
          "not-certified",
          "translation-missing",
          "expired",
          "validity-not-stated",
          "too-few-copies",
          "too-few-sets",
          "undetermined",
          "finding");

  @ParameterizedTest
  @ValueSource(strings = {"rejections", "rejections_vi"})
  void everyCodeHasATextAndNoTextIsForACodeThatDoesNotExist(String bundle) {
    assertThat(read(bundle).keySet())
        .containsExactlyInAnyOrder(
            Arrays.stream(RejectionCode.values()).map(RejectionCode::code).toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(RejectionCode.class)
  void aTextNamesOnlyDetailsThatTheRuleSupplies(RejectionCode code) {
    for (var bundle : List.of("rejections", "rejections_vi")) {
      var placeholders =
          Pattern.compile("\\{([^}]*)\\}")
              .matcher(read(bundle).get(code.code()))
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      assertThat(RejectionDetails.of(code)).as(bundle).containsAll(placeholders);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocabulary", "vocabulary_vi"})
  void everyValueOfAVocabularyHasAWordAndNoWordIsLeftOver(String bundle) {
    var values =
        VOCABULARIES.stream()
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(Vocabulary::key);
    var defects = DEFECTS.stream().map(defect -> "defect." + defect);
    assertThat(read(bundle).keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.concat(values, defects).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejections", "rejections_vi", "vocabulary", "vocabulary_vi"})
  void textsAreComposedAndNotEmpty(String bundle) {
    assertThat(read(bundle).values())
        .allSatisfy(
            text -> {
              assertThat(text).isNotBlank();
              assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            });
  }

  @Test
  void wordsAreVietnameseOrEnglishAndAnyOtherLanguageReadsEnglish() {
    assertThat(Vocabulary.text(Status.CHECKING, VIETNAMESE)).isEqualTo("Đang kiểm tra tính hợp lệ");
    assertThat(Vocabulary.text(Status.CHECKING, Locale.forLanguageTag("vi-VN")))
        .isEqualTo("Đang kiểm tra tính hợp lệ");
    assertThat(Vocabulary.text(Status.CHECKING, Locale.FRENCH))
        .isEqualTo("Checking completeness and validity");
    assertThat(Vocabulary.defect("expired", VIETNAMESE)).isEqualTo("hết hiệu lực");
    assertThat(Vocabulary.text(TimeLimitEnded.Reason.FULFILLED, Locale.ENGLISH)).isEqualTo("Done");
  }

  @Test
  void aRefusalShowsPeopleWordsAndProgramsCodes() {
    var rejection =
        Rejection.of(RejectionCode.WRONG_STATE)
            .with("command", "AcceptDossier")
            .with("status", Status.WITHDRAWN)
            .with("allowed", "SUBMITTED, CHECKING");
    assertThat(rejection.text(Locale.ENGLISH))
        .isEqualTo(
            "“Accept the dossier as complete and valid” is not possible while the dossier stands at"
                + " “Withdrawn”. It is possible at: “Submitted”, “Checking completeness and"
                + " validity”.");
    assertThat(rejection.text(VIETNAMESE)).contains("“Rút hồ sơ”").doesNotContain("WITHDRAWN");
    assertThat(rejection.details()).containsEntry("status", "WITHDRAWN");
  }

  @Test
  void gapsAreReadWithTheirDefects() {
    assertThat(
            Rejection.of(RejectionCode.GAP_OPEN)
                .with("gaps", "passport: expired, sets: too-few-sets")
                .text(Locale.ENGLISH))
        .contains("passport: no longer valid, sets: too few sets");
  }

  @Test
  void aDetailThatLooksLikeAPlaceholderStaysWhatItIs() {
    assertThat(
            Rejection.of(RejectionCode.PARAMETER_VALUE_NOT_ALLOWED)
                .with("value", "{parameter} $1 \\")
                .with("parameter", "opinion-days")
                .text(Locale.ENGLISH))
        .isEqualTo(
            "The parameter opinion-days cannot take the value {parameter} $1 \\. Choose a value"
                + " that the rule pack allows.");
  }

  @Test
  void codesAreStableAndEachCommandHasAnAddress() {
    assertThat(RejectionCode.GAP_OPEN.code()).isEqualTo("gap-open");
    assertThat(CommandName.ofPath("request-supplement")).contains(CommandName.REQUEST_SUPPLEMENT);
    assertThat(CommandName.REQUEST_SUPPLEMENT.commandName()).isEqualTo("RequestSupplement");
    assertThat(CommandName.ofPath("no-such-command")).isEmpty();
  }

  private static Map<String, String> read(String bundle) {
    var name = "/io/vientro/core/" + bundle + ".properties";
    var properties = new Properties();
    try (var in = TextsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new TreeMap<String, String>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }
}
