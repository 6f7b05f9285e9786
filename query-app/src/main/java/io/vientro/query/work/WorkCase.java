package io.vientro.query.work;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.query.projection.ViewDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dossier as the lists of open work know it: from it follow its rows, and its word says which
 * rows there are.
 *
 * @param id id of the dossier
 * @param position of the last event that it took, its own or a notice of the calendar
 * @param sequence of its last own event
 * @param open whether a notice of the calendar can still move its rows
 * @param rows its rows: list and id, sorted
 * @param counted the counts that its rows are in, sorted; several times what is counted so
 * @param state as core's evolve makes it, without the papers; personal values are sealed
 */
record WorkCase(
    String id,
    long position,
    long sequence,
    boolean open,
    List<String> rows,
    List<String> counted,
    DossierState state)
    implements ViewDocument {

  /** A dossier after an event, and its rows. */
  record Taken(WorkCase document, List<WorkRow> rows) {}

  static Taken of(
      String id, long position, long sequence, DossierState state, WorkingCalendar calendar) {
    var rows = WorkRows.of(id, position, sequence, state, calendar);
    return new Taken(
        new WorkCase(
            id,
            position,
            sequence,
            WorkRows.open(state, calendar),
            rows.stream().map(WorkRow::reference).sorted().toList(),
            rows.stream().flatMap(row -> row.counted().stream()).sorted().toList(),
            slim(state)),
        rows);
  }

  /** Papers and gaps turn nothing here and would be most of the document. */
  private static DossierState slim(DossierState s) {
    return s.change()
        .submitted(slim(s.submitted()))
        .documents(List.of())
        .findings(List.of())
        .lastGaps(List.of())
        .build();
  }

  private static @Nullable DossierSubmitted slim(@Nullable DossierSubmitted s) {
    return s == null
        ? null
        : new DossierSubmitted(
            s.submittedOn(),
            s.channel(),
            s.filedWith(),
            s.applicant(),
            s.sets(),
            s.aid(),
            List.of(),
            s.pack(),
            s.act());
  }
}
