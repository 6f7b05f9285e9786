package io.vientro.rulepacks;

import com.networknt.schema.Schema;
import io.vientro.core.rules.AgencyRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What this build ships: the decrees it knows, the packs that hold their content, and the registry
 * of agencies.
 *
 * @param decrees known decrees, by first day in force
 * @param packs all shipped versions
 */
public record BuiltInPacks(List<KnownDecree> decrees, List<BuiltInPack> packs) {
  private static final Schema SCHEMA = CheckedFile.schema("decrees.schema.json");
  private static final String AGENCIES = "agencies.yaml";
  private static final String TRAINING_AGENCIES = "agencies-training.yaml";

  public BuiltInPacks {
    decrees = List.copyOf(decrees);
    packs = List.copyOf(packs);
  }

  /**
   * Reads the index and the texts of the packs; the packs themselves are read by {@link
   * BuiltInPack#load()}.
   *
   * @throws RulePackException if the index is unsound
   */
  public static BuiltInPacks load() {
    return load(CheckedFile.resource("decrees.yaml"), "decrees.yaml");
  }

  static BuiltInPacks load(String text, String sourceName) {
    var file = CheckedFile.read(text, sourceName, SCHEMA);
    var decrees = new ArrayList<KnownDecree>();
    var packs = new ArrayList<BuiltInPack>();
    var nodes = file.root().get("decrees");
    for (var i = 0; i < nodes.size(); i++) {
      var path = "/decrees/" + i;
      var decree = decree(file, path, nodes.get(i));
      if (decrees.stream().anyMatch(d -> d.id().equals(decree.id()))) {
        file.add(path + "/id", "'" + decree.id() + "' is taken by an earlier decree");
      }
      if (decrees.stream().anyMatch(d -> overlap(d, decree))) {
        file.add(path + "/in-force", "another decree is in force at that time too");
      }
      decrees.add(decree);
      for (var pack : nodes.get(i).get("packs")) {
        var name = RulePackLoader.text(pack, "file");
        packs.add(
            new BuiltInPack(
                decree.id(), pack.get("version").intValue(), name, CheckedFile.resource(name)));
      }
    }
    file.throwIfAny();
    decrees.sort(Comparator.comparing(KnownDecree::inForceFrom));
    return new BuiltInPacks(decrees, packs);
  }

  /** The highest version of a pack, or empty if this build ships none. */
  public Optional<BuiltInPack> latest(String id) {
    return packs.stream()
        .filter(p -> p.id().equals(id))
        .max(Comparator.comparingInt(BuiltInPack::version));
  }

  /** A version of a pack, or empty if this build does not ship it. */
  public Optional<BuiltInPack> version(String id, int version) {
    return packs.stream().filter(p -> p.id().equals(id) && p.version() == version).findFirst();
  }

  public Optional<KnownDecree> decree(String id) {
    return decrees.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** The decree in force on a day, or empty if the software knows none. */
  public Optional<KnownDecree> inForceOn(LocalDate day) {
    return decrees.stream().filter(d -> d.inForceOn(day)).findFirst();
  }

  /** Text of the registry of real agencies. */
  public static String agenciesText() {
    return CheckedFile.resource(AGENCIES);
  }

  /** Text of the fictional agencies of a TRAINING log. */
  public static String trainingAgenciesText() {
    return CheckedFile.resource(TRAINING_AGENCIES);
  }

  /** The registry for a LIVE log: real agencies only. */
  public static AgencyRegistry liveAgencies() {
    return AgencyRegistryLoader.parse(agenciesText(), AGENCIES);
  }

  /** The registry for a TRAINING log: real and fictional agencies. */
  public static AgencyRegistry trainingAgencies() {
    return AgencyRegistryLoader.merge(
        liveAgencies(), AgencyRegistryLoader.parse(trainingAgenciesText(), TRAINING_AGENCIES));
  }

  private static KnownDecree decree(CheckedFile file, String path, JsonNode node) {
    return new KnownDecree(
        RulePackLoader.text(node, "id"),
        RulePackLoader.text(node, "act"),
        RulePackLoader.bilingual(node.get("title")),
        file.date(node.get("in-force"), "from", path + "/in-force"),
        file.dateOrNull(node.get("in-force"), "to", path + "/in-force"));
  }

  private static boolean overlap(KnownDecree a, KnownDecree b) {
    return (a.inForceTo() == null || !a.inForceTo().isBefore(b.inForceFrom()))
        && (b.inForceTo() == null || !b.inForceTo().isBefore(a.inForceFrom()));
  }
}
