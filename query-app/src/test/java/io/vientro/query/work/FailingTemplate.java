package io.vientro.query.work;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A store whose process dies after so many single writes. */
final class FailingTemplate extends MongoTemplate {
  /** The process died. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private int left;
  private int done;

  FailingTemplate(MongoClient client, String database, int writes) {
    super(client, database);
    this.left = writes;
  }

  /** How many writes there were. */
  int done() {
    return done;
  }

  @Override
  @SuppressWarnings("unchecked")
  public MongoCollection<Document> getCollection(String name) {
    var real = super.getCollection(name);
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("bulkWrite")) {
                return bulkWrite(
                    real,
                    (List<? extends WriteModel<Document>>) args[0],
                    (BulkWriteOptions) args[1]);
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Object bulkWrite(
      MongoCollection<Document> real,
      List<? extends WriteModel<Document>> writes,
      BulkWriteOptions options) {
    var some = writes.subList(0, Math.min(left, writes.size()));
    left -= some.size();
    done += some.size();
    if (some.size() == writes.size()) {
      return real.bulkWrite(writes, options);
    }
    if (!some.isEmpty()) {
      real.bulkWrite(some, options);
    }
    throw new Died();
  }
}
