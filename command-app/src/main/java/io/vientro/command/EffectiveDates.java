package io.vientro.command;

import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.DecideOpenQuestion;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.RefuseReception;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.WithdrawDossier;
import java.time.LocalDate;

/** The business date of a command, which is not the time at which it is recorded. */
final class EffectiveDates {
  private EffectiveDates() {}

  static LocalDate of(DossierCommand command) {
    return switch (command) {
      case SubmitDossier c -> c.submittedOn();
      case RequestSupplement c -> c.requestedOn();
      case SupplementDossier c -> c.suppliedOn();
      case AcceptDossier c -> c.completeOn();
      case RefuseReception c -> c.refusedOn();
      case WithdrawDossier c -> c.withdrawnOn();
      case DecideOpenQuestion c -> c.decidedOn();
    };
  }
}
