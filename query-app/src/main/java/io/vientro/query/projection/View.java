package io.vientro.query.projection;

import java.util.List;

/**
 * One read model, kept up by one processor, in one collection or in several. It is a pure function
 * of the log, so a rebuild gives the same bytes.
 */
public interface View {
  /** The suffix of collections in use. */
  String IN_USE = "";

  /** Its name, for example {@code dossier-list}. */
  String view();

  /** Version of its output; another one lies in collections of its own. */
  int version();

  /**
   * Its collections.
   *
   * @see #in(String, String)
   */
  List<String> collections();

  /**
   * Whether each of its documents follows from the events of one aggregate, whatever happens to
   * others in between. Then an event that cannot be taken holds up its aggregate only; else it
   * holds up the view.
   */
  boolean isPerAggregate();

  /** Creates the indexes of its collections; doing it twice is fine. */
  void index(ViewStore store, String suffix);

  /**
   * What takes events into its collections.
   *
   * @param suffix of the collections' names: {@link #IN_USE}, or something else for a rebuild
   *     beside them
   */
  Projector projector(ViewStore store, String suffix);

  /** Its name with its version, for example {@code dossier_list_v1}; its processor is named so. */
  default String versioned() {
    return view().replace('-', '_') + "_v" + version();
  }

  /** The name of a collection of the view in use, or of a rebuild. */
  static String in(String collection, String suffix) {
    return collection + suffix;
  }
}
