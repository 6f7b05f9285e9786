package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The appraisal of a dossier as far as it has come.
 *
 * @param determined who leads and who is consulted; null if the pack does not say
 * @param opinions every request for an opinion, in order
 * @param meeting the meeting convened last, or null
 * @param conclusion or null
 */
public record Appraisal(
    @Nullable AppraisalDetermined determined,
    List<Opinion> opinions,
    @Nullable AppraisalMeetingConvened meeting,
    @Nullable AppraisalConcluded conclusion) {
  static final Appraisal NONE = new Appraisal(null, List.of(), null, null);

  public Appraisal {
    opinions = Copies.list(opinions);
  }

  public Stream<Opinion> outstanding() {
    return opinions.stream().filter(Opinion::outstanding);
  }

  Appraisal determined(AppraisalDetermined e) {
    return new Appraisal(e, opinions, meeting, conclusion);
  }

  Appraisal requested(AgencyOpinionRequested e) {
    var more = Copies.append(opinions, List.of(new Opinion(e, null)));
    return new Appraisal(determined, more, meeting, conclusion);
  }

  Appraisal recorded(AgencyOpinionRecorded e) {
    var answered =
        opinions.stream()
            .map(
                o ->
                    o.awaits(e.agency()) && o.request().number() == e.number()
                        ? new Opinion(o.request(), e)
                        : o)
            .toList();
    return new Appraisal(determined, answered, meeting, conclusion);
  }

  Appraisal convened(AppraisalMeetingConvened e) {
    return new Appraisal(determined, opinions, e, conclusion);
  }

  Appraisal concluded(AppraisalConcluded e) {
    return new Appraisal(determined, opinions, meeting, e);
  }

  /** Where an appraisal stands that is not concluded. */
  Status progress() {
    if (meeting != null) {
      return Status.APPRAISAL_MEETING;
    }
    if (opinions.isEmpty()) {
      return Status.ACCEPTED;
    }
    return outstanding().findAny().isPresent() ? Status.CONSULTING : Status.APPRAISING;
  }
}
