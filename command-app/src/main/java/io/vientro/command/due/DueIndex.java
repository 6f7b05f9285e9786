package io.vientro.command.due;

import io.vientro.core.calendar.CalendarNoticeRecorded;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.LedgerFold;
import io.vientro.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes events into the index.
 *
 * <p>What follows from a batch is written in an order that a crash may cut anywhere: new entries,
 * then those that vanished, and last the working documents. Whoever takes the events again starts
 * from the working documents of before and comes to the same entries, however the batches are cut
 * this time. A notice of the calendar is taken by every dossier to which it can matter, some at a
 * time, as if it were its own event.
 */
public final class DueIndex {
  /** Dossiers that are held in memory when a notice is taken. */
  private static final int CHUNK = 200;

  private final DueStore store;

  public DueIndex(DueStore store) {
    this.store = store;
  }

  /**
   * Takes events of the log.
   *
   * @param events in the order of their position; those taken before do no harm
   * @throws com.mongodb.MongoException if the store does not answer: then they have to be taken
   *     again
   */
  public void take(List<RecordedEvent> events) {
    var ofDossiers = new ArrayList<RecordedEvent>();
    for (var event : events) {
      if (event.event() instanceof CalendarNoticeRecorded notice
          && event.aggregate().equals(DueCalendar.ID)) {
        takeDossiers(ofDossiers);
        ofDossiers.clear();
        takeNotice(notice, event.position());
      } else if (event.event() instanceof DossierEvent ofDossier
          && LedgerFold.concerns(ofDossier)) {
        ofDossiers.add(event);
      }
    }
    takeDossiers(ofDossiers);
  }

  private void takeDossiers(List<RecordedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    // In this order: a process that is ahead has saved the dossiers before the calendar.
    var calendar = store.calendar().working();
    var ids = events.stream().map(RecordedEvent::aggregate).collect(Collectors.toSet());
    var changes = new DueChanges(store.cases(ids));
    for (var event : events) {
      var before = changes.current(event.aggregate());
      if (before.position() < event.position()) {
        changes.put(before.after((DossierEvent) event.event(), event.position(), calendar));
      }
    }
    write(changes);
  }

  private void takeNotice(CalendarNoticeRecorded notice, long position) {
    var before = store.calendar();
    if (before.position() >= position) {
      return;
    }
    var after = before.after(notice, position);
    var calendar = after.working();
    var last = "";
    while (true) {
      var open = store.openAfter(last, CHUNK);
      if (open.isEmpty()) {
        break;
      }
      last = open.getLast().dossier();
      var changes =
          new DueChanges(
              open.stream().collect(Collectors.toMap(DueCase::dossier, Function.identity())));
      for (var dueCase : open) {
        var changed = dueCase.position() < position ? dueCase.after(calendar, position) : dueCase;
        if (changed != dueCase) {
          changes.put(changed);
        }
      }
      write(changes);
    }
    store.saveCalendar(after);
  }

  private void write(DueChanges changes) {
    store.saveEntries(changes.entries());
    store.deleteEntries(changes.vanished());
    store.saveCases(changes.cases());
  }
}
