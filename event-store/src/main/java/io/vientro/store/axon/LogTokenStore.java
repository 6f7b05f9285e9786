package io.vientro.store.axon;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each processor has read, and which process works on which segment: collection {@code
 * tokens}, {@code { _id: "processor[segment]", p: processor, s: segment, token: text, owner:
 * process, at: last sign of life }}. Time is the store's own, so the processes' clocks need not
 * agree.
 *
 * <p>Inside a unit of work a token is written in its COMMIT phase: projections flush in
 * PREPARE_COMMIT, and a token must never be ahead of the read model. A token behind it is harmless,
 * since projections are idempotent by position.
 */
public final class LogTokenStore implements TokenStore {
  /** Name of the collection. */
  public static final String COLLECTION = "tokens";

  private static final String SOLE_OWNER = "sole";
  private static final String IDENTIFIER = "storage-identifier";

  private final MongoCollection<Document> tokens;
  private final String owner;
  private final Duration claimTimeout;
  private final boolean sole;
  private final TokenJson json = new TokenJson();

  private LogTokenStore(MongoDatabase database, String owner, Duration claimTimeout, boolean sole) {
    this.tokens =
        database
            .getCollection(COLLECTION)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.owner = owner;
    this.claimTimeout = claimTimeout;
    this.sole = sole;
  }

  /**
   * For processes that share a store.
   *
   * @param owner names this process; no other one, and no earlier one, may have the same name
   * @param claimTimeout after which a silent process loses its segments; longer than the
   *     processors' claim extension threshold
   */
  public static LogTokenStore shared(MongoDatabase database, String owner, Duration claimTimeout) {
    return new LogTokenStore(database, owner, claimTimeout, false);
  }

  /**
   * For the only process on its store: claims are taken without asking, so a start after a crash
   * does not wait, and an idle processor writes nothing.
   */
  public static LogTokenStore soleProcess(MongoDatabase database) {
    return new LogTokenStore(database, SOLE_OWNER, Duration.ZERO, true);
  }

  @Override
  public void initializeTokenSegments(String processorName, int segmentCount) {
    initializeTokenSegments(processorName, segmentCount, null);
  }

  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    if (fetchSegments(processorName).length > 0) {
      throw new UnableToClaimTokenException("already initialised: " + processorName);
    }
    try {
      // In order: of two processes that start at once, one loses at segment 0 and writes none.
      for (int segment = 0; segment < segmentCount; segment++) {
        initializeSegment(initialToken, processorName, segment);
      }
    } catch (UnableToInitializeTokenException e) {
      throw new UnableToClaimTokenException("initialised by another: " + processorName, e);
    }
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
    var document =
        new Document("_id", id(processorName, segment))
            .append("p", processorName)
            .append("s", segment);
    if (token != null) {
      document.append("token", json.write(token));
    }
    try {
      tokens.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      throw new UnableToInitializeTokenException("already there: " + id(processorName, segment), e);
    }
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().onCommit(_ -> write(token, processorName, segment));
    } else {
      write(token, processorName, segment);
    }
  }

  private void write(@Nullable TrackingToken token, String processorName, int segment) {
    var set = token == null ? Updates.unset("token") : Updates.set("token", json.write(token));
    if (!updateOwn(processorName, segment, Updates.combine(set, Updates.currentDate("at")))) {
      throw new UnableToClaimTokenException("no claim on " + id(processorName, segment));
    }
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    var id = id(processorName, segment);
    var claimed =
        tokens.updateOne(
            Filters.and(Filters.eq("_id", id), free()),
            Updates.combine(Updates.set("owner", owner), Updates.currentDate("at")));
    var document = tokens.find(Filters.eq("_id", id)).first();
    if (document == null) {
      throw new UnableToClaimTokenException("not initialised: " + id);
    }
    if (claimed.getMatchedCount() == 0) {
      throw new UnableToClaimTokenException(
          "claimed by " + document.getString("owner") + ": " + id);
    }
    var token = document.getString("token");
    return token == null ? null : json.read(token);
  }

  /**
   * The last position that a processor has taken, whichever process runs it; a look that claims
   * nothing. Empty if there is no token.
   */
  public OptionalLong position(String processorName, int segment) {
    var document = tokens.find(Filters.eq("_id", id(processorName, segment))).first();
    var token = document == null ? null : document.getString("token");
    return token == null ? OptionalLong.empty() : json.read(token).position();
  }

  @Override
  public void extendClaim(String processorName, int segment) {
    if (!sole && !updateOwn(processorName, segment, Updates.currentDate("at"))) {
      throw new UnableToClaimTokenException("no claim on " + id(processorName, segment));
    }
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    if (!sole) {
      updateOwn(processorName, segment, Updates.unset("owner"));
    }
  }

  @Override
  public void deleteToken(String processorName, int segment) {
    var id = id(processorName, segment);
    var own = Filters.and(Filters.eq("_id", id), Filters.eq("owner", owner));
    if (tokens.deleteOne(own).getDeletedCount() == 0) {
      throw new UnableToClaimTokenException("no claim on " + id);
    }
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return true;
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return segments(Filters.eq("p", processorName));
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processorName) {
    var all = fetchSegments(processorName);
    var available = new ArrayList<Segment>();
    for (var segment : segments(Filters.and(Filters.eq("p", processorName), free()))) {
      if (Arrays.binarySearch(all, segment) >= 0) {
        available.add(Segment.computeSegment(segment, all));
      }
    }
    return available;
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    var known = identifier();
    if (known.isEmpty()) {
      try {
        var id = UUID.randomUUID().toString();
        tokens.insertOne(new Document("_id", IDENTIFIER).append("identifier", id));
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        // Another process was first; its identifier counts.
      }
      known = identifier();
    }
    return known;
  }

  private Optional<String> identifier() {
    return Optional.ofNullable(tokens.find(Filters.eq("_id", IDENTIFIER)).first())
        .map(d -> d.getString("identifier"));
  }

  private int[] segments(Bson filter) {
    var segments = new ArrayList<Integer>();
    for (var document : tokens.find(filter)) {
      segments.add(document.getInteger("s"));
    }
    return segments.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private boolean updateOwn(String processorName, int segment, Bson update) {
    var own =
        Filters.and(Filters.eq("_id", id(processorName, segment)), Filters.eq("owner", owner));
    return tokens.updateOne(own, update).getMatchedCount() == 1;
  }

  /** What this process may take. */
  private Bson free() {
    if (sole) {
      return Filters.empty();
    }
    var silentSince = new Document("$subtract", List.of("$$NOW", claimTimeout.toMillis()));
    return Filters.or(
        Filters.exists("owner", false),
        Filters.eq("owner", owner),
        Filters.expr(new Document("$lt", List.of("$at", silentSince))));
  }

  private static String id(String processorName, int segment) {
    return processorName + "[" + segment + "]";
  }
}
