package io.vientro.app;

import io.vientro.core.log.LogMode;
import io.vientro.rulepacks.PackSelection;
import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * What a deployment may set; each name is also an environment variable ({@code vientro.mongo-uri}:
 * {@code VIENTRO_MONGO_URI}).
 *
 * @param mongoUri connection string of the store ({@code vientro.mongo-uri}); owed
 * @param database name of the database in it ({@code vientro.database}, default {@code vientro})
 * @param logMode what the log is for ({@code vientro.log-mode}, default LIVE); an existing log's
 *     first event must say the same
 * @param soleProcess whether no other process uses the store ({@code vientro.sole-process}, default
 *     false); the embedded store
 * @param packSelection which rule pack a new dossier is given ({@code vientro.rule-pack}: an id,
 *     default {@code nd80-2020}, or {@code BY_FILING_DATE})
 * @param startPatience how long a start waits for the store, and the query side for the log to be
 *     opened ({@code vientro.start-patience}, default 60s)
 * @param dueSoonDays how many calendar days before its end a time limit is shown as due soon
 *     ({@code vientro.due-soon-days}, default 3, at least 0); no number of the law
 * @param maxQueuedCommits how many commits wait for their turn at most before a command is answered
 *     that the log is busy ({@code vientro.log.max-queued-commits}, default 1024, at least 1)
 */
public record Settings(
    String mongoUri,
    String database,
    LogMode logMode,
    boolean soleProcess,
    PackSelection packSelection,
    Duration startPatience,
    int dueSoonDays,
    int maxQueuedCommits) {

  /** The pack that a new dossier is given unless a deployment says otherwise. */
  public static final String DEFAULT_PACK = "nd80-2020";

  private static final String BY_FILING_DATE = "BY_FILING_DATE";

  /**
   * @throws StartRefusedException if the connection string is missing, or a value is none that the
   *     setting can have
   */
  public static Settings of(Environment environment) {
    var uri = environment.getProperty("vientro.mongo-uri");
    if (uri == null || uri.isBlank()) {
      throw new StartRefusedException(
          "no store: set VIENTRO_MONGO_URI to a MongoDB connection string");
    }
    var pack = environment.getProperty("vientro.rule-pack", DEFAULT_PACK);
    return new Settings(
        uri,
        environment.getProperty("vientro.database", "vientro"),
        mode(environment.getProperty("vientro.log-mode", LogMode.LIVE.name())),
        environment.getProperty("vientro.sole-process", Boolean.class, false),
        pack.equals(BY_FILING_DATE) ? PackSelection.byFilingDate() : PackSelection.pinned(pack),
        environment.getProperty("vientro.start-patience", Duration.class, Duration.ofSeconds(60)),
        dueSoonDays(environment),
        maxQueuedCommits(environment));
  }

  private static int dueSoonDays(Environment environment) {
    var text = environment.getProperty("vientro.due-soon-days", "3");
    if (!text.matches("[0-9]{1,3}")) {
      throw new StartRefusedException("VIENTRO_DUE_SOON_DAYS is a number of days, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static int maxQueuedCommits(Environment environment) {
    var text = environment.getProperty("vientro.log.max-queued-commits", "1024");
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new StartRefusedException(
          "VIENTRO_LOG_MAX_QUEUED_COMMITS is a number from 1 on, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static LogMode mode(String name) {
    try {
      return LogMode.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new StartRefusedException("VIENTRO_LOG_MODE is TRAINING or LIVE, not " + name);
    }
  }
}
