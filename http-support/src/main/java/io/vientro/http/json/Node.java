package io.vientro.http.json;

import java.util.List;
import java.util.Map;

/**
 * A JSON value as it was written; a number is kept as its text, so that nobody computes with it
 * before it was looked at.
 */
sealed interface Node {
  /** Fields in the order of the body, each name once. */
  record Obj(Map<String, Node> fields) implements Node {}

  record Arr(List<Node> elements) implements Node {}

  record Text(String text) implements Node {}

  record Num(String text) implements Node {}

  record Bool(boolean value) implements Node {}

  record Null() implements Node {}
}
