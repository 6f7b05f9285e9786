package io.vientro.rulepacks;

import static io.vientro.core.rules.RulePack.LimitTraits.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.core.rules.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInPacksTest {
  private static final BuiltInPacks PACKS = BuiltInPacks.load();

  /**
   * Digest of every version that was ever shipped. Lines are added here, never changed. The text of
   * a version that is no longer shipped stays under {@code shipped/} in the test resources.
   */
  private static final Map<String, String> SHIPPED =
      Map.of(
          "nd80-2020/1",
          "0c5c52d411159c1c67fe81e0067b9a3f497aaae83dcc46752a48576b461c2999",
          "nd80-2020/2",
          "13df1eba79170e81e5553836abf9c2fa1dafd48e1a0d254637e4b095cf2f6bec",
          "nd80-2020/3",
          "81754b1a628919358106a0d98a37dcb18ed1991f9f88748dc9fa8daf25cefae5",
          "agencies/1",
          "5e39857dcffc95216102fc605d166fcbd015956f4d106eb34218130549438298",
          "agencies/2",
          "225ffda94660016d8db34a65a05e865c584441f76da62b997cd57f55c3d2fd5d",
          "agencies-training/1",
          "67d5b82f59d46c9cec11aac3c1003e20924c7e00f638d9b015435dbb66255be3",
          "agencies-training/2",
          "340e1c7710c690b0a8ba39c496cdc5fa59800d3f0f1b4e4f131672133d5a6b5b");

  /** What was shipped before, by id and version. */
  private static final List<String> EARLIER =
      List.of("nd80-2020.1", "nd80-2020.2", "agencies.1", "agencies-training.1");

  @Test
  void a_shipped_version_never_changes() {
    var all = new TreeMap<String, String>();
    PACKS.packs().forEach(p -> all.put(p.id() + "/" + p.version(), p.sha256()));
    Map.of(
            "agencies", BuiltInPacks.agenciesText(),
            "agencies-training", BuiltInPacks.trainingAgenciesText())
        .forEach(
            (id, text) ->
                all.put(
                    id + "/" + AgencyRegistryLoader.version(text, id),
                    RulePackLoader.sha256(text)));
    EARLIER.forEach(e -> all.put(e.replace('.', '/'), RulePackLoader.sha256(earlier(e))));
    assertThat(all)
        .as(
            "the text of a shipped version changed: dossiers are pinned to its digest."
                + " Take the change back, raise the version, keep the text of the last one under"
                + " shipped/ and add the new digest here")
        .containsExactlyInAnyOrderEntriesOf(SHIPPED);
  }

  @Test
  void the_first_version_of_the_pack_still_reads_and_says_nothing_after_acceptance() {
    var read = RulePackLoader.identified(earlier("nd80-2020.1"), "nd80-2020.1.yaml");
    assertThat(read.sha256()).isEqualTo(SHIPPED.get("nd80-2020/1"));
    assertThat(read.pack().version()).isEqualTo(1);
    assertThat(read.pack().road()).isNull();
    assertThat(read.pack().limits()).hasSize(3);
  }

  @Test
  void the_second_version_leaves_as_it_was_what_the_first_says() {
    var first = RulePackLoader.parse(earlier("nd80-2020.1"), "nd80-2020.1.yaml");
    var second = RulePackLoader.parse(earlier("nd80-2020.2"), "nd80-2020.2.yaml");
    assertThat(second)
        .usingRecursiveComparison()
        .ignoringFields("version", "road")
        .isEqualTo(first);
  }

  @Test
  void the_second_version_still_reads_and_says_what_the_tables_of_its_articles_say() {
    var read = RulePackLoader.identified(earlier("nd80-2020.2"), "nd80-2020.2.yaml");
    assertThat(read.sha256()).isEqualTo(SHIPPED.get("nd80-2020/2"));
    var pack = read.pack();
    assertThat(pack.scope()).isEmpty();
    assertThat(pack.life()).isNull();
    assertThat(pack.limits()).hasSize(7).allSatisfy(l -> assertThat(l.traits()).isSameAs(NONE));
    assertThat(
            Stream.<Function<RulePack, List<String>>>of(
                    Golden::authority,
                    Golden::receivers,
                    Golden::checklist,
                    Golden::papers,
                    Golden::numbers,
                    GoldenRoad::leads,
                    GoldenRoad::consultees,
                    GoldenRoad::exemptions,
                    second -> GoldenRoad.content(second, ""),
                    GoldenRoad::notices,
                    GoldenRoad::takingPart,
                    GoldenRoad::decisionAndLimits)
                .flatMap(table -> table.apply(pack).stream()))
        .isEmpty();
  }

  @Test
  void the_third_version_leaves_as_it_was_what_the_second_says_of_articles_7_to_11() {
    var second = RulePackLoader.parse(earlier("nd80-2020.2"), "nd80-2020.2.yaml");
    var third = PACKS.latest("nd80-2020").orElseThrow().load().pack();
    assertThat(third.version()).isEqualTo(3);
    assertThat(third)
        .usingRecursiveComparison()
        .ignoringFields(
            "version",
            "timeLimits",
            "parameters",
            "road.agencyLimits",
            "road.decision.content",
            "scope",
            "life")
        .isEqualTo(second);
    assertThat(Objects.requireNonNull(third.road()).decision().content())
        .containsAll(Objects.requireNonNull(second.road()).decision().content())
        .hasSize(16);
    for (var was : second.timeLimits()) {
      assertThat(third.timeLimits())
          .anySatisfy(
              is ->
                  assertThat(is)
                      .usingRecursiveComparison()
                      .ignoringFields("traits")
                      .isEqualTo(was));
    }
    for (var was : second.parameters()) {
      assertThat(third.parameter(was.name()))
          .hasValueSatisfying(is -> assertThat(is.values()).containsAll(was.values()));
    }
  }

  @Test
  void the_first_registries_still_read_and_know_no_departments() {
    for (var registry : List.of("agencies.1", "agencies-training.1")) {
      var read = AgencyRegistryLoader.parse(earlier(registry), registry);
      assertThat(read.agencies().keySet()).noneMatch(id -> id.startsWith("so-"));
    }
  }

  private static String earlier(String idAndVersion) {
    return CheckedFile.resource("shipped/" + idAndVersion + ".yaml");
  }

  @Test
  void each_pack_says_of_itself_what_the_index_says() {
    for (var shipped : PACKS.packs()) {
      var pack = shipped.load();
      var decree = PACKS.decree(shipped.id()).orElseThrow();
      assertThat(pack.sha256()).isEqualTo(shipped.sha256());
      assertThat(pack.pack().id()).isEqualTo(shipped.id());
      assertThat(pack.pack().version()).isEqualTo(shipped.version());
      assertThat(pack.pack().act()).isEqualTo(decree.act());
      assertThat(pack.pack().inForceFrom()).isEqualTo(decree.inForceFrom());
      assertThat(pack.pack().inForceTo()).isEqualTo(decree.inForceTo());
    }
  }

  @Test
  void every_role_of_a_pack_has_a_name_and_an_agency_or_is_the_dossiers_own() {
    var registry = BuiltInPacks.liveAgencies();
    var own = Set.of("MANAGING_AGENCY", "HEAD_OF_MANAGING_AGENCY", "HEAD_OF_ASSOCIATION");
    for (var shipped : PACKS.packs()) {
      var from = shipped.load().pack().inForceFrom();
      for (var role : RulePackLoader.roleNames(shipped.text(), shipped.file()).keySet()) {
        // A role of the provinces is played in each of them, not for the whole country.
        var place = role.startsWith("PROVINCIAL_") ? "quang-tri" : null;
        assertThat(own.contains(role) || registry.playing(role, place, from).isPresent())
            .as(role)
            .isTrue();
      }
    }
  }

  @Test
  void a_pinned_pack_is_given_on_any_day_and_says_when_its_decree_was_not_in_force() {
    var pinned = PackSelection.pinned("nd80-2020");
    assertThat(outOfForce(pinned, "2020-09-16")).isTrue();
    assertThat(outOfForce(pinned, "2020-09-17")).isFalse();
    assertThat(outOfForce(pinned, "2025-12-07")).isFalse();
    assertThat(outOfForce(pinned, "2025-12-08")).isTrue();
  }

  @Test
  void by_filing_date_gives_the_decree_in_force_or_says_that_its_content_is_missing() {
    var selection = PackSelection.byFilingDate();
    assertThat(outOfForce(selection, "2025-12-07")).isFalse();
    assertThat(selection.select(PACKS, LocalDate.parse("2025-12-08")))
        .isInstanceOfSatisfying(
            PackSelection.NoContent.class,
            n -> assertThat(n.decree().id()).isEqualTo("nd313-2025"));
    assertThat(selection.select(PACKS, LocalDate.parse("2020-09-16")))
        .isEqualTo(new PackSelection.Unknown("2020-09-16"));
  }

  @Test
  void a_decree_without_content_cannot_be_pinned_and_an_unknown_one_is_named() {
    var day = LocalDate.parse("2026-01-05");
    assertThat(PackSelection.pinned("nd313-2025").select(PACKS, day))
        .isInstanceOf(PackSelection.NoContent.class);
    assertThat(PackSelection.pinned("nd93-2009").select(PACKS, day))
        .isEqualTo(new PackSelection.Unknown("nd93-2009"));
  }

  @Test
  void an_index_with_two_decrees_in_force_at_once_is_refused() {
    var text =
        CheckedFile.resource("decrees.yaml")
            .replace("from: \"2025-12-08\"", "from: \"2025-12-07\"");
    assertThatThrownBy(() -> BuiltInPacks.load(text, "decrees.yaml"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("another decree is in force at that time too");
  }

  private static boolean outOfForce(PackSelection selection, String day) {
    return ((PackSelection.Selected) selection.select(PACKS, LocalDate.parse(day))).outOfForce();
  }
}
