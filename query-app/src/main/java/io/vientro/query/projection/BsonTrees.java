package io.vientro.query.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between JSON trees and BSON documents, without loss: decimals as Decimal128 with value and scale,
 * dates as they are written in JSON, whole numbers in the width they have.
 */
final class BsonTrees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BsonTrees() {}

  static Document document(ObjectNode tree) {
    var document = new Document();
    tree.forEachEntry((name, node) -> document.append(name, bson(node)));
    return document;
  }

  private static @Nullable Object bson(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> document((ObjectNode) node);
      case ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        node.forEach(element -> list.add(bson(element)));
        yield list;
      }
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NULL -> null;
      case NUMBER ->
          switch (node.numberType()) {
            case INT -> (Object) node.intValue();
            case LONG -> node.longValue();
            default -> new Decimal128(node.decimalValue());
          };
      default -> throw new IllegalArgumentException("not a value of JSON: " + node.getNodeType());
    };
  }

  static ObjectNode tree(Document document) {
    var tree = NODES.objectNode();
    document.forEach((name, value) -> tree.set(name, node(value)));
    return tree;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Document document -> tree(document);
      case List<?> list -> array(list);
      case String text -> NODES.stringNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Decimal128 number -> NODES.numberNode(decimal(number));
      default -> throw new IllegalArgumentException("not stored by us: " + value.getClass());
    };
  }

  private static BigDecimal decimal(Decimal128 number) {
    return number.bigDecimalValue();
  }

  private static ArrayNode array(List<?> list) {
    var array = NODES.arrayNode();
    list.forEach(element -> array.add(node(element)));
    return array;
  }
}
