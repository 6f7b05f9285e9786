package io.vientro.trials.bench;

import com.mongodb.client.MongoDatabase;
import io.vientro.log.EventLog;
import io.vientro.log.LogReader;
import io.vientro.log.StoredEvent;
import io.vientro.trials.peers.AxonJdbcPeer;
import io.vientro.trials.peers.AxonMongoPeer;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.bson.Document;

/** A log read from the beginning: into a read model, and against a bare cursor. */
final class ReplayStage {
  /** What query-app's processors take at once. */
  static final int BATCH = 500;

  static final String OURS = replay(BATCH);
  static final String MONGO = "replay: axon-mongo, tracking processor";
  static final String JDBC = "replay: Axon JDBC, tracking processor";
  static final String CURSOR = "read: bare cursor";
  static final String READER = read(LogReader.BATCH);

  private static final int[] OTHER_READS = {100, 500};
  private static final int[] OTHER_BATCHES = {100, 2_000};

  private final Bed bed;
  private final Scale scale;
  private final Figures figures;
  private final Progress progress;
  private final String collection;
  private final List<String> notes = new ArrayList<>();

  ReplayStage(Bed bed, Scale scale, Figures figures, Progress progress) {
    this.bed = bed;
    this.scale = scale;
    this.figures = figures;
    this.progress = progress;
    this.collection = bed.freshCollection("replayed");
  }

  private static String replay(int batchSize) {
    return "replay: ours, batches of " + batchSize;
  }

  private static String read(int batchSize) {
    return "read: ours, " + batchSize + " at a time";
  }

  /** Fills the log that the others read. */
  void fill() throws InterruptedException {
    progress.say("filling a log with %d events", scale.replayEvents());
    Filling.fill(bed, collection, scale.replayEvents(), scale.aggregates());
  }

  void drop() {
    bed.database().getCollection(collection).drop();
  }

  /** Decoded events with hashes checked, against documents from a bare cursor. */
  void read() {
    try (EventLog log = bed.log(collection)) {
      for (int round = 0; round <= scale.rounds(); round++) {
        double cursor = byCursor();
        double ours = byReader(log, LogReader.BATCH);
        if (round > 0) { // the first one warms up
          add(CURSOR, cursor);
          add(READER, ours);
        }
      }
      for (int batchSize : OTHER_READS) {
        add(read(batchSize), byReader(log, batchSize));
      }
    }
  }

  private double byCursor() {
    long begun = System.nanoTime();
    long events = 0;
    for (Document block :
        bed.database().getCollection(collection).find().sort(new Document("_id", 1))) {
      events += block.getList("ev", Document.class).size();
    }
    return perSecond(begun, events);
  }

  private double byReader(EventLog log, int batchSize) {
    long begun = System.nanoTime();
    long events = 0;
    LogReader reader = log.reader(0);
    for (List<StoredEvent> some = reader.next(batchSize);
        !some.isEmpty();
        some = reader.next(batchSize)) {
      events += some.size();
    }
    return perSecond(begun, events);
  }

  private double perSecond(long begun, long events) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (events != scale.replayEvents()) {
      throw new IllegalStateException("read " + events + " of " + scale.replayEvents());
    }
    return events / seconds;
  }

  /** Ours, in rounds with the batch that users have, once with others. */
  void ours() {
    for (int round = 1; round <= scale.rounds(); round++) {
      ours(BATCH);
    }
    for (int batchSize : OTHER_BATCHES) {
      ours(batchSize);
    }
  }

  private void ours(int batchSize) {
    ReadModel model = new ReadModel(bed.database(), bed.freshCollection("model"));
    try (EventLog log = bed.log(collection)) {
      long begun = System.nanoTime();
      LogReader reader = log.reader(0);
      long events = 0;
      for (List<Seen> batch = next(reader, batchSize);
          !batch.isEmpty();
          batch = next(reader, batchSize)) {
        model.take(batch);
        events += batch.size();
      }
      add(replay(batchSize), perSecond(begun, events));
      model.requireEvents(scale.replayEvents());
    } finally {
      model.drop();
    }
  }

  private static List<Seen> next(LogReader reader, int batchSize) {
    List<Seen> batch = new ArrayList<>();
    for (StoredEvent stored : reader.next(batchSize)) {
      batch.add(Seen.of(stored));
    }
    return batch;
  }

  /** Once, and over the first events only: it is slow. */
  void axonMongo() throws InterruptedException {
    MongoDatabase database = bed.freshDatabase();
    try (AxonMongoPeer peer = AxonMongoPeer.perEvent(database)) {
      PeerReplay replay = new PeerReplay(peer, NoTransactionManager.INSTANCE);
      progress.say("filling %s with %d events", peer.name(), scale.replayEvents());
      replay.fill(scale.replayEvents(), scale.aggregates());
      ReadModel model = new ReadModel(database, "model");
      var reached = replay.byProcessor(scale.slowReplayEvents(), model::takeOne);
      add(MONGO, reached);
      model.requireEvents(reached.events());
      fold(replay, "axon-mongo");
    } finally {
      database.drop();
    }
  }

  /** Likewise. */
  void axonJdbc(String url) throws Exception {
    try (AxonJdbcPeer peer = bed.freshJdbcPeer(url, 10)) {
      PeerReplay replay = new PeerReplay(peer, peer.transactions());
      progress.say("filling %s with %d events", peer.name(), scale.replayEvents());
      replay.fill(scale.replayEvents(), scale.aggregates());
      JdbcReadModel model = new JdbcReadModel(peer);
      var reached = replay.byProcessor(scale.slowReplayEvents(), model::takeOne);
      add(JDBC, reached);
      model.requireEvents(reached.events());
      fold(replay, "Axon JDBC");
      peer.dropSchema();
    }
  }

  private void fold(PeerReplay replay, String peer) {
    ReadModel model = new ReadModel(bed.database(), bed.freshCollection("model"));
    try {
      var reached = replay.byFold(scale.slowReplayEvents(), BATCH, model);
      add("replay: our fold over the stream of " + peer, reached);
      model.requireEvents(reached.events());
    } finally {
      model.drop();
    }
  }

  private void add(String name, PeerReplay.Reached reached) {
    add(name, reached.perSecond());
    if (reached.events() < scale.slowReplayEvents()) {
      notes.add(
          "%s was stopped after %.0f s at event %d of %d."
              .formatted(name, reached.seconds(), reached.events(), scale.slowReplayEvents()));
    }
  }

  /** What a reader of the figures has to know. */
  List<String> notes() {
    return notes;
  }

  private void add(String name, double perSecond) {
    figures.add(name + ", events/s", perSecond);
    progress.say("%s: %.0f events/s", name, perSecond);
  }
}
