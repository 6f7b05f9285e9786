package io.vientro.query.rights;

import java.util.Collection;

/** Which dossiers somebody may read. */
public sealed interface Sight {

  /** None at all. */
  record Nothing() implements Sight {}

  /**
   * Those that carry a mark.
   *
   * @param reader one of the marks of {@link io.vientro.query.view.Readers}
   */
  record Marked(String reader) implements Sight {}

  /** All. */
  record Everything() implements Sight {}

  /** Whether a dossier with these marks may be read. */
  default boolean includes(Collection<String> readers) {
    return switch (this) {
      case Nothing _ -> false;
      case Marked(var reader) -> readers.contains(reader);
      case Everything _ -> true;
    };
  }
}
