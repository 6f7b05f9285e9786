package io.vientro.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.dossier.AgencyOpinionRecorded;
import io.vientro.core.dossier.AgencyOpinionRequested;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.AppraisalDetermined;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierHandedOver;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.DossierSubmitted;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.HandOverAccepted;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.PackPin;
import io.vientro.query.Fictional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which agencies a dossier is shown to, as the road goes on. */
class ReadersTest {
  private static final DossierState FILED =
      after(
          DossierState.INITIAL,
          new DossierSubmitted(
              Fictional.DAY,
              FilingChannel.COUNTER,
              "receiver",
              Fictional.HOSPITAL,
              1,
              Fictional.aid("Sample", Fictional.organisation("Sample Foundation")),
              List.of(),
              new PackPin("nd80-2020", 1, "0", false),
              Fictional.OWN));

  private static DossierState after(DossierState state, DossierEvent... events) {
    for (var event : events) {
      state = Dossier.evolve(state, event);
    }
    return state;
  }

  private static AidClassified classified(String approverAgency) {
    return new AidClassified(
        "PRIME_MINISTER", approverAgency, "7.1", "MPI", "law-receiver", "8.6.a", List.of());
  }

  private static AppraisalDetermined ledBy(@Nullable String agency) {
    return new AppraisalDetermined("MPI", agency, "9.1", List.of(), List.of());
  }

  private static AgencyOpinionRequested asked(String agency) {
    return new AgencyOpinionRequested(
        agency, 1, List.of(), Fictional.DAY, null, null, null, Fictional.DUTY);
  }

  @Test
  void whoeverReceivedManagesLeadsOrDecidesMayRead() {
    assertThat(Readers.of(FILED))
        .containsExactly(
            "agency:receiver", "agency:" + Fictional.PROVINCE, "applicant:" + Fictional.HOSPITAL);
    var determined = after(FILED, classified("approver"), ledBy("lead"));
    assertThat(Readers.agencies(determined))
        .containsExactly("approver", "law-receiver", "lead", "receiver", Fictional.PROVINCE);
  }

  @Test
  void whoHandsOverAndWhoIsToAcceptMayRead() {
    var to = new Custodian("elsewhere", "unit", null);
    var pending =
        after(
            FILED,
            new DossierHandedOver(
                new Custodian("receiver", null, null), to, Fictional.DAY, null, Fictional.DUTY));
    assertThat(Readers.agencies(pending)).contains("elsewhere");
    var accepted = after(pending, new HandOverAccepted(to, Fictional.DAY, Fictional.DUTY));
    assertThat(Readers.agencies(accepted)).contains("elsewhere", "receiver");
  }

  @Test
  void whoIsAskedForAnOpinionMayReadFromTheRequestOnAndAfterItsAnswer() {
    assertThat(Readers.agencies(FILED)).doesNotContain("asked");
    var asked = after(FILED, asked("asked"));
    assertThat(Readers.agencies(asked)).contains("asked");
    var answered =
        after(
            asked,
            new AgencyOpinionRecorded(
                "asked", 1, Fictional.DAY, OpinionStance.AGREES, null, false, Fictional.DUTY));
    assertThat(Readers.agencies(answered)).contains("asked");
  }
}
