package io.vientro.http.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.vientro.core.decision.Actor;
import io.vientro.http.json.TextValue;
import io.vientro.http.problem.Problem;
import io.vientro.http.request.IfMatch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What both OpenAPI descriptions have in common. {@code vientro.openapi.title} and {@code
 * vientro.openapi.description} are the application's.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
  private static final String SCHEME = "basic";
  private static final String PROBLEM = "Problem";

  static {
    // They come from the sign-in and from a header; springdoc would show them as query parameters.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, IfMatch.class);
  }

  @Bean
  OpenAPI vientroOpenApi(Environment environment) {
    var version = OpenApiConfiguration.class.getPackage().getImplementationVersion();
    return new OpenAPI()
        .info(
            new Info()
                .title(environment.getProperty("vientro.openapi.title", "vientro"))
                .description(environment.getProperty("vientro.openapi.description", ""))
                .version(Objects.requireNonNullElse(version, "development"))
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        // Not the host that happened to be asked, which would also echo a forged Host header.
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    SCHEME, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(SCHEME));
  }

  @Bean
  ModelConverter recordSchemas(
      ObjectProvider<TextValue<?>> textValues, ObjectProvider<SchemaReplacement> replacements) {
    var all = new LinkedHashMap<Class<?>, SchemaReplacement>();
    textValues.forEach(
        value -> all.put(value.type(), new SchemaReplacement(value.type(), "string", null, null)));
    replacements.forEach(replacement -> all.put(replacement.type(), replacement));
    return new RecordSchemas(all);
  }

  @Bean
  GlobalOpenApiCustomizer problemSchema() {
    return api ->
        ModelConverters.getInstance(true)
            .readAll(Problem.class)
            .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
  }

  @Bean
  GlobalOperationCustomizer problemAnswers() {
    return (operation, method) -> {
      if (Arrays.stream(method.getMethodParameters())
          .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class)) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name("If-Match")
                .required(false)
                .schema(text())
                .description("The ETag of the state that was seen; if it changed since, 412."));
      }
      operation
          .getResponses()
          .addApiResponse("default", problem("Any refusal, told by its code"))
          .addApiResponse("401", problem("Not signed in"))
          .addApiResponse("403", problem("This account may not"));
      return operation;
    };
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse()
        .description(description)
        .addHeaderObject("Vientro-Log-Mode", new Header().schema(text()))
        .content(
            new Content()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    new MediaType()
                        .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema<?> text() {
    var schema = new JsonSchema();
    schema.setType("string");
    schema.setTypes(Set.of("string"));
    return schema;
  }
}
