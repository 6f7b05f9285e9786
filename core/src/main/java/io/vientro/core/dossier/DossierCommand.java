package io.vientro.core.dossier;

import io.vientro.core.act.Act;

/** What can be asked of a dossier. */
public sealed interface DossierCommand
    permits SubmitDossier,
        RequestSupplement,
        SupplementDossier,
        AcceptDossier,
        RefuseReception,
        WithdrawDossier,
        DecideOpenQuestion {
  /** How the actor acts. */
  Act act();
}
