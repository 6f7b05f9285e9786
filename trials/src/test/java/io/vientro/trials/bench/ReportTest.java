package io.vientro.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.measure.Machine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportTest {
  private static final Machine MACHINE =
      new Machine("a processor", 2, "1 GiB", "Linux", "a JVM", "0123", Instant.EPOCH, 0.5);

  private final Figures figures = new Figures();

  private JsonNode json() {
    return new ObjectMapper()
        .readTree(new Report("a store", true, figures, List.of()).json(MACHINE));
  }

  @Test
  void everyKeyIsInTheObjectAlsoWhereNothingWasMeasured() {
    assertThat(json().propertyNames())
        .contains(
            "append_vs_block_insert_64",
            "append_vs_insert_many_64",
            "append_vs_axonmongo_64",
            "append_vs_axonmongo_1",
            "append_vs_axonjdbc_64",
            "append_vs_axonjdbc_1",
            "replay_vs_axonmongo",
            "replay_vs_axonjdbc",
            "read_vs_cursor",
            "tail_p50_ms",
            "tail_p99_ms",
            "two_writers_vs_one",
            "two_writers_p99_vs_one",
            "bytes_per_event",
            "replay_1m_heap_mb");
    assertThat(json().get("append_vs_axonjdbc_64").isNull()).isTrue();
  }

  @Test
  void aKeyIsTheRatioOfItsTwoMedians() {
    figures.add(AppendStage.OURS_64 + ", commits/s", 6_000);
    figures.add(AppendStage.BLOCKS + ", commits/s", 8_000);
    assertThat(json().get("append_vs_block_insert_64").asDouble()).isEqualTo(0.75);
  }

  @Test
  void theJdbcPeerIsTakenWithThePoolThatSuitsItBetter() {
    figures.add(AppendStage.OURS_64 + ", commits/s", 6_000);
    figures.add(AppendStage.JDBC_64 + ", commits/s", 2_000);
    figures.add(AppendStage.JDBC_64_WIDE + ", commits/s", 3_000);
    assertThat(json().get("append_vs_axonjdbc_64").asDouble()).isEqualTo(2);
  }

  @Test
  void aSizeIsTheLargerOfWhatTheStoreAndTheDatabaseBelowItSay() {
    figures.add(SizeStage.BYTES, 500);
    figures.add(SizeStage.FROM_BELOW, 650);
    assertThat(json().get("bytes_per_event").asDouble()).isEqualTo(650);
  }

  @Test
  void anAimThatIsNotMetIsSaid() {
    figures.add(TailStage.NAME + ": p99, ms", 51);
    figures.add(LongReplayStage.LARGEST, 40);
    List<String> lines =
        new Report("a store", true, figures, List.of()).markdown(MACHINE, "./vientro bench log");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("| `tail_p99_ms`") && line.endsWith("| **no** |"))
        .anyMatch(line -> line.startsWith("| `replay_1m_heap_mb`") && line.endsWith("| yes |"))
        .anyMatch(line -> line.startsWith("| `read_vs_cursor`") && line.contains("not measured"));
  }

  @Test
  void anAimIsMetAtItsBound() {
    assertThat(Aim.ALL.getFirst().metBy(0.8)).isTrue();
    assertThat(Aim.ALL.getFirst().metBy(0.79)).isFalse();
    assertThat(Aim.ALL.getLast().metBy(512)).isTrue();
    assertThat(Aim.ALL.getLast().metBy(513)).isFalse();
  }
}
