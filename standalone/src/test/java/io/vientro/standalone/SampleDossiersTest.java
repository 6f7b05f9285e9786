package io.vientro.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.dossier.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDossiersTest {
  @TempDir private Path folder;

  @Test
  void every_state_of_the_road_is_among_the_samples() throws Exception {
    var options = new StartOptions(0, folder.resolve("data"), null, false);
    try (var vientro = new Standalone(options, line -> {});
        var client = HttpClient.newHttpClient()) {
      var port = vientro.open().port();
      var states = Arrays.stream(Status.values()).filter(state -> state != Status.NONE).toList();
      for (var state : states) {
        var list = URI.create("http://127.0.0.1:" + port + "/api/v1/dossiers?state=" + state);
        var answer =
            client.send(
                HttpRequest.newBuilder(list)
                    .header("Authorization", TrainingUsers.basic("supervisor"))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).as(state.name()).contains("\"items\":[{");
      }
    }
  }
}
