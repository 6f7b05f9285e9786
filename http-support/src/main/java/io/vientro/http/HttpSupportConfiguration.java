package io.vientro.http;

import io.vientro.core.log.LogMode;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.http.json.JsonLimits;
import io.vientro.http.json.StrictJson;
import io.vientro.http.json.TextLimit;
import io.vientro.http.json.TextValue;
import io.vientro.http.openapi.OpenApiConfiguration;
import io.vientro.http.problem.ExceptionMapping;
import io.vientro.http.problem.ExceptionTranslator;
import io.vientro.http.problem.ProblemErrorController;
import io.vientro.http.problem.ProblemResolver;
import io.vientro.http.problem.ProblemValve;
import io.vientro.http.problem.Problems;
import io.vientro.http.request.BindableBodies;
import io.vientro.http.request.BodyFilter;
import io.vientro.http.request.BodyLimit;
import io.vientro.http.request.RequestArguments;
import io.vientro.http.request.StreamedBody;
import io.vientro.http.request.StrictJsonConverter;
import io.vientro.http.response.LogModeHolder;
import io.vientro.http.response.ResponseHeadersFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP edge of both applications, imported by class. An application adds beans of {@link
 * TextValue} (types that are one text in JSON), {@link TextLimit} (longer texts) and {@link
 * ExceptionMapping} (exceptions of its own) and {@link StreamedBody} (addresses of files), and
 * tells the {@link LogModeHolder} what the log's first event says. Properties: {@code
 * vientro.http.max-body} (256KB), {@code vientro.log-mode} (LIVE), {@code vientro.users-file},
 * {@code vientro.users.hash-cost}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/vientro/http/defaults.properties")
@Import({SecurityConfiguration.class, OpenApiConfiguration.class, ProblemErrorController.class})
public class HttpSupportConfiguration {

  @Bean
  LogModeHolder logModeHolder(Environment environment) {
    // A name that is no mode is refused where the log is opened, which is before the first answer.
    return new LogModeHolder(
        LogMode.TRAINING.name().equals(environment.getProperty("vientro.log-mode"))
            ? LogMode.TRAINING
            : LogMode.LIVE);
  }

  @Bean
  StrictJson strictJson(
      ObjectProvider<TextValue<?>> textValues, ObjectProvider<TextLimit> textLimits) {
    return new StrictJson(
        JsonLimits.DEFAULT,
        textValues.orderedStream().toList(),
        textLimits.orderedStream().toList());
  }

  /** The text of a rule pack is a file of some 25,000 characters, and it may grow with the law. */
  @Bean
  TextLimit rulePackText() {
    return new TextLimit(RecordRulePack.class, "text", 150_000);
  }

  @Bean
  JsonMapper jsonMapper(StrictJson json) {
    return json.mapper();
  }

  @Bean
  Problems problems(LogModeHolder logMode, StrictJson json) {
    return new Problems(logMode, json.mapper());
  }

  @Bean
  ExceptionTranslator exceptionTranslator(ObjectProvider<ExceptionMapping> mappings) {
    return new ExceptionTranslator(mappings.orderedStream().toList());
  }

  @Bean
  ProblemResolver problemResolver(ExceptionTranslator translator, Problems problems) {
    return new ProblemResolver(translator, problems);
  }

  @Bean
  BodyLimit bodyLimit(Environment environment) {
    var size =
        environment.getProperty("vientro.http.max-body", DataSize.class, DataSize.ofKilobytes(256));
    return new BodyLimit(Math.toIntExact(size.toBytes()));
  }

  @Bean
  FilterRegistrationBean<ResponseHeadersFilter> responseHeadersFilter(LogModeHolder logMode) {
    var registration = new FilterRegistrationBean<>(new ResponseHeadersFilter(logMode));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(
      BodyLimit limit, ObjectProvider<StreamedBody> streamed, Problems problems) {
    var filter = new BodyFilter(limit, streamed.orderedStream().toList(), problems);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat(Problems problems) {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ProblemValve(problems)));
  }

  // Both would write addresses that clients made up, or that name a dossier, into the log.
  @Bean
  QuietLoggers quietLoggers(LoggingSystem logging) {
    return new QuietLoggers(logging);
  }

  @Bean
  BindableBodies bindableBodies(
      StrictJson json,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
    return new BindableBodies(json, controllers);
  }

  @Bean
  WebMvcConfigurer strictWebMvc(StrictJson json, BodyLimit limit) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new StrictJsonConverter(json, limit));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArguments());
      }

      // Records check themselves; setting up Bean Validation would only make the start slower.
      @Override
      public @Nullable Validator getValidator() {
        return new NoValidation();
      }
    };
  }
}
