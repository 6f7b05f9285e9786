package io.vientro.query.work;

import io.vientro.query.projection.ViewDocument;

/**
 * How many rows there are of a kind, as far as somebody may read them.
 *
 * @param id {@code <list>|<scope>|<what>|<value>}; the scope is a key of readers, or {@link
 *     #EVERYTHING}, or whose work it is
 * @param upTo the last change counted in it: position, and the dossier, since a notice of the
 *     calendar changes many at one position
 * @param n how many
 */
public record WorkCount(String id, String upTo, long n) implements ViewDocument {
  /** The scope of those who may read everything. */
  public static final String EVERYTHING = "*";

  /** The id of a count. */
  public static String id(WorkList list, String scope, String what, String value) {
    return prefix(list, scope) + what + '|' + value;
  }

  /** What all counts of a list within a scope begin with. */
  public static String prefix(WorkList list, String scope) {
    return list.list() + '|' + scope + '|';
  }

  /** Grows with each change of the log. */
  static String place(long position, String dossier) {
    return "%019d %s".formatted(position, dossier);
  }

  @Override
  public long position() {
    return Long.parseLong(upTo.substring(0, 19));
  }
}
