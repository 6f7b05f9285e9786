package io.vientro.command;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.vientro.http.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What all commands have in common in the OpenAPI description: two headers, and the ways to be
 * refused.
 */
final class CommandDescriptions implements GlobalOperationCustomizer {
  private static final Map<String, String> REFUSALS = refusals();

  static {
    // It comes from the sign-in and from headers; springdoc would show it as a query parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Origin.class);
  }

  private static Map<String, String> refusals() {
    var refusals = new LinkedHashMap<String, String>();
    refusals.put(
        "400", "The body, a header or the address is not well-formed; errors names each field");
    refusals.put("404", "What the address names does not exist");
    refusals.put(
        "409", "The present state does not allow it, or others changed it again and again");
    refusals.put("412", "The state seen (If-Match) has changed since");
    refusals.put("413", "The body is too large");
    refusals.put(
        "415", "The body is not application/json in UTF-8; of a document: its type is not taken");
    refusals.put("422", "A rule does not allow a value; or the key was used for another request");
    refusals.put(
        "503", "The store does not answer; send it again under the same key after Retry-After");
    return refusals;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (!method.getBeanType().getPackage().equals(getClass().getPackage())) {
      return operation;
    }
    operation.addParametersItem(
        new Parameter()
            .in("header")
            .name("Idempotency-Key")
            .required(false)
            .schema(text().maxLength(255))
            .description(
                "Visible ASCII. The same key with the same body is done once and answered each time"
                    + " as the first time."));
    operation.addParametersItem(
        new Parameter()
            .in("header")
            .name("If-Match")
            .required(false)
            .schema(text())
            .description("The ETag of the state that was seen; if it changed since, 412."));
    var responses = operation.getResponses();
    responses.forEach(
        (status, response) -> {
          if (status.startsWith("2")) {
            response.addHeaderObject(
                "ETag",
                new Header().schema(text()).description("The state after it, for If-Match"));
          }
        });
    REFUSALS.forEach((status, what) -> responses.addApiResponse(status, refused(what)));
    return operation;
  }

  private static ApiResponse refused(String what) {
    var problem = new JsonSchema().$ref("#/components/schemas/" + Problem.class.getSimpleName());
    return new ApiResponse()
        .description(what)
        .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem)));
  }

  private static Schema<?> text() {
    var schema = new JsonSchema();
    schema.setType("string");
    schema.setTypes(Set.of("string"));
    return schema;
  }
}
