package io.vientro.rulepacks;

import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.AgencyRegistry.Assignment;
import io.vientro.core.rules.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Agencies that each province has, written once in a registry and spelled out here: for every
 * agency that plays a given role, at its places and within its time.
 */
final class ProvincialDepartments {
  private static final String PATH = "/provincial-departments";
  private static final String PROVINCE = "{province}";

  /**
   * A department of one province.
   *
   * @param path where its template stands
   * @param agency without a code: no dossier is filed with it
   * @param plays its roles; empty if it has none in the province's time
   */
  record Department(String path, Agency agency, List<Assignment> plays) {}

  private final CheckedFile file;
  private final String role;
  private final Bilingual nameOf;
  private final JsonNode templates;

  private ProvincialDepartments(CheckedFile file, JsonNode node) {
    this.file = file;
    this.role = RulePackLoader.text(node, "of");
    this.nameOf = RulePackLoader.bilingual(node.get("name-of"));
    this.templates = node.get("departments");
  }

  /**
   * Spells out the section of a registry, if it has one. What is wrong is added to the file's
   * findings.
   */
  static List<Department> of(
      CheckedFile file, Iterable<Agency> agencies, List<Assignment> assignments) {
    if (!file.root().has("provincial-departments")) {
      return List.of();
    }
    var departments = new ProvincialDepartments(file, file.root().get("provincial-departments"));
    var all = new ArrayList<Department>();
    for (var agency : agencies) {
      var terms =
          assignments.stream()
              .filter(a -> a.agency().equals(agency.id()) && a.role().equals(departments.role))
              .toList();
      if (!terms.isEmpty()) {
        all.addAll(departments.of(agency, terms));
      }
    }
    return all;
  }

  private List<Department> of(Agency seat, List<Assignment> terms) {
    var vi = province(nameOf.vi(), seat.name().vi());
    var en = province(nameOf.en(), seat.name().en());
    if (seat.place() == null || vi == null || en == null) {
      file.add(
          PATH + "/name-of",
          seat.id() + " plays " + role + " but has no place or is not named like that");
      return List.of();
    }
    var departments = new ArrayList<Department>();
    for (var i = 0; i < templates.size(); i++) {
      var node = templates.get(i);
      var name = RulePackLoader.bilingual(node.get("name"));
      var agency =
          new Agency(
              RulePackLoader.text(node, "id") + "-" + seat.place(),
              new Bilingual(name.vi().replace(PROVINCE, vi), name.en().replace(PROVINCE, en)),
              null,
              seat.place());
      var path = PATH + "/departments/" + i;
      departments.add(new Department(path, agency, plays(path, node, agency, terms)));
    }
    return departments;
  }

  /** What stands for the province in a name, or null if the name is not of that pattern. */
  private static @Nullable String province(String pattern, String name) {
    var at = pattern.indexOf(PROVINCE);
    var before = pattern.substring(0, at);
    var after = pattern.substring(at + PROVINCE.length());
    return name.startsWith(before)
            && name.endsWith(after)
            && name.length() > before.length() + after.length()
        ? name.substring(before.length(), name.length() - after.length())
        : null;
  }

  private List<Assignment> plays(
      String path, JsonNode template, Agency agency, List<Assignment> terms) {
    var assignments = new ArrayList<Assignment>();
    if (!template.has("plays")) {
      return assignments;
    }
    var plays = template.get("plays");
    for (var i = 0; i < plays.size(); i++) {
      var node = plays.get(i);
      var at = path + "/plays/" + i;
      var from = file.dateOrNull(node, "from", at);
      var to = file.dateOrNull(node, "to", at);
      if (from != null && to != null && to.isBefore(from)) {
        file.add(at + "/to", "the last day is before the first");
      }
      for (var term : terms) {
        within(term, RulePackLoader.text(node, "role"), agency, from, to)
            .ifPresent(assignments::add);
      }
    }
    return assignments;
  }

  /** The role at the term's place, for as long as both last; empty if they never meet. */
  private static Optional<Assignment> within(
      Assignment term,
      String role,
      Agency agency,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    var first = both(from, term.from()).max(LocalDate::compareTo).orElse(null);
    var last = both(to, term.to()).min(LocalDate::compareTo).orElse(null);
    return first != null && last != null && last.isBefore(first)
        ? Optional.empty()
        : Optional.of(new Assignment(role, term.place(), agency.id(), first, last));
  }

  private static Stream<LocalDate> both(@Nullable LocalDate a, @Nullable LocalDate b) {
    return Stream.of(Optional.ofNullable(a), Optional.ofNullable(b)).flatMap(Optional::stream);
  }
}
