package io.vientro.command.due;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.bson.Document;

/** A database whose user dies after so many writes, in the middle of a bulk if that is where. */
final class DyingDatabase {
  /** The process is dead. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final MongoDatabase real;
  private int left;
  private int done;

  DyingDatabase(MongoDatabase real, int writes) {
    this.real = real;
    this.left = writes;
  }

  /** How many writes there were. */
  int done() {
    return done;
  }

  MongoDatabase database() {
    return proxy(
        MongoDatabase.class,
        real,
        (name, args) -> name.equals("getCollection") ? collection((String) args[0]) : null);
  }

  @SuppressWarnings("unchecked")
  private Object collection(String name) {
    var collection = real.getCollection(name);
    return proxy(
        MongoCollection.class,
        collection,
        (method, args) ->
            method.equals("bulkWrite")
                ? bulkWrite(
                    collection,
                    (List<? extends WriteModel<Document>>) args[0],
                    (BulkWriteOptions) args[1])
                : null);
  }

  private Object bulkWrite(
      MongoCollection<Document> collection,
      List<? extends WriteModel<Document>> writes,
      BulkWriteOptions options) {
    var some = writes.subList(0, Math.min(left, writes.size()));
    left -= some.size();
    done += some.size();
    if (some.size() == writes.size()) {
      return collection.bulkWrite(writes, options);
    }
    if (!some.isEmpty()) {
      collection.bulkWrite(some, options);
    }
    throw new Died();
  }

  private interface Instead {
    /** The result, or null for that of the real one. */
    Object of(String method, Object[] args);
  }

  private static <T> T proxy(Class<T> type, Object real, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            DyingDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              var result = args == null ? null : instead.of(method.getName(), args);
              if (result != null) {
                return result;
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
