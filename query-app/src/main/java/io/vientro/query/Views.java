package io.vientro.query;

import io.vientro.query.projection.View;
import io.vientro.query.view.AuditHistoryProjection;
import io.vientro.query.view.DossierListProjection;
import io.vientro.query.view.DossierProjection;
import io.vientro.query.work.OpenWorkView;
import io.vientro.store.EventCodec;
import io.vientro.store.ViewJson;
import java.util.List;

/**
 * Every view there is, in one place: what is listed here is kept up by a processor, and its output
 * is held to the digest of its version.
 */
public record Views(
    DossierProjection dossier,
    DossierListProjection list,
    AuditHistoryProjection history,
    OpenWorkView openWork) {

  /** The views of this build. */
  public static Views of(EventCodec codec, ViewJson json) {
    return new Views(
        new DossierProjection(),
        new DossierListProjection(),
        new AuditHistoryProjection(codec, json),
        new OpenWorkView());
  }

  /** All of them. */
  public List<View> all() {
    return List.of(dossier, list, history, openWork);
  }
}
