package io.vientro.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps the keys used last in memory. A key that another process destroys is forgotten here after
 * {@code keep} at the latest; one destroyed through this object at once.
 */
public final class CachedSubjectKeys implements SubjectKeys {
  private final SubjectKeys keys;
  private final int bound;
  private final long keepNanos;
  private final LongSupplier nanoTime;
  private final LinkedHashMap<String, Kept> cache = new LinkedHashMap<>(16, 0.75f, true);

  private record Kept(SubjectKey key, long since) {}

  /**
   * @param bound most keys kept
   * @param keep longest time that a key is used without asking again
   */
  public CachedSubjectKeys(SubjectKeys keys, int bound, Duration keep) {
    this(keys, bound, keep, System::nanoTime);
  }

  CachedSubjectKeys(SubjectKeys keys, int bound, Duration keep, LongSupplier nanoTime) {
    this.keys = keys;
    this.bound = bound;
    this.keepNanos = keep.toNanos();
    this.nanoTime = nanoTime;
  }

  @Override
  public Map<String, SubjectKey> obtain(Set<String> keyIds) {
    return through(keyIds, keys::obtain);
  }

  @Override
  public Map<String, SubjectKey> find(Set<String> keyIds) {
    return through(keyIds, keys::find);
  }

  @Override
  public void destroy(String keyId) {
    keys.destroy(keyId);
    synchronized (cache) {
      cache.remove(keyId);
    }
  }

  int size() {
    synchronized (cache) {
      return cache.size();
    }
  }

  private Map<String, SubjectKey> through(
      Set<String> keyIds, Function<Set<String>, Map<String, SubjectKey>> source) {
    var found = new HashMap<String, SubjectKey>();
    var wanted = new HashSet<String>();
    var now = nanoTime.getAsLong();
    synchronized (cache) {
      for (var id : keyIds) {
        var kept = cache.get(id);
        if (kept != null && now - kept.since() < keepNanos) {
          found.put(id, kept.key());
        } else {
          wanted.add(id);
        }
      }
    }
    if (!wanted.isEmpty()) {
      var fetched = source.apply(wanted);
      found.putAll(fetched);
      synchronized (cache) {
        fetched.forEach((id, key) -> cache.put(id, new Kept(key, now)));
        var oldest = cache.entrySet().iterator();
        while (cache.size() > bound) {
          oldest.next();
          oldest.remove();
        }
      }
    }
    return found;
  }
}
