package io.vientro.rulepacks;

import com.networknt.schema.Schema;
import io.vientro.core.Digests;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.ChecklistEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.ParameterEntry;
import io.vientro.core.rules.RulePack.ParameterKind;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.ReceiverEntry;
import io.vientro.core.rules.RulePack.SetsRule;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.SupplementRule;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.RulePack.TranslationRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule pack, or says everything that is wrong with it. Stateless and safe for use by
 * several threads.
 */
public final class RulePackLoader {
  private static final Schema SCHEMA = CheckedFile.schema("rule-pack.schema.json");

  private RulePackLoader() {}

  /**
   * Reads a pack.
   *
   * @param bytes UTF-8
   * @param sourceName as a reader of an error finds it
   * @throws RulePackException naming all that is wrong, first in form, then in content
   */
  public static RulePack parse(byte[] bytes, String sourceName) {
    return parse(CheckedFile.decode(bytes, sourceName), sourceName);
  }

  /** Reads a pack. See {@link #parse(byte[], String)}. */
  public static RulePack parse(String text, String sourceName) {
    var file = CheckedFile.read(text, sourceName, SCHEMA);
    var pack = pack(file);
    file.throwIfAny();
    var root = file.root();
    var inOrder = root.has("in-order") ? Conditions.texts(root.get("in-order")) : null;
    RulePackCheck.problems(pack, roles(root).keySet(), inOrder)
        .forEach(p -> file.add(p.path(), p.message()));
    file.throwIfAny();
    return pack;
  }

  /** Reads a pack together with the digest that dossiers are pinned to. */
  public static RulePack.Identified identified(String text, String sourceName) {
    return new RulePack.Identified(parse(text, sourceName), sha256(text));
  }

  /**
   * What officials call the roles that a pack speaks of, by role.
   *
   * @throws RulePackException if the text does not have the shape of a pack
   */
  public static Map<String, Bilingual> roleNames(String text, String sourceName) {
    return roles(CheckedFile.read(text, sourceName, SCHEMA).root());
  }

  /** Lower-case hex digest of the text's UTF-8 bytes. */
  public static String sha256(String text) {
    return Digests.sha256(text);
  }

  private static RulePack pack(CheckedFile file) {
    var root = file.root();
    var sets = root.get("sets");
    var translations = root.get("translations");
    var code = root.get("dossier-code");
    var supplements = root.get("supplements");
    return new RulePack(
        text(root, "pack"),
        root.get("version").intValue(),
        text(root, "act"),
        bilingual(root.get("title")),
        file.date(root.get("in-force"), "from", "/in-force"),
        file.dateOrNull(root.get("in-force"), "to", "/in-force"),
        each(root.get("authority"), RulePackLoader::authority),
        each(
            root.get("receivers"),
            n -> new ReceiverEntry(text(n, "articles"), Conditions.when(n), text(n, "receiver"))),
        each(root.get("checklist"), RulePackLoader::paper),
        new SetsRule(
            sets.get("count").intValue(), text(sets, "articles"), text(sets, "waived-online")),
        new TranslationRule(
            text(translations, "language"),
            enums(Translation.class, translations.get("accepted")),
            text(translations, "articles"),
            text(translations, "also-accepted")),
        new DossierCodeRule(
            text(code, "date-pattern"), code.get("digits").intValue(), text(code, "basis")),
        each(root.get("time-limits"), RulePackLoader::timeLimit),
        new SupplementRule(
            supplements.get("free").intValue(),
            text(supplements, "act"),
            text(supplements, "articles")),
        each(root.get("parameters"), RulePackLoader::parameter),
        // The schema lets a pack have all of the road's sections or none.
        root.has("appraisal-leads") ? RoadReader.road(root) : null,
        root.has("scope") ? each(root.get("scope"), LifeReader::scope) : List.of(),
        root.has("life") ? LifeReader.life(root) : null);
  }

  private static AuthorityEntry authority(JsonNode node) {
    return new AuthorityEntry(
        text(node, "id"),
        text(node, "articles"),
        Conditions.when(node),
        textOrNull(node, "approver"),
        node.has("question") ? question(node.get("question")) : null,
        confidence(node),
        node.has("note") ? bilingual(node.get("note")) : null);
  }

  static Question question(JsonNode node) {
    return new Question(
        text(node, "id"),
        bilingual(node.get("text")),
        textOrNull(node, "proposes"),
        each(node.get("answers"), JsonNode::stringValue));
  }

  private static ChecklistEntry paper(JsonNode node) {
    return new ChecklistEntry(
        text(node, "id"),
        text(node, "articles"),
        bilingual(node.get("name")),
        enums(DocumentKind.class, node.get("kinds")),
        Conditions.when(node),
        CopyForm.valueOf(text(node, "form")),
        node.has("must-be-valid") && node.get("must-be-valid").booleanValue(),
        confidence(node));
  }

  private static TimeLimitEntry timeLimit(JsonNode node) {
    var traits = LifeReader.traits(node);
    return new TimeLimitEntry(
        text(node, "id"),
        bilingual(node.get("name")),
        term(node),
        Start.valueOf(text(node, "start")),
        OnSupplement.valueOf(text(node, "on-supplement")),
        confidence(node),
        traits);
  }

  /**
   * The term of a limit. Of one that the law ends on dates of the year it holds rule and basis
   * only; the dates are for whoever knows from when it runs.
   */
  private static LegalTerm term(JsonNode node) {
    var endRule = LegalTerm.EndRule.valueOf(text(node, "end-rule"));
    var basis = new LegalBasis(text(node, "act"), text(node, "articles"));
    return node.has("fixed")
        ? new LegalTerm(1, LegalTerm.Unit.CALENDAR_DAY, endRule, basis)
        : new LegalTerm(
            node.get("amount").intValue(),
            LegalTerm.Unit.valueOf(text(node, "unit")),
            endRule,
            basis);
  }

  private static ParameterEntry parameter(JsonNode node) {
    var name = text(node, "name");
    var description = bilingual(node.get("description"));
    return node.has("kind")
        ? new ParameterEntry(name, description, Set.of(), ParameterKind.valueOf(text(node, "kind")))
        : new ParameterEntry(
            name,
            description,
            node.has("values") ? new TreeSet<>(Conditions.texts(node.get("values"))) : Set.of());
  }

  private static Map<String, Bilingual> roles(JsonNode root) {
    var roles = new LinkedHashMap<String, Bilingual>();
    root.get("roles").properties().forEach(e -> roles.put(e.getKey(), bilingual(e.getValue())));
    return roles;
  }

  static Confidence confidence(JsonNode node) {
    return Confidence.valueOf(text(node, "confidence"));
  }

  static Bilingual bilingual(JsonNode node) {
    return new Bilingual(text(node, "vi"), text(node, "en"));
  }

  static String text(JsonNode parent, String key) {
    return parent.get(key).stringValue();
  }

  static @Nullable String textOrNull(JsonNode parent, String key) {
    return parent.has(key) ? text(parent, key) : null;
  }

  static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> reader) {
    var list = new ArrayList<T>();
    nodes.forEach(n -> list.add(reader.apply(n)));
    return list;
  }

  static <E extends Enum<E>> Set<E> enums(Class<E> type, JsonNode nodes) {
    var set = EnumSet.noneOf(type);
    nodes.forEach(n -> set.add(Enum.valueOf(type, n.stringValue())));
    return set;
  }
}
