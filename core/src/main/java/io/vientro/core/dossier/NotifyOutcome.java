package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/**
 * Records that the outcome was sent (thông báo, gửi quyết định, Art. 11.2). It may be sent to some
 * first and to others later.
 *
 * @param notifiedOn business date of sending
 * @param addressees ids of those it was sent to: {@link NoticeOwed#PROVIDER} or agencies; agencies
 *     beyond those owed may be named
 */
public record NotifyOutcome(LocalDate notifiedOn, List<String> addressees, Act act)
    implements DossierCommand {
  public NotifyOutcome {
    addressees = Copies.list(addressees);
  }
}
