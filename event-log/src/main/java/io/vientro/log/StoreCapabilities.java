package io.vientro.log;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/**
 * What a store says it is and can do, for the health page; asked at the start.
 *
 * @param server {@code MongoDB}, {@code FerretDB} or {@code vientro embedded store}
 * @param version the server's own version; for a server that imitates MongoDB, not the imitated one
 *     where it tells the difference
 * @param changeStreams whether other processes' writes can be listened to
 * @param transactions whether several documents can be written at once; the log needs none
 * @param severalProcesses whether other processes may write to it too
 */
public record StoreCapabilities(
    String server,
    String version,
    boolean changeStreams,
    boolean transactions,
    boolean severalProcesses) {

  /**
   * Asks the store.
   *
   * @throws LogUnavailableException if it does not answer
   */
  public static StoreCapabilities of(MongoDatabase database) {
    try {
      Document build = database.runCommand(new Document("buildInfo", 1));
      if (build.getBoolean("vientroEmbedded", false)) {
        return new StoreCapabilities(
            "vientro embedded store", build.getString("version"), false, false, false);
      }
      if (build.get("ferretdb") instanceof Document ferret) {
        return new StoreCapabilities(
            "FerretDB", String.valueOf(ferret.get("version")), false, false, true);
      }
      boolean replicated = isReplicatedOrSharded(database);
      return new StoreCapabilities(
          "MongoDB", String.valueOf(build.get("version")), replicated, replicated, true);
    } catch (MongoException e) {
      throw new LogUnavailableException("the store does not answer: " + e.getMessage(), e);
    }
  }

  /**
   * MongoDB has change streams and transactions on replica sets and sharded clusters, not on a lone
   * server.
   */
  private static boolean isReplicatedOrSharded(MongoDatabase database) {
    try {
      Document hello = database.runCommand(new Document("hello", 1));
      return hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
    } catch (MongoCommandException e) {
      return false; // A server that does not know the question has neither.
    }
  }
}
