package io.vientro.trials.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What child processes print. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * A number of an object.
   *
   * @throws IllegalArgumentException if the text is no such object
   */
  static double number(String text, String key) {
    JsonNode value = MAPPER.readTree(text).path(key);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("no number " + key + " in " + text);
    }
    return value.asDouble();
  }
}
