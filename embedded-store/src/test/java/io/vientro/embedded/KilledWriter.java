package io.vientro.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/**
 * Run in a process of its own: writes from several connections until it is killed, and prints each
 * number once it was answered.
 */
final class KilledWriter {
  private KilledWriter() {}

  static void main(String[] args) throws InterruptedException {
    PrintStream acknowledgements = System.out;
    EmbeddedStore store = EmbeddedStore.open(Path.of(args[0]));
    try (MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> collection = client.getDatabase("test").getCollection("numbers");
      collection.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
      long start = collection.countDocuments();
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        long offset = 1_000_000L * (t + 1) + start;
        threads.add(Thread.ofPlatform().start(() -> write(collection, offset, acknowledgements)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static void write(MongoCollection<Document> collection, long offset, PrintStream out) {
    for (long i = offset; ; i++) {
      // Large and of no pattern, so that the file soon is worth tidying up while it is written to.
      byte[] bytes = new byte[100_000];
      ThreadLocalRandom.current().nextBytes(bytes);
      collection.insertOne(
          new Document("_id", i).append("key", "k" + i).append("n", 0).append("data", bytes));
      collection.updateOne(Filters.eq("_id", i), Updates.set("n", 1));
      out.println(i);
      out.flush();
    }
  }
}
