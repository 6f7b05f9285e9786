package io.vientro.query.work;

import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.Life;
import io.vientro.core.dossier.Records;
import io.vientro.query.projection.ViewDocument;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One dossier as the lists of open work know it: from it follow its rows, and its word says which
 * rows there are.
 *
 * @param id id of the dossier
 * @param position of the last event that it took, its own or a notice of the calendar
 * @param sequence of its last own event
 * @param until last year that any of its due dates turns on; a notice of a later year moves none of
 *     its rows
 * @param rows its rows: list and id, sorted
 * @param counted the counts that its rows are in, sorted; several times what is counted so
 * @param notices about its limits, in the order they were raised
 * @param state as core's evolve makes it, without papers, notices and what turns nothing; personal
 *     values are sealed
 */
record WorkCase(
    String id,
    long position,
    long sequence,
    int until,
    List<String> rows,
    List<String> counted,
    List<RowNotice> notices,
    DossierState state)
    implements ViewDocument {

  private static final Records NO_RECORDS =
      new Records(List.of(), List.of(), List.of(), new TreeMap<>());

  /** A dossier after an event, and its rows. */
  record Taken(WorkCase document, List<WorkRow> rows) {}

  static Taken of(
      String id,
      long position,
      long sequence,
      DossierState state,
      List<RowNotice> notices,
      WorkingCalendar calendar) {
    var rows = WorkRows.of(id, position, sequence, state, notices, calendar);
    return new Taken(
        new WorkCase(
            id,
            position,
            sequence,
            WorkRows.until(state, calendar),
            rows.stream().map(WorkRow::reference).sorted().toList(),
            rows.stream().flatMap(row -> row.counted().stream()).sorted().toList(),
            notices,
            slim(state)),
        rows);
  }

  /** What turns nothing here, and with papers and gaps would be most of the document. */
  private static DossierState slim(DossierState s) {
    return s.change()
        .submitted(slim(s.submitted()))
        .documents(List.of())
        .findings(List.of())
        .lastGaps(List.of())
        .life(slim(s.life()))
        .records(NO_RECORDS)
        .build();
  }

  /** Only what is still to come, or says that something was. */
  private static Life slim(Life life) {
    return new Life(
        life.start(),
        List.of(),
        List.of(),
        life.adjustments(),
        life.end(),
        life.handOver(),
        life.closed(),
        life.revoked(),
        List.of(),
        life.transfers());
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
