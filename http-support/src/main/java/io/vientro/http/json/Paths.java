package io.vientro.http.json;

/** Dotted paths: {@code documents[2].kind}; the body itself is the empty path. */
final class Paths {
  private Paths() {}

  static String field(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  static String element(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
