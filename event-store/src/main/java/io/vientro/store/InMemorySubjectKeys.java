package io.vientro.store;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that live as long as the process; for tests. */
public final class InMemorySubjectKeys implements SubjectKeys {
  private final Map<String, SubjectKey> keys = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  @Override
  public Map<String, SubjectKey> obtain(Set<String> keyIds) {
    var found = new HashMap<String, SubjectKey>();
    for (var id : keyIds) {
      found.put(id, keys.computeIfAbsent(id, _ -> create()));
    }
    return found;
  }

  @Override
  public Map<String, SubjectKey> find(Set<String> keyIds) {
    var found = new HashMap<String, SubjectKey>();
    for (var id : keyIds) {
      var key = keys.get(id);
      if (key != null) {
        found.put(id, key);
      }
    }
    return found;
  }

  @Override
  public void destroy(String keyId) {
    keys.put(keyId, new SubjectKey.Destroyed());
  }

  private SubjectKey create() {
    var secret = new byte[SubjectKey.Alive.LENGTH];
    random.nextBytes(secret);
    return new SubjectKey.Alive(secret);
  }
}
