package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.command.CommandSide.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What core's rules refuse arrives as a problem: code, field, legal basis, and both languages. */
class RulesOverHttpTest {
  private static final CommandSide SIDE = CommandSide.shared();

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
