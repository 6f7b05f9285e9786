package io.vientro.rulepacks;

import com.networknt.schema.Schema;
import io.vientro.core.Digests;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.AgencyRegistry.Assignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads which agencies there are and which roles they play. Stateless and safe for use by several
 * threads.
 */
public final class AgencyRegistryLoader {
  private static final Schema SCHEMA = CheckedFile.schema("agencies.schema.json");

  /** Roles that are the dossier's own managing agency and therefore nobody's by assignment. */
  private static final Set<String> NOT_ASSIGNED =
      Set.of(AgencyRegistry.MANAGING_AGENCY, AgencyRegistry.HEAD_OF_MANAGING_AGENCY);

  private AgencyRegistryLoader() {}

  /** Reads a registry under a name of its own in errors. See {@link #parse(String, String)}. */
  public static AgencyRegistry parse(String text) {
    return parse(text, "agencies.yaml");
  }

  /**
   * Reads a registry. An agency without a code gets its id in upper case: a stand-in that can be
   * told from an official code, until the deploying agency names one. The departments that each
   * province has get none, since no dossier is filed with them.
   *
   * @throws RulePackException naming all that is wrong, first in form, then in content
   */
  public static AgencyRegistry parse(String text, String sourceName) {
    var file = CheckedFile.read(text, sourceName, SCHEMA);
    var agencies = new LinkedHashMap<String, Agency>();
    var codes = new HashSet<String>();
    var assignments = new ArrayList<Assignment>();
    var nodes = file.root().get("agencies");
    for (var i = 0; i < nodes.size(); i++) {
      var path = "/agencies/" + i;
      var agency = agency(nodes.get(i));
      if (agencies.put(agency.id(), agency) != null) {
        file.add(path + "/id", "'" + agency.id() + "' is taken by an earlier agency");
      } else if (!codes.add(String.valueOf(agency.code()))) {
        file.add(path + "/code", "'" + agency.code() + "' is taken by an earlier agency");
      }
      if (nodes.get(i).has("plays")) {
        plays(file, path + "/plays", nodes.get(i).get("plays"), agency, assignments);
      }
    }
    for (var department :
        ProvincialDepartments.of(file, List.copyOf(agencies.values()), List.copyOf(assignments))) {
      var agency = department.agency();
      if (agencies.put(agency.id(), agency) != null) {
        file.add(department.path() + "/id", "'" + agency.id() + "' is taken by another agency");
      }
      department.plays().forEach(a -> assign(file, department.path() + "/plays", a, assignments));
    }
    file.throwIfAny();
    return new AgencyRegistry(Digests.sha256(text), agencies, assignments);
  }

  /**
   * The version that a registry file gives itself, from 1.
   *
   * @throws RulePackException if the text does not have the shape of a registry
   */
  public static int version(String text, String sourceName) {
    return CheckedFile.read(text, sourceName, SCHEMA).root().get("version").intValue();
  }

  /**
   * Adds the agencies of one registry to another, as a TRAINING log does with the fictional ones.
   * The digest is that of both digests.
   *
   * @throws IllegalArgumentException if an id, a code, or a role at one place and time is in both
   */
  public static AgencyRegistry merge(AgencyRegistry registry, AgencyRegistry further) {
    var agencies = new LinkedHashMap<>(registry.agencies());
    var codes = new HashSet<String>();
    registry.agencies().values().forEach(a -> isNew(codes, a.code()));
    for (var agency : further.agencies().values()) {
      if (agencies.put(agency.id(), agency) != null || !isNew(codes, agency.code())) {
        throw new IllegalArgumentException(
            "agency " + agency.id() + " with code " + agency.code() + " is in both registries");
      }
    }
    var assignments = new ArrayList<>(registry.assignments());
    for (var assignment : further.assignments()) {
      if (assignments.stream().anyMatch(a -> clash(a, assignment))) {
        throw new IllegalArgumentException("two agencies play " + assignment);
      }
      assignments.add(assignment);
    }
    return new AgencyRegistry(
        Digests.sha256(registry.sha256() + "\n" + further.sha256() + "\n"), agencies, assignments);
  }

  private static boolean isNew(Set<String> codes, @Nullable String code) {
    return code == null || codes.add(code);
  }

  private static Agency agency(JsonNode node) {
    var id = RulePackLoader.text(node, "id");
    var code = RulePackLoader.textOrNull(node, "code");
    return new Agency(
        id,
        RulePackLoader.bilingual(node.get("name")),
        code == null ? id.toUpperCase(Locale.ROOT) : code,
        RulePackLoader.textOrNull(node, "place"));
  }

  private static void plays(
      CheckedFile file, String path, JsonNode plays, Agency agency, List<Assignment> assignments) {
    for (var i = 0; i < plays.size(); i++) {
      var node = plays.get(i);
      var at = path + "/" + i;
      var place = RulePackLoader.textOrNull(node, "place");
      var assignment =
          new Assignment(
              RulePackLoader.text(node, "role"),
              place == null ? agency.place() : place,
              agency.id(),
              file.dateOrNull(node, "from", at),
              file.dateOrNull(node, "to", at));
      if (assignment.from() != null
          && assignment.to() != null
          && assignment.to().isBefore(assignment.from())) {
        file.add(at + "/to", "the last day is before the first");
      }
      assign(file, at, assignment, assignments);
    }
  }

  private static void assign(
      CheckedFile file, String path, Assignment assignment, List<Assignment> assignments) {
    if (NOT_ASSIGNED.contains(assignment.role())) {
      file.add(path + "/role", assignment.role() + " is the dossier's own agency");
    }
    assignments.stream()
        .filter(a -> clash(a, assignment))
        .findFirst()
        .ifPresent(
            a -> file.add(path, a.agency() + " plays " + a.role() + " at that place and time too"));
    assignments.add(assignment);
  }

  /** Whether both would answer the same question: who plays the role, there, on that day. */
  private static boolean clash(Assignment a, Assignment b) {
    return a.role().equals(b.role())
        && (a.place() == null || b.place() == null || a.place().equals(b.place()))
        && !ended(a, b.from())
        && !ended(b, a.from());
  }

  private static boolean ended(Assignment assignment, @Nullable LocalDate before) {
    return assignment.to() != null && before != null && assignment.to().isBefore(before);
  }
}
