package io.vientro.query.view;

import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.query.projection.Projection;
import io.vientro.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** One document per dossier: the state that core's own evolve makes of its events. */
public final class DossierProjection implements Projection<DossierView> {

  @Override
  public String view() {
    return "dossier";
  }

  @Override
  public int version() {
    return 2;
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
    var state = Dossier.evolve(before, (DossierEvent) event.event());
    return new DossierView(
        event.aggregate(),
        event.position(),
        event.sequence(),
        document == null ? event.at() : document.submittedAt(),
        event.at(),
        Readers.of(state),
        state);
  }
}
