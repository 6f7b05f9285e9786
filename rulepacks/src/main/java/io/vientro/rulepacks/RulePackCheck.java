package io.vientro.rulepacks;

import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a schema cannot say of a pack: references resolve, conditions fit their fields, and the
 * ordered tables have neither an entry that no case reaches nor a case without an outcome. The
 * tables are not reasoned about but run, over every case they can tell apart.
 */
public final class RulePackCheck {

  /**
   * Something wrong in a pack.
   *
   * @param path JSON pointer into the file the pack is written in
   * @param message what is wrong
   */
  public record Problem(String path, String message) {}

  /**
   * An entry of an ordered table, as far as the check cares.
   *
   * @param asks whether it has an answer also where it is not known whether it holds
   */
  record Entry(String path, String name, Condition when, boolean asks) {
    Entry(String path, String name, Condition when) {
      this(path, name, when, false);
    }
  }

  /** What the conditions of a table may ask for. */
  enum Asks {
    /** The facts of the aid. */
    FACTS,
    /** Also windows after a disaster. */
    SCOPE,
    /** Also the approver. */
    APPROVER(Field.APPROVER),
    /** Also the level of the managing agency, as the tables that follow acceptance do. */
    LEVEL(Field.APPROVER, Field.MANAGING_AGENCY_LEVEL),
    /** Also what the decision says, as limits do. */
    DECISION(
        Field.APPROVER,
        Field.MANAGING_AGENCY_LEVEL,
        Field.FINANCIAL_MECHANISM,
        Field.MANAGEMENT_MODE),
    /** What an adjustment turns on. */
    ADJUSTMENT(Field.APPROVER, Field.FIRST_APPROVER, Field.CHANGES_DECISION);

    private final Set<Field> fields;

    Asks(Field... fields) {
      this.fields = Set.of(fields);
    }

    boolean allows(Field field) {
      return field.ofTheFacts() || fields.contains(field);
    }
  }

  private final RulePack pack;
  private final Set<String> roles;
  private final Set<String> approvers;
  private final @Nullable Set<String> inOrder;
  private final Set<String> questions = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private RulePackCheck(RulePack pack, Set<String> roles, @Nullable Set<String> inOrder) {
    this.pack = pack;
    this.inOrder = inOrder;
    this.roles = roles;
    this.approvers = approvers(pack);
  }

  /**
   * All problems of a pack; empty if it is sound.
   *
   * @param roles the roles that the pack may speak of
   */
  public static List<Problem> problems(RulePack pack, Set<String> roles) {
    return problems(pack, roles, null);
  }

  /**
   * All problems of a pack that says which of its tables are read in order.
   *
   * @param inOrder names of tables in which order is precedence; in all others no two entries may
   *     hold at once; null for a pack that says nothing of it, in which all are in order
   */
  static List<Problem> problems(RulePack pack, Set<String> roles, @Nullable Set<String> inOrder) {
    var check = new RulePackCheck(pack, roles, inOrder);
    check.period();
    check.ids();
    check.references();
    check.conditions();
    var road = pack.road() == null ? null : new RoadCheck(check, pack, pack.road());
    if (road != null) {
      road.form();
    }
    var life = new LifeCheck(check, pack);
    life.form();
    if (check.problems.isEmpty()) {
      // Tables that name values which do not exist cannot be run.
      check.tables();
      if (road != null) {
        road.tables();
      }
      life.tables();
    }
    return List.copyOf(check.problems);
  }

  /** Roles that the authority table can yield, by an entry or by the answer to a question. */
  static Set<String> approvers(RulePack pack) {
    var approvers = new TreeSet<String>();
    for (var entry : pack.authority()) {
      if (entry.approver() != null) {
        approvers.add(entry.approver());
      }
      if (entry.question() != null) {
        approvers.addAll(entry.question().answers());
      }
    }
    return approvers;
  }

  private void period() {
    if (pack.inForceTo() != null && pack.inForceTo().isBefore(pack.inForceFrom())) {
      add("/in-force/to", "the last day in force is before the first");
    }
  }

  private void ids() {
    unique("/authority", "id", pack.authority(), RulePack.AuthorityEntry::id);
    unique("/checklist", "id", pack.checklist(), RulePack.ChecklistEntry::id);
    unique("/time-limits", "id", pack.timeLimits(), RulePack.TimeLimitEntry::id);
    unique("/parameters", "name", pack.parameters(), RulePack.ParameterEntry::name);
  }

  <T> void unique(String path, String key, List<T> entries, Function<T, @Nullable String> id) {
    var seen = new HashSet<String>();
    for (var i = 0; i < entries.size(); i++) {
      var value = id.apply(entries.get(i));
      if (value != null && !seen.add(value)) {
        add(path + "/" + i + "/" + key, "'" + value + "' is taken by an earlier entry");
      }
    }
  }

