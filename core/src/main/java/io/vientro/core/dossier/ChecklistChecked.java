package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/**
 * The dossier was held against the checklist (Art. 8). What it then lacked stays on record as it
 * was shown, whatever a later day or a later parameter would say.
 *
 * @param on business date of the step that led to the check
 * @param gaps everything missing, at once; empty if complete
 */
public record ChecklistChecked(LocalDate on, List<Gap> gaps) implements DossierEvent {
  public ChecklistChecked {
    gaps = Copies.list(gaps);
  }
}
