package io.vientro.query.view;

import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.query.projection.Projection;
import io.vientro.query.view.DossierRow.Aid;
import io.vientro.query.view.DossierRow.Filed;
import io.vientro.store.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line per dossier, in the order of the list by its {@code _id}. */
public final class DossierListProjection implements Projection<DossierRow> {

  @Override
  public String view() {
    return "dossier-list";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<DossierRow> documentType() {
    return DossierRow.class;
  }

  @Override
  public String keyField() {
    return "dossier";
  }

  @Override
  public List<String> searchedFields() {
    return List.of("keys");
  }

  @Override
  public @Nullable String key(RecordedEvent event) {
    return event.event() instanceof DossierEvent ? event.aggregate() : null;
  }

  @Override
  public DossierRow fold(@Nullable DossierRow row, RecordedEvent recorded) {
    var event = (DossierEvent) recorded.event();
    if (event instanceof DossierSubmitted submitted) {
      var filed = new Filed(submitted.submittedOn(), submitted.filedWith(), submitted.applicant());
      return row(
          DossierRow.place(recorded.position(), recorded.aggregate()),
          filed,
          Aid.of(submitted.aid()),
          recorded.at(),
          Dossier.evolve(DossierState.INITIAL, submitted),
          recorded);
    }
    if (row == null) {
      throw new IllegalStateException("an event of a dossier that was never filed");
    }
    var state = Dossier.evolve(skeleton(row), event);
    var aid = state.aid() == null ? row.aid() : Aid.of(state.aid());
    return row(row.id(), row.filed(), aid, row.submittedAt(), state, recorded);
  }

  private static DossierRow row(
      String id,
      Filed filed,
      Aid aid,
      Instant submittedAt,
      DossierState state,
      RecordedEvent recorded) {
    return new DossierRow(
        id,
        recorded.position(),
        recorded.aggregate(),
        recorded.sequence(),
        state.status(),
        state.code(),
        filed,
        aid,
        state.classification(),
        state.completeOn(),
        submittedAt,
        recorded.at(),
        state.limits().stream().filter(LimitSegment::running).toList(),
        ListKeys.of(state.status(), state.code(), filed, aid, state.classification()));
  }

  /** As much of the state as the line shows, so that core's evolve does the rest. */
  private static DossierState skeleton(DossierRow row) {
    return new DossierState(
        row.status(),
        null,
        null,
        List.of(),
        0,
        row.classification(),
        null,
        Map.of(),
        0,
        List.of(),
        List.of(),
        row.code(),
        row.completeOn(),
        null,
        row.running());
  }
}
