package io.vientro.log;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.event;
import static io.vientro.log.Samples.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every store that speaks MongoDB's protocol has to do besides. */
public abstract class MongoEventLogContract extends EventLogContract {

  /** An empty database for each test. */
  protected abstract MongoDatabase database();

  @Override
  protected EventLog open() {
    return new MongoEventLog(database(), MongoLogOptions.defaults());
  }

  private MongoCollection<Document> collection() {
    return database().getCollection("log");
  }

  @Override
  protected void put(Document block) {
    collection()
        .replaceOne(Filters.eq("_id", block.get("_id")), block, new ReplaceOptions().upsert(true));
  }

  @Override
  protected void remove(long first) {
    collection().deleteOne(Filters.eq("_id", first));
  }

  @Test
  void aWriterWhoseHeadIsBehindRenumbers() {
    EventLog one = open();
    EventLog other = open();
    one.append(commit("dossier-1", 0, 1));
    other.append(commit("dossier-2", 0, 2));

    assertThat(one.append(commit("dossier-1", 1, 1)).commit().firstPosition()).isEqualTo(3);
    assertThat(other.append(commit("dossier-2", 2, 1)).commit().firstPosition()).isEqualTo(4);
    assertThat(LogVerifier.verify(one).finding()).isNull();
    assertThat(readAll(other, 0)).hasSize(5);
  }

  @Test
  void aWriterWhoseHeadIsBehindStillSeesARepetitionAndAConflict() {
    EventLog one = open();
    EventLog other = open();
    one.append(commit("dossier-0", 0, 1));
    Appended first = other.append(commit("c-1", event("dossier-1", 0)));

    assertThat(one.append(commit("c-1", event("dossier-1", 0))))
        .isEqualTo(new Appended(first.commit(), true));
    other.append(commit("dossier-2", 0, 1));
    assertThatThrownBy(() -> one.append(commit("c-2", event("dossier-2", 0))))
        .isInstanceOf(SequenceConflictException.class)
        .hasMessageContaining("dossier-2#00000000");
  }

  @Test
  void writersOfSeveralProcessesNeitherLoseNorDoubleNorLeaveHoles() throws Exception {
    writeConcurrently(List.of(open(), open(), open(), open()), 40);
  }

  @Test
  void oneCommitIdSentByManyProcessesAtOnceIsStoredOnce() throws Exception {
    List<EventLog> logs = IntStream.range(0, 6).mapToObj(i -> open()).toList();
    for (int round = 0; round < 10; round++) {
      String id = "same-" + round;
      String aggregate = "dossier-" + round;
      List<Callable<Appended>> tasks = new ArrayList<>();
      logs.forEach(log -> tasks.add(() -> log.append(commit(id, event(aggregate, 0)))));

      List<Appended> answers = inParallel(tasks);

      assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
      assertThat(answers).extracting(Appended::commit).containsOnly(answers.getFirst().commit());
    }
    assertThat(readAll(logs.getFirst(), 0)).hasSize(10);
  }

  @Test
  void oneSequenceWantedByManyProcessesIsGivenToOne() throws Exception {
    List<EventLog> logs = IntStream.range(0, 6).mapToObj(i -> open()).toList();
    for (int round = 0; round < 10; round++) {
      String aggregate = "dossier-" + round;
      List<Callable<Boolean>> tasks = new ArrayList<>();
      logs.forEach(
          log ->
              tasks.add(
                  () -> {
                    try {
                      log.append(commit(aggregate, 0, 1));
                      return true;
                    } catch (SequenceConflictException e) {
                      return false;
                    }
                  }));

      assertThat(inParallel(tasks)).containsOnlyOnce(true);
    }
    assertThat(LogVerifier.verify(logs.getFirst()).size()).isEqualTo(10);
  }

  @Test
  void theDocumentHasExactlyTheFieldsOfTheFormat() {
    open().append(commit("c-1", event("dossier-1", 0)));

    Document block = collection().find().first();

    assertThat(block).isNotNull();
    assertThat(block.keySet())
        .containsExactlyInAnyOrder("_id", "n", "prev", "hash", "k", "c", "ev");
    assertThat(block.get("_id")).isEqualTo(0L);
    assertThat(block.getList("k", String.class)).containsExactly("dossier-1#00000000");
    assertThat(block.getList("c", String.class)).containsExactly("c-1");
    assertThat(block.getList("ev", Document.class).getFirst().keySet())
        .containsExactlyInAnyOrder("c", "a", "s", "id", "at", "t", "r", "p", "m");
  }

  @Test
  void aDocumentThatIsNoBlockIsFoundAtItsPosition() {
    EventLog log = open();
    log.append(commit("dossier-1", 0, 1));
    log.append(commit("dossier-2", 0, 1));
    collection().updateOne(Filters.eq("_id", 1L), Updates.unset("ev"));

    LogReader reader = log.reader(0);
    assertThat(reader.next(10)).hasSize(1);
    assertThatCorrupted(1, () -> reader.next(10));
  }

  @Test
  void anAggregateWhoseEventWasTakenOutOfItsBlockIsAnErrorAndNoShorterHistory() {
    EventLog log = open();
    log.append(commit("dossier-1", 0, 1));
    log.append(commit("c-2", event("dossier-2", 0), event("dossier-1", 1)));
    Document block = collection().find(Filters.eq("_id", 1L)).first();
    assertThat(block).isNotNull();
    put(new Document(block).append("ev", block.getList("ev", Document.class).subList(0, 1)));

    assertThatThrownBy(() -> log.aggregate("dossier-1", 0, 10))
        .isInstanceOf(LogCorruptedException.class);
  }

  @Test
  void theStoreSaysWhatItIs() {
    StoreCapabilities capabilities = StoreCapabilities.of(database());

    // Into the report: the build's summary says which stores the contract ran on.
    System.out.println(
        "the contract runs on: " + capabilities.server() + " " + capabilities.version());
    assertThat(capabilities.server()).isIn("MongoDB", "FerretDB", "vientro embedded store");
    assertThat(capabilities.version()).isNotBlank().isNotEqualTo("null");
    assertThat(capabilities.severalProcesses())
        .isEqualTo(!capabilities.server().equals("vientro embedded store"));
  }

  @Test
  void aTailSeesWhatOtherProcessesAppend() throws Exception {
    try (LogTail tail = LogTail.start(open(), TailOptions.shared())) {
      TailSubscription subscription = tail.subscribe(0);
      Semaphore told = new Semaphore(0);
      subscription.onAvailable(told::release);
      EventLog other = open();
      List<StoredEvent> seen = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        other.append(commit("dossier-1", i, 1));
      }
      while (seen.size() < 20) {
        assertThat(told.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        seen.addAll(subscription.poll(100));
      }

      assertThat(seen).isEqualTo(readAll(other, 0));
    }
  }
}
