package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Bilingual;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
          HOME_AFFAIRS_MINISTRY        | -              | 2025-12-07 | bo-noi-vu
          FATHERLAND_FRONT_COMMITTEE   | ha-noi         | 2021-01-01 | ubtw-mttq-viet-nam
          PROVINCIAL_PLANNING_DEPARTMENT | quang-tri    | 2025-02-28 | so-ke-hoach-va-dau-tu-quang-tri
          PROVINCIAL_PLANNING_DEPARTMENT | quang-tri    | 2025-03-01 | so-tai-chinh-quang-tri
          PROVINCIAL_FINANCE_DEPARTMENT  | quang-tri    | 2021-01-01 | so-tai-chinh-quang-tri
          PROVINCIAL_POLICE              | ha-noi       | 2025-07-01 | cong-an-ha-noi
          PROVINCIAL_PLANNING_DEPARTMENT | quang-binh   | 2025-03-01 | so-tai-chinh-quang-binh
          PROVINCIAL_PLANNING_DEPARTMENT | quang-binh   | 2025-06-30 | so-tai-chinh-quang-binh
          PROVINCIAL_PLANNING_DEPARTMENT | quang-binh   | 2025-07-01 | so-tai-chinh-quang-tri
          PROVINCIAL_POLICE              | quang-nam    | 2025-06-30 | cong-an-quang-nam
          PROVINCIAL_POLICE              | quang-nam    | 2025-07-01 | cong-an-da-nang
          PROVINCIAL_PLANNING_DEPARTMENT | thua-thien-hue | 2024-12-31 | so-ke-hoach-va-dau-tu-thua-thien-hue
          PROVINCIAL_PLANNING_DEPARTMENT | thua-thien-hue | 2025-01-01 | so-ke-hoach-va-dau-tu-hue
          PROVINCIAL_PLANNING_DEPARTMENT | hue          | 2025-03-01 | so-tai-chinh-hue
          PROVINCIAL_PLANNING_DEPARTMENT | hue          | 2024-12-31 | -
          PROVINCIAL_FINANCE_DEPARTMENT  | -            | 2025-07-01 | -
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
  void a_department_is_named_like_its_province_and_has_no_code_of_its_own() {
    var department = LIVE.agency("so-tai-chinh-hue").orElseThrow();
    assertThat(department.name())
        .isEqualTo(
            new Bilingual("Sở Tài chính thành phố Huế", "Department of Finance of Huế City"));
    assertThat(department.place()).isEqualTo("hue");
    assertThat(department.code()).isNull();
    var fictional = BuiltInPacks.trainingAgencies().agency("cong-an-tinh-mau").orElseThrow();
    assertThat(fictional.name())
        .isEqualTo(
            new Bilingual("Công an tỉnh Mẫu (hư cấu)", "Police of Sample Province (fictional)"));
  }

  @Test
  void each_province_has_every_department_and_the_fictional_ones_are_those_of_training() {
    var seats = LIVE.agencies().keySet().stream().filter(id -> id.startsWith("ubnd-")).toList();
    assertThat(seats).hasSize(64);
    var kinds = departments(LIVE, "quang-tri");
    assertThat(kinds).hasSize(14).contains("so-ngoai-vu", "so-nong-nghiep-va-moi-truong");
    for (var seat : seats) {
      var place = String.valueOf(LIVE.agency(seat).orElseThrow().place());
      assertThat(departments(LIVE, place)).as(place).isEqualTo(kinds);
    }
    assertThat(departments(BuiltInPacks.trainingAgencies(), "tinh-vi-du")).isEqualTo(kinds);
    assertThat(departments(LIVE, "tinh-vi-du")).isEmpty();
  }

  private static Set<String> departments(AgencyRegistry registry, String place) {
    return registry.agencies().values().stream()
        .filter(a -> place.equals(a.place()) && !a.id().startsWith("ubnd-"))
        .map(a -> a.id().substring(0, a.id().length() - place.length() - 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final String PROVINCE =
      """
      registry: small
      version: 1
      agencies:
        - id: pc
          name: { vi: "Ủy ban A", en: "Committee of A" }
          place: a
          confidence: SOURCED
          plays:
            - { role: SEAT, from: "2020-01-01", to: "2025-06-30" }
            - { role: SEAT, place: b, from: "2025-03-01" }
      provincial-departments:
        of: SEAT
        name-of: { vi: "Ủy ban {province}", en: "Committee of {province}" }
        departments:
          - id: so
            name: { vi: "Sở {province}", en: "Department of {province}" }
            confidence: RECALLED
            plays:
              - { role: OLD, to: "2025-02-28" }
              - { role: NEW, from: "2025-07-01" }
              - { role: POLICE }
      """;

  @Test
  void a_department_has_its_roles_at_each_place_for_as_long_as_both_last() {
    var plays =
        AgencyRegistryLoader.parse(PROVINCE).assignments().stream()
            .filter(a -> a.agency().equals("so-a"))
            .map(a -> a.role() + " " + a.place() + " " + a.from() + " " + a.to())
            .toList();
    assertThat(plays)
        .containsExactly(
            "OLD a 2020-01-01 2025-02-28",
            "NEW b 2025-07-01 null",
            "POLICE a 2020-01-01 2025-06-30",
            "POLICE b 2025-03-01 null");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          vi: "Sở {province}"         | vi: "Sở {place}"              | /provincial-departments/departments/0/name/vi
          vi: "Sở {province}"         | vi: "Sở"                      | /provincial-departments/departments/0/name/vi
          en: "Committee of A"        | en: "Council of A"            | pc plays SEAT but has no place or is not named like that
          en: "Committee of A"        | en: "Committee of "           | pc plays SEAT but has no place or is not named like that
          vi: "Ủy ban A"              | vi: "Hội đồng A"              | pc plays SEAT but has no place or is not named like that
          role: POLICE                | role: OLD                     | so-a plays OLD at that place and time too
          role: POLICE                | role: MANAGING_AGENCY         | MANAGING_AGENCY is the dossier's own agency
          role: OLD, to: "2025-02-28" | role: OLD, from: "2025-03-01", to: "2025-02-28" | the last day is before the first
          role: OLD, to: "2025-02-28" | role: OLD, to: "2025-02-30"   | 2025-02-30 is not a day of the calendar
          id: pc                      | id: so-a                      | 'so-a' is taken by another agency
          """)
  void departments_that_cannot_be_spelled_out_are_refused(
      String find, String replace, String message) {
    var text = PROVINCE.replace(find, replace);
    assertThat(text).isNotEqualTo(PROVINCE);
    assertThatThrownBy(() -> AgencyRegistryLoader.parse(text, "small.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_seat_without_a_place_has_no_departments() {
    var text = PROVINCE.replace("    place: a\n", "");
    assertThatThrownBy(() -> AgencyRegistryLoader.parse(text, "small.yaml"))
        .hasMessageContaining("pc plays SEAT but has no place or is not named like that");
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
