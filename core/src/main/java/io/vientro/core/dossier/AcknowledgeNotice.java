package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Confirms that an agency has read a notice that was addressed to it.
 *
 * @param notice id of the notice
 * @param acknowledgedOn business date
 */
public record AcknowledgeNotice(String notice, LocalDate acknowledgedOn, Act act)
    implements LedgerCommand {
  @Override
  public LocalDate on() {
    return acknowledgedOn;
  }
}
