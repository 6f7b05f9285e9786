package io.vientro.store;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the stored shape of one event from a revision to the next. Personal values are unsealed
 * before it runs, as opaque nodes: it may move or drop them, never read them.
 *
 * @param type stable name of the event
 * @param fromRevision the revision it reads; what it returns has the next one
 * @param change gives the new shape; it may change and return its argument
 */
public record Upcaster(String type, int fromRevision, Function<ObjectNode, ObjectNode> change) {
  /** All there are, in the whole system. */
  public static final List<Upcaster> ALL = List.of();
}