  private void references() {
    for (var i = 0; i < pack.authority().size(); i++) {
      var entry = pack.authority().get(i);
      var path = "/authority/" + i;
      if ((entry.approver() == null) == (entry.question() == null)) {
        add(path, "needs exactly one of: approver, question");
      }
      role(path + "/approver", entry.approver());
      if (entry.question() != null) {
        question(path + "/question", entry.question());
        answersAreRoles(path + "/question", entry.question());
      }
    }
    for (var i = 0; i < pack.receivers().size(); i++) {
      role("/receivers/" + i + "/receiver", pack.receivers().get(i).receiver());
    }
    parameterFor("/sets/waived-online", pack.sets().waivedOnline(), Set.of("YES", "NO"), true);
    parameterFor(
        "/translations/also-accepted",
        pack.translations().alsoAccepted(),
        new TreeSet<>(Arrays.stream(Translation.values()).map(Enum::name).toList()),
        false);
  }

  /** An answer is filed under its question's id, so no two tables may share one. */
  void question(String path, Question question) {
    if (!questions.add(question.id())) {
      add(path + "/id", "'" + question.id() + "' is taken by an earlier entry");
    }
    if (question.proposes() != null && !question.answers().contains(question.proposes())) {
      add(path + "/proposes", question.proposes() + " is not among the answers");
    }
  }

  void answersAreRoles(String path, Question question) {
    for (var i = 0; i < question.answers().size(); i++) {
      role(path + "/answers/" + i, question.answers().get(i));
    }
  }

  void role(String path, @Nullable String role) {
    if (role != null && !roles.contains(role)) {
      add(path, role + " is not a role of this pack");
    }
  }

  /** A parameter that a rule refers to exists, and takes values the rule understands. */
  void parameterFor(String path, String name, Set<String> understood, boolean all) {
    var parameter = pack.parameter(name);
    if (parameter.isEmpty()) {
      add(path, "'" + name + "' is not a parameter of this pack");
      return;
    }
    var values = parameter.get().values();
    if (values.isEmpty()
        || !understood.containsAll(values)
        || all && !values.containsAll(understood)) {
      add(
          "/parameters/" + pack.parameters().indexOf(parameter.get()),
          "'" + name + "' must take values of " + understood);
    }
  }

  private void conditions() {
    for (var i = 0; i < pack.authority().size(); i++) {
      condition("/authority/" + i + "/when", pack.authority().get(i).when(), Asks.FACTS);
    }
    for (var i = 0; i < pack.receivers().size(); i++) {
      condition("/receivers/" + i + "/when", pack.receivers().get(i).when(), Asks.APPROVER);
    }
    for (var i = 0; i < pack.checklist().size(); i++) {
      condition("/checklist/" + i + "/when", pack.checklist().get(i).when(), Asks.APPROVER);
    }
  }

  void condition(String path, Condition condition, Asks asks) {
    switch (condition) {
      case Condition.Is(var field, var value) -> values(path, "/is", field, List.of(value), asks);
      case Condition.In(var field, var values) -> {
        if (field.multiple()) {
          add(path, field.key() + " may have several values at once; use contains");
        }
        values(path, "/in", field, values, asks);
      }
      case Condition.Contains(var field, var values) -> {
        if (!field.multiple()) {
          add(path, field.key() + " has one value at a time; use is or in");
        }
        values(path, "/contains", field, values, asks);
      }
      case Condition.Under(var usd) -> {
        if (usd.signum() <= 0) {
          add(path + "/under", "no worth is under " + usd.toPlainString());
        }
      }
      case Condition.Within window -> {
        if (asks != Asks.SCOPE) {
          add(path + "/within", "only the scope table can ask for a window after a disaster");
        }
      }
      case Condition.Not(var inner) -> condition(path + "/not", inner, asks);
      case Condition.All(var inner) -> conditions(path + "/all/", inner, asks);
      case Condition.Any(var inner) -> conditions(path + "/any/", inner, asks);
    }
  }

  private void conditions(String path, List<Condition> conditions, Asks asks) {
    for (var i = 0; i < conditions.size(); i++) {
      condition(path + i, conditions.get(i), asks);
    }
  }

  private void values(
      String path, String operator, Field field, Iterable<String> values, Asks asks) {
    if (field == Field.APPROVER && !asks.allows(field)) {
      add(path, "the authority table cannot ask for the approver that it yields");
      return;
    }
    if (field == Field.MANAGING_AGENCY_LEVEL && !asks.allows(field)) {
      add(path, "only tables that follow acceptance can ask for " + field.key());
      return;
    }
    if (!asks.allows(field)) {
      add(path, "this table cannot ask for " + field.key());
      return;
    }
    var domain = field.takesRoles() ? approvers : field.domain();
    for (var value : values) {
      if (!domain.contains(value)) {
        add(
            path + operator,
            value + " is not a value of " + field.key() + "; it has " + new TreeSet<>(domain));
      }
    }
  }

