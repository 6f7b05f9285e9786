package io.vientro.query.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadRightsTest {
  private static final List<String> DOSSIER =
      List.of("agency:filed-with", "agency:managing", "applicant:hospital");

  @ParameterizedTest
  @CsvSource({
    "APPLICANT, hospital, true, false",
    "APPLICANT, filed-with, false, false",
    "APPLICANT, other, false, false",
    "RECEPTION_OFFICER, filed-with, true, false",
    "RECEPTION_OFFICER, managing, true, false",
    "RECEPTION_OFFICER, hospital, false, false",
    "RECEPTION_OFFICER, other, false, false",
    "APPRAISER, filed-with, true, false",
    "APPRAISER, other, false, false",
    "CONSULTED_AGENCY, managing, true, false",
    "CONSULTED_AGENCY, other, false, false",
    "DECISION_MAKER, filed-with, true, false",
    "DECISION_MAKER, other, false, false",
    "CLERK, filed-with, true, false",
    "CLERK, other, false, false",
    "SUPERVISOR, filed-with, true, false",
    "SUPERVISOR, other, false, false",
    "AUDITOR, other, true, true",
    "ADMINISTRATOR, filed-with, false, true",
    "SYSTEM, filed-with, false, false"
  })
  void the_table(Role role, String agency, boolean dossier, boolean referenceData) {
    var actor = new Actor("somebody", role, agency);
    assertThat(ReadRights.dossiers(actor).includes(DOSSIER)).isEqualTo(dossier);
    assertThat(ReadRights.referenceData(actor)).isEqualTo(referenceData);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobody_but_the_auditor_sees_a_dossier_that_carries_no_mark(Role role) {
    var sight = ReadRights.dossiers(new Actor("somebody", role, "filed-with"));
    assertThat(sight.includes(List.of())).isEqualTo(role == Role.AUDITOR);
  }

  @Test
  void an_agency_named_like_an_organisation_does_not_see_its_dossiers() {
    var sight = ReadRights.dossiers(new Actor("somebody", Role.CLERK, "hospital"));
    assertThat(sight.includes(List.of("applicant:hospital"))).isFalse();
  }
}
