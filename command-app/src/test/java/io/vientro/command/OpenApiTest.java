package io.vientro.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.CommandName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The description of the command side, open to everybody. */
class OpenApiTest {
  private static final CommandSide SIDE = CommandSide.shared();

  private static JsonNode api() {
    var answer = SIDE.get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static String path(CommandName name) {
    return switch (name) {
      case SUBMIT_DOSSIER -> "/api/v1/dossiers";
      case RECORD_CALENDAR_NOTICE -> "/api/v1/calendars/{id}/" + name.path();
      case RECORD_RULE_PACK, SET_AGENCY_PARAMETER -> "/api/v1/rule-packs/{id}/" + name.path();
      default -> "/api/v1/dossiers/{id}/" + name.path();
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandName.class,
      mode = EnumSource.Mode.EXCLUDE,
      // The worker's own, and the one whose body is a file.
      names = {"RAISE_TIME_LIMIT", "ATTACH_DOCUMENT"})
  void everyCommandIsDescribed(CommandName name) {
    var api = api();
    var post = api.at("/paths").get(path(name)).get("post");
    assertThat(post.get("summary").asString()).isNotBlank();
    assertThat(post.get("requestBody").get("required").asBoolean()).isTrue();
    var reference =
        post.get("requestBody").get("content").get("application/json").get("schema").get("$ref");
    assertThat(reference.asString()).isEqualTo("#/components/schemas/" + name.commandName());
    var schema = api.at("/components/schemas").get(name.commandName());
    assertThat(schema.get("properties")).isNotEmpty();
    assertThat(schema.get("required")).isNotEmpty();
    assertThat(post.get("parameters").findValuesAsString("name"))
        .contains("Idempotency-Key", "If-Match")
        .doesNotContain("actor", "ifMatch", "request");
    var done = name == CommandName.SUBMIT_DOSSIER ? "201" : "200";
    var answered = post.get("responses").get(done);
    assertThat(answered.get("content").get("application/json").get("schema").get("$ref").asString())
        .isEqualTo("#/components/schemas/CommandAnswer");
    assertThat(answered.get("headers").has("ETag")).isTrue();
    for (var refused :
        new String[] {"400", "401", "403", "409", "412", "413", "415", "422", "503"}) {
      assertThat(post.get("responses").get(refused).at("/content/application~1problem+json"))
          .as(refused)
          .isNotEmpty();
    }
  }

  @Test
  void aDocumentIsDescribedAsAFile() {
    var post = api().at("/paths").get("/api/v1/dossiers/{id}/attach-document").get("post");
    var content = post.at("/requestBody/content");
    assertThat(content.propertyNames()).containsExactly("application/octet-stream");
    assertThat(content.get("application/octet-stream").at("/schema/format").asString())
        .isEqualTo("binary");
    assertThat(post.get("parameters").findValuesAsString("name"))
        .containsExactlyInAnyOrder(
            "id", "kind", "attachedOn", "personal", "Idempotency-Key", "If-Match");
    assertThat(post.at("/responses/201/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/CommandAnswer");
    assertThat(post.at("/responses/201/headers").has("ETag")).isTrue();
  }

  @Test
  void fieldsAreNeededOrNotAsTheEdgeTakesThem() {
    var schemas = api().at("/components/schemas");
    assertThat(schemas.at("/SubmitDossier/required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(
            "submittedOn", "channel", "filedWith", "sets", "aid", "documents", "act");
    assertThat(schemas.at("/AidFacts/required").valueStream().map(JsonNode::asString))
        .contains("title", "modality", "grant")
        .doesNotContain("goods", "period", "assumed");
    assertThat(schemas.at("/RequestAgencyOpinion/required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("agency", "requestedOn", "act");
    // What a decision must state is for the rule pack to say.
    assertThat(schemas.at("/DecisionContent/required")).isEmpty();
    assertThat(schemas.at("/AidOwner/properties/contactName/type").asString()).isEqualTo("string");
    assertThat(schemas.at("/SubmitDossier/properties/submittedOn/format").asString())
        .isEqualTo("date");
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryVocabularyIsListed() {
    var api = api();
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    var enumerations = 0;
    for (var reference : api.findValuesAsString("$ref")) {
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    for (var values : api.findValues("enum")) {
      assertThat(values).isNotEmpty();
      enumerations++;
    }
    assertThat(enumerations).isGreaterThan(10);
  }

  @Test
  void nothingElseIsOpen() {
    for (var path :
        new String[] {
          "/",
          "/api/v1/dossiers",
          "/actuator",
          "/actuator/metrics",
          "/actuator/info",
          "/error",
          "/swagger-ui/index.html",
          "/actuator/env",
          "/actuator/heapdump"
        }) {
      assertThat(SIDE.get(path).status()).as(path).isEqualTo(401);
    }
    assertThat(SIDE.get("/actuator/health").json().propertyNames()).doesNotContain("components");
  }
}
