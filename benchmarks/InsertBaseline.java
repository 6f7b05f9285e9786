import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;

/**
 * What the bare driver gets into the same store: one document of the size of a small event, written
 * alone, acknowledged by the majority and journaled. No command can be faster than that, unless
 * several share a write.
 */
final class InsertBaseline {
  private static final String COLLECTION = "insert_baseline";
  private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
  private static final String TEXT = "mẫu ".repeat(80);

  private final MongoDatabase database;

  InsertBaseline(MongoDatabase database) {
    this.database = database;
  }

  static int documentBytes() {
    return RawBsonDocument.parse(document(1).toJson()).getByteBuffer().remaining();
  }

  private static Document document(long id) {
    return new Document("_id", id)
        .append("at", new Date())
        .append("hash", new Binary(new byte[32]))
        .append("text", TEXT);
  }

  /** Inserts per second by so many callers at once. */
  double perSecond(int callers, long nanos) throws Exception {
    run(callers, Math.min(nanos / 4, TimeUnit.SECONDS.toNanos(2)));
    return run(callers, nanos);
  }

  private double run(int callers, long nanos) throws Exception {
    MongoCollection<Document> collection =
        database.getCollection(COLLECTION).withWriteConcern(DURABLE);
    var ids = new AtomicLong();
    long begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          java.util.stream.IntStream.range(0, callers)
              .mapToObj(
                  caller ->
                      threads.submit(
                          () -> {
                            while (System.nanoTime() - begun < nanos) {
                              collection.insertOne(document(ids.incrementAndGet()));
                            }
                          }))
              .toList();
      for (var task : tasks) {
        task.get();
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    collection.drop();
    return ids.get() / seconds;
  }
}
