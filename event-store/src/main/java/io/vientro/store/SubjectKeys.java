package io.vientro.store;

import java.util.Map;
import java.util.Set;

/**
 * Keys that seal personal values, one per subject, kept outside the log so that destroying one
 * erases what it sealed and leaves every hash as it was. A key's id is {@code aggregate id/subject
 * label}. Thread-safe; any number of processes may share one store.
 */
public interface SubjectKeys {

  /**
   * Keys for sealing; what does not exist yet is created, at random. A new key is durable when this
   * returns, so that no event can be there without its key; two processes that create one at the
   * same time get the same one.
   *
   * @return an entry for each id; a destroyed key stays destroyed and is never created again
   */
  Map<String, SubjectKey> obtain(Set<String> keyIds);

  /** Keys for unsealing, all in one query; an id that was never created has no entry. */
  Map<String, SubjectKey> find(Set<String> keyIds);

  /**
   * Destroys a key for good and leaves a mark in its place, also if there was none. Doing it twice
   * is fine.
   */
  void destroy(String keyId);
}
