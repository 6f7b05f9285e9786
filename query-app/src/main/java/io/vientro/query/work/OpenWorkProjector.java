package io.vientro.query.work;

import com.mongodb.client.model.Sorts;
import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.query.projection.ProjectionException;
import io.vientro.query.projection.Projector;
import io.vientro.query.projection.View;
import io.vientro.query.projection.ViewStore;
import io.vientro.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Takes events into the lists of open work.
 *
 * <p>A working document per dossier holds its state and names its rows. An event makes it anew, and
 * what follows is written in an order that a crash may cut anywhere: new rows, then rows that
 * vanished, then counts, and last the working documents. Whoever takes the events again starts from
 * the working documents of before and comes to the same rows and counts, however the batches are
 * cut this time. A notice of the calendar is taken by every open dossier as if it were its own
 * event.
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
    write(changes);
  }

  private static void take(RecordedEvent event, WorkingCalendar calendar, WorkChanges changes) {
    var before = changes.document(event.aggregate());
    if (before != null && before.position() >= event.position()) {
      return;
    }
    var state =
        Dossier.evolve(
            before == null ? DossierState.INITIAL : before.state(), (DossierEvent) event.event());
    changes.add(
        before,
        WorkCase.of(event.aggregate(), event.position(), event.sequence(), state, calendar));
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
      var open = openAfter(last);
      if (open.isEmpty()) {
        break;
      }
      last = open.getLast().id();
      follow(open, after);
    }
    store.save(collection(OpenWorkView.CALENDARS), List.of(after));
  }

  private void follow(List<WorkCase> open, WorkCalendar calendar) {
    var working = calendar.working();
    var changes = new WorkChanges(open.stream().collect(Collectors.toMap(WorkCase::id, it -> it)));
    for (var before : open) {
      if (before.position() < calendar.position()) {
        changes.add(
            before,
            WorkCase.of(
                before.id(), calendar.position(), before.sequence(), before.state(), working));
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

  /** Some open dossiers, in the order of their ids. */
  private List<WorkCase> openAfter(String id) {
    var found = new ArrayList<WorkCase>();
    store
        .collection(collection(OpenWorkView.CASES))
        .find(new Document(ID, new Document("$gt", id)).append("open", true))
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
