package io.vientro.command;

import com.mongodb.MongoException;
import io.vientro.command.due.DueEntry;
import io.vientro.command.due.DueRaiser;
import io.vientro.core.Digests;
import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import io.vientro.log.LogBusyException;
import io.vientro.log.LogCorruptedException;
import io.vientro.log.LogUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises what has fallen due by the commands of the software itself. */
public final class DueCommands implements DueRaiser {
  private static final Logger LOG = LoggerFactory.getLogger(DueCommands.class);

  private final CommandService commands;
  private final Clock clock;

  public DueCommands(CommandService commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public Outcome raise(DueEntry entry) {
    var command =
        new RaiseTimeLimit(
            entry.limit(),
            entry.segment(),
            entry.what(),
            Zone.dateOf(clock.instant()),
            new Act(Capacity.ASSIGNED_DUTY, null, null));
    var commit = entry.commitId();
    // Repeatable: what another process, or an earlier life of this one, has raised is answered as
    // done.
    var origin = new Origin(Actor.SYSTEM, commit, Digests.sha256(commit), true, null);
    try {
      commands.send(entry.dossier(), command, origin);
      return Outcome.RAISED;
    } catch (ProblemException e) {
      var code = e.type().code();
      if (code.equals(RejectionCode.NOTHING_TO_RAISE.code())) {
        return Outcome.NOTHING;
      }
      if (code.equals(ProblemTypes.CONCURRENT_CHANGE.code())) {
        return Outcome.CONTENDED;
      }
      return failed(entry, e);
    } catch (RuntimeException e) {
      throwIfOfStore(e);
      return failed(entry, e);
    }
  }

  private static Outcome failed(DueEntry entry, RuntimeException e) {
    LOG.warn(
        "{} of {} {} of {} cannot be raised",
        entry.what(),
        entry.limit(),
        entry.segment(),
        entry.dossier(),
        e);
    return Outcome.FAILED;
  }

  private static void throwIfOfStore(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException
          || cause instanceof LogUnavailableException
          || cause instanceof LogBusyException
          || cause instanceof LogCorruptedException
          || cause instanceof UncheckedIOException
          || cause instanceof IOException
          || cause instanceof InterruptedException) {
        throw e;
      }
    }
  }
}
