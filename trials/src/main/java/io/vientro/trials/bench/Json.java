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

  /**
   * An array of numbers of an object.
   *
   * @throws IllegalArgumentException if there is none, or it is empty
   */
  static double[] numbers(String text, String key) {
    JsonNode array = MAPPER.readTree(text).path(key);
    if (!array.isArray() || array.isEmpty()) {
      throw new IllegalArgumentException("no numbers " + key + " in " + text);
    }
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }
}
