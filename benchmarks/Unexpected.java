import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers that were not the ones asked for: all are counted, the first are kept. */
final class Unexpected {
  private static final int KEPT = 10;
  private static final int TOO_MANY = 500;

  private final AtomicInteger count = new AtomicInteger();
  private final List<String> first = new CopyOnWriteArrayList<>();

  void add(String what) {
    if (count.incrementAndGet() <= KEPT) {
      first.add(what);
    }
  }

  int count() {
    return count.get();
  }

  /** Whether going on would only heat the room. */
  boolean tooMany() {
    return count() > TOO_MANY;
  }

  void print(PrintStream out) {
    out.println(count() + " unexpected answers, the first of them:");
    first.forEach(what -> out.println("  " + what));
  }
}
