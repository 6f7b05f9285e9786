package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/** The outcome was sent to these addressees. */
public record OutcomeNotified(LocalDate notifiedOn, List<String> addressees, Act act)
    implements DossierEvent {
  public OutcomeNotified {
    addressees = Copies.list(addressees);
  }
}
