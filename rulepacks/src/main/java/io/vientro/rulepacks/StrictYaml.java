package io.vientro.rulepacks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the part of YAML that has one meaning only. Two readers of YAML may disagree over {@code
 * yes}, {@code 010} or {@code 16.10}; here a plain scalar is a text, a whole number, {@code true}
 * or {@code false}, or it is refused. There are no anchors, aliases, tags, merge keys, empty values
 * or second documents.
 *
 * <p>The tree is built straight from the parser's events, so that what the schema sees is exactly
 * what was checked here.
 */
final class StrictYaml {
  private static final int MAX_LENGTH = 1_000_000;
  private static final int MAX_DEPTH = 40;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+]?\\.?[0-9].*");
  private static final Pattern LIKE_A_DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");
  private static final Pattern LIKE_A_DECIMAL = Pattern.compile("[-+]?[0-9]*\\.[0-9]+");
  private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9]+(:[0-9]+)+(\\.[0-9]*)?");
  private static final Pattern LIKE_A_TRUTH = Pattern.compile("(?i)yes|no|on|off|y|n|true|false");
  private static final Pattern LIKE_NOTHING = Pattern.compile("|~|(?i)null");
  private static final Pattern LIKE_INFINITY = Pattern.compile("(?i)[-+]?\\.inf|\\.nan|=|<<");

  /** Characters that let a text look other than it is (bidirectional controls, zero width). */
  private static final Pattern DECEPTIVE =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");

  /** Where something stands, from 1. */
  record Position(int line, int column) {}

  /**
   * What was read.
   *
   * @param root the tree; a refused value stands in it as text, a missing tree as null node
   * @param values where each value starts, by JSON pointer
   * @param keys where each key starts, by JSON pointer of its value
   * @param findings what was refused
   */
  record Document(
      JsonNode root,
      Map<String, Position> values,
      Map<String, Position> keys,
      List<Finding> findings) {

    /** Where a value stands; if it has no place of its own, the place of what encloses it. */
    Position at(String path) {
      for (var p = path; ; p = p.substring(0, p.lastIndexOf('/'))) {
        var position = values.get(p);
        if (position != null) {
          return position;
        }
        if (p.isEmpty()) {
          return new Position(1, 1);
        }
      }
    }

    Finding finding(String path, String message) {
      var position = at(path);
      return new Finding(position.line(), position.column(), path, message);
    }
  }

  private final String text;
  private final Map<String, Position> values = new HashMap<>();
  private final Map<String, Position> keys = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private StrictYaml(String text) {
    this.text = text;
  }

  static Document read(String text, String sourceName) {
    return new StrictYaml(text).document(sourceName);
  }

  private Document document(String sourceName) {
    JsonNode root = JsonNodeFactory.instance.nullNode();
    if (text.length() > MAX_LENGTH) {
      findings.add(new Finding(1, 1, "", "longer than " + MAX_LENGTH + " characters"));
      return new Document(root, values, keys, findings);
    }
    findDeceptiveCharacters();
    var settings = LoadSettings.builder().setLabel(sourceName).build();
    try {
      var events = new Parse(settings).parseString(text).iterator();
      events.next();
      if (events.next().getEventId() == Event.ID.StreamEnd) {
        findings.add(new Finding(1, 1, "", "the file is empty"));
        return new Document(root, values, keys, findings);
      }
      root = node(events.next(), events, "", 0);
      events.next();
      var after = events.next();
      if (after.getEventId() != Event.ID.StreamEnd) {
        add(after, "", "a second document; a file holds one");
      }
    } catch (TooDeepException e) {
      // The rest cannot be read; the finding is there.
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark);
      findings.add(
          new Finding(
              mark.map(m -> m.getLine() + 1).orElse(1),
              mark.map(m -> m.getColumn() + 1).orElse(1),
              "",
              "not YAML: " + e.getProblem()));
    } catch (ReaderException e) {
      var at = positionOf(e.getPosition());
      findings.add(
          new Finding(
              at.line(),
              at.column(),
              "",
              "character U+%04X is not allowed".formatted(e.getCodePoint())));
    } catch (YamlEngineException | NumberFormatException e) {
      findings.add(new Finding(1, 1, "", "not YAML: " + e.getMessage()));
    }
    return new Document(root, values, keys, findings);
  }

  private JsonNode node(Event event, Iterator<Event> events, String path, int depth) {
    values.put(path, position(event));
    if (depth > MAX_DEPTH) {
      add(event, path, "nested deeper than " + MAX_DEPTH + " levels");
      throw new TooDeepException();
    }
    if (event instanceof AliasEvent) {
      add(event, path, "an alias; write the value out");
      return JsonNodeFactory.instance.stringNode("");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      add(event, path, "an anchor; write the value out where it is used");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, path);
      case CollectionStartEvent start -> {
        if (start.getTag().isPresent()) {
          add(event, path, "a tag; leave it out");
        }
        yield start.getEventId() == Event.ID.MappingStart
            ? mapping(events, path, depth)
            : sequence(events, path, depth);
      }
      default -> throw new IllegalStateException("a parser gave " + event);
    };
  }

  private JsonNode mapping(Iterator<Event> events, String path, int depth) {
    var object = JsonNodeFactory.instance.objectNode();
    var seen = new HashSet<String>();
    for (var key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      var name = key(key, events, path, depth);
      var valuePath = path + "/" + name.replace("~", "~0").replace("/", "~1");
      var first = seen.add(name);
      if (!first) {
        add(key, valuePath, "'" + name + "' is given twice");
      }
      // A repeated value is read for its own errors under a path of its own, and then dropped.
      var value = node(events.next(), events, first ? valuePath : valuePath + "(again)", depth + 1);
      if (first) {
        keys.put(valuePath, position(key));
        object.set(name, value);
      }
    }
    return object;
  }

  private String key(Event event, Iterator<Event> events, String path, int depth) {
    if (event instanceof ScalarEvent scalar) {
      if (scalar.getAnchor().isPresent()) {
        add(event, path, "an anchor; write the value out where it is used");
      }
      var value = scalar(scalar, path + "/" + scalar.getValue());
      if (!value.isString()) {
        add(event, path, "the key " + scalar.getValue() + " is not a text; write it in quotes");
      }
      return scalar.getValue();
    }
    add(event, path, "a key that is not a text");
    node(event, events, path + "/(key)", depth + 1);
    return "(key)";
  }

  private JsonNode sequence(Iterator<Event> events, String path, int depth) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var item = events.next();
        item.getEventId() != Event.ID.SequenceEnd;
        item = events.next()) {
      array.add(node(item, events, path + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent scalar, String path) {
    var value = scalar.getValue();
    if (scalar.getTag().isPresent()) {
      add(scalar, path, "a tag; leave it out");
    }
    if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      add(scalar, path, "accents are written as separate characters; save the file in Unicode NFC");
    }
    if (scalar.isPlain()) {
      if (WHOLE_NUMBER.matcher(value).matches()) {
        return JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
      }
      if (value.equals("true") || value.equals("false")) {
        return JsonNodeFactory.instance.booleanNode(value.equals("true"));
      }
      var doubt = doubt(value);
      if (!doubt.isEmpty()) {
        add(scalar, path, doubt);
      }
    }
    return JsonNodeFactory.instance.stringNode(value);
  }

  private static String doubt(String plain) {
    if (LIKE_NOTHING.matcher(plain).matches()) {
      return "no value; leave the key out or write \"\"";
    }
    var quoted = "; write \"" + plain + "\" in quotes";
    if (LIKE_A_TRUTH.matcher(plain).matches()) {
      return "'" + plain + "' may be read as true or false" + quoted;
    }
    if (LIKE_INFINITY.matcher(plain).matches()) {
      return "'" + plain + "' has a meaning of its own in YAML" + quoted;
    }
    if (LIKE_A_DATE.matcher(plain).matches()) {
      return "a date without quotes" + quoted;
    }
    if (BASE_60.matcher(plain).matches()) {
      return "'" + plain + "' may be read as a number to base 60" + quoted;
    }
    if (LIKE_A_DECIMAL.matcher(plain).matches()) {
      return "'" + plain + "' may be read as a number that loses its last zero" + quoted;
    }
    if (LIKE_A_NUMBER.matcher(plain).matches()) {
      return "'" + plain + "' may be read as a number (octal, hexadecimal, signed)" + quoted;
    }
    return "";
  }

  private void findDeceptiveCharacters() {
    var matcher = DECEPTIVE.matcher(text);
    while (matcher.find()) {
      var at = positionOf(text.codePointCount(0, matcher.start()));
      findings.add(
          new Finding(
              at.line(),
              at.column(),
              "",
              "invisible character U+%04X".formatted(text.codePointAt(matcher.start()))));
    }
  }

  private Position positionOf(int codePoint) {
    var before =
        text.substring(
            0,
            text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length()))));
    var lineStart = before.lastIndexOf('\n') + 1;
    return new Position(
        (int) before.chars().filter(c -> c == '\n').count() + 1,
        before.codePointCount(lineStart, before.length()) + 1);
  }

  private static Position position(Event event) {
    return event
        .getStartMark()
        .map(m -> new Position(m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Position(1, 1));
  }

  private void add(Event event, String path, String message) {
    var at = position(event);
    findings.add(new Finding(at.line(), at.column(), path, message));
  }

  private static final class TooDeepException extends RuntimeException {
    TooDeepException() {
      super(null, null, false, false);
    }
  }
}
