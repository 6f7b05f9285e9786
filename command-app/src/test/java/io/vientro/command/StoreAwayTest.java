package io.vientro.command;

import static io.vientro.command.CommandSide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vientro.core.log.LogMode;
import io.vientro.embedded.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While the store does not answer nobody is told that something was done, nor that it was refused.
 */
class StoreAwayTest {
  @Test
  void whenTheStoreIsAwayTheClientIsAskedToComeBack(@TempDir Path folder) {
    var store = EmbeddedStore.open(folder.resolve("data"));
    var side = CommandSide.over(store.connectionString(), folder, LogMode.TRAINING);
    try {
      var dossier = Commands.file(side, Bodies.incomplete(TODAY));
      store.close();
      for (var path : new String[] {"/api/v1/dossiers", dossier + "/withdraw-dossier"}) {
        var body =
            path.equals("/api/v1/dossiers") ? Bodies.incomplete(TODAY) : Bodies.withdraw(TODAY);
        var answer = side.post("reception-officer", path, body, "Idempotency-Key", "k-1");
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.body()).doesNotContain("mongodb", "127.0.0.1");
      }
    } finally {
      side.close();
      store.close();
    }
  }
}