  private void tables() {
    var authority = new ArrayList<Entry>();
    for (var i = 0; i < pack.authority().size(); i++) {
      var entry = pack.authority().get(i);
      authority.add(new Entry("/authority/" + i, entry.id(), entry.when()));
    }
    table("/authority", authority, true);
    var receivers = new ArrayList<Entry>();
    for (var i = 0; i < pack.receivers().size(); i++) {
      var entry = pack.receivers().get(i);
      receivers.add(new Entry("/receivers/" + i, entry.receiver(), entry.when()));
    }
    table("/receivers", receivers, true);
    checklist();
  }

  /**
   * Runs an ordered table.
   *
   * @param covers whether it must decide every case
   */
  void table(String path, List<Entry> entries, boolean covers) {
    var conditions = entries.stream().map(Entry::when).toList();
    var combinations = new Combinations(conditions, approvers);
    var run = new TableRun();
    if (!combinations.forEach(c -> run.take(c, entries))) {
      add(path, "tells more than " + Combinations.LIMIT + " cases apart and cannot be checked");
      return;
    }
    if (covers && run.withoutOutcome > 0) {
      add(path, run.withoutOutcome + " cases have no outcome, such as: " + run.example);
    }
    for (var i = 0; i < entries.size(); i++) {
      if (!run.decides.contains(i)) {
        add(entries.get(i).path(), unreachable(i, entries, combinations));
      }
    }
    if (inOrder != null && !inOrder.contains(path.substring(1))) {
      entries.forEach(entry -> overlap(entry, entries));
    }
  }

  /** Without a precedence that the pack states, no earlier entry may hold where this one does. */
  private void overlap(Entry entry, List<Entry> entries) {
    for (var earlier : entries.subList(0, entries.indexOf(entry))) {
      var both = new boolean[1];
      new Combinations(List.of(entry.when(), earlier.when()), approvers)
          .forEach(
              c ->
                  both[0] |=
                      c.test(entry.when()) == Truth.TRUE && c.test(earlier.when()) == Truth.TRUE);
      if (both[0]) {
        add(
            entry.path(),
            "holds together with the earlier entry "
                + earlier.name()
                + ", and in-order does not name the table");
      }
    }
  }

  private static String unreachable(int index, List<Entry> entries, Combinations combinations) {
    var entry = entries.get(index);
    var before = entries.subList(0, index);
    for (var earlier : before) {
      if (earlier.when().equals(entry.when())) {
        return "has the same condition as the earlier entry " + earlier.name();
      }
    }
    var deciders = new TreeSet<String>();
    combinations.forEach(
        c -> {
          if (c.test(entry.when()) == Truth.TRUE) {
            before.stream()
                .filter(e -> c.test(e.when()) != Truth.FALSE)
                .findFirst()
                .ifPresent(e -> deciders.add(e.name()));
          }
        });
    return deciders.isEmpty()
        ? "can never hold"
        : "is never reached: earlier entries decide every case in which it holds: "
            + String.join(", ", deciders);
  }

  /** What happened when every case went through a table. */
  private static final class TableRun {
    final Set<Integer> decides = new HashSet<>();
    long withoutOutcome;
    String example = "";

    /** An entry that may or may not hold leaves the case open, whatever comes after it. */
    void take(Combinations.Case c, List<Entry> entries) {
      var first = 0;
      var truth = Truth.FALSE;
      while (first < entries.size()) {
        truth = c.test(entries.get(first).when());
        if (truth != Truth.FALSE) {
          break;
        }
        first++;
      }
      if (truth == Truth.UNKNOWN && entries.get(first).asks()) {
        return;
      }
      if (truth == Truth.TRUE) {
        decides.add(first);
        return;
      }
      if (withoutOutcome == 0) {
        example = c.describe();
      }
      withoutOutcome++;
    }
  }

  private void checklist() {
    for (var i = 0; i < pack.checklist().size(); i++) {
      var entry = pack.checklist().get(i);
      var path = "/checklist/" + i;
      canHold(path, entry.when(), "is never owed: its condition cannot hold");
      for (var earlier : pack.checklist().subList(0, i)) {
        if (earlier.when().equals(entry.when()) && earlier.kinds().equals(entry.kinds())) {
          add(path, "asks for the same paper in the same cases as " + earlier.id());
        }
      }
    }
  }

  /** There is a case in which the condition holds. */
  void canHold(String path, Condition when, String otherwise) {
    var combinations = new Combinations(List.of(when), approvers);
    var holds = new boolean[1];
    if (!combinations.forEach(c -> holds[0] |= c.test(when) == Truth.TRUE)) {
      add(path, "tells more than " + Combinations.LIMIT + " cases apart and cannot be checked");
      return;
    }
    if (!holds[0]) {
      add(path, otherwise);
    }
  }

  void add(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
