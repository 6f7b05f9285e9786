package io.vientro.core.dossier;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.dossier.NoticeOwed.Addressee;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.RulePack.NoticeEntry;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads whom an outcome is notified to off the pack (Art. 11.2, 10.3). */
final class Notices {
  private Notices() {}

  static NoticeOwed owed(
      DossierState state,
      String approver,
      Road road,
      OutcomeKind outcome,
      LocalDate day,
      DecisionContext context) {
    var aid = state.facts();
    var level = AgencyLevel.of(aid, context.registry());
    var byId = new LinkedHashMap<String, List<NoticeEntry>>();
    road.notices().stream()
        .filter(e -> e.outcome() == outcome)
        .filter(e -> e.when().test(aid, approver, level) == Truth.TRUE)
        .forEach(
            e -> byId.computeIfAbsent(id(e, state, day, context), i -> new ArrayList<>()).add(e));
    return new NoticeOwed(
        byId.entrySet().stream().map(e -> addressee(e.getKey(), e.getValue())).toList());
  }

  private static String id(
      NoticeEntry entry, DossierState state, LocalDate day, DecisionContext context) {
    return entry.addressee().equals(NoticeOwed.PROVIDER)
        ? NoticeOwed.PROVIDER
        : context
            .registry()
            .playing(entry.addressee(), state.facts(), day)
            .orElse(entry.addressee());
  }

  private static Addressee addressee(String id, List<NoticeEntry> entries) {
    var articles = new LinkedHashSet<String>();
    entries.forEach(e -> articles.add(e.articles()));
    return new Addressee(
        id, entries.stream().map(NoticeEntry::addressee).toList(), String.join(", ", articles));
  }
}
