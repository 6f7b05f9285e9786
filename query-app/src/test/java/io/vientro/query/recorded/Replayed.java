package io.vientro.query.recorded;

import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.CalendarEvent;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.Status;
import io.vientro.core.log.LogOpened;
import io.vientro.core.reception.ReceptionBook;
import io.vientro.core.reception.ReceptionBookEvent;
import io.vientro.core.rules.RulePackEvent;
import io.vientro.core.rules.RulePackRecord;
import io.vientro.log.EventLog;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvent;
import io.vientro.store.RecordedEvents;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every aggregate of a log, folded by core, with personal values opened.
 *
 * @param states what came of them, by id
 * @param passed states in which some dossier was once
 */
record Replayed(List<RecordedEvent> events, Map<String, Object> states, Set<Status> passed) {
  private static final int ALL = 1_000_000;

  static Replayed of(EventLog log, EventCodec codec) {
    var events = new RecordedEvents(codec).of(log.reader(0).next(ALL));
    var states = new LinkedHashMap<String, Object>();
    var passed = EnumSet.noneOf(Status.class);
    for (var recorded : events) {
      var state = evolve(states.get(recorded.aggregate()), recorded.event());
      states.put(recorded.aggregate(), state);
      if (state instanceof DossierState dossier) {
        passed.add(dossier.status());
      }
    }
    return new Replayed(events, states, passed);
  }

  private static Object evolve(@Nullable Object state, DomainEvent event) {
    return switch (event) {
      case DossierEvent e ->
          Dossier.evolve(state instanceof DossierState s ? s : DossierState.INITIAL, e);
      case ReceptionBookEvent e ->
          ReceptionBook.evolve(state instanceof ReceptionBook s ? s : ReceptionBook.EMPTY, e);
      case CalendarEvent e ->
          WorkingCalendar.evolve(state instanceof WorkingCalendar s ? s : WorkingCalendar.EMPTY, e);
      case RulePackEvent e ->
          RulePackRecord.evolve(state instanceof RulePackRecord s ? s : RulePackRecord.EMPTY, e);
      case LogOpened e -> e;
      default -> throw new IllegalStateException("an event of no aggregate: " + event.getClass());
    };
  }

  /** As {@link Recording#aggregates()} has them. */
  List<String> lines() {
    return states.entrySet().stream()
        .map(
            entry -> {
              var count = events.stream().filter(e -> e.aggregate().equals(entry.getKey())).count();
              return entry.getKey() + " " + count + " " + standing(entry.getValue());
            })
        .sorted()
        .toList();
  }

  private static String standing(Object state) {
    return switch (state) {
      case DossierState s -> s.status() + " v" + s.pin().version();
      case ReceptionBook s -> "last " + s.last();
      case WorkingCalendar s -> "years " + s.years().stream().sorted().toList();
      case RulePackRecord s ->
          "versions "
              + s.versions().keySet().stream().sorted().toList()
              + " settings "
              + s.parameters().settings().size();
      case LogOpened s -> s.mode().name();
      default -> throw new IllegalStateException(state.toString());
    };
  }
}
