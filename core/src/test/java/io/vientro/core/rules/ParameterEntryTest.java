package io.vientro.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.rules.RulePack.ParameterEntry;
import io.vientro.core.rules.RulePack.ParameterKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterEntryTest {
  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");

  @Test
  void aTimeOfDayIsWrittenWithHoursAndMinutes() {
    var closing = new ParameterEntry("closing", NAME, Set.of(), ParameterKind.TIME_OF_DAY);
    assertThat(List.of("00:00", "07:30", "17:00", "23:59")).allMatch(closing::allows);
    assertThat(List.of("24:00", "7:30", "17:60", "17.00", "17:00:00", "", "5"))
        .noneMatch(closing::allows);
  }

  @Test
  void aNumberIsWholeAndAtLeastOneAndAChoiceIsOneOfItsValues() {
    var days = new ParameterEntry("days", NAME, Set.of());
    assertThat(List.of("1", "20", "9999")).allMatch(days::allows);
    assertThat(List.of("0", "01", "-1", "1.5", "10000", "", "17:00")).noneMatch(days::allows);
    var unit = new ParameterEntry("unit", NAME, Set.of("HOUR", "MONTH"));
    assertThat(unit.kind()).isEqualTo(ParameterKind.CHOICE);
    assertThat(unit.allows("HOUR")).isTrue();
    assertThat(unit.allows("YEAR")).isFalse();
  }
}
