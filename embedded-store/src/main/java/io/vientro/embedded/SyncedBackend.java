package io.vientro.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a writing command only after the store has committed and synced it, and only serves
 * connections that know the store's secret: the loopback address is open to every user of the
 * machine, and the protocol of this server has no passwords.
 */
final class SyncedBackend extends H2Backend {
  /**
   * Commands that change nothing. Whatever is not named here is treated as a write: that costs a
   * sync, never data.
   */
  private static final Set<String> READS =
      Set.of(
          "find",
          "getmore",
          "killcursors",
          "count",
          "distinct",
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "listcollections",
          "listindexes",
          "listdatabases",
          "dbstats",
          "collstats",
          "serverstatus",
          "connectionstatus",
          "whatsmyuri",
          "getlog",
          "hostinfo",
          "endsessions",
          "getcmdlineopts",
          "getfreemonitoringstatus",
          "getlasterror",
          "validate");

  private static final AttributeKey<Boolean> ADMITTED = AttributeKey.valueOf("vientro.admitted");
  private static final int COMMITS_BETWEEN_TIDYING = 128;
  private static final long WORTH_TIDYING = 16L << 20;
  private static final int FILL_WANTED = 50;
  private static final int TIDIED_BYTES = 1 << 20;
  private static final int UNAUTHORIZED = 13;

  private final byte[] secret;

  /**
   * Commands are applied under the shared lock and committed under the exclusive one. Without it a
   * commit caused by one connection could write half of what another one is just doing, for
   * instance a document without its index entries.
   */
  private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock(true);

  private final ReentrantLock syncing = new ReentrantLock();
  private final AtomicLong applied = new AtomicLong();
  private long synced;
  private long commits;

  SyncedBackend(MVStore store, String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new OrderedDatabase(databaseName, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    admit(channel, command, query);
    if (!writes(command, query)) {
      return mark(command, read(channel, database, command, query));
    }
    long mine;
    Document answer;
    applying.readLock().lock();
    try {
      answer = super.handleCommand(channel, database, command, query);
    } finally {
      mine = applied.incrementAndGet();
      applying.readLock().unlock();
    }
    sync(mine);
    return answer;
  }

  /**
   * The space of replaced pages is used again at once, not after a time of grace as by default: the
   * file would grow by a hundred times its data. So whoever reads has to hold the version it reads.
   */
  private Document read(Channel channel, String database, String command, Document query) {
    MVStore.TxCounter version = getMvStore().registerVersionUsage();
    try {
      return super.handleCommand(channel, database, command, query);
    } finally {
      getMvStore().deregisterVersionUsage(version);
    }
  }

  private static boolean writes(String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    if (name.equals("aggregate")) {
      return query.get("pipeline") instanceof List<?> stages
          && stages.stream()
              .anyMatch(
                  stage ->
                      stage instanceof Document document
                          && (document.containsKey("$out") || document.containsKey("$merge")));
    }
    return !READS.contains(name);
  }

  /**
   * Whoever waited for another one's sync that began after his own write has nothing left to do.
   */
  private void sync(long mine) {
    syncing.lock();
    try {
      if (synced >= mine) {
        return;
      }
      long upTo;
      applying.writeLock().lock();
      try {
        upTo = applied.get();
        getMvStore().commit();
        tidyUp();
      } finally {
        applying.writeLock().unlock();
      }
      getMvStore().sync();
      synced = upTo;
    } finally {
      syncing.unlock();
    }
  }

  /**
   * Most pages of a chunk are soon replaced, but the few that are not keep its space from being
   * used again: now and then those are written anew. Runs where nobody else writes, a few
   * milliseconds each time.
   */
  private void tidyUp() {
    MVStore store = getMvStore();
    if (++commits % COMMITS_BETWEEN_TIDYING != 0
        || store.getFileStore().size() < WORTH_TIDYING
        || Compaction.liveBytes(store) > store.getFileStore().size() / 3) {
      return;
    }
    if (store.compact(FILL_WANTED, TIDIED_BYTES)) {
      store.commit();
    }
  }

  private void admit(Channel channel, String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    if (name.equals("ismaster") || name.equals("hello")) {
      if (query.get("client") instanceof Document client
          && client.get("application") instanceof Document application
          && application.get("name") instanceof String given
          && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
        channel.attr(ADMITTED).set(true);
      }
      return;
    }
    if (!Boolean.TRUE.equals(channel.attr(ADMITTED).get())) {
      throw new MongoServerError(
          UNAUTHORIZED,
          "Unauthorized",
          "this store serves the process that opened it and no other");
    }
  }

  /**
   * Says what it is, so that a client need not guess from the version number it pretends to have.
   */
  private static Document mark(String command, Document answer) {
    if (command.equalsIgnoreCase("buildinfo")) {
      answer.put("vientroEmbedded", Boolean.TRUE);
    }
    return answer;
  }
}
