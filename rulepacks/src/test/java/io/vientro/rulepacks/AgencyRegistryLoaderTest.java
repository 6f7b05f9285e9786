package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.rules.AgencyRegistry;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyRegistryLoaderTest {
  private static final AgencyRegistry LIVE = BuiltInPacks.liveAgencies();

  @ParameterizedTest(name = "{0} of {1} on {2} is {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          PRIME_MINISTER               | -              | 2020-09-17 | thu-tuong-chinh-phu
          GOVERNMENT_OFFICE            | -              | 2025-07-01 | van-phong-chinh-phu
          PLANNING_FOCAL_MINISTRY      | -              | 2025-02-28 | bo-ke-hoach-va-dau-tu
          PLANNING_FOCAL_MINISTRY      | -              | 2025-03-01 | bo-tai-chinh
          FINANCE_MINISTRY             | -              | 2021-01-01 | bo-tai-chinh
          MINISTER_OF_HOME_AFFAIRS     | -              | 2025-12-07 | bo-noi-vu
          RELIGION_AFFAIRS_MINISTRY    | -              | 2025-02-28 | bo-noi-vu
          RELIGION_AFFAIRS_MINISTRY    | -              | 2025-03-01 | bo-dan-toc-va-ton-giao
          DISASTER_FOCAL_MINISTRY      | -              | 2025-02-28 | bo-nong-nghiep-va-phat-trien-nong-thon
          DISASTER_FOCAL_MINISTRY      | -              | 2025-03-01 | bo-nong-nghiep-va-moi-truong
          VFF_PRESIDENT                | -              | 2022-01-01 | ubtw-mttq-viet-nam
          PROVINCIAL_PEOPLES_COMMITTEE | quang-tri      | 2021-02-22 | ubnd-tinh-quang-tri
          PROVINCIAL_PEOPLES_COMMITTEE | quang-tri      | 2025-07-01 | ubnd-tinh-quang-tri
          PROVINCIAL_PEOPLES_COMMITTEE | quang-binh     | 2025-06-30 | ubnd-tinh-quang-binh
          PROVINCIAL_PEOPLES_COMMITTEE | quang-binh     | 2025-07-01 | ubnd-tinh-quang-tri
          PROVINCIAL_PEOPLES_COMMITTEE | quang-nam      | 2021-06-01 | ubnd-tinh-quang-nam
          PROVINCIAL_PEOPLES_COMMITTEE | quang-nam      | 2025-07-01 | ubnd-thanh-pho-da-nang
          PROVINCIAL_PEOPLES_COMMITTEE | thua-thien-hue | 2021-04-16 | ubnd-tinh-thua-thien-hue
          PROVINCIAL_PEOPLES_COMMITTEE | hue            | 2025-01-01 | ubnd-thanh-pho-hue
          PROVINCIAL_PEOPLES_COMMITTEE | ha-noi         | 2025-07-01 | ubnd-thanh-pho-ha-noi
          PROVINCIAL_PEOPLES_COMMITTEE | tinh-mau       | 2025-07-01 | -
          """)
  void a_role_is_played_by_one_agency_at_a_time_and_place(
      String role, String place, LocalDate day, String agency) {
    assertThat(LIVE.playing(role, place, day).map(AgencyRegistry.Agency::id).orElse(null))
        .isEqualTo(agency);
  }

  @Test
  void there_are_34_provinces_from_july_2025_and_63_before_that_year() {
    assertThat(peoplesCommittees("2025-07-01")).isEqualTo(34);
    assertThat(peoplesCommittees("2024-12-31")).isEqualTo(63);
  }

  @Test
  void an_agency_without_a_code_gets_its_id_in_upper_case() {
    assertThat(LIVE.agency("ubnd-tinh-quang-tri").orElseThrow().code())
        .isEqualTo("UBND-TINH-QUANG-TRI");
  }

  @Test
  void the_fictional_agencies_are_known_in_training_only() {
    var training = BuiltInPacks.trainingAgencies();
    for (var province : java.util.List.of("tinh-mau", "tinh-vi-du")) {
      assertThat(LIVE.agency("ubnd-" + province)).isEmpty();
      assertThat(training.playing("PROVINCIAL_PEOPLES_COMMITTEE", province, LocalDate.EPOCH))
          .hasValueSatisfying(a -> assertThat(a.id()).isEqualTo("ubnd-" + province));
    }
    assertThat(training.agencies()).containsAllEntriesOf(LIVE.agencies());
    assertThat(training.sha256()).isNotEqualTo(LIVE.sha256());
  }

  @Test
  void registries_that_share_an_agency_are_not_merged() {
    assertThatThrownBy(() -> AgencyRegistryLoader.merge(LIVE, LIVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is in both registries");
  }

  @Test
  void two_agencies_in_one_role_and_all_else_that_is_wrong_is_said_at_once() {
    var text =
        """
        registry: broken
        version: 1
        agencies:
          - id: a
            name: { vi: "A", en: "A" }
            place: p
            confidence: SOURCED
            plays:
              - { role: CHAIR, to: "2025-03-01" }
              - { role: MANAGING_AGENCY }
          - id: b
            name: { vi: "B", en: "B" }
            place: p
            code: "A"
            confidence: SOURCED
            plays:
              - { role: CHAIR, from: "2025-03-01", to: "2025-02-30" }
              - { role: HEAD, from: "2025-03-02", to: "2025-03-01" }
        """;
    assertThatThrownBy(() -> AgencyRegistryLoader.parse(text, "broken.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(
            "10:17 /agencies/0/plays/1/role: MANAGING_AGENCY is the dossier's own")
        .hasMessageContaining("14:11 /agencies/1/code: 'A' is taken by an earlier agency")
        .hasMessageContaining("2025-02-30 is not a day of the calendar")
        .hasMessageContaining("the last day is before the first");
    var overlapping = text.replace("2025-02-30", "2025-04-30");
    assertThatThrownBy(() -> AgencyRegistryLoader.parse(overlapping, "broken.yaml"))
        .hasMessageContaining("17:9 /agencies/1/plays/0: a plays CHAIR at that place and time too");
  }

  private static long peoplesCommittees(String day) {
    var date = LocalDate.parse(day);
    return LIVE.agencies().values().stream()
        .filter(a -> a.place() != null)
        .filter(
            a ->
                LIVE.playing("PROVINCIAL_PEOPLES_COMMITTEE", a.place(), date)
                    .filter(a::equals)
                    .isPresent())
        .count();
  }
}
