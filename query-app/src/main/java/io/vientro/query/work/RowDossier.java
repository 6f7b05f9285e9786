package io.vientro.query.work;

import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.PackPin;
import io.vientro.core.dossier.Status;
import org.jspecify.annotations.Nullable;

/**
 * What each row shows of its dossier.
 *
 * @param code dossier code, or null before the first acceptance
 * @param provider name of the providing organisation; null for an individual
 * @param sequence of its last event
 * @param pack the law that it is bound to
 */
public record RowDossier(
    String id,
    @Nullable String code,
    String title,
    @Nullable String provider,
    String recipient,
    Status status,
    long sequence,
    PackPin pack) {
  static RowDossier of(String id, long sequence, DossierState state) {
    var aid = state.facts();
    return new RowDossier(
        id,
        state.code(),
        aid.title(),
        aid.provider().name(),
        aid.recipient().name(),
        state.status(),
        sequence,
        state.pin());
  }
}
