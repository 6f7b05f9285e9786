package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static io.vientro.core.decision.CommandName.ADOPT_RULE_PACK_VERSION;
import static io.vientro.core.decision.CommandName.APPROVE_AID;
import static io.vientro.core.decision.CommandName.CONVENE_APPRAISAL_MEETING;
import static io.vientro.core.decision.CommandName.HAND_OVER_DOSSIER;
import static io.vientro.core.decision.CommandName.NOTIFY_OUTCOME;
import static io.vientro.core.decision.CommandName.REFUSE_AID;
import static io.vientro.core.decision.CommandName.REQUEST_AGENCY_OPINION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.command.CommandSide.Answer;
import io.vientro.core.decision.CommandName;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What core's rules refuse arrives as a problem: code, field, legal basis, and both languages. */
class RulesOverHttpTest {
  private static final CommandSide SIDE = CommandSide.shared();
  private static final String NOBODY = "\"no-such-agency\"";
  private static final String OTHER = "\"" + CommandSide.OTHER_AGENCY + "\"";
  private static final String LEAD = "\"" + CommandSide.LEAD + "\"";
  private static final String EARLY = "\"2025-06-10\"";

  /**
   * One fact made wrong; {@code at} is a JSON pointer into the facts, {@code raw} what to put
   * there.
   */
  private record Bad(String at, String raw, String code, String field) {}

  static Stream<Bad> badFacts() {
    return Stream.of(
        new Bad("/provider/name", "null", "provider-name-mismatch", "aid.provider.name"),
        new Bad(
            "/provider/individual",
            "{\"name\": \"Jan Voorbeeld\"}",
            "provider-name-mismatch",
            "aid.provider.name"),
        new Bad(
            "/provider/papers",
            "\"INDIVIDUAL\"",
            "provider-name-mismatch",
            "aid.provider.individual"),
        new Bad(
            "/provider/providerClass",
            "\"COMPANY\"",
            "provider-kinds-contradict",
            "aid.provider.papers"),
        new Bad(
            "/provider/registration", "null", "registration-missing", "aid.provider.registration"),
        new Bad("/provider/country", "\"XX\"", "unknown-country", "aid.provider.country"),
        new Bad("/provider/country", "\"nl\"", "unknown-country", "aid.provider.country"),
        new Bad("/experts", "true", "experts-only-non-project", "aid.experts"),
        new Bad(
            "/managingAgencies",
            "[\"no-such-agency\"]",
            "unknown-agency",
            "aid.managingAgencies[0]"),
        new Bad(
            "/managingAgencies",
            "[\"ubnd-tinh-mau\", \"ubnd-tinh-mau\"]",
            "agency-repeated",
            "aid.managingAgencies[1]"),
        new Bad(
            "/localities/0/province",
            "\"atlantis\"",
            "unknown-place",
            "aid.localities[0].province"),
        new Bad("/grant/parts", "[]", "amount-missing", "aid.grant.parts"),
        new Bad("/grant/parts/0/amount", "0", "amount-not-positive", "aid.grant.parts[0].amount"),
        new Bad(
            "/grant/parts/0/currency",
            "\"EURO\"",
            "unknown-currency",
            "aid.grant.parts[0].currency"),
        new Bad(
            "/grant/equivalents/0/currency",
            "\"EUR\"",
            "currency-repeated",
            "aid.grant.equivalents[0].currency"),
        new Bad("/grant/usd/amount", "0", "amount-not-positive", "aid.grant.usd.amount"),
        new Bad("/grant/usd/rate", "null", "usd-rate-missing", "aid.grant.usd"),
        new Bad(
            "/grant/usd/rateDate", "\"2025-06-17\"", "date-in-future", "aid.grant.usd.rateDate"),
        new Bad(
            "/grant/equivalents/0",
            "{\"amount\": 7, \"currency\": \"USD\"}",
            "usd-value-contradicts",
            "aid.grant.usd.amount"),
        new Bad(
            "/counterpart/0/money/amount",
            "0",
            "amount-not-positive",
            "aid.counterpart[0].money.amount"),
        new Bad(
            "/counterpart/0/money/currency",
            "\"ZZZ\"",
            "unknown-currency",
            "aid.counterpart[0].money.currency"),
        new Bad("/goods/0/quantity", "0", "number-not-positive", "aid.goods[0].quantity"),
        new Bad("/period/to", "\"2025-06-30\"", "period-reversed", "aid.period.to"));
  }

