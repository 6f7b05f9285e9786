package io.vientro.store;

import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import io.vientro.store.EventJson.Opaque;
import io.vientro.store.Sealing.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * Finds the personal values in an event's tree, whichever way it goes. As stored they are {@code
 * {"sealed":"…","key":"…"}}; a value that was erased before it was written again is {@code
 * {"erased":true}}.
 */
final class PersonalNodes {
  private static final String SEALED = "sealed";
  private static final String KEY = "key";
  private static final String ERASED = "erased";

  /**
   * A personal value in a tree.
   *
   * @param text the plain text, or the sealed one when reading
   * @param put puts another node in its place
   */
  record Found(Place place, String text, Consumer<JsonNode> put) {
    void seal(String sealed) {
      put.accept(JsonNodeFactory.instance.objectNode().put(SEALED, sealed).put(KEY, place.keyId()));
    }

    /** Puts the value in its sealed form, as text, in its place. */
    void leaveSealed() {
      unseal(Personal.of(SealedText.of(place, text)));
    }

    void unseal(Personal personal) {
      put.accept(opaque(personal));
    }
  }

  private final String aggregate;
  private final String type;
  private final boolean reading;
  private final Supplier<String> ownKey;
  private final List<Found> found = new ArrayList<>();

  private PersonalNodes(String aggregate, String type, boolean reading, Supplier<String> ownKey) {
    this.aggregate = aggregate;
    this.type = type;
    this.reading = reading;
    this.ownKey = ownKey;
  }

  /**
   * What has to be sealed before the tree can be written.
   *
   * @param ownKey gives the last part of the id of a key that is one record's own
   */
  static List<Found> plain(
      String aggregate, String type, ObjectNode tree, Supplier<String> ownKey) {
    var nodes = new PersonalNodes(aggregate, type, false, ownKey);
    nodes.walk(tree, "");
    return nodes.found;
  }

  /**
   * What has to be unsealed before the tree can be read.
   *
   * @throws EventFormatException at a null, which is never written
   * @throws SealingException at a key of another aggregate
   */
  static List<Found> sealed(String aggregate, String type, ObjectNode tree) {
    var nodes = new PersonalNodes(aggregate, type, true, () -> "");
    nodes.walk(tree, "");
    return nodes.found;
  }

  private void walk(JsonNode node, String path) {
    switch (node) {
      case ObjectNode object -> {
        for (var name : List.copyOf(object.propertyNames())) {
          visit(object.get(name), path + "/" + name, n -> object.set(name, n));
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          var index = i;
          visit(array.get(i), path + "/" + i, n -> array.set(index, n));
        }
      }
      default -> {}
    }
  }

  private void visit(JsonNode node, String path, Consumer<JsonNode> put) {
    if (node.isNull()) {
      throw new EventFormatException("a null, which is never written: " + type + path);
    }
    if (reading && node.size() == 2 && node.path(SEALED).isString() && node.path(KEY).isString()) {
      var key = node.get(KEY).stringValue();
      var place = new Place(key, type, path);
      if (!key.startsWith(aggregate + "/")) {
        throw new SealingException("the key belongs to another aggregate: " + place);
      }
      found.add(new Found(place, node.get(SEALED).stringValue(), put));
    } else if (reading && node.size() == 1 && node.path(ERASED).isBoolean()) {
      put.accept(opaque(Personal.ERASED));
    } else if (!reading && node instanceof POJONode pojo && pojo.getPojo() instanceof Opaque it) {
      var text = it.personal().value();
      if (text == null) {
        put.accept(JsonNodeFactory.instance.objectNode().put(ERASED, true));
      } else {
        found.add(new Found(new Place(keyId(it.subject()), type, path), text, put));
      }
    } else {
      walk(node, path);
    }
  }

  private String keyId(@Nullable Subject subject) {
    var of = Objects.requireNonNull(subject, "the writer refuses a value without a subject");
    return aggregate + "/" + of.value() + (of.eachOwn() ? "-" + ownKey.get() : "");
  }

  private static JsonNode opaque(Personal personal) {
    return JsonNodeFactory.instance.pojoNode(new Opaque(personal, null));
  }
}
