package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;

/**
 * Convenes an appraisal meeting (hội nghị thẩm định, Art. 10.3). A further one takes the place of
 * the one before.
 *
 * @param convenedOn business date of the invitation
 * @param meetingOn day of the meeting, not before the invitation
 * @param invited ids of the agencies invited; may be empty
 */
public record ConveneAppraisalMeeting(
    LocalDate convenedOn, LocalDate meetingOn, List<String> invited, Act act)
    implements DossierCommand {
  public ConveneAppraisalMeeting {
    invited = Copies.list(invited);
  }
}
