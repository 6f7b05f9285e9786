package io.vientro.core.rules;

import static io.vientro.core.rules.Truth.FALSE;
import static io.vientro.core.rules.Truth.TRUE;
import static io.vientro.core.rules.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.dossier.AidBuilder;
import io.vientro.core.dossier.Samples;
import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.AgencyRegistry.Assignment;
import io.vientro.core.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Condition YES = new Condition.Is(Field.MODALITY, "PROJECT");
  private static final Condition NO = new Condition.Is(Field.MODALITY, "PROGRAMME");
  private static final Condition OPEN = new Condition.Is(Field.APPROVER, "PRIME_MINISTER");

  @Test
  void anOpenQuestionIsNeitherYesNorNo() {
    assertThat(List.of(test(YES), test(NO), test(OPEN))).containsExactly(TRUE, FALSE, UNKNOWN);
    assertThat(test(new Condition.Not(OPEN))).isEqualTo(UNKNOWN);
    assertThat(test(new Condition.Not(YES))).isEqualTo(FALSE);
  }

  @Test
  void allAndAnyAreSettledByWhatIsKnownWhereThatIsEnough() {
    assertThat(test(all(YES, OPEN))).isEqualTo(UNKNOWN);
    assertThat(test(all(NO, OPEN))).isEqualTo(FALSE);
    assertThat(test(any(YES, OPEN))).isEqualTo(TRUE);
    assertThat(test(any(NO, OPEN))).isEqualTo(UNKNOWN);
    assertThat(test(all())).isEqualTo(TRUE);
    assertThat(test(any())).isEqualTo(FALSE);
    assertThat(test(Condition.ALWAYS)).isEqualTo(TRUE);
  }

  @Test
  void theApproverIsKnownOnceItIsDecided() {
    assertThat(OPEN.test(Samples.aid(), "PRIME_MINISTER")).isEqualTo(TRUE);
    assertThat(OPEN.test(Samples.aid(), "VFF_PRESIDENT")).isEqualTo(FALSE);
    assertThat(
            new Condition.In(Field.APPROVER, Set.of("VFF_PRESIDENT", "PRIME_MINISTER"))
                .test(Samples.aid(), "PRIME_MINISTER"))
        .isEqualTo(TRUE);
  }

  @Test
  void underIsStrictAndUnknownWithoutAUsdValue() {
    var limit = new Condition.Under(new BigDecimal("1000"));
    assertThat(limit.test(worth("999.99"), null)).isEqualTo(TRUE);
    assertThat(limit.test(worth("1000.00"), null)).isEqualTo(FALSE);
    assertThat(limit.test(Samples.aid(), null)).isEqualTo(UNKNOWN);
  }

  @Test
  void anyOneOfSeveralTagsIsEnough() {
    var condition = new Condition.Contains(Field.SUBJECTS, Set.of("SECURITY", "DEFENCE"));
    var aid = Samples.aidAbout(SubjectTag.RELIGION, SubjectTag.DEFENCE);
    assertThat(condition.test(aid, null)).isEqualTo(TRUE);
    assertThat(condition.test(Samples.aid(), null)).isEqualTo(FALSE);
  }

  @Test
  void placesOfOneProvinceAreOneLocality() {
    var several = new Condition.Is(Field.LOCALITIES, "SEVERAL");
    var oneProvince =
        AidBuilder.of(Samples.aid())
            .localities(new Locality("tinh-mau", "Xã A"), new Locality("tinh-mau", "Xã B"))
            .build();
    var two =
        AidBuilder.of(Samples.aid())
            .localities(new Locality("tinh-mau", null), new Locality("tinh-khac", null))
            .build();
    assertThat(several.test(oneProvince, null)).isEqualTo(FALSE);
    assertThat(several.test(two, null)).isEqualTo(TRUE);
  }

  @Test
  void everyFieldReadsValuesOfItsOwnDomain() {
    for (var field : Field.values()) {
      assertThat(Field.named(field.key())).contains(field);
      assertThat(field.domain()).containsAll(field.read(Samples.aid()));
    }
  }

  @Test
  void anAssignmentCoversItsFirstAndLastDayAndItsPlace() {
    var agency = new Agency("so-mau", new Bilingual("Sở", "Department"), null, "tinh-mau");
    var registry =
        new AgencyRegistry(
            "digest",
            Map.of("so-mau", agency),
            List.of(
                new Assignment("LEAD", null, "khong-co", null, null),
                new Assignment(
                    "LEAD",
                    "tinh-mau",
                    "so-mau",
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 31))));
    assertThat(playing(registry, "tinh-mau", "2025-12-31")).isNull();
    assertThat(playing(registry, "tinh-mau", "2026-01-01")).isEqualTo(agency);
    assertThat(playing(registry, "tinh-mau", "2026-01-31")).isEqualTo(agency);
    assertThat(playing(registry, "tinh-mau", "2026-02-01")).isNull();
    assertThat(playing(registry, "tinh-khac", "2026-01-01")).isNull();
    assertThat(playing(registry, null, "2026-01-01")).isNull();
  }

  private static @Nullable Agency playing(
      AgencyRegistry registry, @Nullable String place, String day) {
    return registry.playing("LEAD", place, LocalDate.parse(day)).orElse(null);
  }

  private static Truth test(Condition condition) {
    return condition.test(Samples.aid(), null);
  }

  private static Condition all(Condition... conditions) {
    return new Condition.All(List.of(conditions));
  }

  private static Condition any(Condition... conditions) {
    return new Condition.Any(List.of(conditions));
  }

  private static AidFacts worth(String usd) {
    return AidBuilder.of(Samples.aid())
        .grant(
            new Grant(
                List.of(new Money(new BigDecimal(usd), "USD")),
                null,
                new UsdValue(new BigDecimal(usd), null, null, null)))
        .build();
  }
}
