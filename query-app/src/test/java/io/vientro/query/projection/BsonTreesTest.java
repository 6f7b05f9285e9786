package io.vientro.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class BsonTreesTest {

  @ParameterizedTest
  @ValueSource(strings = {"125000.50", "0.00", "1", "99999999999999999999.999999", "0.1"})
  void a_decimal_keeps_its_value_and_its_scale(String number) {
    var tree = JsonNodeFactory.instance.objectNode().put("n", new BigDecimal(number));
    var document = BsonTrees.document(tree);
    assertThat(document.get("n")).isEqualTo(new Decimal128(new BigDecimal(number)));
    assertThat(BsonTrees.tree(document).get("n").decimalValue()).isEqualTo(new BigDecimal(number));
  }

  @Test
  void everything_else_comes_back_as_it_was() {
    var tree =
        (ObjectNode)
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    {"b": 1, "a": 9007199254740993, "t": "2025-03-03", "f": true, "n": null,
                     "list": [{"x": "đ"}, [1, "2"], []], "empty": {}}\
                    """);
    assertThat(BsonTrees.tree(BsonTrees.document(tree))).isEqualTo(tree);
    assertThat(BsonTrees.document(tree).keySet())
        .containsExactly("b", "a", "t", "f", "n", "list", "empty");
    assertThat(BsonTrees.document(tree).get("list", List.class).getFirst())
        .isEqualTo(new Document("x", "đ"));
  }
}
