package io.vientro.store.axon;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Events that a processing group could not handle, and those that came after them in the same
 * sequence: collection {@code dead_letters}, one document per sequence, {@code { _id:
 * "group|sequence", g: group, s: sequence, n: letters, next: index of the next one, at: its first
 * letter touched last, l: letters, owner, claimed }}. So everything that must happen at once is one
 * conditional update of one document, and a sequence is in order by itself.
 *
 * <p>A sequence is claimed while its letters are tried again, in the name of the process and the
 * single call; the time of a claim is the store's own. The times within letters are Axon's ({@link
 * org.axonframework.messaging.deadletter.GenericDeadLetter#clock}): for people, and for the order
 * in which sequences are tried.
 *
 * <p>Thread-safe. Not promised: that a letter is tried only once (a process may die between
 * handling and evicting), so handlers are idempotent by position as everywhere.
 */
public final class LogDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
  /** Name of the collection. */
  public static final String COLLECTION = "dead_letters";

  private static final Bson WITH_LETTERS = Filters.gt("n", 0);

  private final MongoCollection<Document> sequences;
  private final String group;
  private final String owner;
  private final LetterDocument letters;
  private final DeadLetterLimits limits;

  /**
   * @param processingGroup whose letters these are; without {@code |}
   * @param owner names this process in its claims, for people
   * @param codec {@link LogLetters} for the log's events
   */
  public LogDeadLetterQueue(
      MongoDatabase database,
      String processingGroup,
      String owner,
      LetterCodec codec,
      DeadLetterLimits limits) {
    if (processingGroup.isEmpty() || processingGroup.indexOf('|') >= 0) {
      throw new IllegalArgumentException("not the name of a group: '" + processingGroup + "'");
    }
    this.sequences =
        database
            .getCollection(COLLECTION)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.group = processingGroup;
    this.owner = owner;
    this.letters = new LetterDocument(codec);
    this.limits = limits;
  }

  /**
   * @throws DeadLetterQueueOverflowException if there is no room; the event is then not handled and
   *     not skipped, its processor stays before it
   */
  @Override
  public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
    var sequence = text(sequenceIdentifier);
    while (true) {
      var before = counts(sequence);
      if (before == null || size(before) == 0) {
        if (amountOfSequences() >= limits.sequences()) {
          throw new DeadLetterQueueOverflowException(
              "no room for another sequence in " + group + ": " + sequence);
        }
      }
      if (before == null ? open(sequence, letter) : append(before, letter)) {
        return;
      }
    }
  }

  /** As {@link #enqueue}, if the sequence has letters at the moment it is written. */
  @Override
  public boolean enqueueIfPresent(
      Object sequenceIdentifier, Supplier<DeadLetter<? extends EventMessage<?>>> letterBuilder) {
    var sequence = text(sequenceIdentifier);
    DeadLetter<? extends EventMessage<?>> letter = null;
    while (true) {
      var before = counts(sequence);
      if (before == null || size(before) == 0) {
        return false;
      }
      if (letter == null) {
        letter = letterBuilder.get();
      }
      if (append(before, letter)) {
        return true;
      }
    }
  }

  private @Nullable Document counts(String sequence) {
    return sequences
        .find(Filters.eq("_id", id(sequence)))
        .projection(Projections.include("s", "n", "next"))
        .first();
  }

  /** False if another process has opened it first. */
  private boolean open(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    try {
      sequences.insertOne(
          new Document("_id", id(sequence))
              .append("g", group)
              .append("s", sequence)
              .append("n", 1)
              .append("next", 1L)
              .append("at", Date.from(letter.lastTouched()))
              .append("l", List.of(letters.write(0, letter))));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  /** False if the sequence has changed since. */
  private boolean append(Document before, DeadLetter<? extends EventMessage<?>> letter) {
    if (size(before) >= limits.sequenceSize()) {
      throw new DeadLetterQueueOverflowException(
          "no room for another letter in " + before.getString("_id"));
    }
    var next = before.get("next", Number.class).longValue();
    var unchanged =
        Filters.and(
            Filters.eq("_id", before.getString("_id")),
            Filters.eq("n", size(before)),
            Filters.eq("next", next));
    var update =
        Updates.combine(
            Updates.push("l", letters.write(next, letter)),
            Updates.inc("n", 1),
            Updates.inc("next", 1L));
    if (size(before) == 0) {
      update = Updates.combine(update, Updates.set("at", Date.from(letter.lastTouched())));
    }
    return sequences.updateOne(unchanged, update).getMatchedCount() == 1;
  }

  /**
   * Takes a letter out; nothing happens if it is not there any more.
   *
   * @throws WrongDeadLetterTypeException if it was not read from a queue of this kind
   */
  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    var ours = ours(letter);
    remove(Filters.eq("_id", id(ours.sequence())), ours, Updates.inc("n", -1));
    sequences.deleteOne(Filters.and(Filters.eq("_id", id(ours.sequence())), Filters.eq("n", 0)));
  }

  private boolean remove(Bson of, LogDeadLetter letter, Bson update) {
    return sequences
            .updateOne(
                Filters.and(of, Filters.eq("l.id", letter.id())),
                Updates.combine(Updates.pull("l", new Document("id", letter.id())), update))
            .getMatchedCount()
        == 1;
  }

  /**
   * Puts a letter back where it was, with a new cause, diagnostics and time.
   *
   * @throws WrongDeadLetterTypeException if it was not read from a queue of this kind
   * @throws NoSuchDeadLetterException if it is not there any more
   */
  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
    var ours = ours(letter);
    var updated = letterUpdater.apply(letter).markTouched();
    while (true) {
      var document = sequence(ours.sequence());
      var stored = letters(document);
      var place = 0;
      while (place < stored.size() && !stored.get(place).getObjectId("id").equals(ours.id())) {
        place++;
      }
      if (place == stored.size()) {
        throw new NoSuchDeadLetterException(
            "letter %d is not in %s any more".formatted(ours.index(), id(ours.sequence())));
      }
      // By place and id: the letters before it may leave in the meantime.
      var rewritten = letters.rewrite(stored.get(place), updated);
      var there =
          Filters.and(
              Filters.eq("_id", id(ours.sequence())), Filters.eq("l." + place + ".id", ours.id()));
      var update =
          Updates.combine(
              Updates.set("l." + place, rewritten),
              Updates.set("at", Date.from(updated.lastTouched())));
      if (sequences.updateOne(there, update).getMatchedCount() == 1) {
        return;
      }
    }
  }

  private static LogDeadLetter ours(DeadLetter<? extends EventMessage<?>> letter) {
    if (letter instanceof LogDeadLetter ours) {
      return ours;
    }
    throw new WrongDeadLetterTypeException(
        "not a letter of this queue: " + letter.getClass().getName());
  }

  @Override
  public boolean contains(Object sequenceIdentifier) {
    return sequenceSize(sequenceIdentifier) > 0;
  }

  /** The letters as they are now, in the order in which they came. */
  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(
      Object sequenceIdentifier) {
    var sequence = text(sequenceIdentifier);
    var read = new ArrayList<DeadLetter<? extends EventMessage<?>>>();
    for (var letter : letters(sequence(sequence))) {
      read.add(letters.read(sequence, letter));
    }
    return read;
  }

  /** Each sequence is read when its turn comes, the one that was not touched for longest first. */
  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    var oldestFirst = oldestFirst(WITH_LETTERS);
    return () -> oldestFirst.stream().map(this::deadLetterSequence).iterator();
  }

  @Override
  public boolean isFull(Object sequenceIdentifier) {
    var size = sequenceSize(sequenceIdentifier);
    return size > 0 ? size >= limits.sequenceSize() : amountOfSequences() >= limits.sequences();
  }

  @Override
  public long size() {
    var size = 0L;
    for (var counts : sequences.find(ofGroup(WITH_LETTERS)).projection(Projections.include("n"))) {
      size += size(counts);
    }
    return size;
  }

  @Override
  public long sequenceSize(Object sequenceIdentifier) {
    var counts = counts(text(sequenceIdentifier));
    return counts == null ? 0 : size(counts);
  }

  @Override
  public long amountOfSequences() {
    return sequences.countDocuments(ofGroup(WITH_LETTERS));
  }

  /**
   * Tries one sequence again, letter by letter until one fails: of those that nobody is at and
   * whose first letter passes the filter, the one that was not touched for longest.
   */
  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>>
          processingTask) {
    for (var sequence : oldestFirst(Filters.and(WITH_LETTERS, free()))) {
      if (!passes(sequence, sequenceFilter)) {
        continue;
      }
      var claim = owner + "/" + UUID.randomUUID();
      if (!claim(sequence, claim)) {
        continue;
      }
      try {
        // Once more: another process may have worked on it just before.
        if (passes(sequence, sequenceFilter)) {
          return processClaimed(sequence, claim, processingTask);
        }
      } finally {
        sequences.updateOne(
            own(sequence, claim),
            Updates.combine(Updates.unset("owner"), Updates.unset("claimed")));
      }
    }
    return false;
  }

  private boolean passes(
      String sequence, Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter) {
    var stored = letters(sequence(sequence));
    return !stored.isEmpty() && sequenceFilter.test(letters.read(sequence, stored.getFirst()));
  }

  private boolean claim(String sequence, String claim) {
    return sequences
            .updateOne(
                Filters.and(Filters.eq("_id", id(sequence)), WITH_LETTERS, free()),
                Updates.combine(Updates.set("owner", claim), Updates.currentDate("claimed")))
            .getMatchedCount()
        == 1;
  }

  private boolean processClaimed(
      String sequence,
      String claim,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    while (true) {
      var document = sequences.find(own(sequence, claim)).first();
      if (document == null) {
        // Either emptied by somebody else, or taken over because this process was too slow.
        return !contains(sequence);
      }
      if (size(document) == 0) {
        if (sequences
                .deleteOne(Filters.and(own(sequence, claim), Filters.eq("n", 0)))
                .getDeletedCount()
            == 1) {
          return true;
        }
        continue;
      }
      for (var stored : letters(document)) {
        var letter = letters.read(sequence, stored);
        var decision = task.apply(letter);
        if (decision.shouldEnqueue()) {
          requeueOwn(letter, decision);
          return false;
        }
        if (!removeOwn(letter, claim)) {
          // The look at the document says why.
          break;
        }
      }
    }
  }

  /** A letter that somebody evicted while it failed once more is gone, as was wanted. */
  private void requeueOwn(LogDeadLetter letter, EnqueueDecision<EventMessage<?>> decision) {
    try {
      requeue(
          letter, l -> decision.withDiagnostics(l).withCause(decision.enqueueCause().orElse(null)));
    } catch (NoSuchDeadLetterException e) {
      return;
    }
  }

  /** Also a sign of life. */
  private boolean removeOwn(LogDeadLetter letter, String claim) {
    return remove(
        own(letter.sequence(), claim),
        letter,
        Updates.combine(Updates.inc("n", -1), Updates.currentDate("claimed")));
  }

  private Bson own(String sequence, String claim) {
    return Filters.and(Filters.eq("_id", id(sequence)), Filters.eq("owner", claim));
  }

  /** What nobody is at, or somebody who has not been heard of for too long. */
  private Bson free() {
    var silentSince = new Document("$subtract", List.of("$$NOW", limits.claimTimeout().toMillis()));
    return Filters.or(
        Filters.exists("owner", false),
        Filters.expr(new Document("$lt", List.of("$claimed", silentSince))));
  }

  /** Takes out all letters of this group, claimed or not. */
  @Override
  public void clear() {
    sequences.deleteMany(ofGroup(Filters.empty()));
  }

  private List<String> oldestFirst(Bson filter) {
    var found = new ArrayList<Document>();
    sequences.find(ofGroup(filter)).projection(Projections.include("s", "at")).into(found);
    // At most as many as the limit allows: sorted here, since not every store's index sorts.
    found.sort(Comparator.comparing(d -> d.getDate("at")));
    return found.stream().map(d -> d.getString("s")).toList();
  }

  private @Nullable Document sequence(String sequence) {
    return sequences.find(Filters.eq("_id", id(sequence))).first();
  }

  private static List<Document> letters(@Nullable Document sequence) {
    return sequence == null ? List.of() : sequence.getList("l", Document.class);
  }

  private static int size(Document sequence) {
    return sequence.get("n", Number.class).intValue();
  }

  /** A range of {@code _id}: no further index is needed. */
  private Bson ofGroup(Bson filter) {
    var range = Filters.and(Filters.gte("_id", id("")), Filters.lt("_id", group + "}"));
    return Filters.and(range, filter);
  }

  private String id(String sequence) {
    return id(group, sequence);
  }

  /** The {@code _id} of a sequence's document, for who looks into the collection. */
  public static String id(String processingGroup, String sequence) {
    return processingGroup + "|" + sequence;
  }

  /** As Axon's own queues have it: an identifier that is no text is known by its hash code. */
  private static String text(Object sequenceIdentifier) {
    return sequenceIdentifier instanceof String text
        ? text
        : Integer.toString(sequenceIdentifier.hashCode());
  }
}
