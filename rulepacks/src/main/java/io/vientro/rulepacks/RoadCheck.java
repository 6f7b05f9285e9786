package io.vientro.rulepacks;

import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.ParameterKind;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.rulepacks.RulePackCheck.Asks;
import io.vientro.rulepacks.RulePackCheck.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of {@link RulePackCheck} that looks at what follows acceptance. */
final class RoadCheck {
  private static final String LEADS = "/appraisal-leads";
  private static final String CONSULTEES = "/consultees";
  private static final String EXEMPTIONS = "/consultation-exemptions";
  private static final String CONTENT = "/decision/content";
  private static final String NOTICES = "/notices";
  private static final String LIMITS = "/agency-limits";
  private static final Set<String> DUTIES =
      Set.of(ExemptionEntry.EXEMPT, ExemptionEntry.COMPULSORY);

  private final RulePackCheck check;
  private final RulePack pack;
  private final Road road;

  RoadCheck(RulePackCheck check, RulePack pack, Road road) {
    this.check = check;
    this.pack = pack;
    this.road = road;
  }

  /** What can be said without running a table. */
  void form() {
    ids();
    leads();
    consultees();
    exemptions();
    decision();
    notices();
    agencyLimits();
  }

  private void ids() {
    check.unique(LEADS, "id", road.leads(), RulePack.LeadEntry::id);
    check.unique(CONSULTEES, "id", road.consultees(), RulePack.ConsulteeEntry::id);
    check.unique(EXEMPTIONS, "id", road.exemptions(), ExemptionEntry::id);
    check.unique(CONTENT, "part", road.decision().content(), e -> e.part().name());
    check.unique(NOTICES, "id", road.notices(), RulePack.NoticeEntry::id);
    check.unique(LIMITS, "id", road.agencyLimits(), RulePack.AgencyLimitEntry::id);
  }

  private void leads() {
    for (var i = 0; i < road.leads().size(); i++) {
      var entry = road.leads().get(i);
      var path = LEADS + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.LEVEL);
      check.role(path + "/lead", entry.lead());
      if (entry.question() != null) {
        check.question(path + "/question", entry.question());
        check.answersAreRoles(path + "/question", entry.question());
      }
    }
  }

  private void consultees() {
    for (var i = 0; i < road.consultees().size(); i++) {
      var entry = road.consultees().get(i);
      var path = CONSULTEES + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.LEVEL);
      check.role(path + "/consultee", entry.consultee());
    }
  }

  private void exemptions() {
    for (var i = 0; i < road.exemptions().size(); i++) {
      var entry = road.exemptions().get(i);
      var path = EXEMPTIONS + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.LEVEL);
      if (entry.question() != null) {
        check.question(path + "/question", entry.question());
        if (!Set.copyOf(entry.question().answers()).equals(DUTIES)) {
          check.add(path + "/question/answers", "must be " + new TreeSet<>(DUTIES));
        }
      }
    }
  }

  private void decision() {
    var content = road.decision().content();
    for (var i = 0; i < content.size(); i++) {
      check.condition(CONTENT + "/" + i + "/when", content.get(i).when(), Asks.LEVEL);
    }
    var approvers = RulePackCheck.approvers(pack);
    road.decision().recordedFor().stream()
        .filter(role -> !approvers.contains(role))
        .sorted()
        .forEach(role -> check.add("/decision/recorded-for", role + " approves nothing"));
  }

  private void notices() {
    for (var i = 0; i < road.notices().size(); i++) {
      var entry = road.notices().get(i);
      var path = NOTICES + "/" + i;
      check.condition(path + "/when", entry.when(), Asks.LEVEL);
      if (!entry.addressee().equals(NoticeOwed.PROVIDER)) {
        check.role(path + "/addressee", entry.addressee());
      }
    }
  }

  private void agencyLimits() {
    var units =
        new TreeSet<>(
            Stream.of(Unit.values()).filter(u -> u != Unit.FIXED_DATE).map(Enum::name).toList());
    for (var i = 0; i < road.agencyLimits().size(); i++) {
      var entry = road.agencyLimits().get(i);
      var path = LIMITS + "/" + i;
      if (pack.timeLimits().stream().anyMatch(l -> l.id().equals(entry.id()))) {
        check.add(path + "/id", "'" + entry.id() + "' is taken by a time limit");
      }
      pack.parameter(entry.days())
          .ifPresentOrElse(
              days -> {
                if (days.kind() != ParameterKind.NUMBER) {
                  check.add(
                      "/parameters/" + pack.parameters().indexOf(days),
                      "'" + days.name() + "' must take whole numbers");
                }
              },
              () ->
                  check.add(
                      path + "/days", "'" + entry.days() + "' is not a parameter of this pack"));
      check.parameterFor(path + "/unit", entry.unit(), units, false);
    }
  }

  /** What is found by running through the cases that the tables tell apart. */
  void tables() {
    check.table(LEADS, entries(LEADS, road.leads(), e -> e.id(), e -> e.when()), true);
    check.table(
        EXEMPTIONS, entries(EXEMPTIONS, road.exemptions(), e -> e.id(), e -> e.when()), false);
    eachHolds(CONSULTEES, road.consultees(), e -> e.when(), e -> List.of(e.consultee(), e.when()));
    eachHolds(CONTENT, road.decision().content(), e -> e.when(), e -> List.of(e.part()));
    eachHolds(
        NOTICES, road.notices(), e -> e.when(), e -> List.of(e.outcome(), e.addressee(), e.when()));
  }

  private static <T> List<Entry> entries(
      String path, List<T> table, Function<T, String> id, Function<T, Condition> when) {
    var entries = new ArrayList<Entry>();
    for (var i = 0; i < table.size(); i++) {
      entries.add(new Entry(path + "/" + i, id.apply(table.get(i)), when.apply(table.get(i))));
    }
    return entries;
  }

  /** In a table of which every entry counts, each can hold and says something of its own. */
  private <T> void eachHolds(
      String path, List<T> table, Function<T, Condition> when, Function<T, List<Object>> says) {
    var said = new ArrayList<List<Object>>();
    for (var i = 0; i < table.size(); i++) {
      var at = path + "/" + i;
      check.canHold(at, when.apply(table.get(i)), "can never hold");
      var word = says.apply(table.get(i));
      if (said.contains(word)) {
        check.add(at, "says the same as an earlier entry");
      }
      said.add(word);
    }
  }
}
