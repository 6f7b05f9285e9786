package io.vientro.command;

import io.vientro.core.Digests;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.Disbursed;
import io.vientro.core.dossier.DocumentAttached;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.DossierEvent;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.log.LogMode;
import io.vientro.http.problem.ProblemException;
import io.vientro.log.EventLog;
import io.vientro.log.StoredCommit;
import io.vientro.log.StoredEvent;
import io.vientro.store.AggregateHistory;
import io.vientro.store.EventCodec;
import io.vientro.store.axon.DuplicateCommitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands and answers for them. A command is done, was done already (and is answered as the
 * first time), or is refused; it is never half done, and never silently dropped.
 */
public final class CommandService {
  /** How often a command is decided on a state that turns out to have moved on. */
  private static final int TRIES = 8;

  /** The most to wait before the second try; grows with each further one. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final CommandGateway gateway;
  private final EventLog log;
  private final EventCodec codec;
  private final AggregateHistory history;
  private final LogMode mode;
  private final String attached;

  public CommandService(CommandGateway gateway, EventLog log, EventCodec codec, LogMode mode) {
    this.gateway = gateway;
    this.log = log;
    this.codec = codec;
    this.history = new AggregateHistory(log, codec);
    this.mode = mode;
    this.attached = codec.nameOf(DocumentAttached.class);
  }

  /** The id of the commit of a request that may be repeated: one user, one key, one address. */
  public static String commitId(String account, String key, String target) {
    return "key-" + Digests.sha256(account + "\n" + key + "\n" + target);
  }

  /** The id of the commit of a request without a key: nobody can repeat it. */
  public static String commitId() {
    return "once-" + UUID.randomUUID();
  }

  /**
   * Sends a command.
   *
   * @param message addressed command
   * @param aggregate id of the aggregate it is addressed to; a repeated command may answer for
   *     another one, the one it first made
   * @throws ProblemException if it is refused
   */
  public CommandAnswer send(Object message, String aggregate, Origin origin) {
    for (var attempt = 1; ; attempt++) {
      try {
        var done = gateway.<Done>sendAndWait(message);
        return done.result() instanceof DossierState state
            ? answer(aggregate, state, done.commit())
            : answer(aggregate, done.commit());
      } catch (DuplicateCommitException e) {
        return repeated(e.commit(), origin);
      } catch (RejectedException e) {
        return repeatedOr(origin, ProblemException.of(e.rejection()));
      } catch (StaleStateException e) {
        return repeatedOr(origin, ProblemException.preconditionFailed());
      } catch (ConcurrencyException e) {
        // What moved on may be the reception book, which no client has seen: only deciding again
        // tells whether If-Match still holds.
        if (attempt == TRIES) {
          return repeatedOr(origin, ProblemException.concurrentChange());
        }
        // Other processes accept dossiers for the same book: whoever lost should not lose in step.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * PAUSE.toNanos()));
      }
    }
  }

  /**
   * Sends a command on a dossier.
   *
   * @param dossier id as a client gave it
   * @throws ProblemException if it is refused
   */
  public CommandAnswer send(String dossier, DossierCommand command, Origin origin) {
    // Axon would load any aggregate under any id, and fail to make a dossier of a calendar.
    return dossier.startsWith(Dossier.ID_PREFIX)
        ? send(new ForDossier(dossier, command, origin), dossier, origin)
        : repeatedOr(origin, ProblemException.of(noSuchDossier(command, origin.actor())));
  }

  private static Rejection noSuchDossier(DossierCommand command, Actor actor) {
    return Dossier.name(command)
        .refuses(actor)
        .orElseGet(() -> Rejection.of(RejectionCode.UNKNOWN_DOSSIER));
  }

  /**
   * A "no" is final only if the same request was not done before: its first time may be what stands
   * in its way now.
   *
   * @throws ProblemException the refusal, if it was not done before
   */
  CommandAnswer repeatedOr(Origin origin, ProblemException refusal) {
    var before =
        origin.repeatable() ? log.commit(origin.commitId()) : Optional.<StoredCommit>empty();
    if (before.isEmpty()) {
      throw refusal;
    }
    return repeated(before.get(), origin);
  }

  /**
   * The answer to a request that was done before.
   *
   * @throws ProblemException if it was another request
   */
  CommandAnswer repeated(StoredCommit commit, Origin origin) {
    var first = codec.metadata(commit.events().getFirst().event().metadata());
    if (!Objects.equals(first.requestDigest(), origin.requestDigest())) {
      throw ProblemException.idempotencyKeyReused();
    }
    return commit.events().stream()
        .map(CommandService::aggregate)
        .filter(id -> id.startsWith(Dossier.ID_PREFIX))
        .findFirst()
        .map(id -> answer(id, stateAsOf(id, sequence(id, commit)), commit))
        .orElseGet(() -> answer(aggregate(commit.events().getFirst()), commit));
  }

  /**
   * The state of a dossier as the log has it now.
   *
   * @param dossier id as a client gave it
   */
  DossierState state(String dossier) {
    return dossier.startsWith(Dossier.ID_PREFIX)
        ? stateAsOf(dossier, Long.MAX_VALUE)
        : DossierState.INITIAL;
  }

  private DossierState stateAsOf(String dossier, long sequence) {
    var state = DossierState.INITIAL;
    for (var event : history.history(dossier)) {
      if (event.sequence() <= sequence) {
        state = Dossier.evolve(state, (DossierEvent) event.event());
      }
    }
    return state;
  }

  private CommandAnswer answer(String dossier, DossierState state, StoredCommit commit) {
    return new CommandAnswer(
        dossier,
        state.code(),
        state.status().name(),
        commit.lastPosition(),
        sequence(dossier, commit),
        state.lastGaps(),
        state.openQuestions(),
        warnings(state),
        state.facts().assumed(),
        document(commit),
        mode);
  }

  private static List<String> warnings(DossierState state) {
    var warnings = new ArrayList<String>();
    if (state.pin().outOfForce()) {
      warnings.add(CommandAnswer.RULE_PACK_OUT_OF_FORCE);
    }
    if (!state.life().earlyReceipts().isEmpty()) {
      warnings.add(CommandAnswer.RECEIVED_BEFORE_APPROVAL);
    }
    if (!Disbursed.beyondGrant(state).isEmpty()) {
      warnings.add(CommandAnswer.DISBURSED_BEYOND_GRANT);
    }
    return List.copyOf(warnings);
  }

  private CommandAnswer answer(String aggregate, StoredCommit commit) {
    return new CommandAnswer(
        aggregate,
        null,
        null,
        commit.lastPosition(),
        sequence(aggregate, commit),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        mode);
  }

  private @Nullable String document(StoredCommit commit) {
    return commit.events().stream()
        .filter(stored -> stored.event().type().equals(attached))
        .findFirst()
        .map(stored -> ((DocumentAttached) codec.decode(List.of(stored)).getFirst()).document())
        .orElse(null);
  }

  private static String aggregate(StoredEvent stored) {
    return stored.event().aggregate();
  }

  private static long sequence(String aggregate, StoredCommit commit) {
    return commit.events().stream()
        .filter(e -> aggregate(e).equals(aggregate))
        .mapToLong(e -> e.event().sequence())
        .max()
        .orElseThrow();
  }
}
