package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/**
 * The appraisal is concluded.
 *
 * @param silent agencies that were asked and did not answer (E19); silence is not consent
 */
public record AppraisalConcluded(
    LocalDate concludedOn,
    AppraisalMethod method,
    AppraisalFinding finding,
    String summary,
    List<String> silent,
    Grounds grounds,
    Act act)
    implements DossierEvent {
  public AppraisalConcluded {
    silent = Copies.list(silent);
  }
}
