package io.vientro.http.json;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * One spelling for equal bodies: fields in the order of their names, no white space, texts with the
 * fewest escapes, numbers as they were written ({@code 1.0} and {@code 1} stay two bodies).
 */
final class Canonical {
  private Canonical() {}

  static byte[] bytes(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Node.Obj(var fields) -> {
        var separator = '{';
        for (var field : new TreeMap<>(fields).entrySet()) {
          out.append(separator);
          text(field.getKey(), out);
          out.append(':');
          write(field.getValue(), out);
          separator = ',';
        }
        out.append(fields.isEmpty() ? "{}" : "}");
      }
      case Node.Arr(var elements) -> {
        var separator = '[';
        for (var element : elements) {
          out.append(separator);
          write(element, out);
          separator = ',';
        }
        out.append(elements.isEmpty() ? "[]" : "]");
      }
      case Node.Text(var text) -> text(text, out);
      case Node.Num(var text) -> out.append(text);
      case Node.Bool(var value) -> out.append(value);
      case Node.Null() -> out.append("null");
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      switch (character) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          if (character < ' ') {
            out.append(String.format("\\u%04x", (int) character));
          } else {
            out.append(character);
          }
        }
      }
    }
    out.append('"');
  }
}
