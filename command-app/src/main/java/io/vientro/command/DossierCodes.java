package io.vientro.command;

import io.vientro.core.log.LogMode;
import io.vientro.core.reception.IssueDossierCode;
import io.vientro.core.rules.RulePack.DossierCodeRule;

/** Gives dossier codes out of the reception books. */
public interface DossierCodes {

  /**
   * Issues a code in the unit of work under way: either the book's event and the dossier's are both
   * committed, or neither is.
   *
   * @param cause the command that needs the code
   */
  String issue(IssueDossierCode request, DossierCodeRule rule, ForDossier cause, LogMode mode);
}
