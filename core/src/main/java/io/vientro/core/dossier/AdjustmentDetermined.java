package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on an adjustment, once a person answered what the text leaves open.
 *
 * @param number of the adjustment
 * @param approver role that decides; null while a question is open
 * @param approverAgency its agency, or null if the registry knows none
 * @param articles article and clause; null while a question is open
 * @param questions what is still open
 */
public record AdjustmentDetermined(
    int number,
    @Nullable String approver,
    @Nullable String approverAgency,
    @Nullable String articles,
    List<AidClassified.OpenQuestion> questions)
    implements LifeEvent {
  public AdjustmentDetermined {
    questions = Copies.list(questions);
  }
}
