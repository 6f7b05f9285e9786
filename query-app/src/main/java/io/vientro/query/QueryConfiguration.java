package io.vientro.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.vientro.app.Law;
import io.vientro.app.LogEnd;
import io.vientro.app.Settings;
import io.vientro.log.EventLog;
import io.vientro.log.LogTail;
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
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.web.WebConfiguration;
import io.vientro.store.AggregateHistory;
import io.vientro.store.EventCodec;
import io.vientro.store.SubjectKeys;
import io.vientro.store.Unsealer;
import io.vientro.store.ViewJson;
import io.vientro.store.axon.DeadLetterLimits;
import io.vientro.store.axon.LogDeadLetterQueue;
import io.vientro.store.axon.LogEventStore;
import io.vientro.store.axon.LogLetters;
import io.vientro.store.axon.LogTokenStore;
import io.vientro.store.documents.DocumentStore;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The query side, imported by class. It needs {@code StoreConfiguration} and {@code
 * HttpSupportConfiguration} beside it.
 */
@Configuration(proxyBeanMethods = false)
@Import(WebConfiguration.class)
public class QueryConfiguration {

  @Bean
  ViewStore viewStore(MongoClient client, Settings settings) {
    return new ViewStore(new MongoTemplate(client, settings.database()), new ViewJson());
  }

  @Bean
  Unsealer unsealer(SubjectKeys keys) {
    return new Unsealer(keys);
  }

  @Bean
  Views views(EventCodec codec, ViewStore store) {
    return Views.of(codec, store.json());
  }

  @Bean
  Processors processors(
      Views views,
      ViewStore store,
      EventLog log,
      LogTail tail,
      LogEnd end,
      EventCodec codec,
      LogTokenStore tokens,
      MongoDatabase database,
      Clock clock) {
    var letters = new LogLetters(log, codec.leavingSealed());
    var owner = "query-" + UUID.randomUUID();
    return new Processors(
        views.all(),
        store,
        new LogEventStore(log, tail, codec.leavingSealed(), clock),
        tail,
        end,
        tokens,
        processor ->
            new LogDeadLetterQueue(database, processor, owner, letters, DeadLetterLimits.DEFAULT),
        clock);
  }

  @Bean
  DeadLetterQuery deadLetterQuery(Processors processors, ViewStore store, Views views) {
    return new DeadLetterQuery(processors.deadLetters(), store, views.dossier());
  }

  @Bean
  ViewRebuild viewRebuild(EventLog log, EventCodec codec, ViewStore store) {
    return new ViewRebuild(log, codec, store);
  }

  @Bean
  DossierQuery dossierQuery(
      ViewStore store, Views views, EventLog log, EventCodec codec, Law law, Unsealer unsealer) {
    var history = new AggregateHistory(log, codec.leavingSealed());
    return new DossierQuery(store, views.dossier(), history, law, unsealer);
  }

  @Bean
  DocumentQuery documentQuery(DossierQuery dossiers, DocumentStore documents, SubjectKeys keys) {
    return new DocumentQuery(dossiers, documents, keys);
  }

  @Bean
  DossierListQuery dossierListQuery(ViewStore store, Views views, Law law, Clock clock) {
    return new DossierListQuery(store, views.list(), law, clock);
  }

  @Bean
  AuditHistoryQuery auditHistoryQuery(ViewStore store, Views views, Law law, Unsealer unsealer) {
    return new AuditHistoryQuery(store, views.history(), law, unsealer);
  }

  @Bean
  ControlSlipQuery controlSlipQuery(AuditHistoryQuery history, ViewStore store, Law law) {
    return new ControlSlipQuery(history, store, law);
  }

  @Bean
  OpenWorkQuery openWorkQuery(ViewStore store, Law law, Clock clock, Settings settings) {
    return new OpenWorkQuery(store, law, clock, settings.dueSoonDays());
  }

  @Bean
  AssessmentQuery assessmentQuery(Law law, Clock clock) {
    return new AssessmentQuery(law, clock);
  }

  @Bean
  RulePackQuery rulePackQuery(Law law) {
    return new RulePackQuery(law);
  }

  @Bean
  DutyQuery dutyQuery(ViewStore store, Law law, Clock clock, Settings settings) {
    return new DutyQuery(store, law, clock, settings.dueSoonDays());
  }

  @Bean
  NoticeImpactQuery noticeImpactQuery(ViewStore store, Law law) {
    return new NoticeImpactQuery(store, law);
  }

  @Bean
  TimeLimitQuery timeLimitQuery(Law law, Clock clock) {
    return new TimeLimitQuery(law, clock);
  }

  @Bean
  ReferenceQuery referenceQuery(AuditHistoryQuery history, ViewStore store, Law law) {
    return new ReferenceQuery(history, store, law);
  }
}
