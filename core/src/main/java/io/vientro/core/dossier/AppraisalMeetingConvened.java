package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/** An appraisal meeting was convened. */
public record AppraisalMeetingConvened(
    LocalDate convenedOn, LocalDate meetingOn, List<String> invited, Act act)
    implements DossierEvent {
  public AppraisalMeetingConvened {
    invited = Copies.list(invited);
  }
}
