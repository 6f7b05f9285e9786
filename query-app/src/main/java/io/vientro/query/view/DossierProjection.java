package io.vientro.query.view;

import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.Records;
import io.vientro.query.projection.Projection;
import io.vientro.store.RecordedEvent;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One document per dossier: the state that core's own evolve makes of its events. */
public final class DossierProjection implements Projection<DossierView> {

  @Override
  public String view() {
    return "dossier";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public Class<DossierView> documentType() {
    return DossierView.class;
  }

  @Override
  public String keyField() {
    return "_id";
  }

  @Override
  public @Nullable String key(RecordedEvent event) {
    return event.event() instanceof DossierEvent ? event.aggregate() : null;
  }

  @Override
  public DossierView fold(@Nullable DossierView document, RecordedEvent event) {
    var before = document == null ? DossierState.INITIAL : document.state();
    var state = slim(Dossier.evolve(before, (DossierEvent) event.event()));
    return new DossierView(
        event.aggregate(),
        event.position(),
        event.sequence(),
        document == null ? event.at() : document.submittedAt(),
        event.at(),
        Readers.of(state),
        state);
  }

  /** Notices have a list of their own, and over the years would be most of the document. */
  private static DossierState slim(DossierState s) {
    var records = s.records();
    return records.notices().isEmpty() && records.acknowledged().isEmpty()
        ? s
        : s.change()
            .records(
                new Records(
                    records.attachments(), records.corrections(), List.of(), new TreeMap<>()))
            .build();
  }
}
