package io.vientro.core.dossier;

import static io.vientro.core.dossier.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Medium;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.aid.GoodsItem;
import io.vientro.core.aid.GoodsItem.GoodsClass;
import io.vientro.core.aid.GoodsItem.ImportDecision;
import io.vientro.core.aid.IndividualProvider;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.decision.Capacity;
import io.vientro.core.dossier.Checklist.Line;
import io.vientro.core.dossier.Checklist.Papers;
import io.vientro.core.dossier.Checklist.Standing;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.value.Personal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecklistTest {

  private static final DossierDocument REQUEST = Samples.paper(DocumentKind.REQUEST_FOR_APPROVAL);

  @Test
  void whatIsThereAsItMustBeIsMet() {
    assertThat(line("request", Samples.aid(), REQUEST))
        .returns(Standing.MET, Line::standing)
        .returns(List.of(), Line::defects);
  }

  @Test
  void whatIsNotThereIsMissing() {
    assertThat(line("request", Samples.aid()))
        .returns(Standing.MISSING, Line::standing)
        .returns(List.of("missing"), Line::defects);
  }

  @Test
  void whatTheAidDoesNotCallForIsNotOwed() {
    var nonProject = AidBuilder.of(Samples.aid()).modality(Modality.NON_PROJECT).build();
    assertThat(line("project-document", nonProject).standing()).isEqualTo(Standing.NOT_OWED);
  }

  @Test
  void whatTurnsOnAnOpenQuestionIsUndetermined() {
    var usedVehicle = AidBuilder.of(Samples.aid()).goods(vehicle(true)).build();
    assertThat(standing("used-goods-inspection", usedVehicle, null))
        .isEqualTo(Standing.UNDETERMINED);
    assertThat(standing("used-goods-inspection", usedVehicle, "PRIME_MINISTER"))
        .isEqualTo(Standing.MISSING);
    assertThat(standing("used-goods-inspection", usedVehicle, "HEAD_OF_MANAGING_AGENCY"))
        .isEqualTo(Standing.NOT_OWED);
  }

  @Test
  void whatIsNotOwedEitherWayIsNotUndetermined() {
    var newVehicle = AidBuilder.of(Samples.aid()).goods(vehicle(false)).build();
    assertThat(standing("used-goods-inspection", newVehicle, null)).isEqualTo(Standing.NOT_OWED);
  }

  @Test
  void anOriginalStandsForEveryCopyAndACopyForNoOriginal() {
    assertThat(defects("request", form(REQUEST, CopyForm.CERTIFIED_COPY)))
        .containsExactly("not-original");
    assertThat(defectsOfPassport(form(passport(), CopyForm.PLAIN_COPY)))
        .containsExactly("not-certified");
    assertThat(defectsOfPassport(form(passport(), CopyForm.CERTIFIED_COPY))).isEmpty();
    assertThat(defectsOfPassport(form(passport(), CopyForm.ORIGINAL))).isEmpty();
  }

  @Test
  void aPaperInAForeignLanguageNeedsATranslationOfTheAcceptedKind() {
    assertThat(defects("request", translated(Translation.NOTARISED))).isEmpty();
    for (var other :
        List.of(Translation.NONE, Translation.PLAIN, Translation.TRANSLATOR_SIGNATURE_CERTIFIED)) {
      assertThat(defects("request", translated(other)))
          .as(other.name())
          .containsExactly("translation-missing");
    }
  }

  @Test
  void theDeployingAgencyMayAcceptAFurtherTranslationFromADateOn() {
    var accepted =
        parameters(Samples.PROVINCE, "translation-acts", "TRANSLATOR_SIGNATURE_CERTIFIED", DAY);
    var paper = translated(Translation.TRANSLATOR_SIGNATURE_CERTIFIED);
    assertThat(defects("request", paper, accepted, DAY)).isEmpty();
    assertThat(defects("request", paper, accepted, DAY.minusDays(1)))
        .containsExactly("translation-missing");
    assertThat(defects("request", translated(Translation.PLAIN), accepted, DAY))
        .containsExactly("translation-missing");
  }

  @Test
  void aPaperIsValidThroughItsLastDay() {
    assertThat(defectsOfPassport(passport(DAY))).isEmpty();
    assertThat(defectsOfPassport(passport(DAY.minusDays(1)))).containsExactly("expired");
    assertThat(defectsOfPassport(passport(null))).containsExactly("validity-not-stated");
  }

  @Test
  void everyPaperComesInAsManyCopiesAsThereAreSets() {
    assertThat(defects("request", copies(REQUEST, 2))).containsExactly("too-few-copies");
  }

  @Test
  void copiesOfOnePaperThatCameInLaterAddUp() {
    var copies = form(copies(REQUEST, 2), CopyForm.PLAIN_COPY);
    assertThat(defects("request", copies(REQUEST, 1), copies)).isEmpty();
    assertThat(defects("request", copies(REQUEST, 1), numbered(copies, "2/BV")))
        .containsExactly("too-few-copies");
  }

  @Test
  void untranslatedCopiesDoNotCountBesideATranslatedOne() {
    assertThat(
            defects(
                "request",
                copies(translated(Translation.NOTARISED), 1),
                copies(translated(Translation.NONE), 5)))
        .containsExactly("too-few-copies");
  }

  @Test
  void ofSeveralPapersOfAKindTheBestOneCounts() {
    var outdated = passport(DAY.minusDays(1));
    assertThat(defectsOfPassport(outdated, passport(DAY.plusDays(1)))).isEmpty();
  }

  @Test
  void allDefectsOfAPaperAreNamedAtOnce() {
    assertThat(
            defectsOfPassport(
                new DossierDocument(
                    DocumentKind.PASSPORT,
                    null,
                    null,
                    CopyForm.PLAIN_COPY,
                    Medium.PAPER,
                    1,
                    "de",
                    Translation.NONE,
                    DAY.minusDays(1))))
        .containsExactly("not-certified", "translation-missing", "expired", "too-few-copies");
  }

  @Test
  void tooFewSetsAreAGapOfTheDossierAsAWhole() {
    var checklist = checklist(Samples.aid(), 2, FilingChannel.COUNTER, AgencyParameters.NONE);
    assertThat(checklist.lines().getLast())
        .isEqualTo(
            new Line(Checklist.SETS, null, "8", Standing.DEFECTIVE, List.of("too-few-sets")));
    assertThat(checklist.gaps()).contains(new Gap("sets", "too-few-sets", "8", null));
  }

  @Test
  void anOnlineFilingStandsForAllSetsOnlyWhereTheDeployingAgencySaysSo() {
    var waived = parameters(Samples.PROVINCE, "online-replaces-sets", "YES", DAY);
    assertThat(sets(FilingChannel.ONLINE, waived)).isEqualTo(Standing.MET);
    assertThat(sets(FilingChannel.ONLINE, AgencyParameters.NONE)).isEqualTo(Standing.DEFECTIVE);
    assertThat(sets(FilingChannel.POST, waived)).isEqualTo(Standing.DEFECTIVE);
    assertThat(
            sets(
                FilingChannel.ONLINE,
                parameters(Samples.PROVINCE, "online-replaces-sets", "NO", DAY)))
        .isEqualTo(Standing.DEFECTIVE);
    assertThat(
            sets(
                FilingChannel.ONLINE,
                parameters(Samples.OTHER_PROVINCE, "online-replaces-sets", "YES", DAY)))
        .isEqualTo(Standing.DEFECTIVE);
  }

  // Helpers

  private static final AidFacts OF_A_PERSON =
      AidBuilder.of(Samples.aid())
          .provider(
              new Provider(
                  ProviderPaperKind.INDIVIDUAL,
                  ProviderClass.INDIVIDUAL,
                  null,
                  new IndividualProvider(Personal.of("Jane Sample"), null, null),
                  "DE",
                  null))
          .build();

  private static Standing sets(FilingChannel channel, AgencyParameters parameters) {
    return checklist(Samples.aid(), 1, channel, parameters).lines().getLast().standing();
  }

  private static Checklist checklist(
      AidFacts aid, int sets, FilingChannel channel, AgencyParameters parameters) {
    return Checklist.of(
        new Papers(aid, Samples.completePapers(), sets, channel, Samples.PROVINCE, null),
        Samples.PACK,
        parameters,
        DAY);
  }

  private static Line line(String requirement, AidFacts aid, DossierDocument... papers) {
    return line(requirement, aid, null, AgencyParameters.NONE, DAY, papers);
  }

  private static Line line(
      String requirement,
      AidFacts aid,
      @Nullable String approver,
      AgencyParameters parameters,
      LocalDate day,
      DossierDocument... papers) {
    return Checklist.of(
            new Papers(aid, List.of(papers), 3, FilingChannel.COUNTER, Samples.PROVINCE, approver),
            Samples.PACK,
            parameters,
            day)
        .lines()
        .stream()
        .filter(l -> l.requirement().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private static Standing standing(String requirement, AidFacts aid, @Nullable String approver) {
    return line(requirement, aid, approver, AgencyParameters.NONE, DAY).standing();
  }

  private static List<String> defects(String requirement, DossierDocument... papers) {
    return line(requirement, Samples.aid(), papers).defects();
  }

  private static List<String> defects(
      String requirement, DossierDocument paper, AgencyParameters parameters, LocalDate day) {
    return line(requirement, Samples.aid(), null, parameters, day, paper).defects();
  }

  private static List<String> defectsOfPassport(DossierDocument... papers) {
    return line("passport", OF_A_PERSON, papers).defects();
  }

  private static AgencyParameters parameters(
      String agency, String parameter, String value, LocalDate from) {
    return new AgencyParameters(
        List.of(
            new AgencyParameterSet(
                agency, parameter, value, "QĐ 1", from, new Act(Capacity.HEAD, null, null))));
  }

  private static GoodsItem vehicle(boolean used) {
    return new GoodsItem(
        "Xe", GoodsClass.VEHICLE, used, ImportDecision.NOT_PRIME_MINISTER, false, null, null);
  }

  private static DossierDocument passport() {
    return passport(DAY);
  }

  private static DossierDocument passport(@Nullable LocalDate validUntil) {
    return new DossierDocument(
        DocumentKind.PASSPORT,
        null,
        null,
        CopyForm.CERTIFIED_COPY,
        Medium.PAPER,
        3,
        "vi",
        Translation.NONE,
        validUntil);
  }

  private static DossierDocument translated(Translation translation) {
    return new DossierDocument(
        DocumentKind.REQUEST_FOR_APPROVAL,
        null,
        null,
        CopyForm.ORIGINAL,
        Medium.PAPER,
        3,
        "en",
        translation,
        null);
  }

  private static DossierDocument form(DossierDocument d, CopyForm form) {
    return new DossierDocument(
        d.kind(),
        d.number(),
        d.issuedOn(),
        form,
        d.medium(),
        d.copies(),
        d.language(),
        d.translation(),
        d.validUntil());
  }

  private static DossierDocument copies(DossierDocument d, int copies) {
    return new DossierDocument(
        d.kind(),
        d.number(),
        d.issuedOn(),
        d.copyForm(),
        d.medium(),
        copies,
        d.language(),
        d.translation(),
        d.validUntil());
  }

  private static DossierDocument numbered(DossierDocument d, String number) {
    return new DossierDocument(
        d.kind(),
        number,
        d.issuedOn(),
        d.copyForm(),
        d.medium(),
        d.copies(),
        d.language(),
        d.translation(),
        d.validUntil());
  }
}
