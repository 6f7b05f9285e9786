package io.vientro.query.work;

import com.mongodb.client.model.Sorts;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DueDateUncertain;
import io.vientro.query.projection.ProjectionException;
import io.vientro.query.projection.Projector;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Takes events into the lists of open work.
 *
 * <p>A working document per dossier holds its state and names its rows. An event makes it anew, and
 * what follows is written in an order that a crash may cut anywhere: new rows, then rows that
 * vanished, then counts, and last the working documents. Whoever takes the events again starts from
 * the working documents of before and comes to the same rows and counts, however the batches are
 * cut this time. A notice of the calendar is taken by every dossier with a due date that may turn
 * on its year, as if it were its own event.
 */
final class OpenWorkProjector implements Projector {
  private static final String ID = "_id";
  private static final String ORDER = "_id_";
  private static final int CHUNK = 200;

  private final ViewStore store;
  private final String suffix;

  OpenWorkProjector(ViewStore store, String suffix) {
    this.store = store;
    this.suffix = suffix;
  }

  private String collection(String name) {
    return View.in(name, suffix);
  }

  @Override
  public void take(List<RecordedEvent> events) {
    var ofDossiers = new ArrayList<RecordedEvent>();
    for (var event : events) {
      if (isNotice(event)) {
        takeDossiers(ofDossiers);
        ofDossiers.clear();
        takeNotice(event);
      } else if (event.event() instanceof DossierEvent) {
        ofDossiers.add(event);
      }
    }
    takeDossiers(ofDossiers);
  }

  private static boolean isNotice(RecordedEvent event) {
    return event.event() instanceof CalendarNoticeRecorded
        && event.aggregate().equals(WorkCalendar.CIVIL_SERVICE);
  }

  private void takeDossiers(List<RecordedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    // In this order: where another process is ahead, it has saved the dossiers before the calendar
    // and the counts before the dossiers, so nothing is counted with a calendar of later, or twice.
    var calendar = calendar().working();
    var ids = events.stream().map(RecordedEvent::aggregate).collect(Collectors.toSet());
    var changes =
        new WorkChanges(store.load(collection(OpenWorkView.CASES), ID, ids, WorkCase.class));
    for (var event : events) {
      try {
        take(event, calendar, changes);
      } catch (RuntimeException e) {
        throw new ProjectionException(OpenWorkView.NAME, event.position(), e);
      }
    }
    takeUncertain(events);
    write(changes);
  }

  /** The first due date that turns on a year makes it somebody's duty to record its notice. */
  private void takeUncertain(List<RecordedEvent> events) {
    var owed = new TreeMap<String, CalendarDuty>();
    for (var event : events) {
      if (event.event() instanceof DueDateUncertain(_, _, var year, _)) {
        var id = CalendarDuty.id(year);
        owed.putIfAbsent(id, new CalendarDuty(id, event.position(), year, event.at(), null));
      }
    }
    owed.keySet().removeAll(calendarDuties(owed.keySet()).keySet());
    store.save(collection(OpenWorkView.CALENDAR_DUTIES), owed.values());
  }

  private Map<String, CalendarDuty> calendarDuties(Set<String> years) {
    return store.load(collection(OpenWorkView.CALENDAR_DUTIES), ID, years, CalendarDuty.class);
  }

  private void recorded(RecordedEvent event, CalendarNotice notice) {
    var duty = calendarDuties(Set.of(CalendarDuty.id(notice.year()))).values();
    // A place's own notice does not make a year known.
    if (notice.jurisdiction() == null) {
      store.save(
          collection(OpenWorkView.CALENDAR_DUTIES),
          duty.stream()
              .filter(owed -> owed.recordedAt() == null)
              .map(owed -> owed.done(event.position(), event.at()))
              .toList());
    }
  }

  private static void take(RecordedEvent event, WorkingCalendar calendar, WorkChanges changes) {
    var before = changes.document(event.aggregate());
    if (before != null && before.position() >= event.position()) {
      return;
    }
    var state =
        Dossier.evolve(
            before == null ? DossierState.INITIAL : before.state(), (DossierEvent) event.event());
    var notices =
        RowNotice.after(before == null ? List.of() : before.notices(), state.records(), event);
    changes.add(
        before,
        WorkCase.of(
            event.aggregate(), event.position(), event.sequence(), state, notices, calendar));
  }

  private void takeNotice(RecordedEvent event) {
    var before = calendar();
    if (before.position() >= event.position()) {
      return;
    }
    var notice = (CalendarNoticeRecorded) event.event();
    var after =
        WorkCalendar.of(
            before.id(), event.position(), WorkingCalendar.evolve(before.working(), notice));
    var last = "";
    while (true) {
      var turning = turningAfter(last, notice.notice().year());
      if (turning.isEmpty()) {
        break;
      }
      last = turning.getLast().id();
      follow(turning, after);
    }
    recorded(event, notice.notice());
    store.save(collection(OpenWorkView.CALENDARS), List.of(after));
  }

  private void follow(List<WorkCase> cases, WorkCalendar calendar) {
    var working = calendar.working();
    var changes = new WorkChanges(cases.stream().collect(Collectors.toMap(WorkCase::id, it -> it)));
    for (var before : cases) {
      if (before.position() < calendar.position()) {
        changes.add(
            before,
            WorkCase.of(
                before.id(),
                calendar.position(),
                before.sequence(),
                before.state(),
                before.notices(),
                working));
      }
    }
    write(changes);
  }

  private WorkCalendar calendar() {
    return store
        .load(
            collection(OpenWorkView.CALENDARS),
            ID,
            Set.of(WorkCalendar.CIVIL_SERVICE),
            WorkCalendar.class)
        .getOrDefault(WorkCalendar.CIVIL_SERVICE, WorkCalendar.NONE);
  }

  /** Some dossiers with a due date that may turn on a year, in the order of their ids. */
  private List<WorkCase> turningAfter(String id, int year) {
    var found = new ArrayList<WorkCase>();
    store
        .collection(collection(OpenWorkView.CASES))
        .find(new Document(ID, new Document("$gt", id)).append("until", new Document("$gte", year)))
        .sort(Sorts.ascending(ID))
        .hintString(ORDER)
        .limit(CHUNK)
        .forEach(stored -> found.add(store.read(stored, WorkCase.class)));
    return found;
  }

  private void write(WorkChanges changes) {
    for (var list : WorkList.values()) {
      store.save(collection(list.collection()), changes.rows(list));
    }
    for (var list : WorkList.values()) {
      store.delete(collection(list.collection()), changes.vanished(list));
    }
    count(changes);
    store.save(collection(OpenWorkView.CASES), changes.documents());
  }

  private void count(WorkChanges changes) {
    var counts = collection(OpenWorkView.COUNTS);
    var known = store.load(counts, ID, changes.counted(), WorkCount.class);
    store.save(counts, changes.counts(known), "upTo", WorkCount::upTo);
  }
}
