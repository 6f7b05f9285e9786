package io.vientro.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.http.users.UsersFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A LIVE log is the real thing from its first event on. */
class LiveLogTest {
  @TempDir private Path folder;

  @Test
  void aLiveLogStartsWithoutUsersAndNeverTakesSamples() throws Exception {
    var data = folder.resolve("data");
    try (var live = VientroProcess.standalone(data, List.of(), "--samples", "none")) {
      assertThat(live.output())
          .contains("LIVE log without users: ./vientro users")
          .doesNotContain("TRAINING");
      var nobody = new Api(live.port(), "supervisor", "vientro-training");
      assertThat(nobody.get("/api/v1/dossiers").status()).isEqualTo(401);
      assertThat(nobody.open("/v3/api-docs").json().get("paths").propertyNames())
          .contains(
              "/api/v1/dossiers",
              "/api/v1/dossiers/{id}/accept-dossier",
              "/api/v1/dossiers/{id}/audit-history");
      assertThat(live.stop()).as(live.output()).isEqualTo(143);
    }

    var again = List.of("start", "--port", "0", "--data", data.toString(), "--samples", "all");
    try (var refused = VientroProcess.run("standalone", List.of(), Map.of(), again)) {
      assertThat(refused.join()).as(refused.output()).isEqualTo(2);
      assertThat(refused.output().lines())
          .singleElement()
          .asString()
          .contains("is LIVE and takes no samples");
    }
    assertThat(new UsersFile(data.resolve("users")).read()).isEmpty();
  }
}
