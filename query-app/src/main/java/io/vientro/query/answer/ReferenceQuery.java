package io.vientro.query.answer;

import io.vientro.app.Law;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.query.answer.ReferenceAnswers.CalendarAnswer;
import io.vientro.query.answer.ReferenceAnswers.Parameter;
import io.vientro.query.answer.ReferenceAnswers.RulePackVersionsAnswer;
import io.vientro.query.answer.ReferenceAnswers.Version;
import io.vientro.query.projection.ViewStore;
import io.vientro.query.view.AuditStep;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads calendars and rule packs from their history: they change a few times a year. Who may is
 * asked before.
 */
public final class ReferenceQuery {
  private final AuditHistoryQuery history;
  private final ViewStore store;
  private final Law law;

  public ReferenceQuery(AuditHistoryQuery history, ViewStore store, Law law) {
    this.history = history;
    this.store = store;
    this.law = law;
  }

  /** Empty if nothing is on record under this id. */
  public Optional<CalendarAnswer> calendar(String id, long readModelPosition, LogMode mode) {
    var steps = history.all(WorkingCalendar.aggregateId(id));
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    var calendar = WorkingCalendar.EMPTY;
    for (var step : steps) {
      var event = store.json().read(step.content(), CalendarNoticeRecorded.class);
      calendar = WorkingCalendar.evolve(calendar, event);
    }
    return Optional.of(
        new CalendarAnswer(
            id,
            calendar.years().stream().sorted().toList(),
            calendar.notices(),
            calendar.sha256(),
            steps.getLast().sequence(),
            readModelPosition,
            mode));
  }

  /** Empty if nothing is on record under this id. */
  public Optional<RulePackVersionsAnswer> rulePack(
      String id, long readModelPosition, LogMode mode) {
    var steps = history.all(RulePackRecord.aggregateId(id));
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    // Asked once: each question to the law is one to the store.
    var registry = law.registry();
    return Optional.of(
        new RulePackVersionsAnswer(
            id,
            steps.stream()
                .filter(step -> step.type().equals("rule-pack.recorded"))
                .map(ReferenceQuery::version)
                .toList(),
            steps.stream()
                .filter(step -> step.type().equals("agency-parameter.set"))
                .map(step -> parameter(step, registry))
                .toList(),
            steps.getLast().sequence(),
            readModelPosition,
            mode));
  }

  private static Version version(AuditStep step) {
    return new Version(
        step.content().path("version").asInt(),
        step.content().path("sha256").asString(),
        step.at(),
        step.position());
  }

  private static Parameter parameter(AuditStep step, AgencyRegistry registry) {
    var content = step.content();
    return new Parameter(
        AgencyAnswer.of(content.path("agency").asString(), registry),
        content.path("parameter").asString(),
        content.path("value").asString(),
        content.path("basis").asString(),
        LocalDate.parse(content.path("from").asString()),
        step.at(),
        step.position());
  }
}
