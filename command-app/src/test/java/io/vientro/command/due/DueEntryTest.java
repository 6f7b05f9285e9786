package io.vientro.command.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.dossier.RaiseTimeLimit.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueEntryTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

  private static DueEntry entry(String at, String dossier, What what, long position) {
    return new DueEntry(Instant.parse(at), dossier, "appraisal", 2, what, DAY, false, position);
  }

  @Test
  void theIdSaysWhenAndWhat() {
    assertThat(entry("2025-06-30T17:00:00Z", "dossier-1", What.EXPIRY, 5).id())
        .isEqualTo("2025-06-30T17:00:00.000Z|dossier-1|appraisal|0002|EXPIRY");
  }

  @Test
  void idsAreInTheOrderOfTime() {
    var ids =
        Stream.of("1970-01-01T00:00:00Z", "2025-06-30T17:00:00Z", "2025-06-30T17:00:00.001Z")
            .map(at -> entry(at, "dossier-1", What.EXPIRY, 5).id())
            .toList();
    assertThat(ids).isSorted();
  }

  @Test
  void anInstantIsAboveWhatMayBeRaisedAndBelowWhatMayNot() {
    var at = Instant.parse("2025-06-30T17:00:00Z");
    var id = entry(at.toString(), "dossier-1", What.EXPIRY, 5).id();
    assertThat(DueEntry.idAfter(at)).isGreaterThan(id);
    assertThat(DueEntry.idAfter(at.minusMillis(1))).isLessThan(id);
  }

  @Test
  void anExpiryIsOneForItsDueDateWheneverItCameIntoTheIndex() {
    var one = entry("2025-06-30T17:00:00Z", "dossier-1", What.EXPIRY, 5);
    var same = entry("2025-06-30T17:00:00Z", "dossier-1", What.EXPIRY, 9);
    var extended = new DueEntry(one.at(), one.dossier(), one.limit(), 2, What.EXPIRY, DAY, true, 9);
    assertThat(one.commitId()).isEqualTo(same.commitId()).isNotEqualTo(extended.commitId());
    assertThat(
            Stream.of(
                    one,
                    entry("2025-06-30T17:00:00Z", "dossier-2", What.EXPIRY, 5),
                    entry("2025-06-30T17:00:00Z", "dossier-1", What.WARNING, 5),
                    // A correction to the same day may come again.
                    entry("1970-01-01T00:00:00Z", "dossier-1", What.CORRECTION, 5),
                    entry("1970-01-01T00:00:00Z", "dossier-1", What.CORRECTION, 6))
                .map(DueEntry::commitId))
        .doesNotHaveDuplicates();
  }
}
