package io.vientro.http.json;

import org.jspecify.annotations.Nullable;

/** What a JSON value must look like to become a Java value. */
interface Shape {
  /**
   * The Java value; if the node does not have this shape, everything wrong is added to the findings
   * and the answer is null. A JSON null is never passed in.
   */
  @Nullable Object read(Node node, String path, Findings findings);
}
