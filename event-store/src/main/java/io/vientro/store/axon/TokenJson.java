package io.vientro.store.axon;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens as text of our own: {@code {"position":41}}, {@code
 * {"reset":{…},"current":{…},"context":"…"}}, {@code {"lower":{…},"upper":{…}}}; a token that
 * stands before everything is left out. It names no Java class, so that a renamed one does not stop
 * all projections.
 */
final class TokenJson {
  private final JsonMapper json = new JsonMapper();

  /**
   * @throws IllegalArgumentException if it is a token of another kind of store, or the context of a
   *     replay is not a text
   */
  String write(TrackingToken token) {
    return json.writeValueAsString(tree(token));
  }

  /**
   * @throws IllegalArgumentException if the text is none of ours
   */
  TrackingToken read(String text) {
    var token = token(json.readTree(text));
    if (token == null) {
      throw new IllegalArgumentException("not a token: " + text);
    }
    return token;
  }

  private static ObjectNode tree(TrackingToken token) {
    var node = JsonNodeFactory.instance.objectNode();
    switch (token) {
      case GlobalSequenceTrackingToken position -> node.put("position", position.getGlobalIndex());
      case ReplayToken replay -> {
        put(node, "reset", replay.getTokenAtReset());
        put(node, "current", replay.getCurrentToken());
        switch (replay.context()) {
          case null -> {}
          case String context -> node.put("context", context);
          default -> throw new IllegalArgumentException("the context of a replay is a text");
        }
      }
      case MergedTrackingToken merged -> {
        put(node, "lower", merged.lowerSegmentToken());
        put(node, "upper", merged.upperSegmentToken());
      }
      default -> throw new IllegalArgumentException("not a token of this log: " + token);
    }
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable TrackingToken token) {
    node.set(name, token == null ? JsonNodeFactory.instance.nullNode() : tree(token));
  }

  private static @Nullable TrackingToken token(JsonNode node) {
    if (node.isNull()) {
      return null;
    } else if (node.has("position")) {
      return new GlobalSequenceTrackingToken(node.get("position").longValue());
    } else if (node.has("reset")) {
      var context = node.has("context") ? node.get("context").stringValue() : null;
      return ReplayToken.createReplayToken(
          token(node.get("reset")), token(node.get("current")), context);
    } else if (node.has("lower")) {
      return new MergedTrackingToken(token(node.get("lower")), token(node.get("upper")));
    }
    throw new IllegalArgumentException("not a token: " + node);
  }
}
