package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossier went back with a supplement slip.
 *
 * @param number 1 for the first request
 * @param gaps everything that was missing, at once
 * @param repeatBasis why it was not the first; null for the first
 */
public record SupplementRequested(
    LocalDate requestedOn, int number, List<Gap> gaps, @Nullable String repeatBasis, Act act)
    implements DossierEvent {
  public SupplementRequested {
    gaps = Copies.list(gaps);
  }
}
