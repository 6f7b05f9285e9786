package io.vientro.command.due;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.LedgerFold;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.Raising;
import java.util.List;

/**
 * A dossier as the index knows it: the segments of which something may still have to be raised, and
 * what is to be raised. Immutable.
 *
 * @param position of the last event in it; -1 for none
 * @param segments that run, or whose expiry was raised and may have to be corrected
 * @param entries in the order of the segments
 */
record DueCase(String dossier, long position, List<LimitSegment> segments, List<DueEntry> entries) {
  DueCase {
    segments = List.copyOf(segments);
    entries = List.copyOf(entries);
  }

  static DueCase none(String dossier) {
    return new DueCase(dossier, -1, List.of(), List.of());
  }

  /** Whether a notice of the calendar can matter to it. */
  boolean open() {
    return !segments.isEmpty();
  }

  /** After an event of its own. */
  DueCase after(DossierEvent event, long at, WorkingCalendar calendar) {
    var kept =
        LedgerFold.evolve(segments, event).stream()
            // What ended in time is settled, whatever the calendar will say.
            .filter(segment -> segment.running() || segment.expired() != null)
            .toList();
    return new DueCase(dossier, at, kept, derive(kept, at, calendar));
  }

  /** After a notice of the calendar; itself if that changes nothing. */
  DueCase after(WorkingCalendar calendar, long at) {
    var derived = derive(segments, at, calendar);
    return derived.equals(entries) ? this : new DueCase(dossier, at, segments, derived);
  }

  private List<DueEntry> derive(List<LimitSegment> kept, long at, WorkingCalendar calendar) {
    return kept.stream()
        .flatMap(
            segment ->
                Raising.of(segment, calendar).stream()
                    .map(pending -> DueEntry.of(dossier, segment, pending, at)))
        .map(this::asItStood)
        .toList();
  }

  /** What was there before stands since then. */
  private DueEntry asItStood(DueEntry entry) {
    return entries.stream()
        .filter(before -> before.isSameAs(entry))
        .findFirst()
        .map(before -> entry.since(before.position()))
        .orElse(entry);
  }

  /** Whether an entry that was read from the index still stands. */
  boolean names(DueEntry entry) {
    return entries.contains(entry);
  }
}
