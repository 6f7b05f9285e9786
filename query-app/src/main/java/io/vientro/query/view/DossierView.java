package io.vientro.query.view;

import io.vientro.core.dossier.DossierState;
import io.vientro.query.projection.ViewDocument;
import java.time.Instant;
import java.util.List;

/**
 * One case. Names of persons in it are sealed.
 *
 * @param id id of the dossier
 * @param position position of its last event
 * @param sequence sequence of its last event
 * @param submittedAt when its submission was recorded, UTC; not the business date
 * @param recordedAt when its last event was recorded, UTC
 * @param readers who may read it, see {@link Readers}
 * @param state as core's evolve makes it, without the notices about its limits
 */
public record DossierView(
    String id,
    long position,
    long sequence,
    Instant submittedAt,
    Instant recordedAt,
    List<String> readers,
    DossierState state)
    implements ViewDocument {}
