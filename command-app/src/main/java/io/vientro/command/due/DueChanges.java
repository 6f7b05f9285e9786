package io.vientro.command.due;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch of events does to some dossiers. It remembers everything that vanished on the way,
 * also what only came in between: an earlier attempt that was cut off may have written it.
 */
final class DueChanges {
  private final Map<String, DueCase> before;
  private final Map<String, DueCase> after = new LinkedHashMap<>();
  private final Map<String, Long> vanished = new HashMap<>();

  DueChanges(Map<String, DueCase> before) {
    this.before = before;
  }

  DueCase current(String dossier) {
    var changed = after.get(dossier);
    return changed == null ? before.getOrDefault(dossier, DueCase.none(dossier)) : changed;
  }

  void put(DueCase now) {
    for (var entry : current(now.dossier()).entries()) {
      vanished.put(entry.id(), now.position());
    }
    now.entries().forEach(entry -> vanished.remove(entry.id()));
    after.put(now.dossier(), now);
  }

  /** Entries of the changed dossiers, as they are in the end. */
  List<DueEntry> entries() {
    return after.values().stream().flatMap(it -> it.entries().stream()).toList();
  }

  /** Position at which each entry vanished, by its id. */
  Map<String, Long> vanished() {
    return vanished;
  }

  Collection<DueCase> cases() {
    return after.values();
  }
}
