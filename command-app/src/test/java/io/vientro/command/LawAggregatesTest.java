package io.vientro.command;

import static io.vientro.command.Housed.ADMINISTRATOR;
import static io.vientro.command.Housed.AUDITOR;
import static io.vientro.command.Housed.command;
import static io.vientro.command.Housed.context;
import static io.vientro.command.Housed.origin;
import static io.vientro.command.Housed.refusal;

import io.vientro.core.calendar.RecordCalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.rules.RecordRulePack;
import io.vientro.core.rules.RulePackCommand;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.core.rules.SetAgencyParameter;
import io.vientro.rulepacks.BuiltInPacks;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** The housing of calendar and rule packs. */
class LawAggregatesTest {
  private static final String CALENDAR = WorkingCalendar.aggregateId(WorkingCalendar.CIVIL_SERVICE);
  private static final String PACK = "nd80-2020";
  private static final String RECORD = RulePackRecord.aggregateId(PACK);
  private static final RecordCalendarNotice NOTICE =
      command(Bodies.notice(), RecordCalendarNotice.class);
  private static final String TEXT = BuiltInPacks.load().latest(PACK).orElseThrow().text();
  private static final RecordRulePack RECORD_PACK = new RecordRulePack(1, TEXT);
  private static final SetAgencyParameter PARAMETER =
      command(Bodies.parameter(), SetAgencyParameter.class);

  private static <T> AggregateTestFixture<T> fixture(Class<T> type) {
    var fixture = new AggregateTestFixture<>(type);
    fixture.registerInjectableResource(new Housed.FixedLaw());
    return fixture;
  }

  private static ResultValidator<CalendarAggregate> notice(
      List<?> before, Actor actor, RecordCalendarNotice command) {
    return fixture(CalendarAggregate.class)
        .given(before)
        .when(new ForCalendar(CALENDAR, command, origin(actor)));
  }

  private static ResultValidator<RulePackAggregate> pack(
      List<?> before, Actor actor, RulePackCommand command) {
    return fixture(RulePackAggregate.class)
        .given(before)
        .when(new ForRulePack(RECORD, PACK, command, origin(actor)));
  }

  @Test
  void aNoticeIsRecordedOnce() {
    var recorded =
        Housed.events(
            WorkingCalendar.decide(WorkingCalendar.EMPTY, NOTICE, context(ADMINISTRATOR)));
    notice(List.of(), ADMINISTRATOR, NOTICE).expectEvents(recorded.toArray());
    notice(List.of(), AUDITOR, NOTICE).expectNoEvents().expectException(refusal("role-may-not"));
    notice(recorded, ADMINISTRATOR, NOTICE)
        .expectNoEvents()
        .expectException(refusal("notice-already-recorded"));
  }

  @Test
  void aPackIsRecordedOnceAndItsTextDoesNotChange() {
    var recorded = recorded();
    pack(List.of(), ADMINISTRATOR, RECORD_PACK).expectEvents(recorded.toArray());
    pack(List.of(), AUDITOR, RECORD_PACK).expectNoEvents().expectException(refusal("role-may-not"));
    pack(recorded, ADMINISTRATOR, RECORD_PACK)
        .expectNoEvents()
        .expectException(refusal("rule-pack-already-recorded"));
    pack(recorded, ADMINISTRATOR, new RecordRulePack(1, TEXT + "\n# changed"))
        .expectNoEvents()
        .expectException(refusal("rule-pack-text-changed"));
  }

  @Test
  void aParameterIsSetUnderARecordedPack() {
    var recorded = recorded();
    var record = RulePackRecord.evolve(RulePackRecord.EMPTY, recorded.getFirst());
    var set = Housed.events(RulePackRecord.decide(record, PACK, PARAMETER, context(ADMINISTRATOR)));
    pack(recorded, ADMINISTRATOR, PARAMETER).expectEvents(set.toArray());
    pack(recorded, AUDITOR, PARAMETER).expectNoEvents().expectException(refusal("role-may-not"));
    pack(List.of(), ADMINISTRATOR, PARAMETER)
        .expectNoEvents()
        .expectException(refusal("unknown-rule-pack"));
  }

  @Test
  void whoHasSeenAnotherStateIsRefused() {
    fixture(RulePackAggregate.class)
        .given(recorded())
        .when(new ForRulePack(RECORD, PACK, PARAMETER, origin(ADMINISTRATOR, 7L)))
        .expectNoEvents()
        .expectException(StaleStateException.class);
    fixture(CalendarAggregate.class)
        .givenNoPriorActivity()
        .when(new ForCalendar(CALENDAR, NOTICE, origin(ADMINISTRATOR, 0L)))
        .expectNoEvents()
        .expectException(StaleStateException.class);
  }

  private static List<io.vientro.core.rules.RulePackEvent> recorded() {
    return Housed.events(
        RulePackRecord.decide(RulePackRecord.EMPTY, PACK, RECORD_PACK, context(ADMINISTRATOR)));
  }
}
