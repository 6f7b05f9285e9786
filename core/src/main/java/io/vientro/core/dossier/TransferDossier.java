package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Moves a case to another agency (chuyển hồ sơ): its successor (E37), or the one that became
 * competent (E36).
 *
 * @param to id of the agency that takes it over
 * @param from id of the agency whose place it takes, where that is a managing agency that does not
 *     have the case in its charge (succession only); null for the agency in charge
 * @param cause what the move does to the clocks
 * @param reason why
 * @param legalBasis on which provision, in words
 * @param transferredOn business date
 */
public record TransferDossier(
    String to,
    @Nullable String from,
    Cause cause,
    String reason,
    String legalBasis,
    LocalDate transferredOn,
    Act act)
    implements LifeCommand {
  /** Why a case moves. */
  public enum Cause {
    /**
     * The agency was merged or renamed: its successor inherits the case, its code and its clocks.
     */
    SUCCESSION,
    /** Another agency became competent: the first one's clocks are closed, the next one's open. */
    CHANGE_OF_COMPETENCE
  }

  @Override
  public LocalDate on() {
    return transferredOn;
  }
}
