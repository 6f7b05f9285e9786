package io.vientro.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vientro.app.StartRefusedException;
import io.vientro.core.Zone;
import io.vientro.core.log.LogMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A LIVE log takes nothing that is not real. */
class LiveLogTest {
  @Test
  void aLiveLogRefusesAssumptionsSampleAgenciesMovedClocksAndAnotherMode(@TempDir Path folder) {
    try (var side = CommandSide.embedded(folder, LogMode.LIVE)) {
      assertThatThrownBy(() -> side.clock().moveTo(CommandSide.NOW))
          .isInstanceOf(IllegalStateException.class);
      var today = Zone.dateOf(Instant.now());

      var sample = side.post("applicant", "/api/v1/dossiers", own(Bodies.incomplete(today)));
      assertThat(sample.status()).as("%s", sample).isEqualTo(422);
      assertThat(sample.text("code")).isEqualTo("unknown-agency");
      assertThat(sample.text("logMode")).isEqualTo("LIVE");
      assertThat(sample.header("Vientro-Log-Mode")).isEqualTo("LIVE");

      var assumed = side.post("applicant", "/api/v1/dossiers", real(today));
      assertThat(assumed.status()).as("%s", assumed).isEqualTo(422);
      assertThat(assumed.text("code")).isEqualTo("assumed-only-in-training");
      assertThat(assumed.text("field")).isEqualTo("aid.assumed");

      var stated = real(today);
      stated.withObject("/aid").remove("assumed");
      var filed = side.post("applicant", "/api/v1/dossiers", stated);
      assertThat(filed.status()).as("%s", filed).isEqualTo(201);
      assertThat(filed.text("logMode")).isEqualTo("LIVE");

      var training =
          side.post(
              "administrator",
              "/api/v1/rule-packs/agency-registry-training/record-rule-pack",
              Bodies.pack(9, "x"));
      assertThat(training.status()).isEqualTo(404);
    }
    assertThatThrownBy(() -> CommandSide.training(folder))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("the log is LIVE and stays so");
  }

  private static ObjectNode own(ObjectNode body) {
    body.set("act", Bodies.json("{\"capacity\": \"OWN_RIGHT\"}"));
    body.remove("applicant");
    return body;
  }

  private static ObjectNode real(LocalDate day) {
    var body = own(Bodies.incomplete(day)).put("filedWith", "bo-noi-vu");
    var aid = body.withObject("/aid");
    aid.withArray("managingAgencies").set(0, "bo-noi-vu");
    aid.withArray("localities").removeAll();
    return body;
  }
}
