package io.vientro.query.web;

import io.vientro.http.response.LogModeHolder;
import io.vientro.query.answer.AssessmentQuery;
import io.vientro.query.answer.AuditHistoryQuery;
import io.vientro.query.answer.ControlSlipQuery;
import io.vientro.query.answer.DeadLetterQuery;
import io.vientro.query.answer.DocumentQuery;
import io.vientro.query.answer.DossierListQuery;
import io.vientro.query.answer.DossierQuery;
import io.vientro.query.answer.DutyQuery;
import io.vientro.query.answer.NoticeImpactQuery;
import io.vientro.query.answer.OpenWorkQuery;
import io.vientro.query.answer.ReferenceQuery;
import io.vientro.query.answer.RulePackQuery;
import io.vientro.query.answer.TimeLimitQuery;
import io.vientro.query.processor.Processors;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The addresses of the query side. {@code vientro.query.patience} (2s): how long {@code
 * at-least-position} waits at most.
 */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  @Bean
  ReadPositions readPositions(Processors processors, Environment environment) {
    return new ReadPositions(
        processors,
        environment.getProperty("vientro.query.patience", Duration.class, Duration.ofSeconds(2)));
  }

  @Bean
  DossierViews dossierViews(
      DossierQuery dossiers,
      DossierListQuery list,
      AuditHistoryQuery history,
      ReadPositions positions,
      ControlSlipQuery slips,
      LogModeHolder mode) {
    return new DossierViews(dossiers, list, history, positions, slips, mode);
  }

  @Bean
  DocumentViews documentViews(
      DocumentQuery documents, ReadPositions positions, LogModeHolder mode) {
    return new DocumentViews(documents, positions, mode);
  }

  @Bean
  WorkViews workViews(OpenWorkQuery work, ReadPositions positions, LogModeHolder mode) {
    return new WorkViews(work, positions, mode);
  }

  @Bean
  TimeLimitViews timeLimitViews(
      DossierQuery dossiers, TimeLimitQuery limits, ReadPositions positions, LogModeHolder mode) {
    return new TimeLimitViews(dossiers, limits, positions, mode);
  }

  @Bean
  DutyViews dutyViews(DutyQuery duties, ReadPositions positions, LogModeHolder mode) {
    return new DutyViews(duties, positions, mode);
  }

  @Bean
  QuestionViews questionViews(
      NoticeImpactQuery impact,
      AssessmentQuery assessment,
      ReadPositions positions,
      LogModeHolder mode) {
    return new QuestionViews(impact, assessment, positions, mode);
  }

  @Bean
  ReferenceViews referenceViews(
      ReferenceQuery reference,
      RulePackQuery packs,
      AuditHistoryQuery history,
      ReadPositions positions,
      LogModeHolder mode) {
    return new ReferenceViews(reference, packs, history, positions, mode);
  }

  @Bean
  ReadModelsHealth readModelsHealthIndicator(Processors processors) {
    return new ReadModelsHealth(processors);
  }

  @Bean
  ProcessorsEndpoint processorsEndpoint(Processors processors) {
    return new ProcessorsEndpoint(processors);
  }

  @Bean
  DeadLetterViews deadLetterViews(DeadLetterQuery letters, LogModeHolder mode) {
    return new DeadLetterViews(letters, mode);
  }

  @Bean
  DeadLettersEndpoint deadLettersEndpoint(Processors processors) {
    return new DeadLettersEndpoint(processors);
  }

  @Bean
  ProcessorMetrics viewProcessorMetrics(Processors processors) {
    return new ProcessorMetrics(processors);
  }
}
