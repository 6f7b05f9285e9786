package io.vientro.query.answer;

import io.vientro.core.value.Personal;
import io.vientro.store.SealedText;
import io.vientro.store.Unsealer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Opens the sealed texts in trees of read models, in place, with one question for all keys. */
final class Opening {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Unsealer unsealer;

  Opening(Unsealer unsealer) {
    this.unsealer = unsealer;
  }

  /**
   * Puts the plain text where a sealed one stood, and null where its key was destroyed.
   *
   * @return for each tree, the dotted paths of what was erased
   */
  List<List<String>> open(List<? extends JsonNode> trees) {
    Set<String> sealed = new HashSet<>();
    for (var tree : trees) {
      walk(tree, "", (text, _) -> sealed.add(text), (_, _) -> {});
    }
    var opened = unsealer.open(sealed);
    var erased = new ArrayList<List<String>>();
    for (var tree : trees) {
      var paths = new ArrayList<String>();
      walk(tree, "", (_, _) -> {}, (path, place) -> put(path, place, opened, paths));
      erased.add(List.copyOf(paths));
    }
    return erased;
  }

  /** Where a sealed text stands, and how another node gets there. */
  private record Place(String sealed, Consumer<JsonNode> put) {}

  private static void put(
      String path, Place place, Map<String, Personal> opened, List<String> erased) {
    var personal = opened.getOrDefault(place.sealed(), Personal.ERASED);
    var value = personal.value();
    if (value == null) {
      erased.add(path);
      place.put().accept(NODES.nullNode());
    } else {
      place.put().accept(NODES.stringNode(value));
    }
  }

  private static void walk(
      JsonNode node,
      String path,
      BiConsumer<String, String> seen,
      BiConsumer<String, Place> found) {
    switch (node) {
      case ObjectNode object -> {
        for (var name : List.copyOf(object.propertyNames())) {
          var inner = path.isEmpty() ? name : path + "." + name;
          visit(object.get(name), inner, n -> object.set(name, n), seen, found);
        }
      }
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          var index = i;
          visit(array.get(i), path + "[" + i + "]", n -> array.set(index, n), seen, found);
        }
      }
      default -> {}
    }
  }

  private static void visit(
      JsonNode node,
      String path,
      Consumer<JsonNode> put,
      BiConsumer<String, String> seen,
      BiConsumer<String, Place> found) {
    if (node.isString() && SealedText.is(node.stringValue())) {
      seen.accept(node.stringValue(), path);
      found.accept(path, new Place(node.stringValue(), put));
    } else {
      walk(node, path, seen, found);
    }
  }
}
