package io.vientro.trials.drill;

import com.mongodb.client.model.Sorts;
import io.vientro.log.BlockDocument;
import io.vientro.log.EventLog;
import io.vientro.log.LogVerification;
import io.vientro.log.LogVerifier;
import io.vientro.log.MongoLogOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Everything that is left when the processes have ended, given to the checker. */
final class Evidence {
  private Evidence() {}

  /**
   * Looks at the documents of the log with the bare driver, at what the log's own verifier says, at
   * all journals and at the projections.
   */
  static Verdict examine(DrillStore store, EventLog log, Scene scene, Path folder) {
    Checker checker = new Checker();
    for (Document document :
        store
            .database()
            .getCollection(MongoLogOptions.defaults().collection())
            .find()
            .sort(Sorts.ascending("_id"))) {
      checker.block(BlockDocument.decode(document));
    }
    LogVerification verification = LogVerifier.verify(log);
    LogVerification.Finding finding = verification.finding();
    checker.verifier(verification.size(), finding == null ? "" : finding.text());
    for (Member writer : scene.writers()) {
      journals(folder, writer.life()).forEach(checker::writer);
    }
    for (Member reader : scene.readers()) {
      checker.reader(reader.name(), journals(folder, reader.life()));
      checker.projection(
          reader.name(), new ReaderProjection(store.database(), reader.name()).all());
    }
    return checker.verdict();
  }

  private static List<List<String>> journals(Path folder, Life last) {
    List<List<String>> journals = new ArrayList<>();
    for (int number = 1; number <= last.number(); number++) {
      journals.add(Journal.read(Journal.path(folder, new Life(last.name(), number))));
    }
    return journals;
  }
}