  private static ObjectNode spoilt(ObjectNode body, String pointer, String raw) {
    var cut = pointer.lastIndexOf('/');
    var holder = body.at(pointer.substring(0, cut));
    var name = pointer.substring(cut + 1);
    var value = Bodies.json("{\"v\": " + raw + "}").get("v");
    if (holder instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((tools.jackson.databind.node.ArrayNode) holder).set(Integer.parseInt(name), value);
    }
    return body;
  }

  private static void refused(Answer answer, String code, String field) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
    assertThat(answer.text("field")).as("%s", answer).isEqualTo(field);
    for (var texts : new String[] {"titles", "details"}) {
      var both = answer.json().get(texts);
      assertThat(both.get("vi").asString()).isNotBlank().doesNotContain("{");
      assertThat(both.get("en").asString()).isNotBlank().doesNotContain("{");
      assertThat(both.get("vi")).isNotEqualTo(both.get("en"));
    }
  }

  @ParameterizedTest
  @MethodSource("badFacts")
  void noBadFactIsFiledNorSupplied(Bad bad) {
    var dossier = Commands.file(SIDE, Bodies.incomplete(TODAY));
    var before = SIDE.log().nextPosition();
    refused(
        SIDE.post(
            "reception-officer",
            "/api/v1/dossiers",
            spoilt(Bodies.incomplete(TODAY), "/aid" + bad.at(), bad.raw())),
        bad.code(),
        bad.field());
    refused(
        SIDE.post(
            "reception-officer",
            dossier + "/supplement-dossier",
            spoilt(Bodies.supplement(TODAY), "/aid" + bad.at(), bad.raw())),
        bad.code(),
        bad.field());
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "/sets, 0, number-not-positive, sets",
        "/documents/0/copies, 0, number-not-positive, documents[0].copies",
        "/documents/0/language, '\"xx\"', unknown-language, documents[0].language",
        "/documents/0/issuedOn, '\"2025-06-17\"', date-in-future, documents[0].issuedOn",
        "/filedWith, '\"no-such-agency\"', unknown-agency, filedWith",
        "/act/onBehalfOf, null, act-names-nobody, act.onBehalfOf",
        "/act/capacity, '\"ASSIGNED_DUTY\"', act-names-somebody, act.onBehalfOf",
        "/act/document/date, '\"2025-06-17\"', date-in-future, act.document.date"
      })
  void noBadFilingIsTakenIn(String at, String raw, String code, String field) {
    var before = SIDE.log().nextPosition();
    refused(
        SIDE.post(
            "reception-officer", "/api/v1/dossiers", spoilt(Bodies.incomplete(TODAY), at, raw)),
        code,
        field);
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  /** One value of a command after acceptance made wrong. */
  private record Wrong(CommandName command, String at, String raw, String code, String field) {}

  static Stream<Wrong> wrongValues() {
    return Stream.of(
        new Wrong(HAND_OVER_DOSSIER, "/to/agency", OTHER, "agency-not-involved", "to.agency"),
        new Wrong(REQUEST_AGENCY_OPINION, "/agency", NOBODY, "unknown-agency", "agency"),
        new Wrong(REQUEST_AGENCY_OPINION, "/agency", LEAD, "lead-asks-itself", "agency"),
        new Wrong(REQUEST_AGENCY_OPINION, "/role", "\"NONE\"", "unknown-consultee-role", "role"),
        new Wrong(REQUEST_AGENCY_OPINION, "/answerBy", EARLY, "date-before-step", "answerBy"),
        new Wrong(CONVENE_APPRAISAL_MEETING, "/invited/1", NOBODY, "unknown-agency", "invited[1]"),
        new Wrong(
            CONVENE_APPRAISAL_MEETING,
            "/invited/1",
            "\"cong-an-tinh-mau\"",
            "agency-repeated",
            "invited[1]"),
        new Wrong(CONVENE_APPRAISAL_MEETING, "/meetingOn", EARLY, "date-before-step", "meetingOn"),
        new Wrong(APPROVE_AID, "/act/document", "null", "document-missing", "act.document"),
        new Wrong(APPROVE_AID, "/act/document/date", EARLY, "document-date-differs", "decidedOn"),
        new Wrong(REFUSE_AID, "/act/document", "null", "document-missing", "act.document"),
        new Wrong(REFUSE_AID, "/act/document/date", EARLY, "document-date-differs", "decidedOn"),
        unstated("title"),
        unstated("managingAgencies"),
        unstated("owner"),
        unstated("coProviders"),
        unstated("objective"),
        unstated("results"),
        unstated("period"),
        unstated("place"),
        unstated("grant"),
        unstated("counterpart"),
        unstated("grantManagedByRecipient"),
        unstated("grantManagedByProvider"),
        unstated("financialMechanism"),
        unstated("managementMode"),
        content("/managingAgencies/0", NOBODY, "unknown-agency", "managingAgencies[0]"),
        content("/grant", "[]", "decision-content-missing", "grant"),
        content("/grant/0/amount", "0", "amount-not-positive", "grant[0].amount"),
        content("/grant/0/amount", "7", "grant-split-contradicts", "grantManagedByRecipient"),
        content("/grant/0/currency", "\"ZZZ\"", "unknown-currency", "grant[0].currency"),
        content(
            "/grantManagedByRecipient/0/amount",
            "90000.01",
            "grant-split-contradicts",
            "grantManagedByRecipient"),
        content(
            "/counterpart/0/money/amount",
            "0",
            "amount-not-positive",
            "counterpart[0].money.amount"),
        content("/usd/rate", "null", "usd-rate-missing", "usd"),
        content("/goods/0/quantity", "0", "number-not-positive", "goods[0].quantity"),
        content("/period/to", "\"2025-06-30\"", "period-reversed", "period.to"),
        new Wrong(NOTIFY_OUTCOME, "/addressees", "[]", "no-addressee", "addressees"),
        new Wrong(
            NOTIFY_OUTCOME, "/addressees/1", "\"PROVIDER\"", "addressee-repeated", "addressees[1]"),
        new Wrong(NOTIFY_OUTCOME, "/addressees/1", NOBODY, "unknown-agency", "addressees[1]"),
        new Wrong(
            ADOPT_RULE_PACK_VERSION, "/version", "800000", "rule-pack-version-unknown", "version"));
  }

  private static Wrong unstated(String part) {
    return content("/" + part, "null", "decision-content-missing", part);
  }

  private static Wrong content(String at, String raw, String code, String field) {
    return new Wrong(APPROVE_AID, "/content" + at, raw, code, "content." + field);
  }

  private static final Map<CommandName, String> DOSSIERS = new EnumMap<>(CommandName.class);

  /** A dossier on which a command could be sent; refusals leave it as it is. */
  private static String ready(CommandName command) {
    return DOSSIERS.computeIfAbsent(command, c -> Road.drive(SIDE, Road.before(c, TODAY)));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void noWrongValueIsTakenOnTheRoad(Wrong wrong) {
    var dossier = ready(wrong.command());
    var step = Road.step(wrong.command(), TODAY);
    var before = SIDE.log().nextPosition();
    refused(
        SIDE.post(step.account(), step.path(dossier), spoilt(step.body(), wrong.at(), wrong.raw())),
        wrong.code(),
        wrong.field());
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("roadCommands")
  void anActIsSoundOnTheRoadToo(CommandName command) {
    var dossier = ready(command);
    var step = Road.step(command, TODAY);
    refused(
        SIDE.post(
            step.account(),
            step.path(dossier),
            spoilt(step.body(), "/act/onBehalfOf", "\"Lê Văn Mẫu\"")),
        "act-names-somebody",
        "act.onBehalfOf");
  }

  static Stream<CommandName> roadCommands() {
    return DossierAggregateTest.road();
  }

  @Test
  void aDecisionSaysWhyItDepartsFromTheDossier() {
    var step = Road.step(APPROVE_AID, TODAY);
    var content = step.body().withObject("/content");
    content.set("grant", Bodies.json("{\"v\": [{\"amount\": 7, \"currency\": \"EUR\"}]}").get("v"));
    content.set("grantManagedByRecipient", content.get("grant").deepCopy());
    content.putArray("grantManagedByProvider");
    var path = step.path(Road.drive(SIDE, Road.before(APPROVE_AID, TODAY)));
    assertThat(SIDE.post("decision-maker", path, step.body().deepCopy()).status()).isEqualTo(200);
    content.putNull("deviationReason");
    refused(
        SIDE.post("decision-maker", step.path(ready(APPROVE_AID)), step.body()),
        "decision-differs-from-dossier",
        "content.grant");
  }

  /** Somebody sends a step to a dossier on which it is not its turn, or not theirs. */
  private static void refusedNow(
      String dossier, String account, CommandName command, ObjectNode body, String code) {
    var before = SIDE.log().nextPosition();
    var answer = SIDE.post(account, dossier + "/" + command.path(), body);
    assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
    assertThat(answer.status()).as("%s", answer).isIn(403, 409, 422);
    assertThat(answer.json().at("/details/vi").asString()).isNotBlank().doesNotContain("{");
    assertThat(SIDE.log().nextPosition()).isEqualTo(before);
  }

  private static void refusedNow(String dossier, CommandName command, String code) {
    var step = Road.step(command, TODAY);
    refusedNow(dossier, step.account(), command, step.body(), code);
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandName.class,
      names = {
        "REQUEST_AGENCY_OPINION",
        "CONVENE_APPRAISAL_MEETING",
        "CONCLUDE_APPRAISAL",
        "SUBMIT_FOR_DECISION",
        "APPROVE_AID",
        "REFUSE_AID",
        "NOTIFY_OUTCOME"
      })
  void noCommandComesBeforeItsTurnNorAfterTheEnd(CommandName command) {
    refusedNow(ready(CommandName.ACCEPT_DOSSIER), command, "wrong-state");
    var ended =
        Road.drive(
            SIDE,
            Stream.concat(
                    Road.before(NOTIFY_OUTCOME, TODAY).stream(),
                    Stream.of(Road.step(NOTIFY_OUTCOME, TODAY)))
                .toList());
    refusedNow(
        ended, command, command == NOTIFY_OUTCOME ? "addressee-already-notified" : "wrong-state");
  }

  @Test
  void anOpinionIsAskedForOnceAndAnsweredByWhomItIsFor() {
    var asked = ready(CommandName.RECORD_AGENCY_OPINION);
    refusedNow(asked, REQUEST_AGENCY_OPINION, "opinion-already-requested");
    var record = CommandName.RECORD_AGENCY_OPINION;
    var others = Bodies.recordOpinion(TODAY, CommandSide.HEALTH);
    refusedNow(asked, "consulted-agency", record, others, "other-agencys-opinion");
    refusedNow(asked, "related-agency", record, others, "not-asked-for-opinion");
    refusedNow(asked, "appraiser", record, others, "opinion-not-requested");
    var letter = Bodies.recordOpinion(TODAY, CommandSide.POLICE);
    letter.set("act", Bodies.json(Bodies.ON_DUTY));
    refusedNow(asked, "appraiser", record, letter, "document-missing");
  }

  @Test
  void whoLeadsRecordsAnAgencysLetterAndTheRecordSaysSo() {
    var asked = Road.drive(SIDE, Road.before(CommandName.RECORD_AGENCY_OPINION, TODAY));
    var before = SIDE.log().nextPosition();
    var answer =
        SIDE.post(
            "appraiser",
            asked + "/record-agency-opinion",
            Bodies.recordOpinion(TODAY, CommandSide.POLICE));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(SIDE.events(before).getFirst().event().payload()).contains("\"byLetter\":true");
  }

  @Test
  void aDossierIsInOnePairOfHands() {
    var handed = ready(CommandName.ACCEPT_HAND_OVER);
    refusedNow(handed, HAND_OVER_DOSSIER, "hand-over-pending");
    refusedNow(ready(HAND_OVER_DOSSIER), CommandName.ACCEPT_HAND_OVER, "no-hand-over-pending");
    refusedNow(
        handed,
        "reception-officer",
        CommandName.ACCEPT_HAND_OVER,
        Bodies.acceptHandOver(TODAY),
        "not-the-receiver-of-hand-over");
  }

  @Test
  void anAppraisalIsConcludedAfterAskingAndMeeting() {
    refusedNow(
        ready(REQUEST_AGENCY_OPINION), CommandName.CONCLUDE_APPRAISAL, "consultee-not-asked");
    refusedNow(
        ready(CommandName.CONCLUDE_APPRAISAL),
        "appraiser",
        CommandName.CONCLUDE_APPRAISAL,
        Bodies.conclude(TODAY).put("method", "MEETING"),
        "meeting-not-held");
  }

  @Test
  void whatWasFoundIneligibleIsNotApproved() {
    var dossier = Road.drive(SIDE, Road.before(CommandName.CONCLUDE_APPRAISAL, TODAY));
    var conclusion = Bodies.conclude(TODAY).put("finding", "NOT_ELIGIBLE");
    Road.done(
        SIDE, dossier, new Road.Step("appraiser", CommandName.CONCLUDE_APPRAISAL, conclusion));
    Road.done(SIDE, dossier, Road.step(CommandName.SUBMIT_FOR_DECISION, TODAY));
    refusedNow(dossier, APPROVE_AID, "conclusion-not-eligible");
  }

  @Test
  void aClerkRecordsNoDecisionOfAnAuthorityThatWorksHere() {
    refusedNow(
        ready(APPROVE_AID),
        "clerk",
        APPROVE_AID,
        Bodies.approve(TODAY),
        "decision-not-recorded-by-clerk");
  }

  @Test
  void aRuleOfLawIsQuoted() {
    var experts =
        SIDE.post(
            "reception-officer",
            "/api/v1/dossiers",
            spoilt(Bodies.incomplete(TODAY), "/aid/experts", "true"));
    assertThat(experts.json().at("/legalBasis/act").asString()).isEqualTo("Decree 80/2020/NĐ-CP");
    assertThat(experts.json().at("/legalBasis/article").asString()).isEqualTo("8.2.đ");

    var gap =
        SIDE.post(
            "reception-officer",
            Commands.file(SIDE, Bodies.incomplete(TODAY)) + "/accept-dossier",
            Bodies.accept(TODAY));
    assertThat(gap.status()).isEqualTo(409);
    assertThat(gap.text("code")).isEqualTo("gap-open");
    assertThat(gap.json().at("/legalBasis/article").asString()).startsWith("8.");

    var question =
        SIDE.post(
            "reception-officer",
            Commands.file(SIDE, Bodies.questionable(TODAY)) + "/accept-dossier",
            Bodies.accept(TODAY));
    assertThat(question.text("code")).isEqualTo("question-open");
    assertThat(question.json().at("/legalBasis/article").asString()).isEqualTo("7.1.a");
  }

  @Test
  void theLanguageIsTheOneAskedFor() {
    var body = spoilt(Bodies.incomplete(TODAY), "/aid/experts", "true");
    var english =
        SIDE.post("reception-officer", "/api/v1/dossiers", body, "Accept-Language", "en-GB");
    var vietnamese =
        SIDE.post(
            "reception-officer", "/api/v1/dossiers", body, "Accept-Language", "vi-VN,en;q=0.5");
    assertThat(english.text("detail")).isEqualTo(english.json().at("/details/en").asString());
    assertThat(vietnamese.text("detail")).isEqualTo(english.json().at("/details/vi").asString());
    assertThat(english.header("Content-Language")).isEqualTo("en");
  }

  @Test
  void aSecondRequestForSupplementNeedsABasis() {
    var dossier = Commands.file(SIDE, Bodies.incomplete(TODAY));
    var request = Bodies.requestSupplement(TODAY);
    request.remove("repeatBasis");
    assertThat(SIDE.post("reception-officer", dossier + "/request-supplement", request).status())
        .isEqualTo(200);
    SIDE.post("reception-officer", dossier + "/supplement-dossier", Bodies.supplement(TODAY));
    var second = SIDE.post("reception-officer", dossier + "/request-supplement", request);
    refused(second, "repeat-basis-missing", "repeatBasis");
    assertThat(second.json().at("/legalBasis/act").asString()).isEqualTo("Decree 61/2018/NĐ-CP");
  }

  @Test
  void everyEventSaysWhoDidItAndHow() {
    var before = SIDE.log().nextPosition();
    Commands.file(SIDE, Bodies.incomplete(TODAY.minusDays(3)));
    var codec = SIDE.context.getBean(io.vientro.store.EventCodec.class);
    var events = SIDE.events(before);
    assertThat(events).hasSizeGreaterThan(2);
    for (var event : events) {
      var metadata = codec.metadata(event.event().metadata());
      assertThat(metadata.account()).isEqualTo("reception-officer");
      assertThat(metadata.agency()).isEqualTo(CommandSide.AGENCY);
      assertThat(metadata.capacity()).isEqualTo(io.vientro.core.decision.Capacity.ON_BEHALF);
      assertThat(metadata.onBehalf()).isTrue();
      assertThat(metadata.command()).isEqualTo("submit-dossier");
      assertThat(metadata.commandId()).isEqualTo(event.commitId());
      assertThat(metadata.effectiveOn()).isEqualTo(TODAY.minusDays(3));
      assertThat(metadata.requestDigest()).hasSize(64);
      assertThat(event.event().at()).isEqualTo(CommandSide.NOW);
    }
  }
}
